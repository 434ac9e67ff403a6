import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clopperPearson } from '../../maths/statistics/index.ts';
import { drawExponential, seededRandom } from '../../maths/random/index.ts';
import { availability, budget, type Stop } from './model-availability.ts';
import { longRun } from './model-episodes.ts';
import { bounds, unrelated, working, type Needs } from './model-structure.ts';
import { measuredTogether } from './model-together.ts';

const window = { start: 0, end: 1_000 };
const stop = (start: number, end: number | null, extra: Partial<Stop> = {}): Stop => ({ id: `s${start}`, kind: 'unplanned', start, end, announcedAt: null, ...extra });
const of = (stops: readonly Stop[], known = [window], hours = [window]) => availability({ window, hours, stops, known });

test('overlapping stops count once, agreed maintenance leaves the window, unannounced maintenance is down', () => {
  expect(of([])).toMatchObject({ share: 1, downMs: 0, episodes: [] });
  expect(of([stop(100, 200), stop(150, 300)])).toMatchObject({ downMs: 200, share: 0.8, episodes: [{ start: 100, end: 300 }], episodeMs: [200] });
  const agreed = stop(500, 600, { kind: 'maintenance', announcedAt: 100 });
  expect(of([stop(100, 190), agreed])).toMatchObject({ agreedMs: 900, downMs: 90, maintenanceMs: 100, share: 0.9, felt: 0.81 });
  expect(of([stop(100, 190), { ...agreed, announcedAt: 500 }])).toMatchObject({ agreedMs: 1000, downMs: 190, share: 0.81, felt: 0.81 });
  expect(of([{ ...agreed, announcedAt: null }]).downMs).toBe(100);
});

test('a stop that lasts reaches the end of the window, one before it does not count', () => {
  expect(of([stop(900, null), stop(-50, 10), stop(-80, -60)])).toMatchObject({ downMs: 110, episodeMs: [10, 100] });
});

test('unknown time is neither up nor down', () => {
  const a = of([stop(100, 200)], [{ start: 0, end: 500 }]);
  expect(a).toMatchObject({ unknownMs: 500, downMs: 100, share: 0.8, worst: 0.4, best: 0.9 });
  expect(of([], [])).toMatchObject({ share: null, worst: 0, best: 1 });
  // A recorded stop is known to be down even where nothing else is known.
  expect(of([stop(600, 700)], [{ start: 0, end: 500 }])).toMatchObject({ downMs: 100, unknownMs: 400 });
});

test('only service hours count; a night between two days does not make two episodes', () => {
  const hours = [{ start: 0, end: 100 }, { start: 500, end: 600 }];
  expect(of([stop(50, 550)], [window], hours)).toMatchObject({ agreedMs: 200, downMs: 100, share: 0.5, episodeMs: [100] });
  expect(of([stop(200, 400)], [window], hours)).toMatchObject({ downMs: 0, episodes: [] });
});

test('random stops, hours and knowledge equal a count of every millisecond', () => {
  const times = fc.array(fc.record({ start: fc.integer({ min: -20, max: 120 }), end: fc.integer({ min: -20, max: 120 }) }), { maxLength: 5 });
  const stops = fc.array(fc.record({ id: fc.constant('x'), kind: fc.constantFrom('unplanned' as const, 'maintenance' as const), start: fc.integer({ min: -20, max: 120 }), end: fc.option(fc.integer({ min: -20, max: 140 })), announcedAt: fc.option(fc.integer({ min: -60, max: 120 })) }), { maxLength: 6 });
  fc.assert(fc.property(times, stops, times, (hours, list, known) => {
    const w = { start: 0, end: 100 };
    const within = (set: readonly { start: number; end: number | null }[], t: number) => set.some((i) => i.start <= t && t < (i.end ?? 100));
    const agreedStops = list.filter((s) => s.kind === 'maintenance' && s.announcedAt !== null && s.announcedAt < s.start);
    const outages = list.filter((s) => !agreedStops.includes(s));
    let [agreed, down, unknown, maintained] = [0, 0, 0, 0];
    for (let t = 0; t < 100; t++) {
      if (!within(hours, t)) continue;
      if (within(agreedStops, t)) maintained++;
      else if (within(outages, t)) down++;
      else if (!within(known, t)) unknown++;
      agreed += within(agreedStops, t) ? 0 : 1;
    }
    const a = availability({ window: w, hours, stops: list, known });
    expect([a.agreedMs, a.downMs, a.unknownMs, a.maintenanceMs]).toEqual([agreed, down, unknown, maintained]);
    expect(a.episodeMs.reduce((x, y) => x + y, 0)).toBe(down);
  }), { numRuns: 400 });
});

test('a budget is used, left, or overspent', () => {
  expect(budget(0.99, 100_000, 500)).toEqual({ allowedMs: 1000, usedMs: 500, leftMs: 500, burn: expect.closeTo(0.5, 10) });
  expect(budget(0.99, 100_000, 3_000)).toMatchObject({ leftMs: -2000, burn: expect.closeTo(3, 10) });
  expect(() => budget(1, 1, 0)).toThrow(RangeError);
});

test('the long-run interval holds the estimate; without stops only the rule of three speaks', () => {
  const some = longRun({ episodes: 3, downMs: 10, observedMs: 1_000, classRepairMs: null })!;
  expect(some.lo).toBeLessThan(0.99);
  expect(some.hi).toBeGreaterThan(0.99);
  expect(longRun({ episodes: 0, downMs: 0, observedMs: 1_000, classRepairMs: null })).toBeNull();
  expect(longRun({ episodes: 0, downMs: 0, observedMs: 1_000, classRepairMs: 2 })).toMatchObject({ lo: 1 / 1.006, hi: 1 });
  expect(longRun({ episodes: 1, downMs: 5, observedMs: 5, classRepairMs: null })).toBeNull();
});

/** Runs a service that fails and is repaired at random (exponential both) and counts how often the interval holds its true share. */
function coverage(meanUp: number, meanDown: number, observed: number, runs: number): number {
  const truth = meanUp / (meanUp + meanDown);
  let held = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const random = seededRandom(seed);
    let [t, down, episodes] = [0, 0, 0];
    for (let up = random.unit() < truth; t < observed; up = !up) {
      const length = Math.min(drawExponential(random, up ? meanUp : meanDown), observed - t);
      if (!up) { down += length; episodes++; }
      t += length;
    }
    const interval = longRun({ episodes, downMs: down, observedMs: observed, classRepairMs: meanDown });
    if (interval !== null && interval.lo <= truth && truth <= interval.hi) held++;
  }
  return held / runs;
}

test.each([[100, 1, 400], [100, 1, 1_000], [300, 4, 9_000], [50, 5, 2_000]])('the long-run interval covers 90 to 98 in 100 (up %d, down %d, observed %d)', (up, down, observed) => {
  const runs = 1_000;
  const rate = coverage(up, down, observed, runs);
  process.stdout.write(`long-run availability, up ${up}, down ${down}, observed ${observed}: held the truth in ${(100 * rate).toFixed(1)} % of ${runs}\n`);
  const exact = clopperPearson(Math.round(rate * runs), runs, 0.99);
  expect(exact.hi).toBeGreaterThanOrEqual(0.9);
  expect(exact.lo).toBeLessThanOrEqual(0.98);
});

test('a need that two branches share counts once: S and (B or C), both needing S', () => {
  const needs: Needs = new Map([['process', [{ needed: 1, members: ['s'] }, { needed: 1, members: ['b', 'c'] }]], ['b', [{ needed: 1, members: ['s'] }]], ['c', [{ needed: 1, members: ['s'] }]]]);
  const shares = new Map([['process', 1], ['s', 0.99], ['b', 0.99], ['c', 0.99]]);
  expect(unrelated('process', needs, shares)).toBeCloseTo(0.989901, 9);
  expect(unrelated('s', new Map(), new Map([['s', 0.99]]))).toBe(0.99);
  expect(unrelated('process', needs, new Map([['s', 1]]))).toBeNull();
});

test('rings work while all are up, and only bounds are certain', () => {
  const ring: Needs = new Map([['a', [{ needed: 1, members: ['b'] }]], ['b', [{ needed: 1, members: ['a'] }]]]);
  expect([...working(ring, new Set(['a', 'b']))]).toEqual(['a', 'b']);
  expect([...working(ring, new Set(['a']))]).toEqual([]);
  expect(bounds([0.99, 0.98])).toEqual({ lo: expect.closeTo(0.97, 12), hi: 0.98 });
  expect(bounds([])).toEqual({ lo: 1, hi: 1 });
  expect(bounds([0.4, 0.5]).lo).toBe(0);
});

test('what could really work is the union of the stops that matter, within the bounds, on random stops', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const needs: Needs = new Map([['a', [{ needed: 1, members: ['b'] }, { needed: 1, members: ['c', 'd'] }]], ['c', [{ needed: 1, members: ['b'] }]]]);
  const times = fc.array(fc.record({ start: fc.integer({ min: 0, max: 60 }), end: fc.integer({ min: 0, max: 60 }) }), { maxLength: 3 });
  fc.assert(fc.property(fc.tuple(times, times, times, times), (sets) => {
    const stops = new Map(ids.map((id, i) => [id, sets[i]!.map((t) => stop(t.start, t.end))]));
    const isUp = (id: string, t: number) => !stops.get(id)!.some((s) => s.start <= t && t < s.end!);
    let down = 0;
    for (let t = 0; t < 60; t++) {
      const [b, c] = [isUp('b', t), isUp('c', t) && isUp('b', t)];
      if (!(isUp('a', t) && b && (c || isUp('d', t)))) down++;
    }
    const measured = measuredTogether('a', { hours: [{ start: 0, end: 60 }], stops, needs, until: 60 })!;
    expect(measured).toBeCloseTo(1 - down / 60, 12);
    const shares = ids.map((id) => availability({ window: { start: 0, end: 60 }, hours: [{ start: 0, end: 60 }], stops: stops.get(id)!, known: [{ start: 0, end: 60 }] }).share!);
    expect(measured).toBeGreaterThanOrEqual(bounds(shares).lo - 1e-9);
    expect(measured).toBeLessThanOrEqual(shares[0]! + 1e-9);
  }), { numRuns: 300 });
});
