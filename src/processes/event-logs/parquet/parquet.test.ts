import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { convertLog } from '../convert.ts';
import { guessedMapping } from '../guessed-mapping.ts';
import { importLog } from '../versions/index.ts';
import { readAs } from './columns.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-parquet-'));
let engine: EventEngine;
let c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

async function written(name: string, select: string): Promise<string> {
  await c.run(`COPY (${select}) TO '${join(dir, name)}' (FORMAT parquet)`);
  return join(dir, name);
}
const converted = async (path: string, out: string, stated: Parameters<typeof guessedMapping>[1] = {}) => {
  const { mapping } = await guessedMapping({ path }, stated, dir);
  return convertLog({ source: { path }, out: join(dir, out), mapping: { ...mapping, ...stated } as never, tempDir: dir });
};

const EVENTS = `SELECT * FROM (VALUES ('c1', 'a', TIMESTAMP '2026-03-29 01:30:00', 1::UTINYINT, '007', 9.5::DECIMAL(8,2), true, DATE '2026-01-02', [1, 2], 'x'), ('c1', 'b', TIMESTAMP '2026-06-01 10:00:00.123456', NULL, '?', 0.1, NULL, NULL, NULL, ''), ('c2', 'a', TIMESTAMP '2026-06-01 11:00:00', 3, NULL, 2.25, false, DATE '2026-01-03', [], NULL)) t(order_id, activity, "timestamp", n, code, amount, ok, due, parts, "case:kind")`;

test('columns keep their types; texts that look like numbers or like nothing stay texts; local times are of the zone', async () => {
  await converted(await written('typed.parquet', EVENTS), 'typed.csv', { zone: 'Europe/London' });
  expect(readFileSync(join(dir, 'typed.csv'), 'utf8').split('\n')).toEqual([
    'case:concept:name,concept:name,time:timestamp,case:kind,n,code,amount,ok,due,parts',
    // The clocks went from 01:00 to 02:00 that night: the time did not exist and moves by the gap, to 02:30 of the summer.
    'c1,a,2026-03-29T01:30:00.000Z,x,1,007,9.5,true,2026-01-02T00:00:00.000Z,"[1,2]"',
    'c1,b,2026-06-01T10:00:00.123456+01:00,x,,?,0.1,,,', 'c2,a,2026-06-01T11:00:00.000+01:00,,3,,2.25,false,2026-01-03T00:00:00.000Z,[]', '',
  ]);
});

test('instants are instants whatever the zone; a packed file is unpacked; what is missing in a row is told', async () => {
  const path = await written('instants.parquet', `SELECT k AS "case", a AS activity, t AS time FROM (VALUES ('1', 'a', TIMESTAMPTZ '2026-06-01 10:00:00+02'), ('1', '', TIMESTAMPTZ '2026-06-01 11:00:00+02'), (NULL, 'b', TIMESTAMPTZ '2026-06-01 12:00:00+02'), ('1', 'b', NULL), ('1', 'c', TIMESTAMPTZ '9999-12-31 00:00:00+00')) v(k, a, t)`);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  const { version, report, rejected } = await importLog({ dir: join(dir, 'store'), source: { path: `${path}.gz` }, mapping: { case: 'case', activity: 'activity', time: 'time', zone: 'Europe/London' }, mode: 'replace' });
  expect([version.manifest.firstEvent, report.events, report.cases, report.zoneless]).toEqual([Date.UTC(2026, 5, 1, 8) * 1000, 1, 1, 0]);
  expect(rejected).toEqual([
    { row: 2, line: null, reason: 'no activity: “activity” is empty', value: null }, { row: 3, line: null, reason: 'no case: “case” is empty', value: null }, { row: 4, line: null, reason: 'no time: “time” is empty', value: null },
    { row: 5, line: null, reason: 'the time in “time” does not fit its format, or is not between the years 1685 and 2254', value: '9999-12-31T00:00:00.000000Z' },
  ]);
});

const logs = new URL('../../../../../shared/logs/', import.meta.url);
test.skipIf(!existsSync(logs))('a log that we wrote as Parquet says the same when it is read and written again (skipped without ../shared)', async () => {
  const xes = new URL('receipt.xes.gz', logs).pathname;
  await convertLog({ source: { path: xes }, out: join(dir, 'once.parquet'), tempDir: dir });
  await converted(join(dir, 'once.parquet'), 'again.parquet');
  const [a, b] = [join(dir, 'once.parquet'), join(dir, 'again.parquet')];
  const columns = (await c.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM '${a}'`)).map((x) => `${x.column_name} ${x.column_type}`);
  expect((await c.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM '${b}'`)).map((x) => `${x.column_name} ${x.column_type}`)).toEqual(columns);
  expect(await c.rows(`SELECT count(*) AS n FROM (SELECT row_number() OVER () AS i, * FROM '${a}') x POSITIONAL JOIN (SELECT row_number() OVER () AS i, * FROM '${b}') y WHERE x IS DISTINCT FROM y`)).toEqual([{ n: 0 }]);
  expect((await c.rows<{ n: number }>(`SELECT count(*) AS n FROM '${b}'`))[0]!.n).toBe(8577);
}, 60_000);

test('times written as texts or as seconds are read by their format; several columns may make the activity', async () => {
  const path = await written('texts.parquet', `SELECT * FROM (VALUES (1, 'a', 'x', '29/02/2024 10:15'), (1, 'b', 'y', '01/03/2024 09:00')) t(id, step, part, happened)`);
  await convertLog({ source: { path }, out: join(dir, 'texts.csv'), mapping: { case: 'id', activity: ['step', 'part'], time: 'happened', attributes: [] }, tempDir: dir });
  expect(readFileSync(join(dir, 'texts.csv'), 'utf8').split('\n').slice(1, 3)).toEqual(['1,a+x,2024-02-29T10:15:00.000Z', '1,b+y,2024-03-01T09:00:00.000Z']);
  const iso = await written('iso.parquet', `SELECT * FROM (VALUES (1, 'a', '2026-07-01T09:00:00Z'), (1, 'b', '2026-07-01 12:00:00 +02:00'), (1, 'c', '2026-07-01 12:30')) t(id, step, happened)`);
  await convertLog({ source: { path: iso }, out: join(dir, 'iso.csv'), mapping: { case: 'id', activity: 'step', time: 'happened', zone: 'Europe/London', attributes: [] }, tempDir: dir });
  expect(readFileSync(join(dir, 'iso.csv'), 'utf8').split('\n').slice(1, 4)).toEqual(['1,a,2026-07-01T09:00:00.000Z', '1,b,2026-07-01T12:00:00.000+02:00', '1,c,2026-07-01T12:30:00.000+01:00']);
  const seconds = await written('seconds.parquet', 'SELECT * FROM (VALUES (1, \'a\', 1767225600::BIGINT), (1, \'b\', 1767225660)) t(id, step, happened)');
  await convertLog({ source: { path: seconds }, out: join(dir, 'seconds.csv'), mapping: { case: 'id', activity: 'step', time: 'happened', attributes: [] }, tempDir: dir });
  expect(readFileSync(join(dir, 'seconds.csv'), 'utf8').split('\n').slice(1, 3)).toEqual(['1,a,2026-01-01T00:00:00.000Z', '1,b,2026-01-01T00:01:00.000Z']);
});

test('what is of no use is refused with the file and what was wanted', async () => {
  writeFileSync(join(dir, 'broken.parquet'), 'PAR1 and nothing of it');
  const guess = (name: string) => guessedMapping({ path: join(dir, name) }, {}, dir);
  await expect(guess('broken.parquet')).rejects.toThrow(/broken\.parquet: The Parquet file cannot be read: got “.*”, wanted a whole Parquet file with a row for each event/);
  await written('empty.parquet', `${EVENTS} WHERE false`);
  await expect(guess('empty.parquet')).rejects.toThrow(/empty\.parquet: There is no row in the Parquet file: got “columns order_id, activity/);
  await written('other.parquet', 'SELECT 1.5 AS x, 2.5 AS y');
  await expect(guess('other.parquet')).rejects.toThrow(/other\.parquet.*No column looks like the case and the activity and the time: got “x, y”, wanted --case COLUMN/);
  const named = (mapping: Record<string, unknown>) => importLog({ dir: join(dir, 'store'), source: { path: join(dir, 'typed.parquet') }, mapping: mapping as never, mode: 'replace' });
  await expect(named({ case: 'nowhere', activity: 'activity', time: 'timestamp' })).rejects.toThrow(/There is no such column: got “nowhere”, wanted one of: order_id, activity/);
  await expect(named({ case: 'order_id', activity: 'activity', time: 'code' })).rejects.toThrow(/The times in “code” fit no format that is known: got “007”/);
  await expect(named({})).rejects.toThrow(/A Parquet file needs a mapping/);
});

test('the example of readAs', () => {
  expect(['TIMESTAMP WITH TIME ZONE', 'TIMESTAMP_NS', 'DECIMAL(8,2)', 'UBIGINT', 'INTEGER[]', 'STRUCT(a INTEGER)', 'BLOB', 'UUID'].map(readAs)).toEqual(['instant', 'local time', 'number', 'number', 'nested', 'nested', 'bytes', 'text']);
});
