import { expect, test } from 'vitest';
import { readSteps, type StepsBehind, stepsTitle, writeSteps } from './steps-behind.ts';

test('an address keeps which steps are meant, whatever their names hold', () => {
  const all: StepsBehind[] = [{ step: 'Pick', after: 'Pack & go=1' }, { step: 'a', again: true }, { step: 'ü→', later: true }, { hour: 0 }, { hour: 167, worked: true }, { fromResource: 'x y', toResource: '“z”' }, { fromFunction: 'Sell', toFunction: 'Ship & bill' }, { noFunction: true }, { step: 'a', withoutStart: true }, { hands: 'changed' }, { step: 'a', batched: true }, { step: 'a', batched: false }, {}];
  for (const of of all) expect(readSteps(writeSteps(of))).toEqual(of);
  expect(writeSteps({ step: 'Pick', after: 'Pack & go' })).toBe('step=Pick&after=Pack+%26+go');
  expect(readSteps('hour=noon&again=perhaps&hands=up&batched=some&other=1')).toEqual({});
});

test('in words', () => {
  expect([{ step: 'Ship', after: 'Pack' }, { step: 'Ship', again: true }, { step: 'Bill', later: true }, { hour: 4 * 24 + 9 }, { hour: 9, worked: true }, { fromResource: 'x', toResource: 'y' }, { fromFunction: 'Sell', toFunction: 'Ship' }, { noFunction: true }, { step: 'Ship', withoutStart: true }, { hands: 'changed' as const }, { step: 'Ship', batched: true }, { step: 'Ship', batched: false }].map(stepsTitle)).toEqual(['“Ship” after “Pack”', '“Ship” done again', '“Bill” once the case is complete', 'Steps begun on Fridays from 09:00 to 10:00', 'Steps in work on Mondays from 09:00 to 10:00', 'Steps from x to y', 'Steps from Sell to Ship', 'Steps of no function', '“Ship” without a known start', 'Steps before which work changed hands', '“Ship” done in batches', '“Ship” not done in batches']);
});
