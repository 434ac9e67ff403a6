import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../maths/random/index.ts';
import { dayNumber } from '../../maths/time/index.ts';
import { calibrate, simulateLog } from './index.ts';
import { outcomeOf } from './outcome.ts';
import { planOf, prepare } from './plan-of.ts';
import { scenarioOf } from './scenario.ts';
import { type Bench, calibratedDesk, desk, deskOf, deskRules, erlangWait, HOUR, monday, openBench, WEEK } from './testing.ts';
import type { Validation } from './validate.ts';

let bench: Bench;
beforeAll(async () => { bench = await openBench(); });
afterAll(() => bench.close());

const iso = (t: number) => new Date(monday + t).toISOString();
const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);

test('an approval that never changes anything costs its wait: left out, cases take exactly so much less', async () => {
  // Every 40 minutes for six weeks: an approval five hours after the request, then an hour of work by one of eight.
  const lines = Array.from({ length: (6 * 168 * 60) / 40 }, (_, i) => i * 40 * 60_000).flatMap((t, i) => [`${i},Request,${iso(t)},${iso(t)},`, `${i},Approve,${iso(t + 5 * HOUR)},${iso(t + 5 * HOUR)},`, `${i},Serve,${iso(t + 5 * HOUR)},${iso(t + 6 * HOUR)},p${i % 8}`]);
  const log = await bench.imported('approvals', lines);
  const skipped = (share: number, checked?: Validation) => simulateLog(bench.c, log, deskRules, { checked, changes: [{ kind: 'skip', activity: 'Approve', share }], replications: 2, weeks: 1 });
  const all = await skipped(1);
  const [cycle, cases, work, waits] = all.differences;
  expect([cycle!.before, cycle!.after, cycle!.measured].map((x) => Math.round(x! * 100) / 100)).toEqual([6, 1, 6]);
  expect([cycle!.lo, cycle!.hi].map((x) => Math.round(x! * 100) / 100)).toEqual([-5, -5]);
  // As many cases and as much work as before, but for the five hours at the window's ends.
  expect(Math.abs(cases!.estimate! / cases!.before!)).toBeLessThan(0.04);
  expect(Math.abs(work!.estimate! / work!.before!)).toBeLessThan(0.04);
  expect(Math.abs(waits!.estimate!)).toBeLessThan(1);
  expect((await skipped(0, all.validation)).differences.map((d) => d.estimate)).toEqual([0, 0, 0, 0]);
});

test('twice the people: waits fall as theory says, far below half', async () => {
  const model = await calibratedDesk(bench, 'two', desk(2, 1.6, 16, 6), 16);
  const [work, rate] = deskOf(model);
  const wait = (by: number) => {
    const { waitingHours, cycleTimes } = outcomeOf(prepare(model, { from: monday, until: monday + 40 * WEEK }), scenarioOf(model, by === 0 ? [] : [{ kind: 'people', activity: 'Serve', by }]), 5);
    return waitingHours / cycleTimes.length;
  };
  for (const [by, servers] of [[0, 2], [2, 4]] as const) expect(Math.abs(wait(by) - erlangWait(servers, rate, work)), `${servers} people`).toBeLessThan(0.2 * erlangWait(servers, rate, work) + 0.01);
  expect(wait(2)).toBeLessThan(wait(0) / 10);
});

test('cases under way at the start and at the end are as many as theory says: the queue is full when the counting begins', async () => {
  // Little’s law: cases under way are cases an hour times the hours that each takes.
  const model = await calibratedDesk(bench, 'busy', desk(3, 2.7, 16, 4), 16);
  const [work, rate] = deskOf(model);
  const prepared = prepare(model, { from: monday + 30 * WEEK, until: monday + 32 * WEEK });
  const runs = Array.from({ length: 60 }, (_, i) => outcomeOf(prepared, scenarioOf(model, []), 200 + i));
  const wanted = rate * (work + erlangWait(3, rate, work));
  for (const end of [0, 1] as const) {
    const open = runs.map((r) => r.open[end]);
    const mean = sum(open) / open.length;
    const error = Math.sqrt(sum(open.map((x) => (x - mean) ** 2)) / (open.length - 1) / open.length);
    expect(Math.abs(mean - wanted), `${mean} under way, by theory ${wanted}`).toBeLessThan(3 * error);
  }
  // No long case is missing at the end: as many are completed as come, and they take as long as theory says.
  expect(Math.abs(sum(runs.map((r) => r.cycleTimes.length)) / runs.length / (2 * 168 * rate) - 1)).toBeLessThan(0.03);
});

test('people of an office come on workdays from nine to five, and not on a closed day that is yet to come', async () => {
  const random = seededRandom(3);
  const holidays = ['2026-01-22', '2026-04-03'];
  const lines: string[] = [];
  for (let day = 0, id = 0; day < 11 * 7; day++) {
    if (day % 7 > 4 || holidays.includes(iso(day * 24 * HOUR).slice(0, 10))) continue;
    for (let i = 0; i < 48; i++, id++) {
      const from = day * 24 * HOUR + 9 * HOUR + Math.floor(i / 6) * HOUR + Math.floor(random.unit() * 60_000);
      lines.push(`${id},Ask,${iso(from - HOUR / 4)},${iso(from - HOUR / 4)},`, `${id},Serve,${iso(from)},${iso(from + 0.9 * HOUR)},p${i % 6}`);
    }
  }
  const model = await calibrate(bench.c, await bench.imported('office', lines), { ...deskRules, holidays }, { from: monday, until: monday + 11 * WEEK });
  const window = { from: monday + 12 * WEEK, until: monday + 13 * WEEK };
  const { capacity, countedFrom } = planOf(prepare(model, window), scenarioOf(model, []), 1);
  const open = new Map<string, number>();
  for (let h = 0; h < 168; h++) {
    let at = 0;
    capacity.times.forEach((t, i) => { if (t <= countedFrom + h * 3600 + 1800) at = capacity.capacities[i]!; });
    open.set(iso(12 * WEEK + h * HOUR).slice(0, 13), at);
  }
  const hours = (date: string) => [...open].filter(([at, n]) => at.startsWith(date) && n > 0).map(([at]) => Number(at.slice(11)));
  expect(dayNumber('2026-03-30') * 86_400_000).toBe(window.from);
  for (const date of ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02']) expect(hours(date)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  for (const date of ['2026-04-03', '2026-04-04', '2026-04-05']) expect(hours(date)).toEqual([]);
});

test('what a simulation cannot know of a log is said: batches that come at once, and an order that is nobody’s', async () => {
  // Thirty at a time, seen to by three in any order.
  const random = seededRandom(5);
  const lines: string[] = [];
  for (let batch = 0, id = 0; batch < 60; batch++) {
    const came = batch * 28 * HOUR;
    const order = Array.from({ length: 30 }, (_, i) => i).sort(() => random.unit() - 0.5);
    order.forEach((o, i) => lines.push(`${id + o},Ask,${iso(came + o)},${iso(came + o - (o % 2))},`, `${id + o},Serve,${iso(came + (Math.floor(i / 3) + 0.1) * HOUR)},${iso(came + (Math.floor(i / 3) + 0.9) * HOUR)},p${i % 3}`));
    id += 30;
  }
  const { assumptions } = await calibrate(bench.c, await bench.imported('batches', lines), deskRules, { from: monday, until: monday + 10 * WEEK });
  expect(assumptions.filter((a) => /same instant|out of its order/.test(a))).toEqual([expect.stringContaining('In 1 of 1 pools work is taken out of its order'), expect.stringMatching(/^\d+ in 100 cases begin at the same instant as another/)]);
  const calm = await calibrate(bench.c, await bench.imported('calm', desk(3, 2.3, 10, 4)), deskRules, { from: monday, until: monday + 10 * WEEK });
  expect(calm.assumptions.join(' ')).not.toMatch(/same instant|out of its order/);
});
