import { expect, test } from 'vitest';
import { activity, block, netOfTree, parseTree, silent, variantLogOf } from '../models/index.ts';
import { elsewhere } from './elsewhere.ts';
import { fitHere } from './fit-here.ts';

const names = (n: number) => Array.from({ length: n }, (_, i) => `step ${i}`);

test('replay of a case of 100,000 events and of a model of 10,000 activities', () => {
  const loop = netOfTree(parseTree("*( ->( 'a', 'b' ), tau )"));
  const long = variantLogOf([Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 'a' : 'b'))]);
  expect(fitHere(loop, long, { fit: 'replay' }).fitness).toMatchObject({ exact: true, fitness: 1 });
  const flower = netOfTree(block('loop', [block('choice', names(10_000).map(activity)), silent]));
  expect(fitHere(flower, variantLogOf([names(10_000)]), { fit: 'replay' }).fitness).toMatchObject({ exact: true, fitness: 1 });
}, 300_000);

test('100,000 events of all steps in any order: an answer past the time limit, or a problem that says so, never a hang', async () => {
  const wide = netOfTree(block('choice', [activity('quick'), block('parallel', names(18).map(activity))]));
  const log = variantLogOf([Array.from({ length: 100_000 }, (_, i) => `step ${(i * 7) % 18}`)]);
  const began = performance.now();
  for (const method of ['alignments', 'replay'] as const) {
    const found = await elsewhere({ fit: method }, wide, log, { seconds: 1 }).then((fit) => fit.fitness.lower <= fit.fitness.upper, (error: unknown) => (error as { code: string }).code === 'too-long');
    expect(found).toBe(true);
  }
  expect(performance.now() - began).toBeLessThan(90_000);
}, 300_000);
