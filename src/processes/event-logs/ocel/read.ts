import { chmod, copyFile, open, rm, stat } from 'node:fs/promises';
import { createWriteStream, constants } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { DEFAULT_LIMITS, type LogSource, sourceName, unpacked, utf8Chunks } from '../xes/source.ts';
import { readOcelJson } from './json.ts';
import { finding, type OcelEncoding, type OcelFinding, type OcelReport } from './model.ts';
import { type HiddenPersons, hidePersons, type HidePersons, withoutNames } from './persons.ts';
import { oneCodeEach, TEXTS } from './raw-tables.ts';
import { settleOcel, type Zoneless } from './settle.ts';
import { readOcelSqlite } from './sqlite.ts';
import { OcelStaging } from './staging.ts';
import { OcelXml } from './xml.ts';

export interface ReadOcelOptions {
  /** Where a copy of a database is put while it is read. */
  readonly tempDir: string;
  /** IANA zone of times that carry none; null: nobody said it, and such a time is refused. */
  readonly zone?: string | null | undefined;
  /** SQL relation of objects (id, type) that are known without the file: its events may refer to them. */
  readonly known?: string | undefined;
  /** Persons become pseudonyms; without it they stay as they are. */
  readonly hide?: HidePersons | undefined;
  readonly onRead?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads an OCEL 2.0 log into tables of the connection (`settleOcel` names them). Memory does not grow with the log: texts are read an element at
 * a time, databases some thousand rows at a time, and the engine spills.
 * Throws a Problem with the place for what makes the whole file useless.
 */
export async function readOcel(c: EngineConnection, source: LogSource, encoding: OcelEncoding, options: ReadOcelOptions): Promise<{ report: OcelReport; zoneless: Zoneless; hidden: HiddenPersons }> {
  const staging = await OcelStaging.open(c);
  const name = sourceName(source);
  const { onRead = () => {}, signal } = options;
  if (encoding === 'json') await readOcelJson(unpacked(source, name, DEFAULT_LIMITS, onRead, signal), name, staging);
  else if (encoding === 'xml') {
    const xml = new OcelXml(name, staging);
    for await (const chunk of utf8Chunks(source, DEFAULT_LIMITS, onRead, () => xml.lineAtEnd(), signal)) xml.push(chunk);
    xml.end();
  } else await readCopy(source, name, staging, options);
  const read = staging.close();
  const hidden = options.hide === undefined ? { persons: { objectTypes: [], attributes: [] }, values: [] } : await hidePersons(c, options.hide, options.known);
  await oneCodeEach(c);
  const told = [...read, ...(options.known === undefined ? [] : await addKnown(c, options.known))];
  const settled = await settleOcel(c, { zone: options.zone === undefined ? 'UTC' : options.zone, file: name }, told, { signal });
  if (settled.report.events > 0) return { ...settled, report: { ...settled.report, findings: withoutNames(settled.report.findings, hidden.persons) }, hidden };
  const [first] = await c.rows<{ line: number | null; reason: string; value: string | null }>('SELECT line, reason, value FROM stage_rejected ORDER BY "row" LIMIT 1');
  throw problem('bad-input', {
    detail: first === undefined ? 'There is no event in the log' : `No event of the log can be read; the first: ${first.reason}`, ...(first?.value == null ? {} : { value: first.value }),
    wanted: 'at least one event with an id, a type and a time', at: { file: name, ...(first?.line == null ? {} : { line: first.line }) },
  });
}

/** Objects that an increment refers to and does not repeat. */
async function addKnown(c: EngineConnection, known: string): Promise<OcelFinding[]> {
  const { object: ids, word: words } = TEXTS;
  await c.run(`INSERT INTO ${words} SELECT (SELECT coalesce(max(code), -1) FROM ${words}) + row_number() OVER (ORDER BY type), type FROM (SELECT DISTINCT type FROM ${known}) WHERE type NOT IN (SELECT text FROM ${words})`);
  const added = await c.run(`INSERT INTO ocel_raw_objects ("row", id, type) SELECT 1_000_000_000_000 + row_number() OVER (ORDER BY k.id), i.code, w.code FROM ${known} k JOIN ${ids} i ON i.text = k.id JOIN ${words} w ON w.text = k.type
    WHERE i.code IN (SELECT object FROM ocel_raw_e2o UNION SELECT source FROM ocel_raw_o2o UNION SELECT target FROM ocel_raw_o2o UNION SELECT id FROM ocel_raw_object_values) AND NOT EXISTS (SELECT 1 FROM ocel_raw_objects r WHERE r.id = i.code)`);
  if (added === 0) return [];
  const [first] = await c.rows<{ id: string }>(`SELECT i.text AS id FROM ocel_raw_objects r JOIN ${ids} i ON i.code = r.id ORDER BY r."row" DESC LIMIT 1`);
  return [finding('object-known', added, first?.id ?? null, null)];
}

/** The database is read from a copy of our own: reading it where it is would leave a lock beside it, and somebody might write to it. */
async function readCopy(source: LogSource, name: string, staging: OcelStaging, { tempDir, onRead = () => {}, signal }: ReadOcelOptions): Promise<void> {
  const path = join(tempDir, `ocel-${process.pid}.sqlite`);
  try {
    const packed = 'path' in source && (await firstBytes(source.path, 2)).equals(Buffer.from([0x1f, 0x8b]));
    if ('path' in source && !packed) {
      await refuseUnfinished(source.path, name);
      await copyFile(source.path, path, constants.COPYFILE_FICLONE);
      await chmod(path, 0o600);
    }
    else await pipeline(Readable.from(unpacked(source, name, DEFAULT_LIMITS, onRead, signal), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    await outOfWalMode(path);
    await readOcelSqlite(path, name, staging, async () => {
      signal?.throwIfAborted();
      await new Promise((done) => { setImmediate(done); });
    });
  } finally {
    await rm(path, { force: true });
  }
}

async function refuseUnfinished(path: string, name: string): Promise<void> {
  const log = await stat(`${path}-wal`).catch(() => undefined);
  if (log !== undefined && log.size > 0) throw problem('bad-input', { detail: 'The SQLite file has changes that are not in it yet', value: `${name}-wal has ${log.size} bytes`, wanted: 'a database that every program has closed', at: { file: name } });
}

async function firstBytes(path: string, n: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(n), 0, n, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A database that was written with a write-ahead log is whole once that is empty, but would ask for shared memory to be read. */
async function outOfWalMode(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 18);
    if (bytesRead === 2 && (buffer[0] === 2 || buffer[1] === 2)) await file.write(Buffer.from([1, 1]), 0, 2, 18);
  } finally {
    await file.close();
  }
}
