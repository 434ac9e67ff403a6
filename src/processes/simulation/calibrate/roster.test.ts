import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeOf } from '../outcome.ts';
import { planOf, prepare } from '../plan-of.ts';
import { scenarioOf } from '../scenario.ts';
import { type Bench, deskRules, HOUR, monday, openBench, WEEK } from '../testing.ts';
import { calibrate } from './calibrate.ts';
import { staffOf } from './staff-of.ts';

let bench: Bench;
beforeAll(async () => { bench = await openBench(); });
afterAll(() => bench.close());

const DAY = 24 * HOUR;
const iso = (t: number) => new Date(monday + t).toISOString();
const today = Math.floor(monday / DAY);

interface Shift { readonly who: string; readonly from: number; readonly until: number }

/** Cases that ask a quarter of an hour before they are served: by each person once an hour for nine tenths of it, from and until the hour of each workday that `shiftsOf` says. */
function office(weeks: number, shiftsOf: (week: number, day: number) => readonly Shift[]): string[] {
  const lines: string[] = [];
  for (let day = 0, id = 0; day < weeks * 7; day++) {
    if (day % 7 > 4) continue;
    for (const { who, from, until } of shiftsOf(Math.floor(day / 7), day)) {
      for (let hour = from; hour < until; hour++, id++) {
        const at = day * DAY + hour * HOUR;
        lines.push(`${id},Ask,${iso(at - HOUR / 60)},${iso(at - HOUR / 60)},`, `${id},Serve,${iso(at)},${iso(at + 0.9 * HOUR)},${who}`);
      }
    }
  }
  return lines;
}

const nine = (who: string): Shift => ({ who, from: 9, until: 17 });
const stretch = { from: monday, until: monday + 12 * WEEK };
const noon = 24;

test('people who have left are in no day to come, people who came are in all, and days that are known are as they were', async () => {
  // Eight people; three leave after eight weeks of twelve, one comes for the last three.
  const shifts = (week: number) => [0, 1, 2, 3, 4, 5, 6, 7].filter((p) => p < 5 || week < 8).map((p) => nine(`p${p}`)).concat(week < 9 ? [] : [nine('new')]);
  const log = await bench.imported('roster', office(12, shifts));
  const model = await calibrate(bench.c, log, deskRules, stretch);
  expect(model.pools.map((p) => p.people)).toEqual([6]);
  expect(new Set(model.pools[0]!.days.slice(0, 5).flat().map((d) => d[noon]))).toEqual(new Set([6]));
  expect(model.assumptions.filter((a) => a.startsWith('Some people'))).toEqual([expect.stringContaining('taken to have left'), expect.stringContaining('taken to stay')]);
  const { known } = model.pools[0]!;
  const on = (week: number) => known.days[today + week * 7 - known.from]?.[noon];
  expect([5, 7, 8, 9, 11].map(on)).toEqual([8, 8, 5, 6, 6]);
  // Eight weeks to come: six on a workday; the warm-up is the weeks that were.
  const { capacity, countedFrom } = planOf(prepare(model, { from: monday + 12 * WEEK, until: monday + 20 * WEEK }), scenarioOf(model, []), 1);
  const at = (seconds: number) => capacity.capacities[capacity.times.findLastIndex((t) => t <= seconds)];
  expect([-1, 0, 3].map((week) => at(countedFrom + week * 604_800 + 12 * 3600))).toEqual([6, 6, 6]);
  // With twice the people everyone who is there counts twice.
  const doubled = planOf(prepare(model, { from: monday + 12 * WEEK, until: monday + 13 * WEEK }), scenarioOf(model, [{ kind: 'people', activity: 'Serve', by: 6 }]), 1).capacity;
  expect(Math.max(...doubled.capacities)).toBe(12);
});

test('who is away for less than three weeks, or as long as before, has not left; nor has a group of which nobody would remain', async () => {
  const away = (weeks: number) => (week: number) => [0, 1, 2, 3, 4].map((p) => nine(`p${p}`)).concat(week >= 12 - weeks ? [] : [nine('away')]);
  const people = async (name: string, shifts: (week: number) => readonly Shift[]) => (await calibrate(bench.c, await bench.imported(name, office(12, shifts)), deskRules, stretch)).pools.map((p) => p.people);
  expect(await people('two-weeks', away(2))).toEqual([6]);
  expect(await people('five-weeks', away(5))).toEqual([5]);
  expect(await people('as-before', (week) => (week < 6 && week > 0 ? away(12)(week) : away(5)(week)))).toEqual([6]);
  // They stop, and one case a day is asked and never served.
  const lines = office(8, () => [nine('p0'), nine('p1')]);
  const asked = Array.from({ length: 28 }, (_, i) => `a${i},Ask,${iso(8 * WEEK + i * DAY)},${iso(8 * WEEK + i * DAY)},`);
  const { pools } = await calibrate(bench.c, await bench.imported('all-gone', [...lines, ...asked]), deskRules, stretch);
  expect(pools.map((p) => p.people)).toEqual([2]);
});

test('who stops early with nothing to do is there until they always leave; where work waits, they are gone', async () => {
  // What waits on the last Friday is served after the log’s end, so that it is not seen. On every third day one of six has nothing to do from 14:00; on Fridays of odd weeks another goes then, and work waits.
  const goes = (day: number) => day % 7 === 4 && Math.floor(day / 7) % 2 === 1;
  const log = office(12, (_, day) => [0, 1, 2, 3].map((p) => nine(`p${p}`)).concat([{ who: 'idle', from: 9, until: day % 3 === 0 ? 14 : 17 }, { who: 'gone', from: 9, until: goes(day) ? 14 : 17 }]));
  const left = Array.from({ length: 84 }, (_, day) => day).filter(goes).flatMap((day) => [`w${day},Ask,${iso(day * DAY + 14 * HOUR)},${iso(day * DAY + 14 * HOUR)},`, `w${day},Serve,${iso((day + 3) * DAY + 9.92 * HOUR)},${iso((day + 3) * DAY + 9.99 * HOUR)},p0`]);
  const model = await calibrate(bench.c, await bench.imported('idle', [...log, ...left]), deskRules, stretch);
  const { known } = model.pools[0]!;
  const afternoons = Array.from({ length: 84 }, (_, day) => ({ day, n: known.days[today + day - known.from]?.[31] })).filter(({ day, n }) => n !== undefined && day % 7 < 5 && day < 77);
  expect(afternoons.length).toBeGreaterThan(30);
  for (const { day, n } of afternoons) expect([day, n]).toEqual([day, goes(day) ? (day % 3 === 0 ? 4 : 5) : 6]);
});

test('a check that is told who was there finds the queue that people who left leave behind; one that is not told does not', async () => {
  // Six do what five could just do; after ten weeks of sixteen two go, and from then on a tenth more comes than four can do.
  const lines: string[] = [];
  const free = Array.from({ length: 6 }, () => 0);
  for (let i = 0, came = 0; came < 16 * WEEK; i++, came = i * 0.227 * HOUR) {
    const there = came < 10 * WEEK ? 6 : 4;
    const who = free.slice(0, there).reduce((best, at, p) => (at < free[best]! ? p : best), 0);
    const from = Math.max(came, free[who]!);
    free[who] = from + HOUR;
    lines.push(`${i},Ask,${iso(came)},${iso(came)},`, `${i},Serve,${iso(from)},${iso(from + HOUR)},p${who}`);
  }
  const log = await bench.imported('leaving', lines);
  const held = { from: monday + 10 * WEEK, until: monday + 14 * WEEK };
  const model = await calibrate(bench.c, log, deskRules, { from: monday, until: held.from });
  const staffed = await staffOf(bench.c, log, deskRules, model, held, {});
  expect(staffed.map((s) => [s.days.length, new Set(s.days.slice(1, -1).flatMap((d) => [...d]))])).toEqual([[28, new Set([4])]]);
  const run = (scenario: ReturnType<typeof scenarioOf>) => outcomeOf(prepare(model, held), scenario, 3);
  const plain = scenarioOf(model, []);
  const mean = (of: Float64Array) => of.reduce((a, b) => a + b, 0) / of.length / 3600;
  // A tenth of the work of four weeks is 67 hours behind at their end, half of that on average.
  expect(mean(run(plain).cycleTimes)).toBeLessThan(2);
  expect(Math.abs(mean(run({ ...plain, staffed }).cycleTimes) / (1 + 34) - 1)).toBeLessThan(0.35);
});
