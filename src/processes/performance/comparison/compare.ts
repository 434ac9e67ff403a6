import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { namesOf } from '../../event-logs/questions/names.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { type CaseTimesQuestion, withCaseTimes } from '../case-times.ts';
import type { ActivityTimes } from '../steps/activities.ts';
import { type RawTimes, type Times, timesOf, timesSql } from '../steps/model.ts';
import { sideBySide } from '../steps/side-by-side.ts';
import { withSteps } from '../steps/steps.ts';
import { alignChains, type Parting, partings } from './model.ts';

/** A set of cases as a whole. Times are of its complete cases, from the first event to completion. */
export interface Side {
  readonly cases: number;
  readonly open: number;
  readonly elapsed: Times | null;
  readonly working: Times | null;
}

/** A step of one set of cases: how many of them have it, how often a case has it, its waits and touch times. */
export interface SideStep {
  readonly cases: number;
  readonly timesACase: number;
  readonly wait: Times | null;
  readonly workingWait: Times | null;
  readonly touch: Times | null;
  readonly workingTouch: Times | null;
}

/** Two to four sets of cases beside each other. */
export interface Comparison {
  readonly sides: readonly Side[];
  /** Of variants each step of their aligned chains in order; of other sets each activity, the largest difference of waiting first. */
  readonly steps: readonly { readonly activity: string; readonly sides: readonly (SideStep | null)[] }[];
  readonly partings: readonly Parting[];
  /** Whether a chain is longer than `mostSteps` and was cut there. */
  readonly cut: boolean;
}

/** Steps of a chain that are put beside others: named once, and pinned by a test. */
export const mostSteps = 300;

/** Compares sets of cases whose chains of steps are alike within each, as those of variants are. */
export async function compareChains(c: EngineConnection, version: DatasetVersion, questions: readonly CaseTimesQuestion[]): Promise<Comparison> {
  const sides: Side[] = [];
  const chains: Step[][] = [];
  for (const question of questions) {
    sides.push(await sideOf(c, version, question));
    chains.push(await chainOf(c, version, question));
  }
  const shown = chains.map((chain) => chain.slice(0, mostSteps));
  const lines = alignChains(shown.map((chain) => chain.map((s) => s.activity)));
  return {
    sides, cut: chains.some((chain) => chain.length > mostSteps), partings: partings(lines),
    steps: lines.map(({ activity, at }) => ({ activity, sides: at.map((place, n) => (place === null ? null : shown[n]![place]!.figures)) })),
  };
}

/** Compares any two sets of cases by their activities. */
export async function compareSets(c: EngineConnection, version: DatasetVersion, a: CaseTimesQuestion, b: CaseTimesQuestion): Promise<Comparison> {
  const sides = [await sideOf(c, version, a), await sideOf(c, version, b)];
  const { activities, cases } = await sideBySide(c, version, a, b);
  const step = (times: ActivityTimes | null, of: number): SideStep | null => (times === null ? null : { ...times, timesACase: of === 0 ? 0 : times.instances / of });
  return { sides, steps: activities.map((p) => ({ activity: (p.a ?? p.b)!.activity, sides: [step(p.a, cases.a), step(p.b, cases.b)] })), partings: [], cut: false };
}

async function sideOf(c: EngineConnection, version: DatasetVersion, question: CaseTimesQuestion): Promise<Side> {
  const { filter: _filter, completion: _completion, calendar: _calendar, ...options } = question;
  return withCaseTimes(c, version, question, async ({ table, complete, open }) => {
    const [found] = await c.rows<{ t: RawTimes; w: RawTimes }>(`SELECT ${timesSql('took', 't')}, ${timesSql('worked', 'w')} FROM ${table}`, [], options);
    return { cases: complete + open, open, elapsed: timesOf(found?.t ?? null), working: timesOf(found?.w ?? null) };
  });
}

interface Step { readonly activity: string; readonly figures: SideStep }
interface RawStep { readonly a: number; readonly n: number; readonly w: RawTimes; readonly ww: RawTimes; readonly t: RawTimes; readonly wt: RawTimes }

/** The steps of cases in the order in which they come: each the so-manieth of its activity in its case. */
async function chainOf(c: EngineConnection, version: DatasetVersion, question: CaseTimesQuestion): Promise<Step[]> {
  const names = await namesOf(c, version, 'activity');
  return withSteps(c, version, question, async ({ table, options }) => {
    const rows = await c.rows<RawStep>(`SELECT activity AS a, count(*) AS n, ${timesSql('wait', 'w')}, ${timesSql('worked_wait', 'ww')}, ${timesSql('touch', 't')}, ${timesSql('worked_touch', 'wt')}
      FROM (SELECT * EXCLUDE (nth), row_number() OVER (PARTITION BY "case", activity ORDER BY begun, "row") AS nth, row_number() OVER (PARTITION BY "case" ORDER BY begun, "row") AS place FROM ${table})
      GROUP BY activity, nth ORDER BY avg(place), activity, nth LIMIT ${mostSteps + 1}`, [], options);
    return rows.map((r): Step => ({ activity: names[r.a]!, figures: { cases: r.n, timesACase: 1, wait: timesOf(r.w), workingWait: timesOf(r.ww), touch: timesOf(r.t), workingTouch: timesOf(r.wt) } }));
  });
}
