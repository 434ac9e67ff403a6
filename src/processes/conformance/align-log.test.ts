import { expect, test } from 'vitest';
import { activity, block, netOfTree, parseTree, type PetriNet, type ProcessTree, silent, variantLogOf } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { alignLog } from './align-log.ts';
import { fitnessOf } from './fitness.ts';

const names = (n: number) => Array.from({ length: n }, (_, i) => `step ${i}`);
const all = (kind: 'sequence' | 'choice' | 'parallel', n: number): ProcessTree => block(kind, names(n).map(activity));
/** Every order of its steps: 2 to the power of n states. */
const anyOrder = netOfTree(all('parallel', 18));

test('a case of 100,000 events, and a model of 10,000 activities', () => {
  const loop = netOfTree(parseTree("*( ->( 'a', 'b' ), tau )"));
  const long = variantLogOf([Array.from({ length: 100_000 }, (_, i) => (i % 1000 === 7 ? 'x' : i % 2 === 0 ? 'a' : 'b'))]);
  expect(fitnessOf(long, alignHere(loop, long))).toMatchObject({ exact: true, averageCost: 200 });
  const flower = netOfTree(block('loop', [all('choice', 10_000), silent]));
  const wide = variantLogOf([names(10_000), ['step 5', 'unknown', 'step 5']]);
  expect(alignHere(flower, wide).costs).toEqual([{ lower: 0, upper: 0 }, { lower: 1, upper: 1 }]);
}, 60_000);

test('too many states: bounds, or a problem that says so, in time', async () => {
  const log = variantLogOf([names(18).reverse(), names(17)]);
  const began = performance.now();
  const answer = await alignLog(anyOrder, log, { seconds: 0.2 }).then((found) => fitnessOf(log, found), (error: unknown) => (error as { code: string }).code);
  expect(answer === 'too-long' || answer === 'too-large' || (typeof answer === 'object' && answer.lower <= 1 && answer.upper >= 35 / 36)).toBe(true);
  expect(performance.now() - began).toBeLessThan(20_000);
  const endless: PetriNet = { places: [{ id: 'p' }, { id: 'q' }], transitions: [{ id: 't', label: null, inputs: [0], outputs: [0, 1] }, { id: 'u', label: 'a', inputs: [0], outputs: [] }], initial: [0], final: [1] };
  const { costs: [cost] } = alignHere(endless, variantLogOf([['a']]));
  expect(cost).toEqual({ lower: 0, upper: 0 });
}, 60_000);

test('in threads of their own the answer is the same; a signal ends it', async () => {
  const wide = netOfTree(all('parallel', 11));
  const log = variantLogOf(Array.from({ length: 40 }, (_, k) => names(11).map((_, i) => `step ${(i * 7 + k) % 11}`)));
  expect((await alignLog(wide, log, { secondsHere: 0 })).costs).toEqual(alignHere(wide, log).costs);
  const stop = new AbortController();
  const cancelled = alignLog(anyOrder, log, { signal: stop.signal });
  setTimeout(() => stop.abort(), 400);
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
}, 60_000);
