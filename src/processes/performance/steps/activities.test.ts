import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mean, quantile } from '../../../maths/statistics/index.ts';
import type { WorkingCalendar } from '../../../maths/time/index.ts';
import { toLocal } from '../../../maths/time/index.ts';
import { activityTimes, edgeTimes } from './activities.ts';
import { withSteps } from './steps.ts';
import { followed, importSteps, instantOf, steps, testLogs, type TestLogs, type TestStep } from './testing.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

const office: WorkingCalendar = { zone: 'Europe/London', weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: weekday === 7 ? 0 : 540, toMinute: weekday === 7 ? 240 : 1020 })), exceptions: new Map([['2026-03-30', []], ['2026-03-28', [{ fromMinute: 600, toMinute: 700 }]]]) };

const minuteWorks = Array.from({ length: 7500 }, (_, i) => {
  const local = new Date(toLocal(office.zone, instantOf(i - 1500)));
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const spans = office.exceptions.get(local.toISOString().slice(0, 10)) ?? office.weekly.filter((h) => h.weekday % 7 === local.getUTCDay());
  return spans.some((s) => s.fromMinute <= minute && minute < s.toMinute);
});
/** Working minutes, looked at one by one on the wall clock. */
const worked = (from: number, to: number) => minuteWorks.slice(from + 1500, to + 1500).filter(Boolean).length;

const times = (minutes: readonly number[]) => {
  const seconds = minutes.map((m) => m * 60);
  return seconds.length === 0 ? null : { unit: 's', n: seconds.length, mean: near(mean(seconds)!), median: near(quantile(seconds, 0.5)!), p90: near(quantile(seconds, 0.9)!), total: near(seconds.reduce((a, b) => a + b, 0)) };
};
const near = (x: number) => expect.closeTo(x, 5);

function reference(list: readonly TestStep[]) {
  const all = followed(list);
  const figures = (of: typeof all) => {
    const [waited, touched] = [of.filter((s) => s.previous !== null), of.filter((s) => s.start !== null)];
    return {
      instances: of.length, cases: new Set(of.map((s) => s.case)).size, withoutStart: of.filter((s) => s.start === null).length,
      wait: times(waited.map((s) => s.at - s.previous!.end)), workingWait: times(waited.map((s) => worked(s.previous!.end, s.at))),
      touch: times(touched.map((s) => s.end - s.at)), workingTouch: times(touched.map((s) => worked(s.at, s.end))),
    };
  };
  const pairs = [...new Set(all.filter((s) => s.previous !== null).map((s) => `${s.previous!.activity}|${s.activity}`))].sort();
  return {
    activities: [...new Set(all.map((s) => s.activity))].sort().map((activity) => ({ activity, withoutCompletion: 0, ...figures(all.filter((s) => s.activity === activity)) })),
    edges: pairs.map((pair) => {
      const { touch: _t, workingTouch: _w, ...f } = figures(all.filter((s) => s.previous !== null && `${s.previous.activity}|${s.activity}` === pair));
      return { from: pair.split('|')[0]!, to: pair.split('|')[1]!, ...f };
    }),
  };
}

test.each([['each event a step', false, 5], ['steps with a start', true, 6]])('random logs equal the plain reference: %s', async (_, starts, numRuns) => {
  await fc.assert(fc.asyncProperty(steps(starts), async (list) => {
    const version = await importSteps(logs, list);
    const want = reference(list);
    await withSteps(logs.c, version, { calendar: office }, async (s) => {
      expect((await activityTimes(s)).toSorted((x, y) => (x.activity < y.activity ? -1 : 1))).toEqual(want.activities);
      expect((await edgeTimes(s)).toSorted((x, y) => (`${x.from}|${x.to}` < `${y.from}|${y.to}` ? -1 : 1))).toEqual(want.edges);
    });
  }), { numRuns, seed: 7 });
}, 120_000);
