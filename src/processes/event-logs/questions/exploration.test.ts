import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { seededRandom } from '../../../maths/random/index.ts';
import { type DatasetVersion, importLog } from '../versions/index.ts';
import type { LogFilter } from './filter.ts';
import { cases, map, summary, variants } from './index.ts';
import { makeMoves, type Moves } from './moves.ts';
import { obvious, type PlainEvent } from './obvious.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-exploration-'));
const DAY = 86_400_000, BEGAN = Date.UTC(2025, 0, 1);
const ACTIVITIES = ['A', 'B', 'C', 'D', 'E→F'];

/** A small log with ties in time, repeated activities, a missing value here and there, and cases that lie across each other. */
function randomLog(seed: number): PlainEvent[] {
  const random = seededRandom(seed);
  const whole = (n: number) => Math.floor(random.unit() * n);
  return Array.from({ length: 40 + whole(160) }, () => ({
    case: `case ${whole(40)}`, activity: ACTIVITIES[whole(ACTIVITIES.length)]!, time: BEGAN + whole(60) * DAY / 4,
    values: { region: [null, 'north', 'south', 'east'][whole(4)]!, size: [null, '1', '2.5', '-3'][whole(4)]! },
  }));
}

interface Imported { readonly log: readonly PlainEvent[]; readonly version: DatasetVersion; readonly moves: Moves }

let engine: EventEngine, c: EngineConnection;
const logs: Imported[] = [];

beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 });
  c = await engine.connect();
  const attributes = [{ column: 'region', type: 'text' as const, of: 'event' as const }, { column: 'size', type: 'number' as const, of: 'event' as const }];
  for (const seed of [1, 2, 3, 4]) {
    const log = randomLog(seed), path = join(dir, `${seed}.csv`);
    writeFileSync(path, `case,activity,time,region,size\n${log.map((e) => `${e.case},${e.activity},${new Date(e.time).toISOString()},${e.values['region'] ?? ''},${e.values['size'] ?? ''}\n`).join('')}`);
    // Small buckets make some of these logs cross them.
    const { version } = await importLog({ dir, source: { path }, mapping: { case: 'case', activity: 'activity', time: 'time', zone: 'UTC', attributes }, mode: 'replace', perBucket: seed % 2 === 0 ? 50 : 1000, threads: 1 });
    logs.push({ log, version, moves: await makeMoves(c, version, `moves_${seed}`) });
  }
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const activity = fc.constantFrom(...ACTIVITIES);
const some = fc.uniqueArray(activity, { minLength: 1, maxLength: 2 });
const instant = fc.integer({ min: -8, max: 68 }).map((n) => new Date(BEGAN + (n * DAY) / 4).toISOString());
const period = fc.record({ from: instant, to: instant }, { requiredKeys: [] });
const filters: fc.Arbitrary<LogFilter> = fc.record({
  started: period, active: period, completed: period, activities: some, without: some, start: some, end: some,
  follows: fc.array(fc.record({ from: activity, to: activity, later: fc.boolean(), never: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  top: fc.integer({ min: 1, max: 6 }), minSeconds: fc.integer({ min: 0, max: 900_000 }), maxSeconds: fc.integer({ min: 0, max: 1_200_000 }),
  attributes: fc.array(fc.oneof(
    fc.record({ name: fc.constant('region'), values: fc.uniqueArray(fc.constantFrom('north', 'south', 'nowhere'), { minLength: 1 }), not: fc.boolean() }),
    fc.record({ name: fc.constant('size'), values: fc.uniqueArray(fc.constantFrom('1', '2.5', '-3', '7'), { minLength: 1 }), not: fc.boolean() }),
  ), { minLength: 1, maxLength: 2 }),
}, { requiredKeys: [] });
// All parts at once let hardly a case pass: a few of them each time.
const few = fc.tuple(filters, fc.uniqueArray(fc.nat(11), { maxLength: 3 })).map(([f, keep]): LogFilter => Object.fromEntries(Object.entries(f).filter((_, i) => keep.includes(i))));

const near = (want: object): unknown => JSON.parse(JSON.stringify(want), (_key, value: unknown) => (typeof value === 'number' ? expect.closeTo(value, 5) as unknown : value));

async function agrees({ log, version, moves }: Imported, filter: LogFilter): Promise<number> {
  const want = obvious(log, filter);
  for (const from of [undefined, moves]) {
    const found = await map(c, version, filter, { moves: from });
    expect(found).toEqual({ edges: near(want.edges), activities: want.activities.map(([name, count]) => ({ name, count })), start: want.start, end: want.end });
    expect(await summary(c, version, filter, { moves: from })).toMatchObject({ events: want.events, cases: want.cases.length, activities: want.activities.length, variants: want.variants.length, start: want.start, end: want.end });
  }
  const ways = (await variants(c, version, { filter })).map((v) => ({ path: v.activities.join('\n'), count: v.count }));
  expect(ways.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(want.variants.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  expect(ways.map((v) => v.count)).toEqual(want.variants.map((v) => v.count));
  const page = await cases(c, version, { filter, limit: 1000 });
  expect(page.items.map((k) => ({ id: k.id, first: Date.parse(k.first), last: Date.parse(k.last), events: k.events }))).toEqual(want.cases);
  expect(page.total).toBe(want.cases.length);
  return want.cases.length;
}

test('maps, summaries, variants and cases of random logs under random filters are those of the obvious reference', async () => {
  let passed = 0;
  await fc.assert(fc.asyncProperty(fc.nat(3), few, async (i, filter) => { passed += (await agrees(logs[i]!, filter)) > 0 ? 1 : 0; }), { seed: 20_251_123, numRuns: 60 });
  expect(passed).toBeGreaterThan(30);
});

test('each part of a filter alone: what it lets pass is as the reference says, and it lets neither all nor none pass', async () => {
  const log = logs[0]!;
  const parts: LogFilter[] = [
    { started: { from: '2025-01-05T00:00:00Z' } }, { completed: { to: '2025-01-13T00:00:00Z' } }, { active: { from: '2025-01-04T00:00:00Z', to: '2025-01-05T00:00:00Z' } }, { activities: ['A', 'B'] }, { without: ['C'] }, { start: ['A', 'B'] },
    { end: ['E→F'] }, { top: 3 }, { minSeconds: 900_000 }, { maxSeconds: 900_000 }, { attributes: [{ name: 'region', values: ['north', 'east'] }] }, { attributes: [{ name: 'size', values: ['2.5'], not: true }] },
    ...[false, true].flatMap((later) => [false, true].map((never) => ({ follows: [{ from: 'A', to: 'B', later, never }] }))), { follows: [{ from: 'A', to: 'A', later: true }] },
  ];
  const all = obvious(log.log, {}).cases.length;
  for (const part of parts) {
    const n = await agrees(log, part);
    expect([part, n > 0, n < all]).toEqual([part, true, true]);
  }
});

test('several variants by their numbers', async () => {
  const { version } = logs[1]!;
  const [, second, third] = await variants(c, version);
  expect(await variants(c, version, { filter: { variants: [third!.variant, second!.variant] } })).toEqual([second, third]);
});

test.each<[LogFilter, string]>([
  [{ activities: ['Z'] }, 'Z'], [{ follows: [{ from: 'A', to: 'Y' }] }, 'Y'], [{ end: ['X'] }, 'X'], [{ variants: [0, 9999] }, '9999'], [{ attributes: [{ name: 'weight', values: ['1'] }] }, 'weight'], [{ active: { to: 'soon' } }, 'soon'],
])('%j asks for what the log does not have, and is told so', async (filter, value) => {
  await expect(map(c, logs[0]!.version, filter)).rejects.toMatchObject({ code: 'bad-input', value });
});
