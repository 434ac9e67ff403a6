import { access, constants, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { problem } from '../../platform/errors/index.ts';
import { type EngineConnection, openEngine } from '../../platform/event-engine/index.ts';
import { type CsvSource, openCsv, stageCsv } from './csv/index.ts';
import type { FlatReport } from './ocel/index.ts';
import { parquetSample, plainParquet } from './parquet/index.ts';
import type { CsvMapping } from './schemas.ts';
import type { Stage } from './stage/model.ts';
import type { ImportProgress, OcelMapping, RejectedRow, XesMapping } from './versions/index.ts';
import { type LogFile, logFile } from './versions/log-file.ts';
import { stageFlatFile, stageOcel } from './versions/stage-file.ts';
import { formatOf, writeLog } from './writers/index.ts';
import { type Found, foundInColumns, foundOfXes } from './versions/found.ts';
import { type LogSource, stageXes } from './xes/index.ts';

export interface ConvertOrder {
  readonly source: LogSource;
  /** The file to write; its name says the format. */
  readonly out: string;
  readonly mapping?: CsvMapping | XesMapping | OcelMapping | undefined;
  readonly tempDir: string;
  readonly onProgress?: (progress: Pick<ImportProgress, 'step' | 'share'>) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a log and writes it as Parquet, XES or CSV; gives the events written and what was rejected. The file appears whole or not at all.
 * Throws a Problem for a name without a known format and a place that cannot be written to, before anything is read, and for input that is of no use.
 */
export async function convertLog({ source, out, mapping, tempDir, onProgress, signal }: ConvertOrder): Promise<Converted> {
  formatOf(out);
  await refuseUnwritable(out);
  const work = await mkdtemp(join(tempDir, `convert-${process.pid}-`));
  const input = await openInput(await logFile(source, work, signal), mapping, work, signal);
  const engine = await openEngine({ tempDir: work, folders: [work, dirname(resolve(out))], files: input.files });
  const c = await engine.connect();
  try {
    const { stage, flat, found = [] } = await input.stage(c, (step, share) => onProgress?.({ step, share }));
    await refuseNothing(c, input.name);
    if (input.byRow) await casesAsTable(c);
    onProgress?.({ step: 'write', share: undefined });
    const events = await writeLog(c, stage, resolve(out), { signal });
    const examples = await c.rows<RejectedRow>(`SELECT ${input.byRow ? '"row"' : 'NULL::BIGINT AS "row"'}, line, reason, value FROM stage_rejected ORDER BY line LIMIT 10`);
    const [{ count } = { count: 0 }] = await c.rows<{ count: number }>('SELECT coalesce(sum(events), 0)::BIGINT AS count FROM stage_rejected');
    return { events, rejected: { count, examples }, found, ...(flat === undefined ? {} : { flat }) };
  } finally {
    c.close();
    await engine.close();
    await input.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function refuseUnwritable(out: string): Promise<void> {
  const refused = (why: string) => problem('bad-input', { detail: 'The log cannot be written there', value: out, wanted: `a file in a folder that exists and may be written to (${why})` });
  await access(dirname(resolve(out)), constants.W_OK).catch((error: NodeJS.ErrnoException) => { throw refused(error.code ?? error.message); });
  if ((await stat(out).catch(() => undefined))?.isDirectory() === true) throw refused('this is a folder');
}

/** What was written. */
export interface Converted {
  readonly events: number;
  readonly rejected: { readonly count: number; readonly examples: RejectedRow[] };
  /** What of the file is not in what was written as it stood there, beside rejected rows. */
  readonly found: readonly Found[];
  /** Of an object-centric log: an event stands in each of its cases. */
  readonly flat?: FlatReport;
}

type Tell = (step: 'read', share: number | undefined) => void;

/** A log that can be staged, whatever its format is. */
interface Input {
  readonly name: string;
  /** Files beside its folders that the engine reads. */
  readonly files: readonly string[];
  /** Whether rows have numbers, and cases are a view over them. */
  readonly byRow: boolean;
  stage(c: EngineConnection, tell: Tell): Promise<{ stage: Stage; flat?: FlatReport; found?: readonly Found[] }>;
  close(): Promise<void>;
}

async function openInput(file: LogFile, mapping: ConvertOrder['mapping'], tempDir: string, signal: AbortSignal | undefined): Promise<Input> {
  const { name } = file;
  const nothing = { name, files: [], byRow: false, close: async () => {} };
  if (file.format === 'csv') return csvInput(await openCsv(file.source(), { tempDir, encoding: (mapping as CsvMapping | undefined)?.encoding, signal }), mapping as CsvMapping, tempDir, signal);
  if (file.format === 'xes') {
    const { zone = 'UTC', classifier = null } = (mapping ?? {}) as XesMapping;
    const stage = async (c: EngineConnection) => {
      const { stage, report } = await stageXes(c, file.source(), { zone, classifier, ...(signal === undefined ? {} : { signal }) });
      return { stage, found: foundOfXes(report, []) };
    };
    return { ...nothing, stage };
  }
  if (file.format === 'ocel') {
    const stage = async (c: EngineConnection) => {
      const { staged, details } = await stageOcel(c, file, (mapping ?? {}) as OcelMapping, { tempDir, signal });
      return { stage: staged.stage, ...(details.ocel === undefined ? {} : { flat: details.ocel.flat, found: details.ocel.findings }) };
    };
    return { ...nothing, stage };
  }
  const plain = await plainParquet(file.path, name, tempDir, signal);
  const { sample } = await parquetSample(plain.path, name, tempDir, { signal });
  return { name, files: [plain.path], byRow: true, close: () => plain.close(), stage: async (c) => ({ stage: (await stageFlatFile(c, { path: plain.path, name, sample }, mapping as CsvMapping | undefined, { signal })).staged.stage }) };
}

function csvInput(csv: CsvSource, mapping: CsvMapping, tempDir: string, signal: AbortSignal | undefined): Input {
  return { name: csv.name, files: [csv.path], byRow: true, close: () => csv.close(), stage: async (c, tell) => {
    const { stage, unreadable, startsDropped } = await stageCsv(c, csv, mapping, { tempDir, signal, onStep: (step, share) => tell(step as 'read', share) });
    return { stage, found: foundInColumns(unreadable, startsDropped, []) };
  } };
}

/** A log without a usable event is no log, whatever it is written as. */
async function refuseNothing(c: EngineConnection, file: string): Promise<void> {
  if ((await c.rows('SELECT 1 FROM stage_events LIMIT 1')).length > 0) return;
  const [first] = await c.rows<{ line: number | null; reason: string; value: string | null }>('SELECT line, reason, value FROM stage_rejected ORDER BY line LIMIT 1');
  throw problem('bad-input', {
    detail: first === undefined ? 'There is no event in the log' : `No event of the log can be read; the first: ${first.reason}`, ...(first?.value == null ? {} : { value: first.value }),
    wanted: 'at least one event with a case, an activity and a time', at: { file, ...(first?.line == null ? {} : { line: first.line }) },
  });
}

/** The reader of CSV leaves cases as a view; writers take a case's first value by the order of a table. */
async function casesAsTable(c: EngineConnection): Promise<void> {
  await c.run('CREATE TABLE cases_in_order AS SELECT * FROM stage_cases ORDER BY "row"');
  await c.run('DROP VIEW stage_cases');
  await c.run('ALTER TABLE cases_in_order RENAME TO stage_cases');
}
