import { expect, test } from 'vitest';
import { DAY, HOUR, dateText, dayOf, isoWeek, london, londonOffset, offsetText, toInstant, toLocal, wall, weekday } from './civil-time.ts';
import { nextOpen, openSpans, workingDayAfter, workingSeconds, type WorkingHours } from './working-time.ts';
import { availabilityOf, merge } from './availability.ts';
import { exponential, lognormal, normalQuantile, uniform } from './draws.ts';
import { quantile } from './measures.ts';
import { names } from './northgate/people.ts';
import { office } from './northgate/seasons.ts';

test('London time follows the rule of the last Sundays, day for day as the platform’s zone database says', () => {
  const platform = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  for (let instant = wall('2025-01-01'); instant < wall('2027-01-01'); instant += 11 * HOUR + 1800) {
    const parts = Object.fromEntries(platform.formatToParts(instant * 1000).map((p) => [p.type, p.value]));
    expect(new Date(toLocal(instant) * 1000).toISOString().slice(0, 19)).toBe(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`);
  }
  expect(toInstant(wall('2026-07-01T12:00')) === Date.UTC(2026, 6, 1, 11) / 1000).toBe(true);
});

test('a time that does not exist moves on by the hour, an ambiguous one is the earlier', () => {
  expect(offsetText(london('2026-03-29T01:30'))).toBe('2026-03-29T02:30:00+01:00');
  expect(offsetText(london('2026-10-25T01:30'))).toBe('2026-10-25T01:30:00+01:00');
  expect(londonOffset(london('2026-10-25T02:00'))).toBe(0);
});

test('ISO weeks and weekdays', () => {
  const day = (text: string): number => dayOf(wall(text));
  expect(['2025-12-28', '2025-12-29', '2026-01-01', '2026-11-09', '2027-01-03', '2027-01-04'].map((d) => isoWeek(day(d)))).toEqual(['2025-W52', '2026-W01', '2026-W01', '2026-W46', '2026-W53', '2027-W01']);
  expect(weekday(day('2026-11-09'))).toBe(0);
  expect(dateText(day('2026-02-28') + 1)).toBe('2026-03-01');
});

test('working time stops at night, on Sundays and on holidays', () => {
  expect(workingSeconds(office, london('2026-04-02T16:00'), london('2026-04-07T10:00')) / HOUR).toBe(2);
  expect(workingSeconds(office, london('2026-03-27T16:30'), london('2026-03-30T09:30')) / HOUR).toBe(1);
  expect(offsetText(nextOpen(office, london('2026-04-02T18:00')))).toBe('2026-04-07T09:00:00+01:00');
  expect(dateText(workingDayAfter(office, london('2026-04-02T10:00'), 1))).toBe('2026-04-07');
  expect(openSpans(office, london('2026-04-02'), london('2026-04-08')).map(([a, b]) => (b - a) / HOUR)).toEqual([8, 8]);
});

test('availability equals a second-by-second count on random stops', () => {
  const hours: WorkingHours = { week: [[8, 18], [8, 18], [8, 18], [8, 18], [8, 18], null, null], holidays: new Set() };
  const [from, to] = [london('2026-03-27'), london('2026-04-01')];
  for (let seed = 1; seed <= 20; seed += 1) {
    const stops = Array.from({ length: 6 }, (_, i) => {
      const start = from + Math.floor(uniform(seed, i, 1) * 5 * DAY);
      const maintenance = i % 2 === 0;
      return { kind: maintenance ? ('maintenance' as const) : ('unplanned' as const), from: start, until: i === 5 ? undefined : start + Math.floor(uniform(seed, i, 2) * 9 * HOUR), ...(maintenance && i > 0 ? { announced: start - (i === 2 ? 60 : -60) } : {}) };
    });
    const a = availabilityOf(stops, hours, from, to);
    let [open, agreed, down, felt] = [0, 0, 0, 0];
    for (let t = from; t < to; t += 60) {
      const local = toLocal(t);
      const hour = (local % DAY) / HOUR;
      if (weekday(dayOf(local)) > 4 || hour < 8 || hour >= 18) continue;
      for (let s = t; s < t + 60; s += 1) {
        const hit = stops.filter((x) => s >= x.from && s < (x.until ?? to));
        const inAgreed = hit.some((x) => x.kind === 'maintenance' && x.announced !== undefined && x.announced < x.from);
        open += 1;
        if (inAgreed) agreed += 1;
        else if (hit.length > 0) down += 1;
        if (hit.length > 0) felt += 1;
      }
    }
    expect(a).toMatchObject({ serviceSeconds: open, maintenanceSeconds: agreed, unplannedSeconds: down });
    expect(a.availability).toBeCloseTo(1 - down / (open - agreed), 12);
    expect(a.asFelt).toBeCloseTo(1 - felt / open, 12);
  }
  expect(merge([[5, 9], [1, 3], [2, 4], [4, 5], [20, 20]])).toEqual([[1, 9]]);
});

test('draws by key are uniform, the same for the same keys and apart for others', () => {
  expect(uniform(1, 2, 3) === uniform(1, 2, 3)).toBe(true);
  const draws = Array.from({ length: 40_000 }, (_, i) => uniform(7, 11, i, 5));
  const bins = Array.from({ length: 50 }, () => 0);
  for (const u of draws) bins[Math.floor(u * 50)]! += 1;
  const chi = bins.reduce((sum, n) => sum + (n - 800) ** 2 / 800, 0);
  expect(chi).toBeLessThan(86); // 99.9 % point of chi-square with 49 degrees of freedom
  const lag = draws.slice(1).reduce((sum, u, i) => sum + (u - 0.5) * (draws[i]! - 0.5), 0) / draws.length;
  expect(Math.abs(lag * 12)).toBeLessThan(0.02);
});

test('shapes have the mean that was asked', () => {
  const mean = (f: (u: number) => number): number => Array.from({ length: 20_000 }, (_, i) => f((i + 0.5) / 20_000)).reduce((a, b) => a + b, 0) / 20_000;
  expect(mean((u) => lognormal(u, 24, 0.6))).toBeCloseTo(24, 1);
  expect(mean((u) => exponential(u, 5))).toBeCloseTo(5, 1);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 7);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(names(0, 1)[0]).toBe('Amelia Abernethy');
  expect(new Set(names(0, 850)).size).toBe(850);
});
