import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { seededRandom } from '../../../maths/random/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../versions/index.ts';
import type { LogFilter } from './filter.ts';
import { cases, map, summary, variants } from './index.ts';
import { makeMoves, type Moves } from './moves.ts';
import { obvious, type PlainEvent } from './obvious.ts';

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

/** A random log, and what it was imported as. */
export interface Imported { readonly log: readonly PlainEvent[]; readonly version: DatasetVersion; readonly moves: Moves }

/** A random log written as CSV into the folder and imported; small buckets make every second of them cross some. */
export async function importRandom(c: EngineConnection, dir: string, seed: number): Promise<Imported> {
  const attributes = [{ column: 'region', type: 'text' as const, of: 'event' as const }, { column: 'size', type: 'number' as const, of: 'event' as const }];
  const log = randomLog(seed), path = join(dir, `${seed}.csv`);
  writeFileSync(path, `case,activity,time,region,size\n${log.map((e) => `${e.case},${e.activity},${new Date(e.time).toISOString()},${e.values['region'] ?? ''},${e.values['size'] ?? ''}\n`).join('')}`);
  const { version } = await importLog({ dir, source: { path }, mapping: { case: 'case', activity: 'activity', time: 'time', zone: 'UTC', attributes }, mode: 'replace', perBucket: seed % 2 === 0 ? 50 : 1000, threads: 1 });
  return { log, version, moves: await makeMoves(c, version, `moves_${seed}`) };
}

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
/** Filters of up to three parts: all at once let hardly a case pass. */
export const few = fc.tuple(filters, fc.uniqueArray(fc.nat(11), { maxLength: 3 })).map(([f, keep]): LogFilter => Object.fromEntries(Object.entries(f).filter((_, i) => keep.includes(i))));

const near = (want: object): unknown => JSON.parse(JSON.stringify(want), (_key, value: unknown) => (typeof value === 'number' ? expect.closeTo(value, 5) as unknown : value));

/** Maps, summaries, variants and cases under a filter are those of the reference; how many cases pass. */
export async function agrees(c: EngineConnection, { log, version, moves }: Imported, filter: LogFilter): Promise<number> {
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
