import { expect, test } from 'vitest';
import { seededRandom } from '../../maths/random/index.ts';
import { activity, block, netOfTree, variantLogOf } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { alignLog, replayLog } from './align-log.ts';
import { elsewhere } from './elsewhere.ts';
import { fitnessOf } from './fitness.ts';
import { replay } from './replay.ts';

const names = (n: number) => Array.from({ length: n }, (_, i) => `step ${i}`);
/** One quick step, or n others in any order: 2 to the power of n states. */
const quickOrAll = (n: number) => netOfTree(block('choice', [activity('quick'), block('parallel', names(n).map(activity))]));

/** The least cost by hand: the better of both ways, in each of which what a case has besides is extra and what it lacks is left out. */
function truth(n: number, trace: readonly string[]): number {
  const done = new Set(trace.filter((a) => a.startsWith('step '))).size;
  const quick = trace.includes('quick') ? 1 : 0;
  return Math.min(n - done + trace.length - done, 1 - quick + trace.length - quick);
}

function traces(n: number, many: number): string[][] {
  const random = seededRandom(7);
  const any = () => (random.unit() < 0.1 ? ['quick', 'unknown'][Math.floor(random.unit() * 2)]! : `step ${Math.floor(random.unit() * n)}`);
  return [names(n).reverse(), names(n - 1), [], ['quick'], ...Array.from({ length: many }, () => Array.from({ length: Math.floor(random.unit() * 1.5 * n) }, any))];
}

const between = (n: number, log: readonly (readonly string[])[], costs: readonly { lower: number; upper: number }[]) => log.flatMap((t, i) => (costs[i]!.lower <= truth(n, t) && truth(n, t) <= costs[i]!.upper ? [] : [`${costs[i]!.lower} to ${costs[i]!.upper} instead of ${truth(n, t)}: ${t.join()}`]));

test('the cost by hand is that of an exhaustive search on a small net; whenever the search is stopped, the bounds hold it', () => {
  const [n, all] = [6, traces(6, 60)];
  const log = variantLogOf(all);
  const distinct = log.sequences.map((s) => Array.from(s, (a) => log.activities[a]!));
  expect(alignHere(quickOrAll(n), log).costs).toEqual(distinct.map((t) => ({ lower: truth(n, t), upper: truth(n, t) })));
  let loose = 0;
  for (const most of [20, 60, 200, 500, 1000, 2000]) {
    let asked = 0;
    const { costs } = alignHere(quickOrAll(n), log, () => ++asked > most);
    expect(between(n, distinct, costs)).toEqual([]);
    loose += costs.filter((c) => c.lower < c.upper).length;
  }
  expect(loose).toBeGreaterThan(50);
});

test('past the time limit: bounds around the truth, said to be not exact, in threads and for a fit', async () => {
  const n = 18;
  const log = variantLogOf(traces(n, 30));
  const all = log.sequences.map((s) => Array.from(s, (a) => log.activities[a]!));
  const fitness = all.reduce((sum, t, i) => sum + log.counts[i]! * (1 - truth(n, t) / (t.length + 1)), 0) / log.counts.reduce((a, b) => a + b, 0);
  const began = performance.now();
  const found = await alignLog(quickOrAll(n), log, { seconds: 0.5, secondsHere: 0.1 });
  expect(between(n, all, found.costs)).toEqual([]);
  const told = fitnessOf(log, found);
  expect(told).toMatchObject({ exact: false, fitness: told.lower });
  expect([told.lower <= fitness, fitness <= told.upper, told.lower < told.upper]).toEqual([true, true, true]);
  // On a quiet machine it is well within two seconds, as the bench says; a busy one starts threads late.
  expect(performance.now() - began).toBeLessThan(15_000);
  const fit = await elsewhere({ fit: 'alignments' }, quickOrAll(n), log, { seconds: 0.3 });
  expect([fit.fitness.exact, fit.fitness.lower <= fitness, fitness <= fit.fitness.upper]).toEqual([false, true, true]);
  expect(fit.keeping.length + fit.leaving.length).toBeLessThan(log.counts.length + 1);
}, 60_000);

test('token replay in a thread of its own is the same; without time it says so; a signal ends it', async () => {
  const wide = netOfTree(block('parallel', names(9).map(activity)));
  const log = variantLogOf(Array.from({ length: 30 }, (_, k) => names(9).map((_, i) => `step ${(i * 5 + k) % 9}`)));
  expect(await replayLog(wide, log, { secondsHere: 0 })).toEqual(replay(wide, log));
  expect(replay(wide, log, () => true)).toMatchObject({ exact: false });
  const stop = new AbortController();
  const cancelled = elsewhere('replayed', wide, log, { signal: stop.signal });
  stop.abort();
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
}, 60_000);
