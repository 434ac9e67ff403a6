import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ColumnAppender, type ColumnBatch, type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { CaseWalk } from './case-walk.ts';
import { lifecycleKinds } from './instances.ts';
import { pairedSql, sequencesSql } from './reference.ts';
import type { WalkTable } from './walk-table.ts';

let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: tmpdir(), threads: 2 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); });

interface Ev { readonly k: number; readonly a: number; readonly t: number; readonly l: number | null; readonly r: number | null; readonly i: number | null }
type Row = Record<string, number | null>;
interface Sequence { readonly n: number; readonly k: number; readonly activities: readonly number[] }
interface Said { readonly facts: Row[]; readonly instances: Row[]; readonly sequences: Sequence[] }
const START = 0, COMPLETE = 1, SCHEDULE = 2, CUSTOM = 3;
const kinds = lifecycleKinds([{ code: START, value: 'START' }, { code: COMPLETE, value: 'complete' }, { code: SCHEDULE, value: 'schedule' }, { code: CUSTOM, value: 'In Progress' }])!;

/** A number beyond 32 bits, so that both words of times and rows count. */
const FAR = 5_000_000_000;

function words(values: readonly number[]): Int32Array {
  return new Int32Array(BigInt64Array.from(values, BigInt).buffer);
}

/** Walks through sorted events in pieces of so many rows, and gives what it says of them. */
function walked(events: readonly Ev[], piece: number): Said {
  const walk = new CaseWalk(kinds, 3);
  const filled: [keyof CaseWalk['tables'], Row[]][] = [['facts', []], ['instances', []]];
  const flush = () => filled.forEach(([name, rows]) => walk.tables[name].flush(collector(rows)));
  for (let from = 0; from < events.length; from += piece) {
    const part = events.slice(from, from + piece);
    const column = (of: (e: Ev) => number) => Int32Array.from(part, of);
    walk.push({
      rows: part.length, cases: column((e) => e.k), activities: column((e) => e.a), times: words(part.map((e) => FAR + e.t)), lifecycles: column((e) => e.l ?? -1), resources: column((e) => e.r ?? -1), instances: column((e) => e.i ?? -1),
      numbers: words(part.map((_, n) => FAR + from + n)),
    });
    flush();
  }
  walk.end();
  flush();
  const s = walk.sequences.slice(0, 1000);
  const sequences = Array.from({ length: s.rows }, (_, i) => ({ n: s.cases[i]!, k: s.firsts[i]!, activities: [...s.activities.subarray(s.ends[i]!, s.ends[i + 1]!)] }));
  return { facts: filled[0]![1], instances: filled[1]![1], sequences };
}

function collector(rows: Row[]): ColumnAppender {
  const cell = ({ data, valid }: ColumnBatch, i: number) => (valid !== undefined && (valid[i >> 3]! & (1 << (i & 7))) === 0 ? null : Number((data as Int32Array)[i]));
  return { append: (n, columns) => { for (let i = 0; i < n; i++) rows.push(Object.fromEntries(columns.map((x) => [x.name, cell(x, i)]))); }, close: () => {} };
}

async function plainly(events: readonly Ev[]): Promise<Said> {
  const row = (e: Ev, n: number) => `(${e.k}, ${e.a}, make_timestamp(${FAR + e.t}), ${e.l ?? 'NULL'}, ${e.r ?? 'NULL'}, ${e.i ?? 'NULL'}, ${FAR + n})`;
  await c.run('CREATE OR REPLACE TEMP TABLE so ("case" INTEGER, activity INTEGER, "time" TIMESTAMP, lifecycle INTEGER, resource INTEGER, instance INTEGER, "row" BIGINT)');
  await c.run(`INSERT INTO so VALUES ${events.map(row).join(', ')}`);
  const instances = await c.rows<Row>(`SELECT "case", activity, epoch_us("start") AS start, epoch_us(complete) AS complete, resource, instance, start_row, "row" FROM (${pairedSql('so', kinds)})`);
  const sequences = await c.rows<Sequence>(sequencesSql('so'));
  const facts = await c.rows<Row>('SELECT "case", 3 AS bucket, count(*) AS events, epoch_us(min("time")) AS first, epoch_us(max("time")) AS last FROM so GROUP BY "case" ORDER BY "case"');
  return { instances, sequences, facts };
}

/** The obvious way: a queue of open starts for each case, activity and key. */
function queues(events: readonly Ev[]): string[] {
  const open = new Map<string, number[]>();
  const out: string[] = [];
  events.forEach((e, n) => {
    const key = JSON.stringify([e.k, e.a, e.i ?? e.r, e.i !== null]);
    if (e.l === SCHEDULE) return;
    if (e.l === START) open.set(key, [...(open.get(key) ?? []), n]);
    else if (e.l === COMPLETE) out.push(`${open.get(key)?.shift() ?? 'none'}-${n}`);
    else out.push(`none-${n}`);
  });
  for (const rest of open.values()) for (const n of rest) out.push(`${n}-none`);
  return out.sort();
}

function pairsOf(instances: readonly Row[]): string[] {
  const at = (row: number | null | undefined) => (row === null || row === undefined ? 'none' : row - FAR);
  return instances.map((i) => `${at(i['start_row'])}-${i['complete'] === null ? 'none' : at(i['row'])}`).sort();
}

test('starts and ends pair first in first out; an end before any start stays alone', () => {
  const e = (l: number, t: number) => ({ k: 1, a: 1, t, l, r: null, i: null });
  const { instances } = walked([e(COMPLETE, 0), e(START, 1), e(START, 2), e(COMPLETE, 3), e(SCHEDULE, 4), e(CUSTOM, 5)], 100);
  expect(pairsOf(instances)).toEqual(['1-3', '2-none', 'none-0', 'none-5']);
});

test('any sorted log gives what queues and plain SQL give, in whatever pieces it comes', async () => {
  const opt = fc.option(fc.nat(1), { nil: null });
  const event = fc.record({ k: fc.nat(3), a: fc.nat(1), t: fc.nat(6), l: fc.option(fc.constantFrom(START, COMPLETE, START, COMPLETE, SCHEDULE, CUSTOM), { nil: null, freq: 10 }), r: opt, i: opt });
  await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 50 }), async (unsorted, piece) => {
    const events = unsorted.toSorted((x, y) => x.k - y.k || x.t - y.t);
    const { facts, ...said } = walked(events, piece);
    const { facts: plain, ...wanted } = await plainly(events);
    expect(said).toEqual(wanted);
    expect(facts.map(({ sequence: _, ...fact }) => fact)).toEqual(plain);
    expect(facts.map((f) => said.sequences[f['sequence']!]!.activities)).toEqual(plain.map((f) => events.filter((e) => e.k === f['case']).map((e) => e.a)));
    expect(pairsOf(said.instances)).toEqual(queues(events));
  }), { numRuns: 60 });
}, 60_000);

test('one case of 100,000 events, all at one instant, starts first and ends in reverse', () => {
  const n = 50_000;
  const events = Array.from({ length: 2 * n }, (_, i) => ({ k: 0, a: i < n ? i : 2 * n - 1 - i, t: 0, l: i < n ? START : COMPLETE, r: null, i: null }));
  const { instances } = walked(events, 2048);
  expect(instances.length).toBe(n);
  expect(new Set(instances.map((x) => (x['complete'] === null ? 'open' : x['row']! + x['start_row']!)))).toEqual(new Set([2 * FAR + 2 * n - 1]));
  expect(instances.map((x) => x['row'])).toEqual(instances.map((x) => x['row']!).toSorted((a, b) => a - b));
});

test('a table hands its rows over and begins anew', () => {
  const rows: Row[] = [];
  const table: WalkTable = new CaseWalk(null, 0).tables.instances;
  table.reserve(20_000);
  table.rows = 2;
  table.columns[4]!.put(1, 7);
  table.flush(collector(rows));
  table.rows = 2;
  table.flush(collector(rows));
  expect(rows.map((r) => r['resource'])).toEqual([null, 7, null, null]);
});

test('thousands of different sequences keep their numbers', () => {
  const cases = Array.from({ length: 5000 }, (_, k) => [k % 3000, (k % 3000) * 7, k % 2]);
  const walk = new CaseWalk(null, 0);
  const numbers = cases.map((activities, k) => walk.sequences.count(activities, 3, k));
  expect(numbers.slice(3000)).toEqual(numbers.slice(0, 2000));
  expect(new Set(numbers).size).toBe(3000);
  expect(walk.sequences.slice(2999, 10).activities.subarray(2999 * 3, 3000 * 3)).toEqual(Int32Array.from(cases[2999]!));
});
