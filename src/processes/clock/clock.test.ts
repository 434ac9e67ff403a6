import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aroundTheClock, toLocal, type WorkingCalendar } from '../../maths/time/index.ts';
import { type EngineConnection, type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { clockSql, offsetsSql, readingSql, workingClock } from './clock.ts';

let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: tmpdir(), threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); });

const minute = fc.integer({ min: 0, max: 95 }).map((q) => q * 15);
const span = (at: fc.Arbitrary<number>) => fc.tuple(at, at).filter(([a, b]) => a !== b).map(([a, b]) => ({ fromMinute: Math.min(a, b), toMinute: Math.max(a, b) }));
const calendars = fc.constantFrom(minute, fc.integer({ min: 0, max: 1440 })).chain((at) => fc.record({
  zone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
  weekly: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), span(at)).map(([weekday, s]) => ({ weekday, ...s })), { minLength: 1, maxLength: 9, size: 'max' }),
  exceptions: fc.array(fc.tuple(fc.integer({ min: 24, max: 31 }).map((d) => `2026-03-${d}`), fc.array(span(at), { maxLength: 2 })), { maxLength: 3 }).map((list) => new Map(list)),
}));

/** Working minutes from `from` on, looked at one by one on the wall clock of the zone. */
function worked(calendar: WorkingCalendar, from: number, minutes: number): number[] {
  const sums = [0];
  for (let i = 0; i < minutes; i++) {
    const local = new Date(toLocal(calendar.zone, from + i * 60_000));
    const spans = calendar.exceptions.get(local.toISOString().slice(0, 10)) ?? calendar.weekly.filter((h) => h.weekday % 7 === local.getUTCDay());
    const now = local.getUTCHours() * 60 + local.getUTCMinutes();
    sums.push(sums[i]! + (spans.some((s) => s.fromMinute <= now && now < s.toMinute) ? 1 : 0));
  }
  return sums;
}

test('working time between any two instants equals counting minutes, over a change of the clock and holidays', async () => {
  const from = Date.UTC(2026, 2, 27), minutes = 6 * 1440;
  await fc.assert(fc.asyncProperty(calendars, fc.array(fc.tuple(fc.integer({ min: 0, max: minutes }), fc.integer({ min: 0, max: minutes })), { minLength: 20, maxLength: 20 }), async (calendar, pairs) => {
    // Where the wall clock skips or repeats an hour, hours that begin or end in it are a matter of convention (DESIGN §3).
    const sums = worked(calendar, from, minutes);
    fc.pre(![...calendar.weekly, ...[...calendar.exceptions.values()].flat()].some((s) => [s.fromMinute, s.toMinute].some((m) => m > 0 && m <= 180)));
    const { relation, join, reading } = workingClock(calendar, from + 1, from + minutes * 60_000);
    const rows = await c.rows<{ i: number; us: number }>(`WITH clock AS (SELECT * FROM ${relation}), p(i, a, b) AS (VALUES ${pairs.map(([a, b], i) => `(${i}, make_timestamp(${(from + Math.min(a, b) * 60_000) * 1000}), make_timestamp(${(from + Math.max(a, b) * 60_000) * 1000}))`).join(', ')})
      SELECT i, ((${reading('y', 'p.b')}) - (${reading('x', 'p.a')}))::BIGINT AS us FROM p ${join('clock', 'x', 'p.a')} ${join('clock', 'y', 'p.b')} ORDER BY i`);
    expect(rows.map((r) => r.us / 60_000_000)).toEqual(pairs.map(([a, b]) => sums[Math.max(a, b)]! - sums[Math.min(a, b)]!));
  }), { numRuns: 25 });
});

test('hours that no slots fit are searched, and read the same', async () => {
  const odd: WorkingCalendar = { zone: 'UTC', weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 541, toMinute: 1020 })), exceptions: new Map() };
  const [from, to] = [Date.UTC(2015, 0, 1), Date.UTC(2026, 0, 1)];
  const wide = workingClock(odd, from, to);
  const near = workingClock(odd, Date.UTC(2025, 0, 1), to);
  expect([wide.relation.includes('slot'), near.relation.includes('slot')]).toEqual([false, true]);
  const read = async ({ relation, join, reading }: typeof wide, a: number, b: number) => (await c.rows<{ us: number }>(`WITH clock AS (SELECT * FROM ${relation}), p AS (SELECT make_timestamp(${a * 1000}) AS a, make_timestamp(${b * 1000}) AS b)
    SELECT ((${reading('y', 'p.b')}) - (${reading('x', 'p.a')}))::BIGINT AS us FROM p ${join('clock', 'x', 'p.a')} ${join('clock', 'y', 'p.b')}`))[0]!.us;
  const [a, b] = [Date.UTC(2025, 5, 2, 9, 30), Date.UTC(2025, 5, 9, 9, 30)];
  expect([await read(wide, a, b), await read(near, a, b)]).toEqual([5 * 479 * 60e6, 5 * 479 * 60e6]);
});

test('the pieces as SQL', () => {
  const always = aroundTheClock('UTC');
  expect(clockSql(always, 0, 86_400_000)).toBe("(VALUES (TIMESTAMP '0001-01-01', 0, 0), (make_timestamp(0), 86400000000, 0))");
  expect(readingSql('c', 'e."time"')).toBe('c.before + least(c.length, epoch_us(e."time") - epoch_us(c.opens))');
  expect(offsetsSql('UTC', 0, 1000)).toBe("(VALUES (TIMESTAMP '0001-01-01', 0))");
});
