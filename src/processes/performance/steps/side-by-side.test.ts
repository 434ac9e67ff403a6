import { afterAll, beforeAll, expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';
import { importSteps, testLogs, type TestLogs, type TestStep } from './testing.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('two filters beside each other: what each has, and how much longer it waits', async () => {
  const at = (n: number, activity: string, end: number): TestStep => ({ case: n, activity, resource: 'x', start: null, end });
  const version = await importSteps(logs, [at(1, 'a', 0), at(1, 'b', 60), at(2, 'a', 0), at(2, 'b', 180), at(3, 'a', 0), at(3, 'c', 30), at(3, 'b', 330)]);
  const found = await sideBySide(logs.c, version, { filter: { without: ['c'] } }, { filter: { activities: ['c'] } });
  expect(found.cases).toEqual({ a: 2, b: 1 });
  expect(found.activities.map((x) => [(x.a ?? x.b)!.activity, x.waitDifference, x.timesACaseDifference])).toEqual([['b', 300 * 60 - 120 * 60, 0], ['c', null, 1], ['a', null, 0]]);
  expect(await sideBySide(logs.c, version, { filter: { minSeconds: 1e9 } }, {})).toMatchObject({ cases: { a: 0, b: 3 } });
});
