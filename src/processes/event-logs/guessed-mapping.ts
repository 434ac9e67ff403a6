import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../../platform/errors/index.ts';
import { type CsvSource, guessMapping, noColumn, openCsv, sampleCsv } from './csv/index.ts';
import type { CsvMapping } from './schemas.ts';
import { logFile, type LogFormat } from './versions/log-file.ts';
import type { LogSource } from './xes/index.ts';

/** What a file needs to be read without anybody being asked. */
export interface Guessed {
  readonly format: LogFormat;
  /** What the file is called in messages. */
  readonly name: string;
  /** Null for XES, which needs none. */
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
  let csv: CsvSource | undefined;
  try {
    const file = await logFile(source, work, signal);
    if (file.format === 'xes') return { format: 'xes', name: file.name, mapping: null, guessed: [], doubts: [] };
    csv = await openCsv(file.source(), { tempDir: work, encoding: stated.encoding, signal });
    const sample = sampleCsv(csv.head, { name: csv.name, whole: csv.whole, delimiter: stated.delimiter });
    const guess = guessMapping(sample, stated);
    const mine = { nullText: guess.mapping.nullText, delimiter: sample.delimiter, ...Object.fromEntries(Object.entries(stated).filter(([, v]) => v !== undefined)) } as Partial<CsvMapping>;
    const roles = { case: mine.case ?? guess.mapping.case, activity: mine.activity ?? guess.mapping.activity, time: mine.time ?? guess.mapping.time };
    const missing = (['case', 'activity', 'time'] as const).filter((k) => roles[k] === '');
    if (missing.length > 0) throw problem('bad-input', { detail: `No column looks like the ${missing.join(' and the ')}`, value: sample.columns.join(', ').slice(0, 200), wanted: missing.map((m) => `--${m} COLUMN`).join(' '), at: { file: csv.name, line: 1 } });
    const timeFormat = mine.timeFormat ?? (roles.time === guess.mapping.time ? guess.mapping.timeFormat : undefined);
    const guessed = (['case', 'activity', 'time', 'nullText'] as const).filter((k) => stated[k] === undefined && (k !== 'nullText' || mine.nullText !== undefined));
    const mapping: CsvMapping = { ...mine, ...roles, ...(timeFormat === undefined ? {} : { timeFormat }) };
    if (mapping.nullText === undefined) delete mapping.nullText;
    return { format: 'csv', name: csv.name, mapping, guessed: [...guessed, ...(stated.timeFormat === undefined && timeFormat !== undefined && timeFormat !== 'iso' ? ['timeFormat' as const] : [])], doubts: guess.doubts.filter((d) => !d.startsWith(noColumn)) };
  } finally {
    await csv?.close();
    await rm(work, { recursive: true, force: true });
  }
}
