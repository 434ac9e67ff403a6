import { localDay, startOfDay, weeksBetween, dateOfDay } from '../../../maths/time/index.ts';
import type { EngineConnection, RunOptions, SqlValue } from '../../../platform/event-engine/index.ts';
import { filterSql, type LogFilter } from '../../event-logs/questions/filter.ts';
import { type DatasetVersion, relations } from '../../event-logs/versions/index.ts';
import { boundedSpan, instantSql } from '../../clock/index.ts';
import { type Completion, withCaseTimes } from '../case-times.ts';

/** One day or ISO week of a zone and the cases in it. */
export interface ActiveCases {
  /** As 2026-03-29 or 2026-W13. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Cases with their first event in it, those that were completed in it, and those under way at some time in it. */
  readonly started: number;
  readonly completed: number;
  /** Of the completed ones, those that had no agreed end and were silent for so long that they were closed. */
  readonly bySilence: number;
  readonly active: number;
  /** Started and not complete when it ended (METHODS §0: work in progress). */
  readonly inProgress: number;
}

export interface ActiveCasesQuestion extends RunOptions {
  readonly filter?: LogFilter | undefined;
  readonly zone: string;
  readonly by: 'day' | 'week';
  /** When a case is complete; absent: at its last event. */
  readonly completion?: Completion | undefined;
}

const LONGEST_YEARS = { day: 25, week: 100 } as const;

/**
 * How many cases began, were completed and were under way, day by day or week by week, from the first event of the cases to their last.
 * A case that is not complete stays under way.
 * @throws Problem `bad-input` where that is longer than 25 years of days or 100 of weeks
 */
export async function activeCases(c: EngineConnection, version: DatasetVersion, { filter, zone, by, completion, ...options }: ActiveCasesQuestion): Promise<ActiveCases[]> {
  const where = await filterSql(c, version, filter);
  const from = `${relations(version).cases} k WHERE ${where?.where ?? 'true'}`;
  const [extent] = await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_us(min(k."first")) AS lo, epoch_us(max(k."last")) AS hi FROM ${from}`, where?.values ?? [], options);
  if (extent?.lo == null || extent.hi === null) return [];
  const [lo, hi] = [Math.floor(extent.lo / 1000), extent.hi / 1000];
  boundedSpan(lo, hi, LONGEST_YEARS[by]);
  const periods = by === 'week' ? weeksBetween(zone, lo, hi + 1) : daysBetween(zone, lo, hi);
  const table = `(VALUES ${periods.map((p, i) => `(${i}, ${instantSql(p.start)})`).join(', ')}) p(i, opens)`;
  const count = async (column: string, source: string, values: readonly SqlValue[]) => new Map((await c.rows<{ i: number; n: number }>(`SELECT i, count(*) AS n FROM (SELECT k."${column}" AS seen FROM ${source}) ASOF JOIN ${table} ON seen >= p.opens GROUP BY i`, values, options)).map((r) => [r.i, r.n]));
  const started = await count('first', from, where?.values ?? []);
  const [completed, silent] = completion === undefined ? [await count('last', from, where?.values ?? []), new Map<number, number>()] : await withCaseTimes(c, version, { filter, completion, ...options }, async ({ table: times }) =>
    [await count('completed', `${times} k WHERE k.completed IS NOT NULL`, []), await count('completed', `${times} k WHERE k.by_silence`, [])]);
  let open = 0;
  return periods.map(({ id, start, end }, i): ActiveCases => {
    const [begun, over] = [started.get(i) ?? 0, completed.get(i) ?? 0];
    const active = open + begun;
    open = active - over;
    return { id, from: new Date(start).toISOString(), to: new Date(end).toISOString(), started: begun, completed: over, bySilence: silent.get(i) ?? 0, active, inProgress: open };
  });
}

function daysBetween(zone: string, from: number, to: number): { id: string; start: number; end: number }[] {
  const first = localDay(zone, from);
  return Array.from({ length: localDay(zone, to) - first + 1 }, (_, i) => ({ id: dateOfDay(first + i), start: startOfDay(zone, first + i), end: startOfDay(zone, first + i + 1) }));
}
