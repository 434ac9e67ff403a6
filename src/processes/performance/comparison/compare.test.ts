import { afterAll, beforeAll, expect, test } from 'vitest';
import { workingCalendar } from '../../../organisation/index.ts';
import { importSteps, testLogs, type TestLogs, type TestStep } from '../steps/testing.ts';
import { compareChains, compareSets, mostSteps } from './compare.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

const at = (n: number, activity: string, end: number, start: number | null = null): TestStep => ({ case: n, activity, resource: 'x', start, end });
const completion = { ends: ['z'], closedAfterSeconds: 1e9 };
const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['00:00-12:00']]));
const calendar = workingCalendar({ zone: 'UTC', week, holidays: new Map() });

test('two variants: their steps on common lines, how long each waits, where they part; open cases have no duration', async () => {
  const list = [
    at(1, 'a', 0), at(1, 'b', 60), at(1, 'z', 180), at(2, 'a', 0), at(2, 'b', 120), at(2, 'z', 1440),
    at(3, 'a', 0), at(3, 'c', 30), at(3, 'b', 90), at(3, 'z', 100), at(4, 'a', 0), at(4, 'c', 50),
  ];
  const version = await importSteps(logs, list);
  const of = (activities: readonly string[], without: readonly string[]) => ({ filter: { activities, without }, completion, calendar });
  const found = await compareChains(logs.c, version, [of(['b'], ['c']), of(['c', 'z'], []), of(['c'], ['z'])]);
  expect(found.sides.map((s) => [s.cases, s.open, s.elapsed?.median ?? null, s.elapsed?.p90 ?? null, s.working?.median ?? null])).toEqual([
    // From 00:00 to 03:00 and to the next midnight: 3 hours of work, and 12 of 24.
    [2, 0, (180 + 1440) / 2 * 60, (180 + 0.9 * 1260) * 60, (180 + 720) / 2 * 60], [1, 0, 6000, 6000, 6000], [1, 1, null, null, null],
  ]);
  expect(found.steps.map((s) => [s.activity, ...s.sides.map((x) => x && [x.cases, x.wait?.median ?? null])])).toEqual([
    ['a', [2, null], [1, null], [1, null]], ['c', null, [1, 1800], [1, 3000]], ['b', [2, 90 * 60], [1, 3600], null], ['z', [2, (120 + 1320) / 2 * 60], [1, 600], null],
  ]);
  expect(found.partings).toEqual([{ after: 'a', before: null, ways: [['b', 'z'], ['c', 'b', 'z'], ['c']] }]);
  expect(found.cut).toBe(false);
});

test('steps that take time: a start and a completion are one step, with touch time', async () => {
  const version = await importSteps(logs, [at(1, 'a', 10, 0), at(1, 'b', 50, 30), at(1, 'a', 90, 60), at(1, 'z', 100, 95), at(2, 'a', 20, 0), at(2, 'z', 40, 30)]);
  const found = await compareChains(logs.c, version, [{ filter: { activities: ['b'] }, completion }, { filter: { without: ['b'] }, completion }]);
  expect(found.steps.map((s) => [s.activity, ...s.sides.map((x) => x && [x.wait?.median ?? null, x.touch?.median ?? null])])).toEqual([
    ['a', [null, 600], [null, 1200]], ['b', [1200, 1200], null], ['a', [600, 1800], null], ['z', [300, 300], [600, 600]],
  ]);
  expect(found.partings).toEqual([{ after: 'a', before: 'z', ways: [['b', 'a'], []] }]);
});

test('any two sets by their activities; a chain without end is cut and says so', async () => {
  const long = Array.from({ length: mostSteps + 20 }, (_, i) => at(1, 'abcd'[i % 4]!, i));
  const version = await importSteps(logs, [...long, at(2, 'a', 0), at(2, 'z', 60)].map((s) => ({ ...s, activity: s.activity === 'c' ? "c's" : s.activity })));
  const both = await compareSets(logs.c, version, { filter: { activities: ['z'] }, completion }, { completion });
  expect(both.sides.map((s) => [s.cases, s.open])).toEqual([[1, 0], [2, 1]]);
  expect(both.steps.find((s) => s.activity === 'z')?.sides.map((x) => x && [x.cases, x.timesACase])).toEqual([[1, 1], [1, 0.5]]);
  const chains = await compareChains(logs.c, version, [{ filter: { activities: ['z'] }, completion }, { filter: { without: ['z'] }, completion }]);
  expect([chains.cut, chains.steps.filter((s) => s.sides[1] !== null).length]).toEqual([true, mostSteps]);
  expect(mostSteps).toBe(300);
});
