import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { Pseudonymiser } from '../../../platform/personal/index.ts';
import { type ColumnType, openCsv, scanCsv, sampleCsv, stageCsv } from '../csv/index.ts';
import { type FlattenedOcel, type OcelMapping, stageFlatFile, stageOcel, type StagedFile } from './stage-file.ts';
import { parquetSample, plainParquet } from '../parquet/index.ts';
import type { CsvMapping } from '../schemas.ts';
import type { StageType } from '../stage/model.ts';
import { type LogSource, stageXes } from '../xes/index.ts';
import { sourceName } from '../xes/source.ts';
import { wholeOrCleared } from './damage.ts';
import { type Found, foundInColumns, foundOfXes } from './found.ts';
import { foldersOf, makeFolders, sweepWork } from './files.ts';
import { type LogFile, logFile, sha256Of } from './log-file.ts';
import { canonicalJson, type DatasetVersion, type ImportMode } from './manifest.ts';
import { type PersonalValue, pseudonymise } from './pseudonyms.ts';
import { type Arrival, noArrival } from './merge.ts';
import { openNames } from './object-parts.ts';
import type { StagedLog } from './staged-log.ts';
import { writeVersion } from './write-version.ts';

/** How an XES log becomes events; all of it may be left out. */
export interface XesMapping {
  readonly zone?: string | undefined;
  readonly classifier?: string | undefined;
  readonly eventId?: string | undefined;
  /** Attributes pseudonymised at import; the resource unless given. */
  readonly personal?: readonly string[] | undefined;
}

export interface ImportProgress {
  readonly step: 'read' | 'encode' | 'write';
  readonly bytesRead: number;
  readonly bytes: number;
  /** Of the step, 0 to 1, where it is known. */
  readonly share: number | undefined;
}

export interface ImportOrder {
  /** The event store: a folder that this function makes and keeps. */
  readonly dir: string;
  readonly source: LogSource;
  /** What the file is called on record; its own name unless given. */
  readonly name?: string;
  /** Of a delimited or Parquet file (needed then), of an XES log, or of an object-centric one (its object type needed). */
  readonly mapping?: CsvMapping | XesMapping | OcelMapping | undefined;
  /** The version that is added to or replaced. */
  readonly parent?: DatasetVersion | null;
  readonly mode: ImportMode;
  /** Personal columns become pseudonyms; without it they stay as they are. */
  readonly pseudonym?: Pseudonymiser | undefined;
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Events a bucket is made for; for tests. */
  readonly perBucket?: number;
  /** Segments and sources that a version may have before they are joined; for tests. */
  readonly mostSegments?: number;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal | undefined;
  /** Nobody said the zone of times that carry none: one that does is refused, instead of read as UTC. */
  readonly zoneUnsaid?: boolean;
  /** One of many of a source that is read again and again: known bytes are looked at like any, and no readable row is nothing new. */
  readonly increment?: boolean;
}

export interface RejectedRow {
  /** Number of the record below the header; null for formats without records. */
  readonly row: number | null;
  readonly line: number | null;
  readonly reason: string;
  readonly value: string | null;
}

/** What happened, counted; nothing is left out silently. */
export interface ImportReport extends Arrival {
  readonly events: number;
  readonly cases: number;
  readonly rejected: number;
  /** Events that were there already. */
  readonly duplicates: number;
  /** Times without a zone; of these, moved out of a gap or taken as the earlier of two. */
  readonly zoneless: number;
  readonly gaps: number;
  readonly ambiguous: number;
  readonly unpaired: number;
  /** What of the file is not in the log as it stood there, beside rejected rows. */
  readonly found: readonly Found[];
  /** Of an object-centric log. */
  readonly ocel?: FlattenedOcel;
  /** The file was in the version already. */
  readonly unchanged: boolean;
}

export interface Imported {
  readonly version: DatasetVersion;
  readonly report: ImportReport;
  /** The first 100 rejections; all of them are in the part that the version's source names. */
  readonly rejected: readonly RejectedRow[];
  /** What the pseudonyms stand for, for the key table. */
  readonly personal: readonly PersonalValue[];
}

interface Staging {
  readonly staged: StagedLog;
  readonly details: Pick<ImportReport, 'zoneless' | 'gaps' | 'ambiguous' | 'found' | 'ocel'>;
}

/**
 * Imports an event log as a dataset version: staged, pseudonymised, sorted and written as immutable parts; the same file and mapping
 * twice change nothing. A crash or cancel leaves all versions whole.
 * Throws a Problem for input that is of no use, and `cancelled`.
 */
export async function importLog(order: ImportOrder): Promise<Imported> {
  const { dir, signal, parent = null } = order;
  const { work } = await makeFolders(dir);
  await sweepWork(dir);
  const tempDir = await mkdtemp(join(work, `import-${process.pid}-`));
  try {
    const file = await logFile(order.source, tempDir, signal);
    return await IMPORTERS[file.format](order, parent, file, tempDir);
  } catch (error) {
    if (signal?.aborted === true) throw problem('cancelled', { detail: 'The import was cancelled' }, error);
    throw error;
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}

type Importer = (order: ImportOrder, parent: DatasetVersion | null, file: LogFile, tempDir: string) => Promise<Imported>;
const IMPORTERS: Readonly<Record<LogFile['format'], Importer>> = { csv: importCsv, xes: importXes, ocel: importOcel, parquet: importParquet };

async function importCsv(order: ImportOrder, parent: DatasetVersion | null, file: LogFile, tempDir: string): Promise<Imported> {
  const { signal } = order;
  const mapping = order.mapping as CsvMapping | undefined;
  if (mapping === undefined || !('case' in mapping)) throw problem('bad-input', { detail: 'A delimited file needs a mapping', wanted: 'the columns of case, activity and time', at: { file: file.name } });
  const bytes = (await stat(file.path)).size;
  const tell = (step: ImportProgress['step'], share: number | undefined) => order.onProgress?.({ step, bytesRead: Math.round(bytes * (step === 'read' ? (share ?? 0) : 1)), bytes, share });
  const csv = await openCsv(file.source(), { tempDir, encoding: mapping.encoding, signal, onRead: (read) => tell('read', bytes === 0 ? undefined : read / bytes / 2) });
  try {
    const full = { format: 'csv', ...mapping };
    const scan = parent === null ? undefined : await scanCsv(csv, sampleCsv(csv.head, { name: csv.name, whole: csv.whole, delimiter: mapping.delimiter }).delimiter, signal);
    if (parent !== null && scan !== undefined && order.increment !== true && (await isKnown(parent, scan.sha256, full, order.mode))) return nothingNew(parent);
    return await withEngine(order, tempDir, [csv.path], async (session) => {
      const { engine, c } = await session;
      const s = await stageCsv(c, csv, mapping, { tempDir, signal, scan, known: parent === null || order.mode === 'replace' ? undefined : knownTypes(parent), zoneUnsaid: order.zoneUnsaid, onStep: (step, share) => tell(step as 'read', share) });
      const staged: StagedLog = {
        stage: s.stage, source: { name: order.name ?? file.name, sha256: s.sha256, bytes, records: s.records }, mapping: full, events: s.records - s.rejected,
        personal: s.plan.personal, eventId: mapping.eventId === undefined ? null : s.plan.attributes.find((a) => s.plan.columns[a.column] === mapping.eventId)?.name ?? null, caseOrder: '"row"',
        release: async (x) => { for (const sql of ['DROP VIEW stage_events', 'DROP VIEW stage_cases', 'DROP TABLE csv_raw']) await x.run(sql); },
      };
      return finish(order, parent, engine, c, { staged, details: { zoneless: s.zoneless.times, gaps: s.zoneless.gaps, ambiguous: s.zoneless.ambiguous, found: foundInColumns(s.unreadable, s.startsDropped, s.plan.personal) } }, tell);
    });
  } finally {
    await csv.close();
  }
}

async function importXes(order: ImportOrder, parent: DatasetVersion | null, file: LogFile, tempDir: string): Promise<Imported> {
  const { signal } = order;
  const mapping = (order.mapping ?? {}) as XesMapping;
  const bytes = (await stat(file.path)).size;
  const tell = (step: ImportProgress['step'], share: number | undefined) => order.onProgress?.({ step, bytesRead: Math.round(bytes * (step === 'read' ? (share ?? 0) : 1)), bytes, share });
  const full = { format: 'xes', ...mapping };
  const hashing = sha256Of(file.path, signal);
  hashing.catch(() => {});
  if (parent !== null && (await isKnown(parent, await hashing, full, order.mode))) return nothingNew(parent);
  return withEngine(order, tempDir, [], async (session) => {
    const s = await stageXes(session.then((opened) => opened.c), file.source(), { zone: order.zoneUnsaid === true ? null : (mapping.zone ?? 'UTC'), classifier: mapping.classifier ?? null, onProgress: (read) => tell('read', bytes === 0 ? undefined : read / bytes), ...(signal === undefined ? {} : { signal }) });
    const { engine, c } = await session;
    const personal = (mapping.personal ?? ['org:resource']).map((p) => (p === 'org:resource' ? 'resource' : p === 'concept:name' ? 'case' : `@${p}`));
    const staged: StagedLog = {
      stage: s.stage, source: { name: order.name ?? file.name, sha256: await hashing, bytes, records: s.report.events }, mapping: full, events: s.report.staged.events,
      personal, eventId: mapping.eventId ?? null, caseOrder: 'rowid', release: async (x) => { await x.run('DROP TABLE stage_events'); },
    };
    return finish(order, parent, engine, c, { staged, details: { zoneless: s.report.zoneless.times, gaps: s.report.zoneless.gaps, ambiguous: s.report.zoneless.ambiguous, found: foundOfXes(s.report, personal) } }, tell);
  });
}

async function importOcel(order: ImportOrder, parent: DatasetVersion | null, file: LogFile, tempDir: string): Promise<Imported> {
  const { signal } = order;
  const mapping = (order.mapping ?? {}) as OcelMapping;
  if (order.mode === 'append') refuseOtherType(parent, mapping.objectType);
  // The same file once more is how names that a version has are hidden.
  const open = order.pseudonym !== undefined && order.mode === 'replace' && parent !== null && openNames(parent.manifest, mapping.personal).length > 0;
  const known = await unlessKnown(order, open ? null : parent, file, 'ocel');
  if (known === null) return nothingNew(parent!);
  return withEngine(order, tempDir, [], async (session) => {
    const { c, engine } = await session;
    const read = await stageOcel(c, file, mapping, { pseudonym: order.pseudonym, tempDir, signal, addedTo: order.mode === 'append' ? parent : null, zoneUnsaid: order.zoneUnsaid, onRead: (bytes) => known.tell('read', known.bytes === 0 ? undefined : bytes / known.bytes) });
    return finishFile(order, parent, engine, c, known, read);
  });
}

/** Cases of two object types are not cases of one log. */
function refuseOtherType(parent: DatasetVersion | null, objectType: string | undefined): void {
  const before = parent?.manifest.objects?.flattenedBy;
  if (before !== undefined && objectType !== undefined && before !== objectType) throw problem('bad-input', { detail: 'The cases of this event log are objects of another type', value: objectType, wanted: `${before}, or another event log for the cases of ${objectType}` });
}

async function importParquet(order: ImportOrder, parent: DatasetVersion | null, file: LogFile, tempDir: string): Promise<Imported> {
  const { signal } = order;
  const known = await unlessKnown(order, parent, file, 'parquet');
  if (known === null) return nothingNew(parent!);
  const plain = await plainParquet(file.path, file.name, tempDir, signal);
  const { sample } = await parquetSample(plain.path, file.name, tempDir, { signal });
  return withEngine(order, tempDir, [plain.path], async (session) => {
    const { c, engine } = await session;
    const types = parent === null || order.mode === 'replace' ? undefined : knownTypes(parent);
    const read = await stageFlatFile(c, { path: plain.path, name: file.name, sample }, order.mapping as CsvMapping | undefined, { signal, known: types, zoneUnsaid: order.zoneUnsaid });
    return finishFile(order, parent, engine, c, known, read);
  });
}

interface FileIdentity {
  readonly sha256: string;
  readonly bytes: number;
  readonly mapping: Record<string, unknown>;
  readonly tell: (step: ImportProgress['step'], share: number | undefined) => void;
}

/** The identity of a file and its mapping; null where the version has them already. */
async function unlessKnown(order: ImportOrder, parent: DatasetVersion | null, file: LogFile, format: string): Promise<FileIdentity | null> {
  const bytes = (await stat(file.path)).size;
  const sha256 = await sha256Of(file.path, order.signal);
  const mapping = { format, ...order.mapping };
  if (parent !== null && (await isKnown(parent, sha256, mapping, order.mode))) return null;
  return { sha256, bytes, mapping, tell: (step, share) => order.onProgress?.({ step, bytesRead: Math.round(bytes * (step === 'read' ? (share ?? 0) : 1)), bytes, share }) };
}

function finishFile(order: ImportOrder, parent: DatasetVersion | null, engine: EventEngine, c: EngineConnection, { sha256, bytes, mapping, tell }: FileIdentity, { staged: { records, ...rest }, details }: StagedFile): Promise<Imported> {
  const staged: StagedLog = { ...rest, source: { name: order.name ?? sourceName(order.source), sha256, bytes, records }, mapping };
  return finish(order, parent, engine, c, { staged, details }, tell);
}

interface Session {
  readonly engine: EventEngine;
  readonly c: EngineConnection;
}

/** The work may begin while the engine is still being opened. */
export async function withEngine<T>(order: Pick<ImportOrder, 'dir' | 'memoryLimit' | 'threads'>, tempDir: string, files: readonly string[], work: (session: Promise<Session>) => Promise<T>): Promise<T> {
  const session = openSession(order, tempDir, files);
  // Whoever waits for it hears of a failure; until then it is nobody's.
  session.catch(() => {});
  try {
    return await work(session);
  } finally {
    const opened = await session.catch(() => undefined);
    opened?.c.close();
    await opened?.engine.close();
  }
}

async function openSession(order: Pick<ImportOrder, 'dir' | 'memoryLimit' | 'threads'>, tempDir: string, files: readonly string[]): Promise<Session> {
  const engine = await openEngine({ tempDir, folders: [foldersOf(order.dir).parts, foldersOf(order.dir).work], files, ...(order.memoryLimit === undefined ? {} : { memoryLimit: order.memoryLimit }), ...(order.threads === undefined ? {} : { threads: order.threads }) });
  return { engine, c: await engine.connect() };
}

/** Writes what is staged as a version, and says what happened. */
export async function finish(order: Pick<ImportOrder, 'dir' | 'mode' | 'signal' | 'perBucket' | 'pseudonym' | 'increment' | 'mostSegments'>, parent: DatasetVersion | null, engine: EventEngine, c: EngineConnection, { staged, details }: Staging, tell: (step: 'write', share: number | undefined) => void): Promise<Imported> {
  const { dir, mode, signal, perBucket } = order;
  const columns = (await c.rows<{ n: string }>('SELECT DISTINCT "column" AS n FROM stage_dictionary')).map((r) => r.n);
  const hidden = order.pseudonym === undefined ? [] : staged.personal.filter((p) => columns.includes(p));
  const personal = order.pseudonym === undefined ? [] : await pseudonymise(c, hidden, order.pseudonym);
  // A broken record is quoted whole, names and all; where names are to be hidden its line must do.
  if (hidden.length > 0) await c.run(`UPDATE stage_rejected SET value = NULL WHERE what = 'record' AND reason NOT LIKE 'the time in %'`);
  tell('write', 0);
  const { version, duplicates, arrival, unchanged, findings } = await writeVersion(c, { engine, dir, staged: { ...staged, personal: [...hidden, ...(staged.hidden?.columns ?? [])] }, parent, mode, signal, perBucket, mayBeEmpty: order.increment === true, mostSegments: order.mostSegments, onShare: (share) => tell('write', share) });
  const byRow = (await c.rows<{ n: number }>(`SELECT count(*) AS n FROM duckdb_columns() WHERE table_name = 'stage_rejected' AND column_name = 'row'`))[0]!.n > 0;
  const rejected = await c.rows<{ row: number | null; line: number | null; reason: string; value: string | null }>(`SELECT ${byRow ? '"row"' : 'NULL::BIGINT AS "row"'}, line, reason, value FROM stage_rejected ORDER BY line${byRow ? ', "row"' : ''} LIMIT 100`);
  const [{ count } = { count: 0 }] = await c.rows<{ count: number }>('SELECT coalesce(sum(events), 0)::BIGINT AS count FROM stage_rejected');
  const { counts } = version.manifest;
  return {
    version, personal: [...personal, ...(staged.hidden?.values ?? [])], rejected,
    report: { events: counts.events, cases: counts.cases, rejected: count, duplicates, unpaired: counts.unpairedStarts + (version.manifest.instances === null && !version.manifest.columns.start ? 0 : counts.unpairedEnds), unchanged, ...arrival, ...details, ...(details.ocel === undefined ? {} : { ocel: { ...details.ocel, findings: [...details.ocel.findings, ...findings] } }) },
  };
}

async function isKnown(version: DatasetVersion, sha256: string, mapping: Record<string, unknown>, mode: ImportMode): Promise<boolean> {
  const { manifest } = version;
  if (canonicalJson(manifest.mapping) !== canonicalJson(mapping)) return false;
  if (mode === 'append') return manifest.sources.some((s) => s.sha256 === sha256);
  // The same file once more is how a version that is damaged on disk is made whole.
  return manifest.sources.length === 1 && manifest.sources[0]!.sha256 === sha256 && wholeOrCleared(version);
}

/** What an import gives that changed nothing: the version that is there. */
export function nothingNew(version: DatasetVersion): Imported {
  const { counts } = version.manifest;
  return { version, personal: [], rejected: [], report: { events: counts.events, cases: counts.cases, rejected: 0, duplicates: 0, zoneless: 0, gaps: 0, ambiguous: 0, unpaired: counts.unpairedStarts, found: [], unchanged: true, ...noArrival } };
}

function knownTypes({ manifest }: DatasetVersion): Map<string, ColumnType> {
  const of: Record<StageType, ColumnType> = { code: 'text', text: 'text', double: 'number', integer: 'integer', boolean: 'boolean', timestamp: 'time' };
  return new Map([...manifest.eventAttributes, ...manifest.caseAttributes].map((a) => [a.name, of[a.type]]));
}
