import { seedOf } from '../../maths/random/index.ts';
import { weeklyBootstrap } from '../../maths/statistics/index.ts';
import { claimKey, withId, type Claim } from '../../evidence/claims/index.ts';
import { filterKey, filterWords, type SaidFilter } from '../event-logs/said-filter.ts';
import { compareWeek } from './compare.ts';
import { processMeasures, type ProcessMeasure } from './measures.ts';
import { comparedWeeks, weeksBefore, type Performance, type PerformanceRules, type WeekMeasures } from './model.ts';

/** What claims of a process are made from; instants in milliseconds. */
export interface ProcessClaimsInput {
  readonly process: { readonly id: string; readonly name: string };
  /** The event log that records it. */
  readonly eventLog: string;
  readonly rules: PerformanceRules;
  readonly performance: Performance;
  /** Which cases are measured; absent: all. */
  readonly filter?: SaidFilter | undefined;
  /** The dataset version and the record versions that the figures rest on. */
  readonly sources: Claim['sources'];
  readonly asOf: number;
  readonly computedAt: number;
}

/** The method of process measures and its version; a change of either formula or default raises it. */
export const weeklyMethod = { name: 'weekly process measures', version: 2 } as const;

/** How a sentence names what a week is compared with. */
export const weeksBeforeName = `on average in the ${comparedWeeks} weeks before`;

/** The claims of a process for its last measured week, each compared with the 12 weeks before; none before its first whole week. */
export function processClaims(input: ProcessClaimsInput): Claim[] {
  const at = input.performance.weeks.length - 1;
  const week = input.performance.weeks[at];
  if (week === undefined) return [];
  const before = weeksBefore(input.performance.weeks, at);
  return processMeasures
    .filter((m) => (m.unit !== 'working s' || input.rules.calendar !== null) && (m.id !== 'on-time-share' || input.rules.targetSeconds !== null))
    .map((m) => claimOf(input, m, week, before));
}

function claimOf({ process, eventLog, rules, performance, filter, sources, asOf, computedAt }: ProcessClaimsInput, measure: ProcessMeasure, week: WeekMeasures, before: readonly WeekMeasures[]): Claim {
  const subject = { kind: 'process', id: process.id, name: process.name };
  const key = claimKey({ subject, measure: measure.id, window: week.week.id, filter: filter === undefined ? undefined : filterKey(filter), comparator: `${comparedWeeks} weeks before` });
  const seed = seedOf(key);
  const estimate = measure.of(week);
  const change = compareWeek(measure, week, before, seed);
  const parameters = {
    asOf: new Date(asOf).toISOString(), zone: rules.zone, ends: rules.ends, closedAfterSeconds: performance.closedAfterSeconds, targetSeconds: rules.targetSeconds,
    workingHours: measure.unit === 'working s', comparedWeeks, settlesAfterSeconds: performance.settlesAfterSeconds, ...weeklyBootstrap, ...(filter === undefined ? {} : { filter }),
  };
  return withId({
    key, subject, measure: measure.id,
    window: { from: iso(week.week.start), to: iso(week.week.end), zone: rules.zone },
    quantity: measure.quantity, unit: measure.unit, estimate, lo: null, hi: null, level: null,
    n: measure.cases === 'in-progress' ? week.workInProgress : week.throughput,
    comparator: change === null ? null : { name: weeksBeforeName, estimate: change.before, difference: change.difference, lo: change.lo, hi: change.hi, level: change.lo === null ? null : weeklyBootstrap.level },
    why: estimate === null ? 'No case was completed in the week' : null,
    meaning: measure.meaning,
    working: [...(filter === undefined ? [] : [`Of ${filterWords(filter)} only.`]), ...workingOf(rules, performance, measure, week, before.filter((w) => measure.of(w) !== null).length)],
    method: weeklyMethod.name, methodVersion: weeklyMethod.version, parameters, seed, sources: [...sources],
    computedAt: iso(computedAt), asOf: iso(asOf),
    rows: { question: 'process-cases', parameters: { process: process.id, eventLog, which: measure.cases, from: week.week.start, to: week.week.end, asOf, ...(filter === undefined ? {} : { filter }) } },
  });
}

/** What is said of weeks in which the log settles: of the week itself, or of those left out of its comparison; nothing where there are none. */
function settlingOf({ weeks, settlesAfterSeconds }: Performance, week: WeekMeasures, days: (seconds: number) => string): string[] {
  const at = weeks.findIndex((w) => w.week.id === week.week.id);
  const left = weeks.slice(Math.max(0, at - comparedWeeks), at).filter((w) => w.settling).length;
  if (settlesAfterSeconds === null || (left === 0 && !week.settling)) return [];
  const why = `Nine in ten cases take up to ${days(settlesAfterSeconds)}. For so long after the log begins, cases that began before it are missing and only quick ones are seen completed`;
  return [week.settling ? `${why}: this week is among them, so it is compared with none.` : `${why}: ${left} of the weeks before are among them and are left out.`];
}

function workingOf(rules: PerformanceRules, performance: Performance, measure: ProcessMeasure, week: WeekMeasures, compared: number): string[] {
  const { closedAfterSeconds, closedBySilence } = performance;
  const days = (seconds: number) => `${Math.round(seconds / 8640) / 10} days`;
  const silence = closedAfterSeconds === null ? '' : ` A case without an end is closed, at its last event, after ${days(closedAfterSeconds)} of silence${rules.closedAfterSeconds === null ? ' (99 in 100 gaps in this log are shorter)' : ''}; ${closedBySilence} were.`;
  return [
    `Week ${week.week.id}: Monday ${week.week.monday} to the next Monday, in the time of ${rules.zone}.`,
    `${rules.ends.length === 0 ? 'No activity is agreed to end a case.' : `A case is complete at its first ${rules.ends.map((e) => `“${e}”`).join(' or ')}.`}${silence}`,
    ...(measure.cases === 'completed' ? [`${week.throughput} cases were completed in the week.`] : [`${week.workInProgress} cases had started and were not complete at its end.`]),
    ...(measure.id === 'rework-share' ? [`In ${week.rework} of them a step was done more than once.`] : []),
    ...(measure.id === 'on-time-share' && rules.targetSeconds !== null ? [`${week.onTime} of them took no longer than the target of ${days(rules.targetSeconds)}.`] : []),
    ...settlingOf(performance, week, days),
    compared < weeklyBootstrap.leastWeeks
      ? `${compared} earlier weeks have a figure; fewer than ${weeklyBootstrap.leastWeeks} give no interval.`
      : `Compared with the mean of the ${compared} weeks before. The interval (90 in 100) of the difference comes from ${weeklyBootstrap.draws} draws of blocks of ${weeklyBootstrap.block} weeks${measure.unit === 's' || measure.unit === 'working s' ? '' : ', and is never narrower than the number of cases allows'}.`,
  ];
}

/** The weekly series of a process, as charts and tables show them. */
export function processSeries(performance: Performance, rules: PerformanceRules) {
  return processMeasures
    .filter((m) => (m.unit !== 'working s' || rules.calendar !== null) && (m.id !== 'on-time-share' || rules.targetSeconds !== null))
    .map((m) => ({
      measure: m.id, name: m.quantity, unit: m.unit,
      points: performance.weeks.map((w) => ({ start: w.week.monday, value: m.of(w), lo: null, hi: null, n: m.cases === 'in-progress' ? w.workInProgress : w.throughput, settling: w.settling })),
    }));
}

const iso = (ms: number): string => new Date(ms).toISOString();
