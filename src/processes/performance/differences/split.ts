import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { filterSql, type LogFilter } from '../../event-logs/questions/filter.ts';
import { type DatasetVersion, relations } from '../../event-logs/versions/index.ts';

/** Which cases are slow: those that took longer than the target, or than the median of all. */
export interface SplitQuestion extends RunOptions {
  readonly filter?: LogFilter | undefined;
  readonly targetSeconds?: number | null | undefined;
  /** Zone of weekdays and hours. */
  readonly zone: string;
}

/** The cases that were asked for, told slow from fast. */
export interface Split {
  readonly c: EngineConnection;
  readonly version: DatasetVersion;
  /** A table: case, variant, first, took (µs from the first event to the last), slow. */
  readonly table: string;
  readonly by: 'median' | 'target';
  /** Slow cases took more seconds than this. */
  readonly seconds: number;
  readonly slow: number;
  readonly fast: number;
  readonly zone: string;
  readonly options: RunOptions;
}

let made = 0;

/** Tells slow cases from fast ones and hands them to `work`. Cases that are still open look fast: leave them out with the filter. */
export async function withSplit<T>(c: EngineConnection, version: DatasetVersion, { filter, targetSeconds, zone, ...options }: SplitQuestion, work: (split: Split) => Promise<T>): Promise<T> {
  const where = await filterSql(c, version, filter);
  const table = `performance_split_${made++}`;
  const at = targetSeconds == null ? 'median(took) OVER ()' : String(targetSeconds * 1e6);
  await c.run(`CREATE TEMP TABLE ${table} AS SELECT *, took > ${at} AS slow, ${at} AS longest FROM (
    SELECT k."case", k.variant, k."first", epoch_us(k."last") - epoch_us(k."first") AS took FROM ${relations(version).cases} k WHERE ${where?.where ?? 'true'})`, where?.values ?? [], options);
  try {
    const [found] = await c.rows<{ slow: number; fast: number; longest: number | null }>(`SELECT count(*) FILTER (slow) AS slow, count(*) FILTER (NOT slow) AS fast, any_value(longest)::DOUBLE / 1e6 AS longest FROM ${table}`, [], options);
    return await work({ c, version, table, by: targetSeconds == null ? 'median' : 'target', seconds: found?.longest ?? targetSeconds ?? 0, slow: found?.slow ?? 0, fast: found?.fast ?? 0, zone, options });
  } finally {
    await c.run(`DROP TABLE IF EXISTS ${table}`);
  }
}
