import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../../platform/errors/index.ts';
import { type CsvSample, guessMapping, noColumn, openCsv, sampleCsv } from './csv/index.ts';
import type { CsvMapping } from './schemas.ts';
import { parquetSample, plainParquet } from './parquet/index.ts';
import type { LogFormat } from './versions/format.ts';
import { type LogFile, logFile } from './versions/log-file.ts';
import { STANDARD } from './writers/columns.ts';
import type { LogSource } from './xes/index.ts';

/** What a file needs to be read without anybody being asked. */
export interface Guessed {
  readonly format: LogFormat;
  /** What the file is called in messages. */
  readonly name: string;
  /** Null for XES and object-centric logs, which say themselves what is what. */
  readonly mapping: CsvMapping | null;
  /** Parts of the mapping that nobody stated. */
  readonly guessed: readonly ('case' | 'activity' | 'time' | 'timeFormat' | 'nullText')[];
  readonly doubts: readonly string[];
}

/**
 * Completes what was stated of a delimited file's mapping by a guess from its head; says what was guessed.
 * Throws a Problem where the case, the activity or the time is neither stated nor to be guessed.
 */
export async function guessedMapping(source: LogSource, stated: Partial<CsvMapping>, tempDir: string, signal?: AbortSignal): Promise<Guessed> {
  const work = await mkdtemp(join(tempDir, `look-${process.pid}-`));
  try {
    const file = await logFile(source, work, signal);
    const { name, format } = file;
    if (format === 'xes' || format === 'ocel') return { format, name, mapping: null, guessed: [], doubts: [] };
    return { format, name, ...completed(await (format === 'csv' ? sampleOfCsv : sampleOfParquet)(file, stated, work, signal), stated, file) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function sampleOfCsv(file: LogFile, stated: Partial<CsvMapping>, work: string, signal?: AbortSignal): Promise<CsvSample> {
  const csv = await openCsv(file.source(), { tempDir: work, encoding: stated.encoding, signal });
  try {
    return sampleCsv(csv.head, { name: csv.name, whole: csv.whole, delimiter: stated.delimiter });
  } finally {
    await csv.close();
  }
}

async function sampleOfParquet(file: LogFile, _: Partial<CsvMapping>, work: string, signal?: AbortSignal): Promise<CsvSample> {
  const plain = await plainParquet(file.path, file.name, work, signal);
  const { sample } = await parquetSample(plain.path, file.name, work, { signal });
  await plain.close();
  return sample;
}

function completed(sample: CsvSample, stated: Partial<CsvMapping>, { name, format }: LogFile): Pick<Guessed, 'guessed' | 'doubts'> & { readonly mapping: CsvMapping } {
  const guess = guessMapping(sample, stated);
  // A Parquet file has values that are missing as such; a text in it is a text.
  const mine = { ...(format === 'parquet' ? standardRoles(sample) : {}), ...(format === 'csv' ? { nullText: guess.mapping.nullText, delimiter: sample.delimiter } : {}), ...Object.fromEntries(Object.entries(stated).filter(([, v]) => v !== undefined)) } as Partial<CsvMapping>;
  const roles = { case: mine.case ?? guess.mapping.case, activity: mine.activity ?? guess.mapping.activity, time: mine.time ?? guess.mapping.time };
  const missing = (['case', 'activity', 'time'] as const).filter((k) => roles[k] === '');
  if (missing.length > 0) throw problem('bad-input', { detail: `No column looks like the ${missing.join(' and the ')}`, value: sample.columns.join(', ').slice(0, 200), wanted: missing.map((m) => `--${m} COLUMN`).join(' '), at: { file: name, line: 1 } });
  const timeFormat = mine.timeFormat ?? (roles.time === guess.mapping.time ? guess.mapping.timeFormat : undefined);
  const guessed = (['case', 'activity', 'time', 'nullText'] as const).filter((k) => stated[k] === undefined && (k !== 'nullText' || mine.nullText !== undefined));
  const mapping: CsvMapping = { ...mine, ...roles, ...(timeFormat === undefined ? {} : { timeFormat }) };
  if (mapping.nullText === undefined) delete mapping.nullText;
  return { mapping, guessed: [...guessed, ...(stated.timeFormat === undefined && timeFormat !== undefined && timeFormat !== 'iso' ? ['timeFormat' as const] : [])], doubts: guess.doubts.filter((d) => !d.startsWith(noColumn)) };
}

/** Columns that XES, PM4Py and our own files call so mean what they are called. */
function standardRoles({ columns }: CsvSample): Partial<CsvMapping> {
  if (!columns.includes(STANDARD.case) || !columns.includes(STANDARD.activity)) return {};
  return Object.fromEntries((['start', 'lifecycle', 'resource', 'instance'] as const).flatMap((role) => (columns.includes(STANDARD[role]) ? [[role, STANDARD[role]]] : [])));
}
