import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { type ColumnType, type CsvPlan, type CsvSample, encodeStage, type Formats, firstLocalTime, INVALID, countable, planCsv, timeSql } from '../csv/index.ts';
import type { CsvMapping } from '../schemas.ts';
import { literal, quoted, type Stage } from '../stage/model.ts';
import { zoneUnsaid } from '../zone-unsaid.ts';
import { ATTRIBUTE_TYPE, type ParquetColumn, textSql } from './columns.ts';
import { damaged, parquetColumns } from './open.ts';

/** Minutes beside an instant, as our own files have them: the time is then shown as it was written. */
const OFFSET_COLUMN = 'time:offset';

export interface StagedParquet {
  readonly stage: Stage;
  readonly plan: CsvPlan;
  readonly records: number;
  readonly rejected: number;
  readonly zoneless: { readonly times: number; readonly gaps: number; readonly ambiguous: number };
  readonly startsDropped: number;
}

export interface StageParquetOptions {
  readonly sample: CsvSample;
  readonly signal?: AbortSignal | undefined;
  /** Types of attributes that are settled already, by name. */
  readonly known?: ReadonlyMap<string, ColumnType> | undefined;
  /** Nobody said the zone of times that carry none: one that does is refused. */
  readonly zoneUnsaid?: boolean | undefined;
}

/**
 * Reads a flat Parquet file into the stage tables of a connection; columns keep their types. A row without a case, an activity or a time is in
 * `stage_rejected`. Throws a Problem for what makes the whole file useless.
 */
export async function stageParquet(c: EngineConnection, path: string, name: string, mapping: CsvMapping, { sample, known, signal, zoneUnsaid: unsaid }: StageParquetOptions): Promise<StagedParquet> {
  const columns = await parquetColumns(c, path, name, { signal });
  const plan = parquetPlan(columns, sample, mapping, name, known);
  const formats: Formats = { time: plan.time.formats[0]!, start: plan.start === null ? null : plan.start.formats[0]!, types: plan.attributes.map((a) => a.type) };
  await c.run(rawSql(columns, plan, formats, path, mapping.nullText), [], { signal }).catch((error: unknown) => { throw damaged(error, path, name, signal); });
  await c.run('CREATE TABLE stage_rejected ("row" BIGINT NOT NULL, line BIGINT, what VARCHAR NOT NULL, reason VARCHAR NOT NULL, value VARCHAR, events BIGINT NOT NULL)');
  const called = (i: number) => `“${plan.columns[i]}”`;
  await c.run(`INSERT INTO stage_rejected SELECT rowid + 1, NULL, 'record', CASE WHEN k IS NULL THEN $1 WHEN a IS NULL THEN $2 WHEN tx IS NULL THEN $3 ELSE $4 END, CASE WHEN k IS NOT NULL AND a IS NOT NULL THEN substr(tx, 1, 200) END, 1 FROM csv_raw WHERE ${INVALID} ORDER BY rowid`,
    [`no case: ${called(plan.case)} is empty`, `no activity: ${plan.activity.map(called).join(' + ')} is empty`, `no time: ${called(plan.time.column)} is empty`, `the time in ${called(plan.time.column)} does not fit its format, or is not between the years 1685 and 2254`], { signal });
  const local = unsaid === true ? await firstLocalTime(c, plan, formats, signal) : null;
  if (local !== null) {
    const [row] = await c.rows<{ text: string }>(`SELECT ${textSql(columns[local.column]!, quoted(columns[local.column]!.name))} AS text FROM read_parquet(${literal(path)}) LIMIT 1 OFFSET ${local.row}`, [], { signal });
    throw zoneUnsaid({ value: row?.text ?? '', of: `${called(local.column)}, row ${local.row + 1},`, file: name });
  }
  const encoded = await encodeStage(c, plan, formats, signal);
  const [{ records, rejected } = { records: 0, rejected: 0 }] = await c.rows<{ records: number; rejected: number }>('SELECT (SELECT count(*) FROM csv_raw) AS records, (SELECT count(*) FROM stage_rejected) AS rejected');
  if (rejected === records) {
    const [first] = await c.rows<{ reason: string; value: string | null }>('SELECT reason, value FROM stage_rejected ORDER BY "row" LIMIT 1');
    throw problem('bad-input', { detail: `None of the ${records} rows can be read: ${first?.reason ?? 'there is none'}`, ...(first?.value == null ? {} : { value: first.value }), wanted: `a case in ${called(plan.case)}, an activity, and a time in ${called(plan.time.column)} in each row`, at: { file: name } });
  }
  return { plan, records, rejected, ...encoded };
}

/** The plan of a delimited file with these columns, with the types that the file has instead of guessed ones. */
function parquetPlan(columns: readonly ParquetColumn[], sample: CsvSample, mapping: CsvMapping, name: string, known: ReadonlyMap<string, ColumnType> | undefined): CsvPlan {
  const used = columns.some((x) => x.name === OFFSET_COLUMN && x.read === 'integer') && columns.find((x) => x.name === mapping.time)?.read === 'instant';
  const plan = planCsv(sample, mapping, name, known);
  const attributes = plan.attributes.filter((a) => !(used && plan.columns[a.column] === OFFSET_COLUMN)).map((a) => {
    const own = ATTRIBUTE_TYPE[columns[a.column]!.read];
    const same = own === a.type || (own === 'integer' && a.type === 'number');
    return { ...a, guessed: false, type: a.personal || a.type === 'text' && mapping.attributes !== undefined ? 'text' as const : same ? a.type : own };
  });
  return { ...plan, attributes };
}

/** Makes `csv_raw`, which delimited files are encoded from, of a Parquet file. */
function rawSql(columns: readonly ParquetColumn[], plan: CsvPlan, formats: Formats, path: string, nullText: string | undefined): string {
  const offset = columns.find((x) => x.name === OFFSET_COLUMN && x.read === 'integer');
  const raw = (i: number) => quoted(columns[i]!.name);
  const text = (i: number) => {
    const sql = textSql(columns[i]!, raw(i));
    return nullText === undefined || columns[i]!.read !== 'text' ? sql : `nullif(${sql}, ${literal(nullText)})`;
  };
  const name = (i: number) => `nullif(${text(i)}, '')`;
  const time = (i: number, format: string, own: boolean) => timeOf(columns[i]!, raw(i), text(i), format, own && offset !== undefined ? quoted(OFFSET_COLUMN) : null);
  const t = time(plan.time.column, formats.time, true);
  const select = [`${name(plan.case)} AS k`, `nullif(concat_ws('+', ${plan.activity.map(name).join(', ')}), '') AS a`, `${countable(t.local)} AS t`, `CASE WHEN t IS NOT NULL THEN ${t.offset} END AS o`, `CASE WHEN t IS NULL THEN ${name(plan.time.column)} END AS tx`];
  if (plan.start !== null && formats.start !== null) {
    const s = time(plan.start.column, formats.start, true);
    select.push(`${countable(s.local)} AS s`, `CASE WHEN s IS NOT NULL THEN ${s.offset} END AS so`, `CASE WHEN s IS NULL THEN ${name(plan.start.column)} END AS sx`);
  }
  for (const [as, i] of [['l', plan.lifecycle], ['r', plan.resource], ['i', plan.instance]] as const) if (i !== null) select.push(`${name(i)} AS ${as}`);
  plan.attributes.forEach((a, n) => {
    const type = formats.types[n]!;
    if (type === 'time') {
      const p = time(a.column, a.formats[0] ?? 'iso', false);
      select.push(`${p.local} AS p${n}`, `CASE WHEN p${n} IS NOT NULL THEN ${p.offset} END AS p${n}o`);
    } else select.push(`${type === 'text' ? text(a.column) : type === 'number' ? `${raw(a.column)}::DOUBLE` : type === 'integer' ? `${raw(a.column)}::BIGINT` : raw(a.column)} AS p${n}`);
  });
  return `CREATE TABLE csv_raw AS SELECT ${select.join(', ')} FROM read_parquet(${literal(path)})`;
}

/** SQL of a column's local time and its offset in minutes; of an instant without an offset beside it, in UTC. */
function timeOf({ read }: ParquetColumn, raw: string, text: string, format: string, offset: string | null): { local: string; offset: string } {
  if (read === 'instant') {
    const minutes = offset === null ? '0' : `coalesce(${offset}, 0)`;
    return { local: `(timezone('UTC', ${raw}) + to_minutes(${minutes}))`, offset: `${minutes}::SMALLINT` };
  }
  if (read === 'local time' || read === 'date') return { local: `${raw}::TIMESTAMP`, offset: 'NULL::SMALLINT' };
  // In brackets: a cast before [ would be read as a type of a list.
  return timeSql(`(${text})`, format);
}
