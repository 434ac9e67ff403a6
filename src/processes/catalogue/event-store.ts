import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem, type ProblemDetail } from '../../platform/errors/index.ts';
import type { Pseudonymiser } from '../../platform/personal/index.ts';
import { type CsvSource, guessMapping, isNotUtf8, openCsv, planCsv, sampleCsv } from '../event-logs/csv/index.ts';
import { logFile } from '../event-logs/versions/log-file.ts';
import { importLog, makeFolders, type DatasetVersion, type Manifest } from '../event-logs/versions/index.ts';
import type { EventFiles, Looked, StageRequest } from './event-files.ts';
import type { Reading, StagedVersion } from './model.ts';

const OTHER_ENCODING = 'windows-1252';

/** The event store below `dir`; personal columns become pseudonyms. */
export function eventFiles(dir: string, pseudonym: Pseudonymiser): EventFiles {
  return {
    format: async (path) => (await logFile({ path }, dir)).format,
    check: (path, name, reading) => check(dir, path, reading).catch((error: unknown) => { throw called(error, path, name); }),
    look: (path, name) => look(dir, path, name).catch((error: unknown) => { throw called(error, path, name); }),
    stage: (request) => stage(dir, pseudonym, request).catch((error: unknown) => { throw called(error, request.path, request.fileName); }),
  };
}

/** A problem that names the file as its owner calls it, not where it waits in the data folder. */
function called(error: unknown, path: string, name: string): unknown {
  if (!(error instanceof Problem)) return error;
  const again = (d: ProblemDetail): ProblemDetail => ({
    detail: d.detail.replaceAll(path, name), ...(d.value === undefined ? {} : { value: d.value.replaceAll(path, name) }), ...(d.wanted === undefined ? {} : { wanted: d.wanted }),
    ...(d.at === undefined ? {} : { at: d.at.file === path || d.at.file === basename(path) ? { ...d.at, file: name } : d.at }),
  });
  return new Problem(error.code, again({ detail: error.detail, ...(error.value === undefined ? {} : { value: error.value }), ...(error.wanted === undefined ? {} : { wanted: error.wanted }), ...(error.at === undefined ? {} : { at: error.at }) }), error.errors.map(again), error);
}

/** Looks at the head of a file: what it is, and for a delimited one a guess of its columns with some rows. */
async function look(dir: string, path: string, name: string): Promise<Looked> {
  const { format } = await logFile({ path }, dir);
  if (format === 'xes') return { format, columns: [], guess: null, doubts: [], sample: [] };
  return withWork(dir, async (tempDir) => {
    // A spreadsheet's export is often not UTF-8: that is shown as a guess to be confirmed, not refused.
    const utf8 = await openCsv({ path }, { tempDir }).catch((error: unknown) => { if (isNotUtf8(error)) return undefined; throw error; });
    return closing(utf8 ?? await openCsv({ path }, { tempDir, encoding: OTHER_ENCODING }), (csv) => {
      const sample = sampleCsv(csv.head, { name, whole: csv.whole });
      const guess = guessMapping(sample);
      const { columns } = guess;
      const mapping = utf8 === undefined ? { ...guess.mapping, encoding: OTHER_ENCODING } : guess.mapping;
      const doubts = utf8 === undefined ? [`The file is not UTF-8 and was read as ${OTHER_ENCODING}: check that accented letters look right.`, ...guess.doubts] : guess.doubts;
      const rows = sample.rows.slice(0, 20).map((r) => Object.fromEntries(sample.columns.map((c, i) => [c, r[i] ?? null])));
      return { format, columns: columns.map((c) => ({ name: c.name, type: c.type, examples: [...c.examples] })), guess: mapping, doubts: [...doubts], sample: rows };
    });
  });
}

/** Refuses a reading that does not fit the head of a delimited file: no such column, no such format of times. */
async function check(dir: string, path: string, reading: Reading): Promise<void> {
  if (reading.format === 'xes') return;
  const { mapping, zone } = reading;
  await withWork(dir, async (tempDir) => closing(await openCsv({ path }, { tempDir, encoding: mapping.encoding }), (csv) => {
    planCsv(sampleCsv(csv.head, { name: csv.name, whole: csv.whole, delimiter: mapping.delimiter }), { ...mapping, zone }, csv.name);
  }));
}

async function withWork<T>(dir: string, use: (tempDir: string) => Promise<T>): Promise<T> {
  const tempDir = await mkdtemp(join((await makeFolders(dir)).work, `look-${process.pid}-`));
  try {
    return await use(tempDir);
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}

async function closing<T>(csv: CsvSource, use: (csv: CsvSource) => T): Promise<T> {
  try {
    return use(csv);
  } finally {
    await csv.close();
  }
}

async function stage(dir: string, pseudonym: Pseudonymiser, r: StageRequest): Promise<StagedVersion> {
  const parent: DatasetVersion | null = r.current === null ? null : { id: r.current.id, manifest: r.current.manifest as Manifest, dir };
  const done = await importLog({
    dir, source: { path: r.path }, name: r.fileName, mapping: mappingOf(r.reading), parent, mode: r.mode, pseudonym, signal: r.signal,
    onProgress: ({ step, bytesRead, bytes }) => r.onProgress({ step, bytesRead, bytes, share: null }),
  });
  const { manifest } = done.version;
  const { events, cases, rejected: count, duplicates, late, newCases, casesJoined, gaps, ambiguous, unpaired, unchanged } = done.report;
  return {
    id: done.version.id, manifest, firstEvent: new Date(manifest.firstEvent / 1000), lastEvent: new Date(manifest.lastEvent / 1000),
    report: { events, cases, rejected: count, duplicates, late, newCases, casesJoined, gaps, ambiguous, unpaired, unchanged },
    personal: done.personal.map(({ pseudonym, original }) => ({ pseudonym, original })),
  };
}

function mappingOf(reading: Reading) {
  return reading.format === 'csv' ? { ...reading.mapping, zone: reading.zone } : { zone: reading.zone, ...(reading.classifier === undefined ? {} : { classifier: reading.classifier }) };
}
