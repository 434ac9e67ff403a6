import { expect, test } from 'vitest';
import { netOfTree, parseTree, variantLogOf } from '../models/index.ts';
import { alignHere } from './align-here.ts';
import { deviationsOf, deviationsOfVariant } from './deviations.ts';
import { fitnessOf } from './fitness.ts';
import { replay, replayFitnessOf } from './replay.ts';

const times = <T>(n: number, value: T) => Array.from({ length: n }, () => value);
const net = netOfTree(parseTree("->( 'order', 'pay', *( 'ship', 'remind' ) )"));
const log = variantLogOf([...times(5, ['order', 'pay', 'ship']), ...times(3, ['order', 'ship']), ...times(2, ['order', 'ship', 'call', 'call']), ['pay', 'ship']]);

test('what cases leave out and do besides, after what, in how many cases', () => {
  const aligned = alignHere(net, log);
  expect(deviationsOf(log, aligned)).toEqual([
    { kind: 'skipped', activity: 'pay', after: 'order', cases: 5, times: 5, variants: [1, 2] },
    { kind: 'extra', activity: 'call', after: 'call', cases: 2, times: 2, variants: [2] },
    { kind: 'extra', activity: 'call', after: 'ship', cases: 2, times: 2, variants: [2] },
    { kind: 'skipped', activity: 'order', after: null, cases: 1, times: 1, variants: [3] },
  ]);
  expect(deviationsOfVariant(log, aligned, 2)).toEqual([
    { kind: 'skipped', activity: 'pay', after: 'order', at: 1 }, { kind: 'extra', activity: 'call', after: 'ship', at: 2 }, { kind: 'extra', activity: 'call', after: 'call', at: 3 },
  ]);
});

test('fitness is worked out by hand', () => {
  // Shortest run 3; costs 0, 1, 3, 1 of 5, 3, 2, 1 cases.
  const fitness = (5 + 3 * (1 - 1 / 5) + 2 * (1 - 3 / 7) + (1 - 1 / 5)) / 11;
  const found = fitnessOf(log, alignHere(net, log));
  expect(found.fitness).toBeCloseTo(fitness, 12);
  expect(found).toMatchObject({ fittingCases: 5, cases: 11, averageCost: 10 / 11, exact: true });
  expect(fitnessOf(variantLogOf([]), alignHere(net, variantLogOf([])))).toMatchObject({ fitness: 1, cases: 0, exact: true });
});

test('replay by hand: missing and remaining tokens, unknown activities, empty cases', () => {
  const straight = netOfTree(parseTree("->( 'a', 'b', 'c' )"));
  const of = (...events: string[]) => replay(straight, variantLogOf([events])).tokens[0];
  expect(of('a', 'b', 'c')).toEqual({ produced: 4, consumed: 4, missing: 0, remaining: 0 });
  expect(of('a', 'c')).toEqual({ produced: 3, consumed: 3, missing: 1, remaining: 1 });
  expect(of('a', 'b', 'c', 'x')).toEqual({ produced: 5, consumed: 5, missing: 1, remaining: 1 });
  expect(of()).toEqual({ produced: 1, consumed: 1, missing: 1, remaining: 1 });
  expect(replayFitnessOf(variantLogOf([['a', 'c']]), replay(straight, variantLogOf([['a', 'c']]))).fitness).toBeCloseTo(1 - 1 / 3, 12);
});
