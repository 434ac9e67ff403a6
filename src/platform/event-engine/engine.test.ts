import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine, type EventEngine } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hymnsheet-engine-'));
const outside = mkdtempSync(join(tmpdir(), 'hymnsheet-outside-'));
let engine: EventEngine;
beforeAll(async () => { engine = await openEngine({ tempDir: folder, folders: [join(folder, 'data')], threads: 2 }); });
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
  rmSync(outside, { recursive: true });
});

test('parameters keep their types; 64-bit integers come back as numbers, lists as arrays', async () => {
  const c = await engine.connect();
  expect(await c.rows('SELECT ? AS i, ? AS d, ? AS s, ? AS n, octet_length(?) AS b, ? AS t, [1::BIGINT, 2] AS l, {a: 3::BIGINT} AS o', [7, 1.5, "it's", null, new Uint8Array([1, 2]), true])).toEqual([{ i: 7, d: 1.5, s: "it's", n: null, b: 2, t: true, l: [1, 2], o: { a: 3 } }]);
  expect(await c.rows('SELECT i FROM range(10) t(i) LIMIT ?', [3])).toHaveLength(3);
  await expect(c.rows('SELECT 9007199254740993::BIGINT AS big')).rejects.toThrow(/beyond 2\^53/);
  c.close();
});

test('work that does not fit into the memory says so, and the session goes on', async () => {
  const small = await openEngine({ tempDir: folder, memoryLimit: '20MB', threads: 1 });
  const c = await small.connect();
  await expect(c.rows('SELECT len(list(i)) FROM range(10_000_000) t(i)')).rejects.toMatchObject({ code: 'out-of-memory', value: expect.stringMatching(/MiB\/19\.0 MiB used/) });
  expect(await c.rows('SELECT 1 AS i')).toEqual([{ i: 1 }]);
  c.close();
  await small.close();
});

test('a large result streams in chunks', async () => {
  const c = await engine.connect();
  let rows = 0, chunks = 0;
  for await (const chunk of c.stream<{ i: number }>('SELECT i FROM range(10000) t(i)')) {
    rows += chunk.length;
    chunks++;
  }
  expect(rows).toBe(10_000);
  expect(chunks).toBeGreaterThan(2);
  c.close();
});

test('a signal interrupts the running statement, and the session goes on', async () => {
  const c = await engine.connect();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  await expect(c.rows('SELECT count(*) FROM range(1000000000) a, range(1000000) b WHERE a.range % 7 = b.range % 5', [], { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
  await expect(c.rows('SELECT 1', [], { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(await c.rows('SELECT 1 AS x')).toEqual([{ x: 1 }]);
  c.close();
});

test('paths beside the given folders, extensions and the network are refused', async () => {
  writeFileSync(join(outside, 'secret.csv'), 'a\n1\n');
  const c = await engine.connect();
  await expect(c.rows(`SELECT * FROM read_csv('${join(outside, 'secret.csv')}')`)).rejects.toThrow(/[Pp]ermission|disabled/);
  await expect(c.run(`COPY (SELECT 1) TO '${join(outside, 'out.csv')}'`)).rejects.toThrow(/[Pp]ermission|disabled/);
  await expect(c.run('SET enable_external_access = true')).rejects.toThrow(/external access/);
  await expect(c.run('INSTALL httpfs')).rejects.toThrow(/disabled|[Pp]ermission/);
  expect(readdirSync(outside)).toEqual(['secret.csv']);
  c.close();
});

test('typed arrays are appended with their nulls; columns left out are null', async () => {
  const c = await engine.connect();
  await c.run('CREATE TEMP TABLE t (a INTEGER, "time" TIMESTAMP, x DOUBLE, b BOOLEAN, o SMALLINT)');
  const rows = 5000;
  const valid = new Uint8Array(Math.ceil(rows / 8));
  for (let i = 0; i < rows; i += 3) valid[i >> 3] = valid[i >> 3]! | (1 << (i & 7));
  const appender = await c.appender('t');
  appender.append(rows, [
    { name: 'a', data: Int32Array.from({ length: rows }, (_, i) => i) },
    { name: 'time', data: BigInt64Array.from({ length: rows }, (_, i) => BigInt(i) * 1_000_000n) },
    { name: 'x', data: Float64Array.from({ length: rows }, (_, i) => i / 2), valid },
    { name: 'b', data: Uint8Array.from({ length: rows }, (_, i) => i % 2) },
  ]);
  appender.close();
  expect(await c.rows('SELECT count(*) AS n, sum(a) :: BIGINT AS a, count(x) AS x, max(epoch(time)) AS s, count(o) AS o, count(*) FILTER (b) AS b, bool_and(x IS NULL OR x = a / 2) AS same, bool_and((x IS NULL) = (a % 3 <> 0)) AS nulls FROM t'))
    .toEqual([{ n: rows, a: (rows * (rows - 1)) / 2, x: Math.ceil(rows / 3), s: rows - 1, o: 0, b: rows / 2, same: true, nulls: true }]);
  c.close();
});

test('a closed engine leaves nothing behind', async () => {
  const own = mkdtempSync(join(tmpdir(), 'hymnsheet-engine-'));
  const second = await openEngine({ tempDir: own });
  expect(readdirSync(own)).toHaveLength(1);
  await second.close();
  expect(readdirSync(own)).toEqual([]);
  rmSync(own, { recursive: true });
});

test('lists are appended and columns of a fixed width come back as they lie in memory, over many pieces', async () => {
  const c = await engine.connect();
  await c.run('CREATE TABLE lists (i INTEGER, l INTEGER[])');
  const n = 5000;
  const lengths = Array.from({ length: n }, (_, i) => i % 4);
  const ends = new Int32Array(n + 1);
  for (const [i, length] of lengths.entries()) ends[i + 1] = ends[i]! + length;
  const appender = await c.appender('lists');
  appender.append(n, [{ name: 'i', data: Int32Array.from(lengths, (_, i) => i) }, { name: 'l', data: { ends, values: Int32Array.from({ length: ends[n]! }, (_, v) => v) } }]);
  appender.close();
  expect(await c.rows('SELECT sum(len(l)) AS items, count(*) FILTER (len(l) <> i % 4) AS wrong, sum(list_sum(l)) AS total, max(l[1]) FILTER (i = 4999) AS last FROM lists')).toEqual([{ items: ends[n], wrong: 0, total: (ends[n]! * (ends[n]! - 1)) / 2, last: ends[n]! - 3 }]);
  let rows = 0, sum = 0n;
  const types = new Set<string>();
  for await (const { rows: some, columns } of c.vectors(`SELECT i, i::BIGINT * 5000000000 AS big, make_timestamp(i::BIGINT) AS t, i / 2 AS d, (i % 7)::SMALLINT AS s, i % 2 = 0 AS b FROM lists`)) {
    for (const x of columns) types.add(x.constructor.name);
    for (let k = 0; k < some; k++) sum += (columns[1] as BigInt64Array)[k]! - BigInt((columns[0] as Int32Array)[k]!) * 5_000_000_000n + BigInt((columns[2] as BigInt64Array)[k]!);
    rows += some;
  }
  expect({ rows, sum, types: [...types] }).toEqual({ rows: n, sum: BigInt((n * (n - 1)) / 2), types: ['Int32Array', 'BigInt64Array', 'Float64Array', 'Int16Array', 'Uint8Array'] });
  await expect(async () => { for await (const piece of c.vectors(`SELECT 'text' AS t`)) void piece; }).rejects.toThrow(/Column 0 is VARCHAR/);
  c.close();
});

test('a session that hands out rows refuses everything else until they are out', async () => {
  const c = await engine.connect();
  await c.run('CREATE TEMP TABLE target (x INTEGER)');
  const appender = await c.appender('target');
  for (const rows of [c.stream('SELECT i FROM range(10000) t(i)'), c.vectors('SELECT i FROM range(10000) t(i)')]) {
    for await (const _ of rows) {
      await expect(c.run('SELECT 1')).rejects.toThrow(/handing out/);
      await expect(c.rows('SELECT 1')).rejects.toThrow(/handing out/);
      expect(() => { appender.append(1, [{ name: 'x', data: Int32Array.of(1) }]); }).toThrow(/handing out/);
      break;
    }
    expect(await c.rows('SELECT 1 AS x')).toEqual([{ x: 1 }]);
  }
  appender.close();
  c.close();
});
