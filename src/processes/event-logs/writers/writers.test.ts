import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine, type Row } from '../../../platform/event-engine/index.ts';
import { literal, type Stage } from '../stage/model.ts';
import { stageXes } from '../xes/index.ts';
import { decodedFrom, isoSql, outputColumns } from './columns.ts';
import { formatOf, writeLog } from './index.ts';
import { xesDocument } from './xes.ts';
import { neutralised } from './tables.ts';

const dir = mkdtempSync(join(tmpdir(), 'writers-'));
const logs = new URL('../../../../../shared/logs/', import.meta.url);
let engine: EventEngine;
let connection: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: tmpdir(), folders: [dir] });
  connection = await engine.connect();
});
afterAll(async () => {
  connection.close();
  await engine.close();
  rmSync(dir, { recursive: true });
});

async function staged(path: string): Promise<Stage> {
  for (const table of ['events', 'cases', 'dictionary', 'rejected']) await connection.run(`DROP TABLE IF EXISTS stage_${table}`);
  const { stage, report } = await stageXes(connection, { path });
  expect(report.rejected.entries).toBe(0);
  return stage;
}

/** Everything a log says, by name, in the order of a case's events; a time without an offset was written in UTC. */
async function contents(stage: Stage): Promise<Row[]> {
  const columns = [...outputColumns(stage)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const text = columns.map((c) => `${c.type === 'timestamp' ? `epoch_us(${c.sql})` : c.sql} AS "${c.name.replaceAll('"', '""')}"`);
  return connection.rows(`SELECT ${text.join(', ')}, coalesce(e."offset", 0) AS offset_minutes ${decodedFrom(stage)} ORDER BY d_case.value, e."row"`);
}

/** The same as one short text, for logs too long to compare value by value. */
async function digest(select: string, order: string): Promise<Row> {
  const [row] = await connection.rows(`SELECT count(*) AS n, md5(string_agg(md5(t::VARCHAR), '' ORDER BY ${order})) AS digest FROM (${select}) t`);
  return row!;
}
async function contentsDigest(stage: Stage): Promise<Row> {
  const columns = [...outputColumns(stage)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return digest(`SELECT ${columns.map((c) => `${c.sql} AS "${c.name}"`).join(', ')}, coalesce(e."offset", 0) AS o, e."row" - min(e."row") OVER (PARTITION BY e."case") AS i ${decodedFrom(stage)}`, '"case:concept:name", i');
}

const nasty = ['=1+1', '@SUM(A1)', '-2', '+3', '\tx', 'a,b', 'say "so"', "it's", 'two\nlines', 'tab\there', 'ä 日本 😀', '<&>', ' padded ', 'null', 'NULL', "'", ';', '0012'];
const nastyLog = join(dir, 'nasty.xes');
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
writeFileSync(nastyLog, `<log>${nasty.map((v, i) => `<trace><string key="concept:name" value="${xml(v)}"/><string key="Who" value="${xml(v)}"/><string key="who" value=""/><int key="n" value="${i}"/>${[0, 1].map((k) => `<event><string key="concept:name" value="${xml(v)}"/><date key="time:timestamp" value="2020-01-0${9 - k}T10:00:00.${k === 0 ? '123456' : '5'}${i % 2 === 0 ? '-03:30' : ''}"/><string key="org:resource" value="${xml(v)}"/><float key="f" value="${i / 7}"/><boolean key="b" value="${i % 2 === 0}"/><date key="d" value="1969-12-31T23:59:59.999Z"/><string key="=key &amp; more" value="${xml(v)}"/></event>`).join('')}</trace>`).join('')}</log>`);

const publicLogs = ['running-example.xes', 'sepsis.xes.gz', 'receipt.xes.gz', 'bpic2013-closed-problems.xes.gz'];

test('a log of nasty texts written as XES and read again says the same', async () => {
  const before = await contents(await staged(nastyLog));
  for (const out of ['out.xes', 'out.xes.gz']) {
    const path = join(dir, out);
    expect(await writeLog(connection, await staged(nastyLog), path)).toBe(before.length);
    expect(await contents(await staged(path))).toEqual(before);
  }
});

test.skipIf(!existsSync(logs)).each(publicLogs)('%s written as XES and read again says the same (skipped without ../shared)', async (file) => {
  const stage = await staged(new URL(file, logs).pathname);
  const before = await contentsDigest(stage);
  const path = join(dir, 'public.xes.gz');
  await writeLog(connection, stage, path);
  expect(await contentsDigest(await staged(path))).toEqual(before);
});

/** Digests of what a log says and of what its CSV, gzipped CSV and Parquet say. */
async function tableDigests(file: string): Promise<{ said: Row; written: Row }[]> {
  const digests: { said: Row; written: Row }[] = [];
  const stage = await staged(file);
  const columns = outputColumns(stage);
  const text = (c: (typeof columns)[number]): string => (c.type === 'timestamp' ? isoSql(c.sql, c.of === 'time' ? 'e."offset"' : null) : `${c.sql}::VARCHAR`);
  const rows = await digest(`SELECT ${columns.map((c, i) => `${text(c)} AS c${i}`).join(', ')}, row_number() OVER (ORDER BY e."row") AS i ${decodedFrom(stage)}`, 'i');
  for (const out of ['out.csv', 'out.csv.gz']) {
    await writeLog(connection, stage, join(dir, out));
    const names = columns.map((_, i) => `'c${i}'`).join(', ');
    digests.push({ said: rows, written: await digest(`SELECT *, row_number() OVER () AS i FROM read_csv(${literal(join(dir, out))}, header = true, all_varchar = true, names = [${names}], quote = '"', escape = '"', delim = ',', allow_quoted_nulls = false)`, 'i') });
  }
  await writeLog(connection, stage, join(dir, 'out.parquet'));
  const read = columns.map((c) => `"${c.name.replaceAll('"', '""')}"`);
  const direct = await digest(`SELECT ${columns.map((c, i) => `${c.type === 'timestamp' ? `epoch_us(${c.sql})` : c.sql} AS c${i}`).join(', ')}, e."offset" AS o, row_number() OVER (ORDER BY e."row") AS i ${decodedFrom(stage)}`, 'i');
  digests.push({ said: direct, written: await digest(`SELECT ${columns.map((c, i) => `${c.type === 'timestamp' ? `epoch_us(${read[i]})` : read[i]} AS c${i}`).join(', ')}, "time:offset" AS o, row_number() OVER () AS i FROM ${literal(join(dir, 'out.parquet'))}`, 'i') });
  return digests;
}

test('a log of nasty texts written as CSV or Parquet has the same rows', async () => {
  for (const { said, written } of await tableDigests(nastyLog)) expect(written).toEqual(said);
});
test.skipIf(!existsSync(logs)).each(publicLogs)('%s written as CSV or Parquet has the same rows (skipped without ../shared)', async (file) => {
  for (const { said, written } of await tableDigests(new URL(file, logs).pathname)) expect(written).toEqual(said);
});

test('formulas are neutralised on demand, in cells and in heads, and nothing else is touched', async () => {
  const path = join(dir, 'safe.csv');
  await writeLog(connection, await staged(nastyLog), path, { neutraliseFormulas: true });
  const safe = readFileSync(path, 'utf8');
  for (const cell of ['=1+1', '@SUM(A1)', '-2', '+3']) expect(safe).toContain(`\n'${cell},'${cell},`);
  expect(safe.split('\n')[0]).toContain("'=key & more");
  expect(safe).toContain('\n0012,0012,');
  await writeLog(connection, await staged(nastyLog), path);
  expect(readFileSync(path, 'utf8')).toContain('\n=1+1,=1+1,');
});

test('any text survives XES, but for characters that XML cannot hold', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 }), async (texts) => {
    await staged(nastyLog);
    await connection.run('DELETE FROM stage_dictionary WHERE "column" = \'@Who\'');
    for (const [code, text] of texts.entries()) await connection.run('INSERT INTO stage_dictionary VALUES (?, ?, ?)', ['@Who', code, text.replaceAll('\0', '')]);
    await connection.run(`UPDATE stage_cases SET "@Who" = "case" % ${texts.length}`);
    const stage: Stage = { columns: { lifecycle: false, resource: false, instance: false, start: false }, eventAttributes: [], caseAttributes: [{ name: 'Who', type: 'code' }] };
    const path = join(dir, 'any.xes');
    const before = await contents(stage);
    await writeLog(connection, stage, path);
    // eslint-disable-next-line no-control-regex -- these are exactly what XML forbids
    const legal = (text: unknown): unknown => (typeof text === 'string' ? text.replaceAll(/[\u0001-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD') : text);
    expect(await contents(await staged(path))).toEqual(before.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, legal(v)]))));
  }), { numRuns: 10, seed: 5 });
});

test('the XES declares its extensions and globals, and is one document', async () => {
  const path = join(dir, 'head.xes.gz');
  await writeLog(connection, await staged(nastyLog), path);
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  for (const prefix of ['concept', 'time', 'lifecycle', 'org']) expect(text).toContain(`prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`);
  expect(text.match(/<trace>/g)).toHaveLength(nasty.length);
  expect(text.endsWith('</trace>\n</log>\n')).toBe(true);
});

test('times and guarded texts in SQL', async () => {
  const time = "TIMESTAMP '2020-01-01 10:00:00'";
  const [row] = await connection.rows(`SELECT ${isoSql(time, '120')} AS a, ${isoSql(time, '-210')} AS b, ${isoSql(time, 'NULL')} AS c, ${isoSql("TIMESTAMP '1969-12-31 23:59:59.123456'", null)} AS d, ${neutralised("'=1+1'")} AS e, ${neutralised("'1=1'")} AS f`);
  expect(row).toEqual({ a: '2020-01-01T12:00:00.000+02:00', b: '2020-01-01T06:30:00.000-03:30', c: '2020-01-01T10:00:00.000Z', d: '1969-12-31T23:59:59.123456Z', e: "'=1+1", f: '1=1' });
});

test('XES made in many pieces is the same document to the letter', async () => {
  const text = async (stage: Stage, atOnce: number): Promise<string> => {
    const pieces: string[] = [];
    for await (const piece of xesDocument(connection, stage, { atOnce })) pieces.push(piece);
    return pieces.join('');
  };
  const stage = await staged(nastyLog);
  const whole = await text(stage, 1_000_000);
  for (const atOnce of [1, 2, 3]) expect(await text(stage, atOnce)).toBe(whole);
  expect(whole.match(/<trace>/g)!.length).toBe(whole.match(/<\/trace>/g)!.length);
});

test('a name without a format is refused, and a failed or cancelled write leaves nothing', async () => {
  expect(formatOf('log.XES.gz')).toEqual({ format: 'xes', gzip: true });
  expect(() => formatOf('log.xlsx')).toThrow(/\.parquet, \.xes/);
  expect(() => formatOf('log.parquet.gz')).toThrow(/in which format/);
  const stage = await staged(nastyLog);
  const stop = AbortSignal.abort();
  for (const name of ['gone.xes', 'gone.csv', 'gone.parquet']) await expect(writeLog(connection, stage, join(dir, name), { signal: stop })).rejects.toMatchObject({ code: 'cancelled' });
  await expect(writeLog(connection, stage, join(dir, 'no', 'folder.xes'))).rejects.toThrow(/ENOENT/);
  expect(readdirSync(dir).filter((f) => f.startsWith('gone') || f.endsWith('.part'))).toEqual([]);
});
