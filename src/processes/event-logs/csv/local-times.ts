import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { CsvPlan, PlannedTime } from './plan.ts';
import type { Formats } from './raw-sql.ts';
import type { CsvSample } from './sample.ts';
import { fits } from './time-formats.ts';

/** The first time of a table that carries no offset: its column, and its row among those of `csv_raw`, from 0. */
export interface LocalTime {
  readonly column: number;
  readonly row: number;
}

/** The first time in `csv_raw` that carries no offset, of events before those of attributes; null where each carries one. */
export async function firstLocalTime(c: EngineConnection, plan: CsvPlan, formats: Formats, signal?: AbortSignal): Promise<LocalTime | null> {
  const times = [
    { column: plan.time.column, local: 't', offset: 'o' }, ...(plan.start === null ? [] : [{ column: plan.start.column, local: 's', offset: 'so' }]),
    ...plan.attributes.flatMap((a, n) => (formats.types[n] === 'time' ? [{ column: a.column, local: `p${n}`, offset: `p${n}o` }] : [])),
  ];
  const [found = {}] = await c.rows<Record<string, number | null>>(`SELECT ${times.map(({ local, offset }, i) => `min(rowid) FILTER (${local} IS NOT NULL AND ${offset} IS NULL) AS n${i}`).join(', ')} FROM csv_raw WHERE k IS NOT NULL AND a IS NOT NULL AND t IS NOT NULL`, [], { signal });
  const first = times.findIndex((_, i) => found[`n${i}`] != null);
  return first < 0 ? null : { column: times[first]!.column, row: found[`n${first}`]! };
}

/**
 * The first time of a sample that carries no offset, as far as its rows show it; null where each does.
 * @example localTimeOf(sample, planCsv(sample, mapping, 'orders.csv')) // { column: 2, row: 0 }
 */
export function localTimeOf({ rows }: CsvSample, plan: CsvPlan): LocalTime | null {
  for (const time of [plan.time, ...(plan.start === null ? [] : [plan.start])]) {
    const row = rows.findIndex((r) => local(r[time.column] ?? '', time, plan.missing));
    if (row >= 0) return { column: time.column, row };
  }
  return null;
}

function carriesOffset(format: string): boolean {
  return format.startsWith('epoch') || format.endsWith('%z');
}

/** Whether a text is a time, and one without an offset; what is no time at all is a row that cannot be read. */
function local(text: string, { formats }: PlannedTime, missing: readonly string[]): boolean {
  const format = missing.includes(text) ? undefined : formats.find((f) => fits(text, f));
  return format !== undefined && !carriesOffset(format) && !(format === 'iso' && /(?:Z|UTC|GMT|:\d{2}.*[+-]\d{2}(?::?\d{2})?)\s*$/i.test(text));
}
