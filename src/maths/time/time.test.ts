import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundTheClock, dateOfDay, dayMs, dayNumber, isoWeek, isZone, monthOf, startOfDay, toInstant, toLocal, weekday, weekOf, weeksBetween, workingIntervals, workingMs, zoneOffset, type WorkingCalendar } from './index.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);
const local = (text: string) => Date.parse(`${text}Z`);

test('dates, weekdays and ISO weeks around the turn of the year', () => {
  expect(dayNumber('1970-01-08')).toBe(7);
  expect(dateOfDay(7)).toBe('1970-01-08');
  expect(weekday(0)).toBe(4);
  expect(weekday(dayNumber('2026-11-09'))).toBe(1);
  expect(['2026-12-31', '2027-01-01', '2027-01-04', '2024-12-30', '2021-01-03', '2020-12-31'].map((d) => isoWeek(dayNumber(d)))).toEqual(['2026-W53', '2026-W53', '2027-W01', '2025-W01', '2020-W53', '2020-W53']);
  for (const bad of ['2026-02-30', '2026-1-1', 'x']) expect(() => dayNumber(bad)).toThrow(bad);
});

test('offsets are those of Intl, at random instants and zones', () => {
  const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Sao_Paulo', 'UTC'];
  fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') }), (zone, instant) => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
    expect(new Date(toLocal(zone, instant)).toISOString().slice(0, 19).replace('T', ' ')).toBe(shown);
  }), { numRuns: 500 });
  expect(zoneOffset('Europe/London', Date.UTC(2026, 6, 1))).toBe(hour);
  expect(isZone('Europe/London')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
  expect(() => toLocal('Mars/Olympus', 0)).toThrow('IANA');
});

test('a local time that does not exist moves forward by the gap, one that happens twice is the earlier', () => {
  expect(toInstant('Europe/London', local('2026-03-29T01:30:00'))).toEqual({ instant: at('2026-03-29T01:30:00Z'), kind: 'gap' });
  expect(toLocal('Europe/London', at('2026-03-29T01:30:00Z'))).toBe(local('2026-03-29T02:30:00'));
  expect(toInstant('Europe/London', local('2026-10-25T01:30:00'))).toEqual({ instant: at('2026-10-25T00:30:00Z'), kind: 'ambiguous' });
  expect(toInstant('Europe/London', local('2026-10-25T02:00:00'))).toEqual({ instant: at('2026-10-25T02:00:00Z'), kind: 'exact' });
  expect(toInstant('America/New_York', local('2026-03-08T02:15:00'))).toEqual({ instant: at('2026-03-08T07:15:00Z'), kind: 'gap' });
  // Lord Howe Island moves by half an hour; Samoa left out 30 December 2011.
  expect(toInstant('Australia/Lord_Howe', local('2026-10-04T02:10:00'))).toMatchObject({ kind: 'gap' });
  expect(toInstant('Pacific/Apia', local('2011-12-30T12:00:00'))).toMatchObject({ kind: 'gap' });
});

test('every instant survives the way to local time and back, except the second pass of an ambiguous hour', () => {
  fc.assert(fc.property(fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'), fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') }), (zone, instant) => {
    const back = toInstant(zone, toLocal(zone, instant));
    expect(back.kind).not.toBe('gap');
    expect(instant - back.instant).toBeOneOf(back.kind === 'ambiguous' ? [0, hour, hour / 2] : [0]);
  }), { numRuns: 500 });
});

test('weeks of London: 168 hours, 167 in March, 169 in October', () => {
  const hours = (text: string) => { const w = weekOf('Europe/London', at(text)); return [w.id, w.monday, (w.end - w.start) / hour]; };
  expect(hours('2026-11-09T10:05:00Z')).toEqual(['2026-W46', '2026-11-09', 168]);
  expect(hours('2026-03-29T12:00:00Z')).toEqual(['2026-W13', '2026-03-23', 167]);
  expect(hours('2026-10-25T12:00:00Z')).toEqual(['2026-W43', '2026-10-19', 169]);
  // Sunday 23:30 in UTC is already Monday in summer London.
  expect(hours('2026-07-05T23:30:00Z')).toEqual(['2026-W28', '2026-07-06', 168]);
});

test('weeks between two instants follow without a gap', () => {
  const weeks = weeksBetween('America/New_York', at('2025-11-01T00:00:00Z'), at('2026-11-09T10:00:00Z'));
  expect(weeks.length).toBe(55);
  for (let i = 1; i < weeks.length; i++) expect(weeks[i]!.start).toBe(weeks[i - 1]!.end);
  expect(weeks.at(-1)!.monday).toBe('2026-11-09');
});

test('months of a zone', () => {
  const m = monthOf('Europe/London', at('2026-10-31T23:30:00Z'));
  expect([m.id, (m.end - m.start) / hour]).toEqual(['2026-10', 31 * 24 + 1]);
  expect(startOfDay('Europe/London', dayNumber('2026-07-01'))).toBe(at('2026-06-30T23:00:00Z'));
});

const office: WorkingCalendar = { zone: 'Europe/London', weekly: [1, 2, 3, 4, 5].map((day) => ({ weekday: day, fromMinute: 540, toMinute: 1050 })), exceptions: new Map([['2026-12-25', []], ['2026-12-24', [{ fromMinute: 540, toMinute: 720 }]]]) };

test('working hours: over a night, a weekend, a holiday and both changes of the clock', () => {
  const h = (from: string, to: string) => workingMs(office, at(from), at(to)) / hour;
  expect(h('2026-11-09T16:00:00Z', '2026-11-10T10:00:00Z')).toBe(2.5);
  expect(h('2026-11-06T17:00:00Z', '2026-11-09T09:30:00Z')).toBe(1);
  expect(h('2026-12-24T11:00:00Z', '2026-12-28T09:30:00Z')).toBe(1.5);
  // 09:00 to 17:30 local is 08:00 to 16:30 UTC in summer.
  expect(h('2026-10-23T16:00:00Z', '2026-10-26T09:30:00Z')).toBe(1);
  expect(h('2026-11-10T10:00:00Z', '2026-11-09T16:00:00Z')).toBe(0);
  const night: WorkingCalendar = { zone: 'Europe/London', weekly: [{ weekday: 7, fromMinute: 0, toMinute: 360 }], exceptions: new Map() };
  const nightHours = (date: string) => workingMs(night, startOfDay('Europe/London', dayNumber(date)), startOfDay('Europe/London', dayNumber(date) + 1)) / hour;
  expect([nightHours('2026-03-29'), nightHours('2026-10-25'), nightHours('2026-11-01')]).toEqual([5, 7, 6]);
  expect(workingIntervals(aroundTheClock('UTC'), 0, 10)).toEqual([{ start: 0, end: 10 }]);
  expect(workingMs(aroundTheClock('UTC'), 0, 10)).toBe(10);
  expect(() => workingMs({ ...office, weekly: [{ weekday: 8, fromMinute: 0, toMinute: 1 }] }, 0, 1)).toThrow('weekday');
});

test('working time equals a count of minutes, one by one', () => {
  const minute = 60_000;
  const isWorking = (t: number) => {
    const l = toLocal(office.zone, t);
    const day = Math.floor(l / dayMs);
    const m = (l - day * dayMs) / minute;
    return (office.exceptions.get(dateOfDay(day)) ?? office.weekly.filter((w) => w.weekday === weekday(day))).some((w) => w.fromMinute <= m && m < w.toMinute);
  };
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 * 24 * 90 }), fc.integer({ min: 0, max: 60 * 24 * 6 }), (from, length) => {
    const start = at('2026-10-05T00:00:00Z') + from * minute;
    let count = 0;
    for (let t = start; t < start + length * minute; t += minute) if (isWorking(t)) count++;
    expect(workingMs(office, start, start + length * minute)).toBe(count * minute);
  }), { numRuns: 40 });
});
