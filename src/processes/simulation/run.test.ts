import { expect, test } from 'vitest';
import { drawExponential, keyedUniform, seededRandom } from '../../maths/random/index.ts';
import type { Plan } from './plan.ts';
import { runPlan, type RunResult } from './run.ts';

const exponential = (mean: number) => (u: number) => -mean * Math.log(u);

interface Queue { readonly rate: number; readonly servers: number; readonly touch: (u: number) => number; readonly until: number; readonly seed: number }

/** Cases that come at random, are seen at once, and then wait for one of so many servers. */
function queue({ rate, servers, touch, until, seed }: Queue, over: Partial<Plan> = {}): Plan {
  const random = seededRandom(seed);
  const arrivals: number[] = [];
  for (let t = drawExponential(random, 1 / rate); t < until; t += drawExponential(random, 1 / rate)) arrivals.push(t);
  return {
    until, countedFrom: until / 20, stops: [], pools: [{ newestFirst: false }],
    cases: { arrivals: Float64Array.from(arrivals), keys: Int32Array.from(arrivals.keys()), routes: new Int32Array(arrivals.length) },
    routes: { from: Int32Array.of(0, 2), kinds: Int32Array.of(0, 1), after: Int32Array.of(-1, 0), delays: Int32Array.of(-1, 0) },
    kinds: [{ pool: -1, ends: false }, { pool: 0, ends: false }],
    capacity: { times: Float64Array.of(0), pools: Int32Array.of(0), capacities: Int32Array.of(servers) },
    draws: { uniform: (purpose, key, step) => keyedUniform(seed, purpose, key, step), touch: (kind, u) => (kind === 0 ? 0 : touch(u)), delay: () => 0, skipped: () => false },
    ...over,
  };
}

/** The mean over runs with the seeds 1, 2, … and its standard error. */
function over(runs: number, of: (seed: number) => number): { mean: number; error: number } {
  const x = Array.from({ length: runs }, (_, i) => of(i + 1));
  const mean = x.reduce((a, b) => a + b, 0) / runs;
  return { mean, error: Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / (runs - 1) / runs) };
}
const meanWait = ({ kinds }: RunResult, kind = 1) => kinds.wait[kind]! / kinds.begun[kind]!;

/** The probability of waiting with c servers and an offered load of a (Erlang 1917). */
function erlangC(c: number, a: number): number {
  let b = 1;
  for (let i = 1; i <= c; i++) b = (a * b) / (i + a * b);
  return b / (1 - (a / c) * (1 - b));
}

test.each([[1, 0.5], [1, 0.8], [3, 0.7], [12, 0.9]])('M/M/%d at a load of %d waits as Erlang says', (servers, load) => {
  const rate = load * servers;
  const { mean, error } = over(12, (seed) => meanWait(runPlan(queue({ rate, servers, touch: exponential(1), until: 24_000 / rate, seed }))));
  const wanted = erlangC(servers, rate) / (servers - rate);
  expect(error / wanted).toBeLessThan(0.1);
  expect(Math.abs(mean - wanted)).toBeLessThan(3 * error);
});

test.each([['fixed', () => 1, 1], ['uniform', (u: number) => 2 * u, 4 / 3], ['exponential', exponential(1), 2]] as const)('M/G/1 with %s work waits as Pollaczek and Khinchine say', (_, touch, second) => {
  const load = 0.7;
  const { mean, error } = over(12, (seed) => meanWait(runPlan(queue({ rate: load, servers: 1, touch, until: 30_000, seed }))));
  expect(Math.abs(mean - (load * second) / 2 / (1 - load))).toBeLessThan(3 * error);
});

test('people are at work for the load’s share of their time', () => {
  const { mean, error } = over(10, (seed) => { const { pools } = runPlan(queue({ rate: 2, servers: 4, touch: exponential(1), until: 10_000, seed })); return pools.busy[0]! / pools.available[0]!; });
  expect(Math.abs(mean - 0.5)).toBeLessThan(3 * error);
});

test('no case is lost or invented, and each is complete after it began', () => {
  for (const newestFirst of [false, true]) {
    const plan = queue({ rate: 1.2, servers: 1, touch: exponential(1), until: 5_000, seed: 3 }, { pools: [{ newestFirst }], countedFrom: 0 });
    const { began, completed, kinds } = runPlan(plan);
    const done = completed.filter((t) => !Number.isNaN(t)).length;
    expect(kinds.begun[0]).toBe(plan.cases.arrivals.length);
    expect(kinds.begun[1]! - done).toBe(1);
    expect(done).toBeLessThan(plan.cases.arrivals.length);
    began.forEach((t, i) => expect(t).toBe(plan.cases.arrivals[i]));
    completed.forEach((t, i) => expect(t < began[i]!).toBe(false));
  }
});

test('first come, first served keeps the order of arrival; newest first has the same mean wait and more spread', () => {
  const run = (newestFirst: boolean) => runPlan(queue({ rate: 0.8, servers: 1, touch: () => 1, until: 20_000, seed: 5 }, { pools: [{ newestFirst }] }));
  const [fifo, lifo] = [run(false), run(true)];
  const done = fifo.completed.filter((t) => !Number.isNaN(t));
  expect([...done]).toEqual([...done].sort((a, b) => a - b));
  expect(meanWait(lifo)).toBeCloseTo(meanWait(fifo), 1);
  expect(lifo.kinds.waitSquares[1]!).toBeGreaterThan(2 * fifo.kinds.waitSquares[1]!);
});

const hours = (n: number) => n * 3600;

test('a pool that is open from 9 to 17 begins no work outside, finishes what it began, and takes up what came overnight', () => {
  const days = 200;
  const opens = Array.from({ length: days * 2 }, (_, i) => hours(24 * (i >> 1) + (i % 2 === 0 ? 9 : 17)));
  const capacity = { times: Float64Array.from(opens), pools: new Int32Array(opens.length), capacities: Int32Array.from(opens, (_, i) => (i % 2 === 0 ? 2 : 0)) };
  const plan = queue({ rate: 1 / 3600, servers: 2, touch: () => 600, until: hours(24 * days), seed: 2 }, { capacity, countedFrom: 0 });
  const { completed, pools } = runPlan(plan);
  for (const t of completed) {
    const begun = ((t - 600) / 3600) % 24;
    expect(Number.isNaN(t) || (begun >= 9 - 1e-9 && begun < 17)).toBe(true);
  }
  // An arrival at night is begun at 9 at the earliest: alone and first of the night exactly then.
  const first = plan.cases.arrivals.findIndex((t, i) => (t / 3600) % 24 > 17 && Math.floor((plan.cases.arrivals[i - 1] ?? 0) / hours(24)) === Math.floor(t / hours(24)) && ((plan.cases.arrivals[i - 1] ?? 0) / 3600) % 24 < 16);
  expect(completed[first]).toBeCloseTo(hours(24 * Math.floor(plan.cases.arrivals[first]! / hours(24)) + 33) + 600, 6);
  expect(pools.available[0]).toBeCloseTo(days * 2 * hours(8), 3);
});

test('a stopped kind of work waits for the end of the stop, and work of other kinds goes on', () => {
  const base = queue({ rate: 1 / 100, servers: 1, touch: () => 10, until: 100_000, seed: 4 });
  const stop = { kind: 1, from: 40_000, until: 60_000 };
  const completed = runPlan({ ...base, stops: [stop] }).completed;
  expect(completed.some((t) => t - 10 >= stop.from && t - 10 < stop.until)).toBe(false);
  const unstopped = runPlan({ ...base, stops: [{ ...stop, kind: 0 }] });
  expect(unstopped.began.some((t) => t >= stop.from && t < stop.until)).toBe(false);
  expect([...unstopped.began].filter((t) => t === stop.until).length).toBeGreaterThan(150);
});

test('skipped steps take no time and no people; a delay holds a step back; the rest of the luck stays', () => {
  const base = queue({ rate: 0.01, servers: 50, touch: exponential(5), until: 100_000, seed: 4 });
  const [plain, delayed, skipping] = [base, { ...base, draws: { ...base.draws, delay: () => 7 } }, { ...base, draws: { ...base.draws, skipped: (kind: number, u: number) => kind === 1 && u < 0.5 } }].map(runPlan) as [RunResult, RunResult, RunResult];
  const skipped = [...skipping.completed].filter((t, i) => t === skipping.began[i]).length;
  expect(Math.abs(skipped / plain.completed.length - 0.5)).toBeLessThan(0.1);
  for (let i = 0; i < plain.completed.length - 5; i++) {
    expect(delayed.completed[i]! - plain.completed[i]!).toBeCloseTo(7, 6);
    expect([plain.completed[i], skipping.began[i]]).toContain(skipping.completed[i]);
  }
});

test('steps side by side begin together; the case is complete at its end, not at its last step', () => {
  const base = queue({ rate: 0.01, servers: 9, touch: () => 0, until: 20_000, seed: 6 });
  const draws = { ...base.draws, touch: (kind: number) => [0, 100, 30][kind]! };
  const routes = { from: Int32Array.of(0, 3), kinds: Int32Array.of(0, 1, 2), after: Int32Array.of(-1, 0, 0), delays: Int32Array.of(-1, -1, -1) };
  const kinds = [{ pool: -1, ends: false }, { pool: -1, ends: false }, { pool: -1, ends: false }];
  const taken = (ends: number) => { const r = runPlan({ ...base, draws, routes, kinds: kinds.map((k, i) => ({ ...k, ends: i === ends })) }); return r.completed[0]! - r.began[0]!; };
  expect([taken(-1), taken(1), taken(2)].map((t) => Math.round(t))).toEqual([100, 100, 30]);
});

test('the same plan gives the same to the bit, another seed gives another', () => {
  const run = (seed: number) => runPlan(queue({ rate: 1, servers: 2, touch: exponential(1), until: 2_000, seed }));
  expect(run(1)).toEqual(run(1));
  expect(run(1).completed).not.toEqual(run(2).completed);
});

/** When each case is done at one server that takes the oldest first and begins nothing during a stop, by the recursion of Lindley (1952). */
function lindley(arrivals: Float64Array, touch: (i: number) => number, from: number, until: number): number[] {
  let free = 0;
  return [...arrivals].map((came, i) => {
    const begin = Math.max(came, free);
    free = (begin >= from && begin < until ? until : begin) + touch(i);
    return free;
  });
}

test('a stop delays those that would have begun in it, those behind them for as long as the queue lasts, and nobody else', () => {
  const plan = queue({ rate: 0.6, servers: 1, touch: exponential(1), until: 4_000, seed: 8 });
  const stop = { kind: 1, from: 2_000, until: 2_040 };
  const [plain, stopped] = [runPlan(plan), runPlan({ ...plan, stops: [stop] })];
  const touch = (i: number) => plan.draws.touch(1, plan.draws.uniform(1, plan.cases.keys[i]!, 1));
  const wanted = lindley(plan.cases.arrivals, touch, stop.from, stop.until);
  expect([...stopped.completed].filter((t, i) => Math.abs(t - wanted[i]!) > 1e-6)).toEqual([]);
  const later = [...plain.completed].flatMap((t, i) => (stopped.completed[i]! > t ? [i] : []));
  // One stretch of cases without a gap: from the first that would have begun in the stop to the last before the queue is empty again.
  expect(later.length).toBeGreaterThan(40);
  expect(later.at(-1)! - later[0]!).toBe(later.length - 1);
  expect(plain.completed[later[0]!]! - touch(later[0]!)).toBeGreaterThanOrEqual(stop.from);
  const others = [...plain.completed.keys()].filter((i) => !later.includes(i));
  expect(others.map((i) => stopped.completed[i])).toEqual(others.map((i) => plain.completed[i]));
});

test('where nobody is needed, a stop delays exactly the cases that are ready in it, each until its end', () => {
  const base = queue({ rate: 0.05, servers: 1, touch: exponential(5), until: 10_000, seed: 9 });
  const plan = { ...base, kinds: base.kinds.map((k) => ({ ...k, pool: -1 })) };
  const stop = { kind: 1, from: 4_000, until: 5_000 };
  const [plain, stopped] = [runPlan(plan), runPlan({ ...plan, stops: [stop] })];
  const by = [...plan.cases.arrivals].map((ready) => (ready >= stop.from && ready < stop.until ? stop.until - ready : 0));
  expect(by.filter((x) => x > 0).length).toBeGreaterThan(30);
  expect([...plain.completed.keys()].filter((i) => Math.abs(stopped.completed[i]! - plain.completed[i]! - by[i]!) > 1e-6)).toEqual([]);
});
