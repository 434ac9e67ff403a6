import { literal } from '../stage/model.ts';
import type { ColumnType } from './guess.ts';
import type { CsvPlan, PlannedAttribute } from './plan.ts';
import type { TimeFormat } from './time-formats.ts';
import { timeSql } from './time-sql.ts';

const LONGEST_LINE = 4_200_000;

/** The read_csv call over a plain UTF-8 file: every column as text named c0, c1, …; anything malformed is an error. */
export function readCsvSql(plan: Pick<CsvPlan, 'columns' | 'delimiter' | 'missing'>, path: string): string {
  const columns = plan.columns.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, auto_detect = false, header = true, delim = ${literal(plan.delimiter)}, quote = '"', escape = '"', `
    + `nullstr = [${plan.missing.map(literal).join(', ')}], max_line_size = ${LONGEST_LINE}, columns = {${columns}})`;
}

/** The formats that the plan settles on, once known. */
export interface Formats {
  readonly time: TimeFormat;
  readonly start: TimeFormat | null;
  readonly types: readonly ColumnType[];
}

/**
 * The statement that reads the file into `csv_raw`: k case, a activity, t/o local time and offset, tx a time that fits no format; s/so/sx
 * the same of the start; l, r, i; for attribute n its value pn (no = offset of a time), and pnx where the text does not fit the type.
 */
export function rawSql(plan: CsvPlan, formats: Formats, path: string): string {
  const c = (i: number | null) => (i === null ? 'NULL::VARCHAR' : `c${i}`);
  const time = timeSql(c(plan.time.column), formats.time);
  const activity = plan.activity.length === 1 ? c(plan.activity[0]!) : `nullif(concat_ws('+', ${plan.activity.map(c).join(', ')}), '')`;
  const columns = [
    `${c(plan.case)} AS k`, `${activity} AS a`, `${countable(time.local)} AS t`, `CASE WHEN t IS NOT NULL THEN ${time.offset} END AS o`, `CASE WHEN t IS NULL THEN ${c(plan.time.column)} END AS tx`,
  ];
  if (plan.start !== null && formats.start !== null) {
    const start = timeSql(c(plan.start.column), formats.start);
    columns.push(`${countable(start.local)} AS s`, `CASE WHEN s IS NOT NULL THEN ${start.offset} END AS so`, `CASE WHEN s IS NULL THEN ${c(plan.start.column)} END AS sx`);
  }
  for (const [name, column] of [['l', plan.lifecycle], ['r', plan.resource], ['i', plan.instance]] as const) if (column !== null) columns.push(`${c(column)} AS ${name}`);
  plan.attributes.forEach((attribute, n) => columns.push(...attributeSql(attribute, n, formats.types[n]!)));
  return `CREATE TABLE csv_raw AS SELECT ${columns.join(', ')} FROM ${readCsvSql(plan, path)}`;
}

/** Microseconds of a time of an event are counted in doubles, which hold them for these years; real logs are in them, 9999-12-31 means “never”. */
export function countable(local: string): string {
  return `CASE WHEN ${local} BETWEEN TIMESTAMP '1685-01-01' AND TIMESTAMP '2255-01-01' THEN ${local} END`;
}

function attributeSql({ column, formats }: PlannedAttribute, n: number, type: ColumnType): string[] {
  const x = `c${column}`;
  const bad = `CASE WHEN p${n} IS NULL THEN ${x} END AS p${n}x`;
  switch (type) {
    case 'text': return [`${x} AS p${n}`];
    case 'number': return [`try_cast(${x} AS DOUBLE) AS p${n}`, bad];
    // The cast alone would round 1.5 to 2.
    case 'integer': return [`CASE WHEN NOT contains(${x}, '.') AND NOT contains(lower(${x}), 'e') THEN try_cast(${x} AS BIGINT) END AS p${n}`, bad];
    case 'boolean': return [`CASE lower(${x}) WHEN 'true' THEN true WHEN 'false' THEN false WHEN '1' THEN true WHEN '0' THEN false WHEN 'yes' THEN true WHEN 'no' THEN false END AS p${n}`, bad];
    case 'time': {
      const time = timeSql(x, formats[0] ?? 'iso');
      return [`${time.local} AS p${n}`, `CASE WHEN p${n} IS NOT NULL THEN ${time.offset} END AS p${n}o`, bad];
    }
  }
}
