import { availabilityOf, type Availability, type RecordedStop } from '../availability.ts';
import { DAY, dateText, dayOf, london, offsetText, toInstant, toLocal } from '../civil-time.ts';
import { outageEffect, type OutageEffect } from '../effects.ts';
import { caseViews, logCounts, quantile, weeklyMeasures, type LogCounts, type WeekMeasures } from '../measures.ts';
import type { Simulation } from '../model.ts';
import { workingSeconds } from '../working-time.ts';
import { stops } from './incidents.ts';
import type { SharedKeys } from './links.ts';
import { handOverTruths, type HandOverTruth } from './links-truth.ts';
import { logLayouts } from './logs.ts';
import { orderMargin } from './order-to-cash.ts';
import { office } from './seasons.ts';
import { initiatives, northgateYear, period, processRules } from './scenario.ts';
import { serviceHours, services } from './services.ts';

export interface ApprovalTruth {
  readonly activity: string;
  readonly n: number;
  readonly rejected: number;
  readonly sentBack: number;
  readonly amountAltered: number;
  /** Any of the three. */
  readonly changed: number;
  /** From the step before to the start of the approval, all cases. */
  readonly waitHours: number;
  /** Of these, hours in which the office is open. */
  readonly waitOfficeHours: number;
  readonly touchHours: number;
}

export interface InitiativeTruth {
  readonly id: string;
  readonly name: string;
  readonly promise: string;
  readonly step: string;
  readonly goLive: string;
  readonly rampDays: number;
  /** Planted factor on hands-on time when in full effect; 1 changes nothing. */
  readonly touchFactor: number;
  /** After the ramp, where the initiative applies: the year as it was, and the same year without it. */
  readonly touchMinutesMean: number;
  readonly touchMinutesMeanWithout: number;
  readonly handsOnHoursSaved: number;
  readonly cycleHoursMedian: number;
  readonly cycleHoursMedianWithout: number;
}

export interface Truth {
  readonly seed: number;
  readonly size: number;
  readonly from: string;
  readonly asOf: string;
  readonly zone: string;
  readonly semantics: readonly string[];
  readonly processes: readonly { readonly process: string; readonly log: string; readonly ends: readonly string[]; readonly targetSeconds: number; readonly closedAfterSeconds: number; readonly closedBySilence: number; readonly counts: LogCounts; readonly weeks: readonly WeekMeasures[] }[];
  readonly services: readonly { readonly service: string; readonly objective: number; readonly windows: Readonly<Record<string, Availability>> }[];
  readonly approvals: readonly ApprovalTruth[];
  readonly stops: readonly { readonly id: string; readonly name: string; readonly planted: string; readonly from: string; readonly until: string; readonly effects: Readonly<Record<string, OutageEffect>> }[];
  readonly initiatives: readonly InitiativeTruth[];
  readonly handOvers: readonly HandOverTruth[];
}

const semantics: readonly string[] = [
  'Times are in Europe/London; an event is one row, its time is the completion (completed_at); rows of a case are ordered by completion, then by place in the file.',
  'A log holds the cases that started in the period, from their first row; rows completed after the as-of time are not there. The first weeks therefore hold only cases that were quick.',
  'A case is complete at its first end activity. A case without one that has been silent for closedAfter at the as-of time counts as closed at its last event.',
  'Cycle time runs from the first event to the completion. working… counts only the hours of the process’s calendar. Medians and P90 are type 7 quantiles.',
  'Work in progress counts cases started and not complete at the end of the week. Rework: any activity occurs twice among all rows of the case. On time: completed within the target, elapsed.',
  'Availability: service hours in London, bank holidays included; spans of stops merged; maintenance counts as agreed only where it was announced before it began; a stop that still lasts counts until the window’s end. Stops of the services themselves only: what a stop does to the services that need it is not in these figures.',
  'Effects of stops and initiatives: the year as it was minus the same year, with the same luck, without them. For the stop that still lasts: minus the same year, both followed for a week after the as-of time.',
  'Hand-overs: from the completion of the latest step that hands over to the start of the step that takes up, of cases that share the key; working hours are those of the process that takes up. A case that nobody took up waits until the agreed time has passed.',
];

/** Every planted number of the company, worked out from the simulated cases alone. */
export function plantedTruth(seed: number, size: number, runs: ReadonlyMap<string, Simulation>, shared: SharedKeys): Truth {
  return {
    seed, size, from: offsetText(period.from), asOf: offsetText(period.asOf), zone: 'Europe/London', semantics,
    processes: processRules.map((rules) => {
      const sim = runs.get(rules.model.id)!;
      const views = caseViews(sim, rules);
      const ended = new Set(rules.ends.map((name) => sim.model.steps.findIndex((s) => s.name === name)));
      return {
        process: rules.model.id, log: logLayouts.find((l) => l.process === rules.model.id)!.file, ends: rules.ends, targetSeconds: rules.target, closedAfterSeconds: rules.closedAfter,
        closedBySilence: views.filter((v) => v.completed !== undefined && !v.activities.some((a) => ended.has(a))).length,
        counts: logCounts(sim, views), weeks: weeklyMeasures(sim, views, rules),
      };
    }),
    services: services.map((s) => ({ service: s.id, objective: s.objective, windows: serviceWindows(s.id) })),
    approvals: ['Approve requisition', 'Approve small purchase again', 'Director approval', 'Approve payment'].map((a) => approvalTruth(runs.get('purchase-to-pay')!, a)),
    stops: stops.map((stop) => ({ id: stop.id, name: stop.name, planted: stop.planted, from: offsetText(stop.from), until: offsetText(stop.until), effects: stopEffects(stop.id, seed, size, runs) })),
    initiatives: initiatives.map((i) => initiativeTruth(i.id, seed, size, runs)),
    handOvers: handOverTruths(runs, shared),
  };
}

/** Windows by name: the whole period, each calendar month, and the complete weeks before the running one. */
export function windows(): Readonly<Record<string, readonly [from: number, to: number]>> {
  const monday = toInstant(dayOf(toLocal(period.asOf)) * DAY);
  const weeksBack = (n: number): number => toInstant((dayOf(toLocal(monday)) - 7 * n) * DAY);
  const months = Array.from({ length: 11 }, (_, i): [string, readonly [number, number]] => {
    const month = (k: number): string => `${2025 + Math.floor((11 + k) / 12)}-${String(((11 + k) % 12) + 1).padStart(2, '0')}`;
    return [month(i), [london(`${month(i)}-01`), london(`${month(i + 1)}-01`)]];
  });
  return {
    'whole period': [period.from, period.asOf], 'last 4 complete weeks': [weeksBack(4), monday], 'last 13 complete weeks': [weeksBack(13), monday], 'last 52 complete weeks': [weeksBack(52), monday],
    ...Object.fromEntries(months),
    '2026-11 so far': [london('2026-11-01'), period.asOf],
    '2026-Q1': [london('2026-01-01'), london('2026-04-01')], '2026-Q2': [london('2026-04-01'), london('2026-07-01')], '2026-Q3': [london('2026-07-01'), london('2026-10-01')], '2026-Q4 so far': [london('2026-10-01'), period.asOf],
  };
}

/** What the records say of a service in each window. */
function serviceWindows(id: string): Record<string, Availability> {
  const service = services.find((s) => s.id === id)!;
  const recorded = stops.filter((s) => s.services.includes(id)).map((s): RecordedStop => ({ kind: s.kind, from: s.recorded.from, until: s.recorded.until, ...(s.announced === undefined ? {} : { announced: s.announced }) }));
  return Object.fromEntries(Object.entries(windows()).map(([name, [from, to]]) => [name, availabilityOf(recorded, serviceHours[service.hours], from, to)]));
}

/** Counts an approval's outcomes from the rows: what follows it, and whether the amount changed. */
export function approvalTruth(sim: Simulation, activity: string): ApprovalTruth {
  const { count, case: of, step, ready, start, complete, amount } = sim.instances;
  const at = (name: string): number => sim.model.steps.findIndex((s) => s.name === name);
  const [approval, reject] = [at(activity), at('Reject requisition')];
  const back = new Set([at('Amend requisition'), at('Resolve mismatch')]);
  const found = { n: 0, rejected: 0, sentBack: 0, amountAltered: 0, changed: 0, wait: 0, office: 0, touch: 0 };
  for (let i = 0; i < count; i += 1) {
    if (step[i] !== approval) continue;
    const next = of[i + 1] === of[i] ? step[i + 1]! : -1;
    const altered = i > 0 && of[i - 1] === of[i] && amount[i - 1] !== amount[i];
    found.n += 1;
    found.rejected += next === reject ? 1 : 0;
    found.sentBack += back.has(next) ? 1 : 0;
    found.amountAltered += altered ? 1 : 0;
    found.changed += altered || next === reject || back.has(next) ? 1 : 0;
    found.wait += start[i]! - ready[i]!;
    found.office += workingSeconds(office, ready[i]!, start[i]!);
    found.touch += complete[i]! - start[i]!;
  }
  const { wait, office: open, touch, ...counts } = found;
  return { activity, ...counts, waitHours: round(wait / 3600), waitOfficeHours: round(open / 3600), touchHours: round(touch / 3600) };
}

function stopEffects(id: string, seed: number, size: number, runs: ReadonlyMap<string, Simulation>): Record<string, OutageEffect> {
  const stop = stops.find((s) => s.id === id)!;
  const until = stop.until < period.asOf ? period.asOf : period.asOf + 7 * DAY;
  const as = until === period.asOf ? runs : northgateYear(seed, size, {}, until);
  const without = northgateYear(seed, size, { stop: id }, until, as);
  return Object.fromEntries(
    [...as].map(([process, sim]) => {
      const byKey = new Map(without.get(process)!.cases.map((c) => [c.key, c]));
      const margin = (key: number): number => (process === 'order-to-cash' ? orderMargin(byKey.get(key)!) : 0);
      return [process, outageEffect(sim, without.get(process)!, stop, margin)];
    }),
  );
}

function initiativeTruth(id: string, seed: number, size: number, runs: ReadonlyMap<string, Simulation>): InitiativeTruth {
  const initiative = initiatives.find((i) => i.id === id)!;
  const without = northgateYear(seed, size, { initiative: id }, period.asOf, runs);
  const process = processRules.find((r) => r.model.steps.some((s) => s.name === initiative.step))!;
  const [as, not] = [runs, without].map((year) => afterRamp(year.get(process.model.id)!, initiative, process.ends)) as [AfterRamp, AfterRamp];
  return {
    id, name: initiative.name, promise: initiative.promise, step: initiative.step, goLive: dateText(dayOf(toLocal(initiative.from))), rampDays: initiative.ramp / DAY, touchFactor: initiative.touchFactor,
    touchMinutesMean: round(as.touch / as.n / 60), touchMinutesMeanWithout: round(not.touch / not.n / 60), handsOnHoursSaved: round(((not.touch / not.n - as.touch / as.n) * as.n) / 3600),
    cycleHoursMedian: round(as.cycle / 3600), cycleHoursMedianWithout: round(not.cycle / 3600),
  };
}

interface AfterRamp {
  readonly n: number;
  readonly touch: number;
  readonly cycle: number;
}

function afterRamp(sim: Simulation, initiative: (typeof initiatives)[number], ends: readonly string[]): AfterRamp {
  const { count, case: of, step, start, complete } = sim.instances;
  const from = initiative.from + initiative.ramp;
  const here = sim.model.steps.findIndex((s) => s.name === initiative.step);
  let [n, touch] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    if (step[i] !== here || start[i]! < from || !initiative.applies(sim.cases[of[i]!]!)) continue;
    n += 1;
    touch += complete[i]! - start[i]!;
  }
  const rules = { ends, target: 0, closedAfter: Number.POSITIVE_INFINITY, hours: serviceHours.always };
  const cycles = caseViews(sim, rules).filter((v) => v.completed !== undefined && v.first >= from && initiative.applies(sim.cases[v.place]!)).map((v) => v.completed! - v.first);
  return { n, touch, cycle: quantile(cycles.sort((a, b) => a - b), 0.5) ?? 0 };
}

function round(x: number): number {
  return Math.round(x * 100) / 100;
}
