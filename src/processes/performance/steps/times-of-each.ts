import { type RawTimes, type Times, timesOf, timesSql } from './model.ts';
import type { Steps } from './steps.ts';

/** Times of one column of steps, by the codes of some others; null where there are none. */
export type TimesOfEach = (...codes: readonly (number | null)[]) => Times | null;

/** Times of a column of steps by others. One column at a time, since quantiles hold every value until they are worked out. */
export async function timesOfEach({ c, table, options }: Steps, column: string, by: readonly string[]): Promise<TimesOfEach> {
  const rows = await c.rows<{ k: string; t: RawTimes }>(`SELECT concat_ws(' ', ${by.join(', ')}) AS k, ${timesSql(column, 't')} FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${by.join(', ')}`, [], options);
  const found = new Map(rows.map(({ k, t }) => [k, timesOf(t)]));
  return (...codes) => found.get(codes.join(' ')) ?? null;
}
