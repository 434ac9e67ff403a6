import { join } from 'node:path';
import { type EngineConnection } from '../../../platform/event-engine/index.ts';
import { Problem, problem } from '../../../platform/errors/index.ts';
import type { CsvMapping } from '../schemas.ts';
import type { Stage } from '../stage/model.ts';
import { zoneUnsaid } from '../zone-unsaid.ts';
import { encodeStage } from './encode.ts';
import { cleanCsv, locateRecords } from './clean.ts';
import type { ColumnType } from './guess.ts';
import { firstLocalTime } from './local-times.ts';
import { type CsvPlan, planCsv } from './plan.ts';
import { type Formats, rawSql, readCsvSql } from './raw-sql.ts';
import { LONGEST_RECORD } from './records.ts';
import { BrokenRecords, makeRejected, rejectInvalid, RowNumbers } from './rejections.ts';
import { sampleCsv } from './sample.ts';
import { type CsvScan, scanCsv } from './scan.ts';
import type { CsvSource } from './source.ts';
import { timeSql } from './time-sql.ts';
import { refuseSwallowed } from './unclosed.ts';

export interface StageCsvOptions {
  readonly tempDir: string;
  readonly signal?: AbortSignal | undefined;
  /** Types of attributes that are settled already, by name. */
  readonly known?: ReadonlyMap<string, ColumnType> | undefined;
  /** A scan of the file that was made already. */
  readonly scan?: CsvScan | undefined;
  /** Nobody said the zone of times that carry none: one that does is refused. */
  readonly zoneUnsaid?: boolean | undefined;
  readonly onStep?: ((step: string, share: number | undefined) => void) | undefined;
}

/** A value of a typed column that does not fit its type, kept as missing. */
export interface Unreadable {
  readonly column: string;
  readonly type: ColumnType;
  readonly count: number;
  readonly example: string;
}

/** What staging a delimited file gives; the rejections are in the table `stage_rejected`. */
export interface StagedCsv {
  readonly stage: Stage;
  readonly plan: CsvPlan;
  readonly sha256: string;
  /** Records below the header. */
  readonly records: number;
  readonly rejected: number;
  readonly unreadable: readonly Unreadable[];
  /** Times without an offset, read in the mapping's zone; of these, moved out of a gap or taken as the earlier of two. */
  readonly zoneless: { readonly times: number; readonly gaps: number; readonly ambiguous: number };
  /** Starts after their end, or in no known format: kept as missing. */
  readonly startsDropped: number;
}

/**
 * Reads a delimited file into the stage tables of a connection, quickly by the engine where every record is sound, else through a clean
 * copy; that no record was lost is checked against a count of our own.
 * Throws a Problem for what makes the whole file useless.
 */
export async function stageCsv(c: EngineConnection, source: CsvSource, mapping: CsvMapping, options: StageCsvOptions): Promise<StagedCsv> {
  const { signal, onStep = () => {} } = options;
  const sample = sampleCsv(source.head, { name: source.name, whole: source.whole, delimiter: mapping.delimiter });
  const plan = planCsv(sample, mapping, source.name, options.known);
  const counting = options.scan === undefined ? scanCsv(source, plan.delimiter, signal) : Promise.resolve(options.scan);
  counting.catch(() => {});
  const formats: Formats = {
    time: await settledFormat(c, plan, plan.time, source, signal),
    start: plan.start === null ? null : await settledFormat(c, plan, plan.start, source, signal),
    types: plan.attributes.map((a) => a.type),
  };
  onStep('read', undefined);
  const stop = watch(c, (share) => onStep('read', share));
  await makeRejected(c);
  const { scan, broken, readable, settled, path } = await readRaw(c, plan, formats, source, counting, options).finally(stop);
  onStep('encode', undefined);
  await rejectInvalid(c, plan, source.path, broken, signal);
  if (options.zoneUnsaid === true) await refuseLocalTime(c, plan, settled, source, { path, broken, signal });
  const encoded = await encodeStage(c, plan, settled, signal);
  const [{ rejected } = { rejected: 0 }] = await c.rows<{ rejected: number }>('SELECT count(*) AS rejected FROM stage_rejected');
  await refuseNothingLeft(c, plan, source, scan.records - 1, rejected);
  return { plan, sha256: scan.sha256, records: scan.records - 1, rejected, unreadable: readable, ...encoded };
}

function watch(c: EngineConnection, tell: (share: number | undefined) => void): () => void {
  const timer = setInterval(() => tell(c.progress()), 200);
  return () => clearInterval(timer);
}

interface RawRead {
  readonly scan: CsvScan;
  readonly broken: RowNumbers;
  readonly readable: readonly Unreadable[];
  readonly settled: Formats;
  /** The file that `csv_raw` is of: the source, or its clean copy. */
  readonly path: string;
}

async function readRaw(c: EngineConnection, plan: CsvPlan, formats: Formats, source: CsvSource, counting: Promise<CsvScan>, options: StageCsvOptions): Promise<RawRead> {
  const { signal } = options;
  let broken = new RowNumbers();
  let { path } = source;
  const quick = await c.run(rawSql(plan, formats, path), [], { signal }).then(() => true, (error: unknown) => {
    if (error instanceof Problem) throw error;
    return false;
  });
  const scan = await counting;
  refuseSwallowed(scan.unclosed, source.name);
  const n = quick ? (await c.rows<{ n: number }>('SELECT count(*) AS n FROM csv_raw'))[0]!.n : -1;
  if (n !== scan.records - 1 || scan.longest > LONGEST_RECORD) {
    path = join(options.tempDir, 'clean.csv');
    broken = await cleaned(c, plan, source, path, signal);
    await c.run('DROP TABLE IF EXISTS csv_raw');
    await c.run(rawSql(plan, formats, path), [], { signal });
    const [{ m }] = await c.rows<{ m: number }>('SELECT count(*) AS m FROM csv_raw') as [{ m: number }];
    if (m + broken.length !== scan.records - 1) throw new Error(`${scan.records - 1} records, but ${m} were read and ${broken.length} rejected`);
  }
  const { unreadable, types } = await unreadableValues(c, plan, formats);
  if (types.every((t, i) => t === formats.types[i])) return { scan, broken, readable: unreadable, settled: formats, path };
  // A guessed type that the whole file does not bear out gives way, so that no value is lost by a guess.
  const settled = { ...formats, types };
  await c.run('DROP TABLE csv_raw');
  await c.run(rawSql(plan, settled, path), [], { signal });
  return { scan, broken, readable: (await unreadableValues(c, plan, settled)).unreadable, settled, path };
}

/** Refuses the first time that carries no offset, with its line and as it stands there. */
async function refuseLocalTime(c: EngineConnection, plan: CsvPlan, formats: Formats, source: CsvSource, { path, broken, signal }: { readonly path: string; readonly broken: RowNumbers; readonly signal: AbortSignal | undefined }): Promise<void> {
  const found = await firstLocalTime(c, plan, formats, signal);
  if (found === null) return;
  const ordinals = new RowNumbers();
  ordinals.push(found.row);
  let line: number | undefined;
  for await (const [place] of locateRecords(source.path, plan.delimiter, ordinals, broken, signal)) line = place?.line ?? line;
  const [row] = await c.rows<{ text: string }>(`SELECT c${found.column} AS text FROM ${readCsvSql(plan, path)} LIMIT 1 OFFSET ${found.row}`, [], { signal });
  throw zoneUnsaid({ value: row?.text ?? '', of: `“${plan.columns[found.column]}”`, file: source.name, line });
}

/** Writes the sound records to `path`; the others are in `stage_rejected` then. */
async function cleaned(c: EngineConnection, plan: CsvPlan, source: CsvSource, path: string, signal: AbortSignal | undefined): Promise<RowNumbers> {
  const broken = new BrokenRecords(await c.appender('stage_rejected'));
  try {
    await cleanCsv(source.path, path, { delimiter: plan.delimiter, columns: plan.columns.length, signal, onReject: (r) => broken.add(r) });
  } finally {
    broken.close();
  }
  return broken.rows;
}

async function unreadableValues(c: EngineConnection, plan: CsvPlan, formats: Formats): Promise<{ unreadable: Unreadable[]; types: ColumnType[] }> {
  const typed = plan.attributes.map((a, n) => ({ a, n })).filter(({ n }) => formats.types[n] !== 'text');
  const types = [...formats.types];
  if (typed.length === 0) return { unreadable: [], types };
  const columns = typed.map(({ n }) => `count(p${n}x) AS n${n}, min(p${n}x) AS x${n}, count(*) FILTER (p${n}x IS NOT NULL AND try_cast(p${n}x AS DOUBLE) IS NULL) AS d${n}`);
  const [row = {}] = await c.rows<Record<string, number & string>>(`SELECT ${columns.join(', ')} FROM csv_raw`);
  const unreadable: Unreadable[] = [];
  for (const { a, n } of typed) {
    const count = Number(row[`n${n}`]);
    if (count === 0) continue;
    if (a.guessed) types[n] = formats.types[n] === 'integer' && Number(row[`d${n}`]) === 0 ? 'number' : 'text';
    else unreadable.push({ column: plan.columns[a.column]!, type: formats.types[n]!, count, example: String(row[`x${n}`]) });
  }
  return { unreadable, types };
}

/** Of formats that the sample could not tell apart, the one that fits most of the file. */
async function settledFormat(c: EngineConnection, plan: CsvPlan, time: { column: number; formats: readonly string[] }, source: CsvSource, signal: AbortSignal | undefined): Promise<string> {
  const [first, ...others] = time.formats;
  if (others.length === 0) return first!;
  const counts = time.formats.map((f, i) => `count(${timeSql(`c${time.column}`, f).local}) AS f${i}`);
  const sql = `SELECT ${counts.join(', ')} FROM ${readCsvSql(plan, source.path).replace(/\)$/, ', ignore_errors = true)')}`;
  const [row = {}] = await c.rows<Record<string, number>>(sql, [], { signal });
  return time.formats.toSorted((a, b) => row[`f${time.formats.indexOf(b)}`]! - row[`f${time.formats.indexOf(a)}`]!)[0]!;
}

async function refuseNothingLeft(c: EngineConnection, plan: CsvPlan, source: CsvSource, records: number, rejected: number): Promise<void> {
  if (rejected < records) return;
  const [first] = await c.rows<{ line: number; reason: string; value: string | null }>('SELECT line, reason, value FROM stage_rejected ORDER BY "row" LIMIT 1');
  if (first === undefined) throw problem('bad-input', { detail: 'There is a header but no row', wanted: 'one row for each event below the header', at: { file: source.name, line: 2 } });
  throw problem('bad-input', {
    detail: `None of the ${records} rows can be read: ${first.reason}`, ...(first.value === null ? {} : { value: first.value }),
    wanted: `a case in “${plan.columns[plan.case]}”, an activity, and a time in “${plan.columns[plan.time.column]}” in each row`, at: { file: source.name, line: first.line },
  });
}

