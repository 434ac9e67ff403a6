import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toInstant, weekOf, workingMs, type WorkingCalendar } from '../../maths/time/index.ts';
import { quantile } from '../../maths/statistics/index.ts';
import { openEngine, type EngineConnection, type EventEngine } from '../../platform/event-engine/index.ts';
import { inProgress, measurableWeeks, type PerformanceRules } from './model.ts';
import { weeklyPerformance } from './weekly.ts';

let engine: EventEngine;
let connection: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: tmpdir(), threads: 1 });
  connection = await engine.connect();
  await connection.run('CREATE TABLE log ("case" INTEGER, activity VARCHAR, "time" TIMESTAMP)');
});
afterAll(async () => {
  connection.close();
  await engine.close();
});

interface Event { readonly of: number; readonly activity: string; readonly time: number }

async function load(events: readonly Event[]): Promise<void> {
  await connection.run('DELETE FROM log');
  if (events.length > 0) await connection.run(`INSERT INTO log VALUES ${events.map((e) => `(${e.of}, '${e.activity.replaceAll("'", "''")}', make_timestamp(${e.time * 1000}))`).join(', ')}`);
}

const at = (text: string) => Date.parse(text);
const london = 'Europe/London';
const office: WorkingCalendar = { zone: london, weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })), exceptions: new Map([['2026-03-30', []]]) };

/** The measures as METHODS §0 says them, case by case and week by week. */
function reference(all: readonly Event[], rules: PerformanceRules, asOf: number, most: number) {
  const events = all.filter((e) => e.time <= asOf);
  const cases = [...new Set(events.map((e) => e.of))].map((of) => events.filter((e) => e.of === of).sort((a, b) => a.time - b.time));
  const gaps = cases.flatMap((c) => c.slice(1).map((e, i) => (e.time - c[i]!.time) / 1000));
  const closedAfter = rules.closedAfterSeconds ?? quantile(gaps, 0.99) ?? 0;
  const views = cases.filter((c) => c[0]!.of <= most).map((c) => {
    const [first, last] = [c[0]!.time, c.at(-1)!.time];
    const ended = c.find((e) => rules.ends.includes(e.activity))?.time;
    const completed = ended ?? ((asOf - last) / 1000 >= closedAfter ? last : undefined);
    return { first, completed, repeats: new Set(c.map((e) => e.activity)).size < c.length };
  });
  const settled = rules.ends.length > 0 ? asOf : asOf - closedAfter * 1000;
  const weeks = [];
  const began = Math.min(...events.map((e) => e.time));
  const longest = quantile(views.flatMap((v) => (v.completed === undefined ? [] : [(v.completed - v.first) / 1000])), 0.9);
  for (let t = began; weekOf(rules.zone, t).end <= settled; t = weekOf(rules.zone, t).end) {
    const { id, start, end } = weekOf(rules.zone, t);
    const done = views.filter((v) => v.completed !== undefined && v.completed >= start && v.completed < end);
    const seconds = done.map((v) => (v.completed! - v.first) / 1000);
    const worked = rules.calendar === null ? [] : done.map((v) => workingMs(rules.calendar!, v.first, v.completed!) / 1000);
    weeks.push({
      id, settling: longest !== null && (start + end) / 2 < began + longest * 1000, throughput: done.length, started: views.filter((v) => v.first >= start && v.first < end).length,
      cycleMedian: quantile(seconds, 0.5), cycleP90: quantile(seconds, 0.9), workingMedian: quantile(worked, 0.5), workingP90: quantile(worked, 0.9),
      workInProgress: views.filter((v) => v.first < end && (v.completed === undefined || v.completed >= end)).length,
      rework: done.filter((v) => v.repeats).length, onTime: rules.targetSeconds === null ? null : seconds.filter((s) => s <= rules.targetSeconds!).length,
    });
  }
  return weeks;
}

const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));

test('random logs: every week equals the plain reference, over both changes of the clock', async () => {
  const start = at('2026-03-09T00:00:00Z');
  const event = fc.record({ of: fc.integer({ min: 1, max: 14 }), activity: fc.constantFrom('a', 'b', "c's", 'end', 'stop'), time: fc.integer({ min: 0, max: 45 * 24 * 60 }).map((m) => start + m * 60_000) });
  const ruleSets = fc.record({
    zone: fc.constantFrom(london, 'America/New_York', 'UTC'), ends: fc.constantFrom([], ['end'], ['end', 'stop']), closedAfterSeconds: fc.constantFrom(null, 86_400, 7 * 86_400),
    targetSeconds: fc.constantFrom(null, 3 * 86_400), calendar: fc.constantFrom(null, office),
  });
  await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 60 }), ruleSets, fc.integer({ min: 5, max: 50 }), fc.constantFrom(14, 7, 1), async (events, rules, days, most) => {
    const asOf = start + days * 86_400_000;
    await load(events);
    const got = await weeklyPerformance(connection, { events: 'log', ...(most === 14 ? {} : { cases: `(SELECT DISTINCT "case" FROM log WHERE "case" <= ${most})` }) }, rules, { asOf });
    const wanted = events.some((e) => e.time <= asOf) ? reference(events, rules, asOf, most) : [];
    expect(got.weeks.map(({ week, ...m }) => ({ id: week.id, ...m }))).toEqual(wanted.map((w) => ({ ...w, cycleMedian: near(w.cycleMedian), cycleP90: near(w.cycleP90), workingMedian: near(w.workingMedian), workingP90: near(w.workingP90) })));
  }), { numRuns: 120 });
});

test('a case is complete at its first end, or at its last event once silent; the running week is left out', async () => {
  const day = (d: string, h = 12) => at(`2026-06-${d}T${String(h).padStart(2, '0')}:00:00Z`);
  await load([
    { of: 1, activity: 'a', time: day('01') }, { of: 1, activity: 'end', time: day('03') }, { of: 1, activity: 'b', time: day('15') },
    { of: 2, activity: 'a', time: day('02') }, { of: 2, activity: 'a', time: day('04') },
    { of: 3, activity: 'a', time: day('09') },
  ]);
  const rules: PerformanceRules = { zone: 'UTC', ends: ['end'], closedAfterSeconds: 10 * 86_400, targetSeconds: 2 * 86_400, calendar: null };
  const { weeks, closedBySilence } = await weeklyPerformance(connection, { events: 'log' }, rules, { asOf: day('17') });
  expect(weeks.map((w) => [w.week.id, w.started, w.throughput, w.workInProgress, w.rework, w.onTime, w.cycleMedian])).toEqual([['2026-W23', 2, 2, 0, 1, 2, 2 * 86_400], ['2026-W24', 1, 0, 1, 0, 0, null]]);
  expect(closedBySilence).toBe(1);
  await load([]);
  expect((await weeklyPerformance(connection, { events: 'log' }, rules, { asOf: day('17') })).weeks).toEqual([]);
});

test('a process without an end waits until silence has passed before a week is measured', () => {
  const first = toInstant('UTC', at('2026-06-01T00:00:00Z')).instant;
  const asOf = at('2026-06-24T00:00:00Z');
  expect(measurableWeeks({ zone: 'UTC', ends: ['end'] }, first, asOf, 0).map((w) => w.id)).toEqual(['2026-W23', '2026-W24', '2026-W25']);
  expect(measurableWeeks({ zone: 'UTC', ends: [] }, first, asOf, 10 * 86_400_000).map((w) => w.id)).toEqual(['2026-W23']);
  expect(inProgress([3, 2, 0], [1, 2, 2])).toEqual([2, 2, 0]);
});

test('a log that begins in the middle of things: the weeks that hold only quick cases are those marked', async () => {
  // Ten cases a week for half a year, one in five of them slow (40 days), the rest of two days; only what happens from March on is on record.
  const week = 7 * 86_400_000;
  const began = at('2026-03-02T00:00:00Z');
  const events = Array.from({ length: 260 }, (_, i): Event[] => {
    const start = at('2026-01-05T09:00:00Z') + (i / 10) * week;
    return [{ of: i, activity: 'a', time: start }, { of: i, activity: 'end', time: start + (i % 5 === 0 ? 40 : 2) * 86_400_000 }];
  });
  // Exports leave out cases that began before the export does.
  await load(events.filter(([first]) => first!.time >= began).flat());
  const { weeks, settlesAfterSeconds } = await weeklyPerformance(connection, { events: 'log' }, { zone: 'UTC', ends: ['end'], closedAfterSeconds: null, targetSeconds: null, calendar: null }, { asOf: at('2026-07-06T00:00:00Z') });
  expect(settlesAfterSeconds).toBe(40 * 86_400);
  expect(weeks.filter((w) => w.settling).map((w) => w.week.monday)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06']);
  // What the marks are for: in none of these weeks nine in ten cases take as long as they do from then on.
  const truth = 40 * 86_400;
  expect(weeks.filter((w) => w.settling).slice(0, 5).every((w) => w.cycleP90! < truth)).toBe(true);
  expect(weeks.filter((w) => !w.settling && w.week.monday < '2026-06-01').every((w) => w.cycleP90 === truth)).toBe(true);
});
