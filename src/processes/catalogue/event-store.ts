import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem, type ProblemDetail } from '../../platform/errors/index.ts';
import type { Pseudonymiser } from '../../platform/personal/index.ts';
import { type CsvPlan, type CsvSample, type CsvSource, guessMapping, isNotUtf8, localTimeOf, openCsv, planCsv, sampleCsv } from '../event-logs/csv/index.ts';
import { type OcelReport, personTypes, refusePersonType, refuseType } from '../event-logs/ocel/index.ts';
import { reportOfOcel } from '../event-logs/ocel-map.ts';
import { parquetSample, plainParquet } from '../event-logs/parquet/index.ts';
import { logFile } from '../event-logs/versions/log-file.ts';
import { flattenVersion, type Imported, orDamage, importLog, makeFolders, type DatasetVersion, type Manifest } from '../event-logs/versions/index.ts';
import { zoneUnsaid } from '../event-logs/zone-unsaid.ts';
import type { EventFiles, FlattenRequest, Looked, StageRequest } from './event-files.ts';
import { inLittleMemory } from './little-memory.ts';
import type { Reading, StagedVersion } from './model.ts';

const OTHER_ENCODING = 'windows-1252';

/** The event store below `dir`; personal columns become pseudonyms. */
export function eventFiles(dir: string, pseudonym: Pseudonymiser): EventFiles {
  const seen = new SeenTypes();
  return {
    format: async (path) => (await logFile({ path }, dir)).format,
    check: (path, name, reading) => check(dir, path, reading, seen).catch((error: unknown) => { throw called(error, path, name); }),
    look: (path, name) => look(dir, path, name, seen).catch((error: unknown) => { throw called(error, path, name); }),
    flatten: (request) => flattenStored(dir, request),
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
async function look(dir: string, path: string, name: string, seen: SeenTypes): Promise<Looked> {
  const { format } = await logFile({ path }, dir);
  if (format === 'xes') return { format, columns: [], guess: null, doubts: [], sample: [] };
  if (format === 'ocel') return lookAtOcel(dir, path, seen);
  if (format === 'parquet') return lookAtParquet(dir, path, name);
  return withWork(dir, async (tempDir) => {
    // A spreadsheet's export is often not UTF-8: that is shown as a guess to be confirmed, not refused.
    const utf8 = await openCsv({ path }, { tempDir }).catch((error: unknown) => { if (isNotUtf8(error)) return undefined; throw error; });
    return closing(utf8 ?? await openCsv({ path }, { tempDir, encoding: OTHER_ENCODING }), (csv) => {
      const seen = seenIn(sampleCsv(csv.head, { name, whole: csv.whole }));
      if (utf8 !== undefined) return { format, ...seen };
      return { format, ...seen, guess: { ...seen.guess, encoding: OTHER_ENCODING }, doubts: [`The file is not UTF-8 and was read as ${OTHER_ENCODING}: check that accented letters look right.`, ...seen.doubts] };
    });
  });
}

/** What a sample shows: the columns, a guess of what they are, and some rows. */
function seenIn(sample: CsvSample) {
  const { columns, mapping, doubts } = guessMapping(sample);
  const rows = sample.rows.slice(0, 20).map((r) => Object.fromEntries(sample.columns.map((c, i) => [c, r[i] ?? null])));
  return { columns: columns.map((c) => ({ name: c.name, type: c.type, examples: [...c.examples] })), guess: mapping, doubts: [...doubts], sample: rows };
}

/** Files whose object types are remembered; each is some names and numbers. */
const REMEMBERED = 100;

/** The object types of the files that were looked at last: to tell them again a file would be read once more, to its end. */
class SeenTypes {
  readonly #types = new Map<string, OcelReport['objectTypes']>();

  remember(path: string, types: OcelReport['objectTypes']): void {
    this.#types.set(path, types);
    const [oldest] = this.#types.keys();
    if (this.#types.size > REMEMBERED && oldest !== undefined) this.#types.delete(oldest);
  }

  of(path: string): OcelReport['objectTypes'] | undefined {
    return this.#types.get(path);
  }
}

/** An object-centric file is read to its end: only then its objects are counted, and what is wrong in it is known. */
async function lookAtOcel(dir: string, path: string, seen: SeenTypes): Promise<Looked> {
  const found = await withWork(dir, (tempDir) => reportOfOcel({ source: { path }, tempDir }));
  if (found === null) throw new Error('an object-centric file is told by its content');
  seen.remember(path, found.report.objectTypes);
  return { format: 'ocel', columns: [], guess: null, objectTypes: found.choices, attributes: found.attributes, persons: { objectTypes: [...found.persons.objectTypes], attributes: [...found.persons.attributes] }, findings: [...found.report.findings], doubts: [], sample: [] };
}

async function lookAtParquet(dir: string, path: string, name: string): Promise<Looked> {
  const seen = seenIn(await sampleOfParquet(dir, path, name));
  // A Parquet file has values that are missing as such, and no characters between its fields.
  const { nullText: _, delimiter: __, ...guess } = seen.guess;
  return { format: 'parquet', ...seen, guess };
}

async function sampleOfParquet(dir: string, path: string, name: string): Promise<CsvSample> {
  return withWork(dir, async (tempDir) => {
    const plain = await plainParquet(path, name, tempDir);
    return (await parquetSample(plain.path, name, tempDir)).sample;
  });
}

/** Refuses a reading that does not fit the head of a delimited file: no such column, no such format of times. */
async function check(dir: string, path: string, reading: Reading, seen: SeenTypes): Promise<void> {
  if (reading.format === 'xes') return;
  if (reading.format === 'ocel') {
    const types = seen.of(path) ?? (await withWork(dir, (tempDir) => reportOfOcel({ source: { path }, tempDir, zone: reading.zone })))?.report.objectTypes;
    if (types === undefined) return;
    refuseType({ objectTypes: types }, reading.objectType, path);
    refusePersonType({ objectTypes: personTypes(reading.personal, Object.keys(types)), attributes: [] }, reading.objectType, path);
    return;
  }
  const { mapping, zone } = reading;
  const plan = (sample: CsvSample, name: string) => { refuseLocal(sample, planCsv(sample, { ...mapping, zone }, name), zone, name); };
  if (reading.format === 'parquet') return plan(await sampleOfParquet(dir, path, path), path);
  await withWork(dir, async (tempDir) => closing(await openCsv({ path }, { tempDir, encoding: mapping.encoding }), (csv) => {
    plan(sampleCsv(csv.head, { name: csv.name, whole: csv.whole, delimiter: mapping.delimiter }), csv.name);
  }));
}

/** Where nobody said a zone, the head of a file shows already whether its times need one. */
function refuseLocal(sample: CsvSample, plan: CsvPlan, zone: string | undefined, file: string): void {
  const found = zone === undefined ? localTimeOf(sample, plan) : null;
  if (found !== null) throw zoneUnsaid({ value: sample.rows[found.row]?.[found.column] ?? '', of: `“${sample.columns[found.column]}”, row ${found.row + 1},`, file });
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
  const done = await inLittleMemory(r.path, (memory) => importLog({
    ...memory, dir, zoneUnsaid: r.reading.zone === undefined, source: { path: r.path }, name: r.fileName, mapping: mappingOf(r.reading), parent, mode: r.mode, pseudonym: r.pseudonymised === true ? (as) => as : pseudonym, signal: r.signal, increment: r.increment === true,
    onProgress: ({ step, bytesRead, bytes }) => r.onProgress({ step, bytesRead, bytes, share: null }),
  })).catch(async (error: unknown) => { throw parent === null ? error : await orDamage(error, parent, r.eventLog); });
  return { ...stagedVersion(done), rejectedRows: done.rejected };
}

function stagedVersion({ version, report, personal }: Imported): StagedVersion {
  const { manifest } = version;
  const { events, cases, rejected, duplicates, late, newCases, casesJoined, gaps, ambiguous, unpaired, unchanged, found, ocel } = report;
  return {
    id: version.id, manifest, firstEvent: new Date(manifest.firstEvent / 1000), lastEvent: new Date(manifest.lastEvent / 1000),
    report: { events, cases, rejected, duplicates, late, newCases, casesJoined, gaps, ambiguous, unpaired, unchanged, found, ...(ocel === undefined ? {} : { ocel }) },
    personal: personal.map(({ pseudonym, original }) => ({ pseudonym, original })),
  };
}

async function flattenStored(dir: string, { from, objectType, current, signal, onProgress }: FlattenRequest): Promise<StagedVersion> {
  const version = (v: { readonly id: string; readonly manifest: unknown }): DatasetVersion => ({ id: v.id, manifest: v.manifest as Manifest, dir });
  return stagedVersion(await flattenVersion({ dir, from: version(from), objectType, parent: current === null ? null : version(current), signal, onProgress: ({ step, bytesRead, bytes }) => onProgress({ step, bytesRead, bytes, share: null }) }));
}

function mappingOf(reading: Reading) {
  const zone = reading.zone === undefined ? {} : { zone: reading.zone };
  if (reading.format === 'ocel') return { ...zone, objectType: reading.objectType, ...(reading.personal === undefined ? {} : { personal: reading.personal }) };
  return reading.format !== 'xes' ? { ...reading.mapping, ...zone } : { ...zone, ...(reading.classifier === undefined ? {} : { classifier: reading.classifier }) };
}
