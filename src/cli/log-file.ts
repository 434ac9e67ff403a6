import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { type EngineConnection, openEngine } from '../platform/event-engine/index.ts';
import { problem } from '../platform/errors/index.ts';
import { type CsvMapping, type DatasetVersion, guessedMapping, type Imported, importLog, type ImportProgress, type LogSource, type OcelMapping, type XesMapping } from '../processes/event-logs/index.ts';
import { progressLine, type ProgressLine } from './progress.ts';
import { prose, terminalWidth } from './text-table.ts';
import { flagOf, refuseMisplaced, statedMapping, withReadingOptions, type ReadingOptions } from './reading-options.ts';

/** How a file is to be read, as said on the command line. */
export interface LogOptions extends ReadingOptions {
  readonly json?: boolean;
}

/** Adds the file and the options that say how to read it. */
export function withLogOptions(command: Command): Command {
  return withReadingOptions(command.argument('<file>', 'CSV, TSV, XES, OCEL 2.0 (JSON, XML, SQLite) or Parquet; may end in .gz; - for standard input'))
    .option('--zone <zone>', 'IANA zone of times that carry none', 'UTC')
    .option('--json', 'one JSON document on stdout');
}

/** A log as it was asked for on the command line. */
export interface OpenLog {
  readonly c: EngineConnection;
  readonly version: DatasetVersion;
  readonly imported: Imported;
  readonly signal: AbortSignal;
}

/** What a file is read with: the mapping as said, completed by a guess that is told on stderr. */
export interface ReadingOf {
  readonly source: () => LogSource;
  readonly mapping: CsvMapping | XesMapping | OcelMapping;
  readonly tempDir: string;
  readonly signal: AbortSignal;
  readonly progress: ProgressLine;
}

/** Settles how `file` is read and hands it to `work`; what is made on the way is removed, also on Ctrl-C. */
export async function withReading<T>(file: string, options: LogOptions, work: (reading: ReadingOf) => Promise<T>): Promise<T> {
  return withSource(file, async (source, signal, tempDir) => work(await readingOf(source, options, tempDir, signal)));
}

/** Settles how a source is read. */
export async function readingOf(source: () => LogSource, options: LogOptions, tempDir: string, signal: AbortSignal): Promise<ReadingOf> {
  return { source, mapping: await settledMapping(source(), options, tempDir, signal), tempDir, signal, progress: progressLine() };
}

/** Hands `file` to `work` as it is, to be read as often as needed. */
export async function withSource<T>(file: string, work: (source: () => LogSource, signal: AbortSignal, tempDir: string) => Promise<T>): Promise<T> {
  const tempDir = await mkdtemp(join(tmpdir(), 'hymnsheet-log-'));
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once('SIGINT', interrupted);
  try {
    const path = file === '-' ? await kept(process.stdin, join(tempDir, 'stdin'), stop.signal) : file;
    return await work(() => (file === '-' ? { stream: createReadStream(path), name: 'standard input' } : { path }), stop.signal, tempDir);
  } finally {
    process.removeListener('SIGINT', interrupted);
    await rm(tempDir, { recursive: true, force: true });
  }
}

async function kept(stream: NodeJS.ReadStream, path: string, signal: AbortSignal): Promise<string> {
  if (stream.isTTY) throw problem('bad-input', { detail: 'Nothing is piped into standard input', wanted: 'a file, or a pipe: … | hymnsheet log summary -' });
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }), { signal });
  return path;
}

async function settledMapping(source: LogSource, o: LogOptions, tempDir: string, signal: AbortSignal): Promise<CsvMapping | XesMapping | OcelMapping> {
  const stated = { ...statedMapping(o), ...(o.zone === undefined ? {} : { zone: o.zone }) };
  const { format, name, mapping, guessed, doubts } = await guessedMapping(source, stated, tempDir, signal);
  refuseMisplaced(format, o, name);
  if (format === 'ocel') return { ...(o.zone === undefined ? {} : { zone: o.zone }), ...(o.objectType === undefined ? {} : { objectType: o.objectType }) };
  if (mapping === null) return { ...(o.zone === undefined ? {} : { zone: o.zone }), ...(o.classifier === undefined ? {} : { classifier: o.classifier }) };
  if (guessed.length === 0) return mapping;
  process.stderr.write(`Guessed: ${guessed.map((g) => `${flagOf(g)} ${quoted(String(mapping[g]))}`).join(' ')}\n`);
  for (const doubt of guessed.some((g) => g !== 'nullText') ? doubts : []) process.stderr.write(prose(`Check: ${doubt}\n`, terminalWidth(process.stderr)));
  return mapping;
}

function quoted(text: string): string {
  return /^[\w:.%/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Imports a file into a throw-away store and hands over a session that asks it. */
export async function withLog<T>(file: string, options: LogOptions, ask: (log: OpenLog) => Promise<T>): Promise<T> {
  return withReading(file, options, (reading) => asked(file, reading, ask));
}

/** Imports a source into a throw-away store and hands over a session that asks it. */
export async function asked<T>(file: string, { source, mapping, tempDir, signal, progress }: ReadingOf, ask: (log: OpenLog) => Promise<T>): Promise<T> {
  const imported = await importLog({ dir: tempDir, source: source(), name: file, mapping, mode: 'replace', signal, onProgress: tells(progress) }).finally(progress.clear);
  const engine = await openEngine({ tempDir, folders: [tempDir] });
  const c = await engine.connect();
  try {
    return await ask({ c, version: imported.version, imported, signal });
  } finally {
    c.close();
    await engine.close();
  }
}

const STEPS = { read: 'reading', encode: 'encoding', write: 'sorting and writing' } as const;

/** Tells on a line how far an import is. */
export function tells(line: ProgressLine): (progress: Pick<ImportProgress, 'step' | 'share'>) => void {
  return ({ step, share }) => line.show(`${STEPS[step]}${share === undefined ? '' : ` ${Math.round(share * 100)} %`}`);
}
