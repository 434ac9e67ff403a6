import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay, dateOfDay, toLocal, weekOf } from '../../../maths/time/index.ts';
import { importSteps, instantOf, steps, testLogs, type TestLogs, type TestStep } from '../steps/testing.ts';
import { allStepsBehind, stepsBehind } from '../steps/step-rows.ts';
import { withSteps } from '../steps/steps.ts';
import { activeCases } from './active-cases.ts';
import { dots } from './dots.ts';
import { resourceLoad } from './load.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

const casesOf = (list: readonly TestStep[]) => [...new Set(list.map((s) => s.case))].map((k) => { const ends = list.filter((s) => s.case === k).map((s) => instantOf(s.end)); return { id: `k${k}`, first: Math.min(...ends), last: Math.max(...ends) }; });
const hourOfWeek = (zone: string, at: number) => { const local = toLocal(zone, at); return ((new Date(local).getUTCDay() + 6) % 7) * 24 + new Date(local).getUTCHours(); };

test('random logs: active cases and the load of each hour of the week equal the plain reference, where the clock changes', async () => {
  await fc.assert(fc.asyncProperty(steps(true), fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'America/New_York'), async (list, zone) => {
    const version = await importSteps(logs, list);
    const cases = casesOf(list);
    for (const by of ['day', 'week'] as const) {
      const found = await activeCases(logs.c, version, { zone, by });
      const idOf = (at: number) => (by === 'week' ? weekOf(zone, at).id : dateOfDay(localDay(zone, at)));
      expect([found[0]!.id, found.at(-1)!.id]).toEqual([idOf(Math.min(...cases.map((k) => k.first))), idOf(Math.max(...cases.map((k) => k.last)))]);
      for (const p of found) {
        const [from, to] = [Date.parse(p.from), Date.parse(p.to)];
        expect(p).toMatchObject({ started: cases.filter((k) => idOf(k.first) === p.id).length, completed: cases.filter((k) => idOf(k.last) === p.id).length, bySilence: 0, active: cases.filter((k) => k.first < to && k.last >= from).length, inProgress: cases.filter((k) => k.first < to && k.last >= to).length });
      }
    }
    const load = await withSteps(logs.c, version, {}, (s) => resourceLoad(s, zone));
    const busy = new Map<number, number>();
    for (const s of list) for (let m = s.start ?? s.end; m < s.end; m++) busy.set(hourOfWeek(zone, instantOf(m)), (busy.get(hourOfWeek(zone, instantOf(m))) ?? 0) + 60);
    for (let h = 0; h < 168; h++) {
      const [begun, completed] = [list.filter((s) => hourOfWeek(zone, instantOf(s.start ?? s.end)) === h), list.filter((s) => hourOfWeek(zone, instantOf(s.end)) === h)];
      const want = { hourOfWeek: h, busySeconds: busy.get(h) ?? 0, begun: begun.length, completed: completed.length, resources: new Set([...begun, ...completed].map((s) => s.resource)).size };
      expect(load.hours.find((x) => x.hourOfWeek === h) ?? { ...want, busySeconds: 0, begun: 0, completed: 0, resources: 0 }).toEqual(want);
    }
    expect(load.withoutStart).toBe(list.filter((s) => s.start === null).length);
    await withSteps(logs.c, version, {}, async (s) => {
      for (const of of [...busy.keys(), 0].slice(0, 30)) {
        const rows: number[] = [];
        for await (const piece of allStepsBehind(s, { hour: { of, zone, worked: true } })) rows.push(...piece.map((r) => r.inHour!));
        expect(rows.toSorted()).toEqual(list.map((x) => 60 * Array.from({ length: x.end - (x.start ?? x.end) }, (_, i) => hourOfWeek(zone, instantOf(x.start! + i))).filter((h) => h === of).length).filter((n) => n > 0).toSorted());
        expect(rows.reduce((a, b) => a + b, 0)).toBe(busy.get(of) ?? 0);
      }
    });
  }), { numRuns: 5, seed: 3 });
}, 120_000);

test('a case is completed at its agreed end; one without an end stays under way', async () => {
  const at = (n: number, activity: string, day: number): TestStep => ({ case: n, activity, resource: 'x', start: null, end: day * 1440 });
  const version = await importSteps(logs, [at(1, 'a', 0), at(1, 'end', 1), at(1, 'bill', 4), at(2, 'a', 1), at(2, 'b', 2)]);
  const found = await activeCases(logs.c, version, { zone: 'UTC', by: 'day', completion: { ends: ['end'], closedAfterSeconds: 30 * 86_400 } });
  expect(found.map((p) => [p.id.slice(8), p.started, p.completed, p.active, p.inProgress])).toEqual([['27', 1, 0, 1, 1], ['28', 1, 1, 2, 1], ['29', 0, 0, 1, 1], ['30', 0, 0, 1, 1], ['31', 0, 0, 1, 1]]);
  // Once it was silent for a day it is complete, as of its last event, and that is said.
  const closed = await activeCases(logs.c, version, { zone: 'UTC', by: 'day', completion: { ends: ['end'], closedAfterSeconds: 86_400 } });
  expect(closed.map((p) => [p.id.slice(8), p.completed, p.bySilence, p.active, p.inProgress])).toEqual([['27', 0, 0, 1, 1], ['28', 1, 0, 2, 1], ['29', 1, 1, 1, 0], ['30', 0, 0, 0, 0], ['31', 0, 0, 0, 0]]);
  const never = await activeCases(logs.c, version, { zone: 'UTC', by: 'week', completion: { ends: [], closedAfterSeconds: 3600 } });
  expect([never[0]?.completed, never[0]?.bySilence]).toEqual([1, 1]);
});

test('hours with fewer than five people are withheld, and in no other figure', async () => {
  const at = (resource: string, hour: number): TestStep => ({ case: 1, activity: 'a', resource, start: hour * 60, end: hour * 60 + 30 });
  const list = [...['p', 'q', 'r', 's', 't'].map((who) => at(who, 9)), at('p', 15)];
  const load = async (personal: readonly string[]) => withSteps(logs.c, await importSteps(logs, list, { personal }), {}, (s) => resourceLoad(s, 'UTC'));
  // 2026-03-27 is a Friday: day 4 of the week.
  const shown = { hourOfWeek: 4 * 24 + 9, busySeconds: 5 * 1800, begun: 5, completed: 5, resources: 5 };
  expect(await load(['who'])).toEqual({ zone: 'UTC', hours: [shown], withheld: [4 * 24 + 15], withoutStart: 0 });
  expect((await load([])).hours).toEqual([shown, { hourOfWeek: 4 * 24 + 15, busySeconds: 1800, begun: 1, completed: 1, resources: 1 }]);
  const rows = async (personal: readonly string[], hour: number) => withSteps(logs.c, await importSteps(logs, list, { personal }), {}, async (s) => (await stepsBehind(s, { hour: { of: 4 * 24 + hour, zone: 'UTC', worked: true } }, { limit: 9, offset: 0 })).items.map((r) => r.inHour));
  expect([await rows(['who'], 9), await rows(['who'], 3), await rows([], 15)]).toEqual([[1800, 1800, 1800, 1800, 1800], [], [1800]]);
  await expect(rows(['who'], 15)).rejects.toMatchObject({ code: 'too-few-people' });
});

test('dots: all events of all cases, or of a sample that is the same each time', async () => {
  const list = Array.from({ length: 40 }, (_, i): TestStep => ({ case: 1 + (i % 8), activity: i % 2 === 0 ? 'a' : 'b', resource: 'x', start: null, end: i * 10 }));
  const version = await importSteps(logs, list);
  const all = await dots(logs.c, version);
  expect([all.cases.map((k) => k.id), all.sampledFrom, all.cut]).toEqual([['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'], { cases: 8, events: 40 }, false]);
  const drawn = all.case.map((k, i) => [all.cases[k]!.id, all.activities[all.activity[i]!], Date.parse(all.cases[k]!.first) + 1000 * all.seconds[i]!]);
  expect(drawn.toSorted()).toEqual(list.map((s) => [`k${s.case}`, s.activity, instantOf(s.end)]).toSorted());
  const some = await dots(logs.c, version, { limit: 17 });
  expect([some.cases.length, some.case.length, some.sampledFrom.cases]).toEqual([3, 15, 8]);
  expect(await dots(logs.c, version, { limit: 17 })).toEqual(some);
  expect(await dots(logs.c, version, { limit: 2 })).toMatchObject({ cases: [{}], case: [0, 0], cut: true });
  expect((await dots(logs.c, version, { filter: { minSeconds: 1e9 } })).case).toEqual([]);
});

test('a stray date is told, not worked through for hours', async () => {
  const version = await logs.import('case,activity,time', ['1,a,1902-01-01T00:00:00Z', '2,a,2026-01-01T00:00:00Z', '2,b,2026-01-02T00:00:00Z'], { zone: 'UTC', timeFormat: 'iso' });
  await expect(activeCases(logs.c, version, { zone: 'UTC', by: 'day' })).rejects.toMatchObject({ code: 'bad-input', value: '1902-01-01T00:00:00.000Z to 2026-01-02T00:00:00.000Z' });
  const office = { zone: 'UTC', weekly: [{ weekday: 5, fromMinute: 0, toMinute: 60 }], exceptions: new Map() };
  await expect(withSteps(logs.c, version, { calendar: office }, async () => 0)).rejects.toMatchObject({ code: 'bad-input' });
  const filter = { started: { from: '2020-01-01T00:00:00Z' } };
  expect(await activeCases(logs.c, version, { filter, zone: 'UTC', by: 'day' })).toHaveLength(2);
  expect(await withSteps(logs.c, version, { calendar: office, filter }, async () => 0)).toBe(0);
});
