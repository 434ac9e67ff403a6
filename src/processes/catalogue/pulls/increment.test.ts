import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIncrement, type IncrementLimits } from './increment.ts';
import type { PulledColumn } from './model.ts';
import type { Remote } from './remote.ts';

const columns: readonly PulledColumn[] = [{ name: 'n', oid: 20 }, { name: 'at', oid: 1184 }, { name: 'what', oid: 25 }];
type Row = readonly (string | null)[];

/** A database that gives rows whose cursor is after the value asked for, some at a time. */
function remoteOf(rows: readonly Row[], { piece = 2, by = 0, now = '2026-03-02 12:00:00' } = {}): Remote {
  return {
    version: '', encrypted: true, superuser: false, now, attempt: (work) => work(),
    rows: async function* rowsAfter(_query, value) {
      const after = rows.filter((r) => (by === 0 ? Number(r[0]) > Number(value) : value === '-infinity' || (r[1] ?? '~') > value));
      for (let i = 0; i === 0 || i < after.length; i += piece) yield { columns, rows: after.slice(i, i + piece) };
    },
  };
}

const pull = (cursor: string | null, column = 'n', overlap = 0) => ({ definition: { query: '', cursor: { column, overlap } } as never, columns, cursor });

async function read(remote: Remote, of: ReturnType<typeof pull>, limits?: Omit<IncrementLimits, 'mostBytes'> & Partial<IncrementLimits>) {
  const dir = await mkdtemp(join(tmpdir(), 'hymnsheet-increment-'));
  try {
    const increment = await readIncrement(remote, of, join(dir, 'rows.csv'), { onRows: () => {}, ...(limits === undefined ? {} : { limits: { mostBytes: 1e9, ...limits } }) });
    return { ...increment, lines: (await readFile(join(dir, 'rows.csv'), 'utf8')).trim().split('\n').slice(1) };
  } finally {
    await rm(dir, { recursive: true });
  }
}

const row = (n: number, at = '2026-03-02 09:00:00+00', what = `w${n}`): Row => [String(n), at, what];

test('rows become lines, the cursor is that of the last one, and nothing new leaves it where it was', async () => {
  expect(await read(remoteOf([row(1), row(2, '2026-03-02 09:00:01+00', 'a "b",\nc')]), pull(null))).toMatchObject({ rows: 2, cursor: '2', complete: true, lines: ['"1","2026-03-02T09:00:00Z","w1"', '"2","2026-03-02T09:00:01Z","a ""b"",', 'c"'] });
  expect(await read(remoteOf([row(1)]), pull('5'))).toMatchObject({ rows: 0, cursor: '5', complete: true });
  expect(await read(remoteOf([]), pull(null))).toMatchObject({ rows: 0, cursor: null });
});

test('a limit ends a pull, but not before it has got on', async () => {
  const many = Array.from({ length: 10 }, (_, i) => row(i + 1));
  const limits = { rows: 3, bytes: 1e9 };
  expect(await read(remoteOf(many), pull(null), limits)).toMatchObject({ rows: 4, cursor: '4', complete: false });
  // An overlap larger than the limit: read on until past the old end.
  expect(await read(remoteOf(many), pull('8', 'n', 8), limits)).toMatchObject({ rows: 10, cursor: '10', complete: false });
  expect(await read(remoteOf(many), pull(null), { rows: 1e9, bytes: 60 })).toMatchObject({ complete: false });
  // An overlap without end fills no disk.
  await expect(read(remoteOf(many), pull('9', 'n', 9), { rows: 3, bytes: 50, mostBytes: 150 })).rejects.toMatchObject({ code: 'source-refused', wanted: 'a shorter overlap' });
});

test('a row dated ahead does not hide those that are yet to come; rows that were taken away do not turn it back', async () => {
  const ahead = remoteOf([row(1), row(2, '2999-01-01 00:00:00+00')], { by: 1 });
  expect(await read(ahead, pull(null, 'at'))).toMatchObject({ rows: 2, cursor: '2026-03-02 12:00:00.000000+00' });
  expect(await read(remoteOf([row(3)]), pull('5', 'n', 4))).toMatchObject({ rows: 1, cursor: '5' });
});

test('rows out of order, without a cursor, or with other columns than confirmed are refused', async () => {
  await expect(read(remoteOf([row(2), row(1)]), pull(null))).rejects.toMatchObject({ code: 'source-refused', value: '1 after 2' });
  await expect(read(remoteOf([row(1), ['2', null, 'x']], { by: 1 }), pull(null, 'at'))).rejects.toThrow(/“at” is empty in row 2/);
  await expect(read(remoteOf([row(1)]), { ...pull(null), columns: [...columns, { name: 'gone', oid: 25 }] })).rejects.toThrow(/no longer gives the column “gone”/);
  await expect(read(remoteOf([row(1)]), { ...pull(null), columns: [{ name: 'n', oid: 23 }, ...columns.slice(1)] })).rejects.toThrow(/another type/);
});

test('whatever the limits and however the rows tie, pulls one after the other give every row, and end', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 25 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), async (steps, limit, overlap, piece) => {
    let n = 0;
    const rows = steps.map((step, i) => row(n += step % 3, undefined, `w${i}`));
    const seen = new Set<string>();
    let cursor: string | null = null;
    for (let pulls = 0; ; pulls += 1) {
      const got = await read(remoteOf(rows, { piece }), pull(cursor, 'n', overlap), { rows: limit, bytes: 1e9 });
      for (const line of got.lines) if (line !== '') seen.add(line);
      if (got.complete) break;
      expect(got.cursor).not.toBe(cursor);
      expect(pulls).toBeLessThan(30);
      cursor = got.cursor;
    }
    expect(seen.size).toBe(rows.length);
  }), { numRuns: 60 });
});
