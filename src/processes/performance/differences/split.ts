import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { type CaseTimesQuestion, withCaseTimes } from '../case-times.ts';

/** What slow cases took longer than: the median elapsed time, the median working time, or the target, which is elapsed. */
export type SplitBy = 'median' | 'working' | 'target';

/** Which cases are slow. */
export interface SplitQuestion extends CaseTimesQuestion {
  /** The median where nothing is said; `working` needs the calendar, `target` the target. */
  readonly by?: SplitBy | undefined;
  readonly targetSeconds?: number | null | undefined;
  /** Zone of weekdays and hours. */
  readonly zone: string;
}

/** The complete cases that were asked for, told slow from fast. */
export interface Split {
  readonly c: EngineConnection;
  readonly version: DatasetVersion;
  /** A table: case, variant, first, took (µs from the first event to completion, elapsed or working), slow. */
  readonly table: string;
  /** A table of all cases in view, as that of case times. */
  readonly inView: string;
  readonly by: SplitBy;
  /** Slow cases took more seconds than this. */
  readonly seconds: number;
  readonly slow: number;
  readonly fast: number;
  /** Cases that are not complete: how long they will take is not known, so they are left out. */
  readonly open: number;
  readonly zone: string;
  readonly options: RunOptions;
}

/**
 * Tells slow cases from fast ones and hands them to `work`; open cases are left out.
 * @throws Problem `bad-input` for a split by working time without a calendar, or by target without one.
 */
export async function withSplit<T>(c: EngineConnection, version: DatasetVersion, { by = 'median', targetSeconds, zone, ...question }: SplitQuestion, work: (split: Split) => Promise<T>): Promise<T> {
  const { filter: _filter, completion: _completion, calendar, ...options } = question;
  if (by === 'working' && calendar == null) throw notAgreed(by, 'The working hours of this process are not on record', 'a process with working hours, or median');
  if (by === 'target' && targetSeconds == null) throw notAgreed(by, 'No target is agreed for this process', 'a process with a target, or median');
  return withCaseTimes(c, version, { ...question, calendar: by === 'working' ? calendar : null }, async (times) => {
    const table = `${times.table}_split`;
    const at = by === 'target' ? `${targetSeconds! * 1e6}` : 'median(took) OVER ()';
    await c.run(`CREATE TEMP TABLE ${table} AS SELECT *, took > ${at} AS slow, ${at} AS longest FROM (
      SELECT "case", variant, "first", ${by === 'working' ? 'worked' : 'took'} AS took FROM ${times.table} WHERE completed IS NOT NULL)`, [], options);
    try {
      const [found] = await c.rows<{ slow: number; fast: number; longest: number | null }>(`SELECT count(*) FILTER (slow) AS slow, count(*) FILTER (NOT slow) AS fast, any_value(longest)::DOUBLE / 1e6 AS longest FROM ${table}`, [], options);
      return await work({ c, version, table, inView: times.table, by, seconds: found?.longest ?? (by === 'target' ? targetSeconds! : 0), slow: found?.slow ?? 0, fast: found?.fast ?? 0, open: times.open, zone, options });
    } finally {
      await c.run(`DROP TABLE IF EXISTS ${table}`);
    }
  });
}

function notAgreed(value: string, detail: string, wanted: string) {
  return problem('bad-input', { detail, value, wanted, at: { path: 'split' } });
}
