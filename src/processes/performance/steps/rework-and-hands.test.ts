import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityTimes, edgeTimes } from './activities.ts';
import { namesOf } from '../../event-logs/questions/names.ts';
import { batches, stepsInBatches } from './batches.ts';
import { bottlenecks } from './bottlenecks.ts';
import { functionHandOvers, handOvers } from './hand-overs.ts';
import { rework } from './rework.ts';
import { allStepsBehind, type StepsBehind, stepsBehind } from './step-rows.ts';
import { withSteps } from './steps.ts';
import { followed, importSteps, instantOf, median, steps, testLogs, type TestLogs, type TestStep } from './testing.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

const groups = <T>(list: readonly T[], key: (x: T) => string) => [...new Set(list.map(key))].map((k) => ({ k, of: list.filter((x) => key(x) === k) }));
const waits = (list: ReturnType<typeof followed>) => list.flatMap((s) => (s.previous === null ? [] : [(s.at - s.previous.end) * 60]));
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** Cases that one resource completes within an hour of each other, found one after another. */
function batched(list: readonly TestStep[]): Map<string, TestStep[][]> {
  const found = new Map<string, TestStep[][]>();
  for (const { k, of } of groups(list.map((s, row) => ({ ...s, row })), (s) => `${s.activity}|${s.resource}`)) {
    const runs: TestStep[][] = [];
    for (const s of of.toSorted((x, y) => x.end - y.end || x.row - y.row)) {
      const last = runs.at(-1);
      if (last !== undefined && s.end - last.at(-1)!.end <= 60) last.push(s);
      else runs.push([s]);
    }
    const activity = k.split('|')[0]!;
    found.set(activity, [...(found.get(activity) ?? []), ...runs.filter((run) => new Set(run.map((s) => s.case)).size >= 2)]);
  }
  return found;
}

test('random logs: rework, hand-overs, batches and the rows behind them equal the plain reference', async () => {
  await fc.assert(fc.asyncProperty(steps(true), async (list) => {
    const version = await importSteps(logs, list);
    const all = followed(list);
    await withSteps(logs.c, version, {}, async (s) => {
      const again = groups(all.toSorted((x, y) => x.at - y.at || x.row - y.row), (x) => `${x.activity}|${x.case}`).flatMap((g) => g.of.slice(1));
      expect((await rework(s)).map((r) => [r.activity, r.casesAgain, r.repeats, r.atOnce, r.wait?.total ?? 0]).toSorted()).toEqual(
        groups(again, (x) => x.activity).map(({ k, of }) => [k, new Set(of.map((x) => x.case)).size, of.length, of.filter((x) => x.previous?.activity === k).length, sum(waits(of))]).toSorted());
      const next = all.filter((x) => x.previous !== null);
      const changed = next.filter((x) => x.previous!.resource !== x.resource);
      const hands = await handOvers(s);
      expect([hands.known, hands.unknown, hands.changed, hands.waitChanged?.total ?? 0, hands.waitSame?.median ?? null]).toEqual([next.length, 0, changed.length, sum(waits(changed)), median(waits(next.filter((x) => !changed.includes(x))))]);
      const functionOf = (x: TestStep) => (x.activity === 'a' ? 'Sales' : x.resource === 'x' ? 'Sales' : x.resource === 'y' ? 'Finance' : null);
      const over = next.filter((x) => functionOf(x) !== null && functionOf(x.previous!) !== null && functionOf(x) !== functionOf(x.previous!));
      const found = await functionHandOvers(s, { activities: { a: 'Sales', unheard: 'Nobody' }, resources: { x: 'Sales', y: 'Finance' } });
      expect([found.unmapped, found.handOvers.map((h) => [h.from, h.to, h.handOvers, h.wait.total]).toSorted()]).toEqual([
        all.filter((x) => functionOf(x) === null).length, groups(over, (x) => `${functionOf(x.previous!)}|${functionOf(x)}`).map(({ k, of }) => [...k.split('|'), of.length, sum(waits(of))]).toSorted()]);
      const runs = [...batched(list)].filter(([, b]) => b.length > 0);
      expect((await batches(s, { gapSeconds: 3600, leastCases: 2 })).activities.map((b) => [b.activity, b.batches, b.batched, b.meanSize]).toSorted()).toEqual(
        runs.map(([activity, b]) => [activity, b.length, sum(b.map((run) => run.length)), sum(b.map((run) => new Set(run.map((x) => x.case)).size)) / b.length]).toSorted());
      const near = { gapSeconds: 3600, leastCases: 2 };
      const names = await namesOf(logs.c, version, 'activity');
      for (const b of (await batches(s, near)).activities) for (const together of [true, false]) {
        const [found] = await logs.c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${await stepsInBatches(s, { activity: names.indexOf(b.activity), batched: together }, near)}`);
        expect(found!.n).toBe(together ? b.batched : b.instances - b.batched);
        if (!together) continue;
        const rows = await logs.c.rows<{ opened: number; cases: number; steps: number }>(`SELECT opened, batch_cases AS cases, count(*) AS steps FROM ${await stepsInBatches(s, { activity: names.indexOf(b.activity), batched: true }, near)} GROUP BY opened, batch_nth, batch_cases`);
        expect(rows.map((r) => [r.opened / 1000, r.cases, r.steps].join()).toSorted()).toEqual(runs.find(([activity]) => activity === b.activity)![1].map((run) => [instantOf(run[0]!.end), new Set(run.map((x) => x.case)).size, run.length].join()).toSorted());
      }
      const rows = async (offset: number) => stepsBehind(s, { activity: 'a', previous: 'b' }, { limit: 3, offset });
      const behind = next.filter((x) => x.activity === 'a' && x.previous!.activity === 'b');
      const pages = [...(await rows(0)).items, ...(await rows(3)).items];
      expect([(await rows(0)).total, pages.map((r) => r.wait)]).toEqual([behind.length, waits(behind).toSorted((x, y) => y - x).slice(0, 6)]);
      expect((await stepsBehind(s, { again: true }, { limit: 1, offset: 0 })).total).toBe(again.length);
      const total = async (asked: StepsBehind) => { let n = 0; for await (const piece of allStepsBehind(s, asked)) n += piece.length; expect((await stepsBehind(s, asked, { limit: 1, offset: 0 })).total).toBe(n); return n; };
      const lines = async (atOnce: number) => { const found: string[] = []; for await (const piece of allStepsBehind(s, {}, atOnce)) found.push(...piece.map((r) => [r.case, r.step, r.completed, r.wait].join())); return found; };
      const inOrder = (await stepsBehind(s, {}, { limit: all.length, offset: 0 })).items.map((r) => [r.case, r.step, r.completed, r.wait].join());
      for (const atOnce of [3, 20]) expect(await lines(atOnce)).toEqual(inOrder);
      expect(await total({ resources: { from: 'x', to: 'y' } })).toBe(next.filter((x) => x.previous!.resource === 'x' && x.resource === 'y').length);
      const hourOf = (minutes: number) => Math.floor((minutes + 4 * 1440) / 60) % 168;
      for (const of of new Set(all.map((x) => hourOf(x.at + 10_080)))) expect(await total({ hour: { of, zone: 'UTC' } })).toBe(all.filter((x) => hourOf(x.at + 10_080) === of).length);
    });
  }), { numRuns: 5, seed: 11 });
}, 120_000);

test('the places where most is waited, with what an hour of delay costs', async () => {
  const at = (n: number, activity: string, end: number): TestStep => ({ case: n, activity, resource: 'x', start: null, end });
  const version = await importSteps(logs, [at(1, 'a', 0), at(1, 'b', 60), at(1, 'c', 600), at(2, 'a', 0), at(2, 'b', 120), at(2, 'c', 120)]);
  await withSteps(logs.c, version, {}, async (s) => {
    const edges = bottlenecks(await edgeTimes(s), { low: { amount: 500, currency: 'GBP' }, high: { amount: 1000, currency: 'GBP' } });
    expect(edges.map((e) => [e.from, e.to, e.ranked.total, e.hours, e.share, e.cost])).toEqual([
      ['b', 'c', 32_400, 'elapsed', 0.75, { low: { amount: 4500, currency: 'GBP' }, high: { amount: 9000, currency: 'GBP' }, cashable: false }],
      ['a', 'b', 10_800, 'elapsed', 0.25, { low: { amount: 1500, currency: 'GBP' }, high: { amount: 3000, currency: 'GBP' }, cashable: false }],
    ]);
    expect(bottlenecks(await activityTimes(s)).map((a) => [a.activity, a.cost])).toEqual([['c', null], ['b', null]]);
  });
});

test('an empty answer: no case passes, one event a case', async () => {
  const version = await importSteps(logs, [{ case: 1, activity: 'a', resource: 'x', start: null, end: 5 }, { case: 2, activity: 'a', resource: 'x', start: null, end: 5 }]);
  const ask = (filter: object) => withSteps(logs.c, version, { filter }, async (s) => [await activityTimes(s), await edgeTimes(s), await rework(s), (await batches(s)).activities, await handOvers(s), (await stepsBehind(s, {}, { limit: 5, offset: 0 })).total]);
  const hands = { known: 0, unknown: 0, changed: 0, waitChanged: null, waitSame: null, workingWaitChanged: null, workingWaitSame: null };
  expect(await ask({ minSeconds: 1 })).toEqual([[], [], [], [], hands, 0]);
  expect(await ask({})).toEqual([[{ activity: 'a', instances: 2, cases: 2, withoutStart: 2, withoutCompletion: 0, wait: null, workingWait: null, touch: null, workingTouch: null }], [], [], [], hands, 2]);
});

test('batches of fewer than five people are not shown', async () => {
  const list = [1, 2, 3, 4].map((n): TestStep => ({ case: n, activity: 'a', resource: 'x', start: null, end: 5 }));
  const of = async (personal: readonly string[]) => withSteps(logs.c, await importSteps(logs, list, { personal }), {}, (s) => batches(s));
  const rows = async (personal: readonly string[], batched: boolean) => withSteps(logs.c, await importSteps(logs, list, { personal }), {}, async (s) => (await stepsBehind(s, { activity: 'a', batched }, { limit: 9, offset: 0 })).total);
  expect(await of(['who'])).toMatchObject({ activities: [], withheld: 1 });
  await expect(rows(['who'], true)).rejects.toMatchObject({ code: 'too-few-people' });
  expect([await rows([], true), await rows([], false)]).toEqual([4, 0]);
  expect(await of([])).toMatchObject({ activities: [{ batches: 1, batched: 4, meanSize: 4 }], withheld: 0 });
});

test('each step of a batch says which, also where two begin at one instant', async () => {
  const list = [1, 2, 3, 4, 5, 6, 7].map((n): TestStep => ({ case: n, activity: 'a', resource: n < 5 ? 'x' : 'y', start: null, end: n === 4 ? 99 : 5 }));
  const batch = (id: string) => ({ id: `2026-03-27T00:05:00Z${id}`, from: '2026-03-27T00:05:00Z', cases: 3 });
  await withSteps(logs.c, await importSteps(logs, list), {}, async (s) => {
    const of = async (batched: boolean) => (await stepsBehind(s, { activity: 'a', batched }, { limit: 9, offset: 0 })).items.map((r) => [r.case, r.batch]);
    expect(await of(true)).toEqual([...['k1', 'k2', 'k3'].map((id) => [id, batch('')]), ...['k5', 'k6', 'k7'].map((id) => [id, batch('/2')])]);
    expect(await of(false)).toEqual([['k4', null]]);
  });
});

test('the steps behind a figure: those after the end of a case apart; never those of a person or of a few', async () => {
  const at = (n: number, activity: string, resource: string, end: number): TestStep => ({ case: n, activity, resource, start: null, end });
  const list = [at(1, 'a', 'p', 0), at(1, 'z', 'q', 60), at(1, 'bill', 'p', 90), at(2, 'a', 'r', 0)];
  const open = await importSteps(logs, list), persons = await importSteps(logs, list, { personal: ['who'] });
  await withSteps(logs.c, open, { ends: ['z'] }, async (s) => {
    const [later, all] = [await stepsBehind(s, { later: true }, { limit: 9, offset: 0 }), await stepsBehind(s, {}, { limit: 9, offset: 0 })];
    expect(later.items).toEqual([{ case: 'k1', step: 'bill', before: 'z', ready: '2026-03-27T01:00:00Z', start: null, completed: '2026-03-27T01:30:00Z', wait: 1800, workingWait: null, touch: null, batch: null, inHour: null }]);
    expect(all.items.map((r) => [r.case, r.step])).toEqual([['k1', 'z'], ['k1', 'a'], ['k2', 'a']]);
    await expect(stepsBehind(s, { activity: 'nowhere' }, { limit: 9, offset: 0 })).rejects.toMatchObject({ code: 'bad-input' });
  });
  await withSteps(logs.c, persons, {}, async (s) => {
    for (const asked of [{ hour: { of: 4 * 24, zone: 'UTC' } }, { resources: { from: 'p', to: 'q' } }]) await expect(stepsBehind(s, asked, { limit: 9, offset: 0 })).rejects.toMatchObject({ code: 'too-few-people' });
    expect((await stepsBehind(s, { hour: { of: 3, zone: 'UTC' } }, { limit: 9, offset: 0 })).total).toBe(0);
  });
});
