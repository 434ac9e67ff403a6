import { dayOf, wall } from '../civil-time.ts';
import type { WorkingHours } from '../working-time.ts';

/** Bank holidays of England and Wales, 2025 and 2026, with their names. */
export const bankHolidays: readonly (readonly [date: string, name: string])[] = [
  ['2025-01-01', "New Year's Day"], ['2025-04-18', 'Good Friday'], ['2025-04-21', 'Easter Monday'], ['2025-05-05', 'Early May bank holiday'],
  ['2025-05-26', 'Spring bank holiday'], ['2025-08-25', 'Summer bank holiday'], ['2025-12-25', 'Christmas Day'], ['2025-12-26', 'Boxing Day'],
  ['2026-01-01', "New Year's Day"], ['2026-04-03', 'Good Friday'], ['2026-04-06', 'Easter Monday'], ['2026-05-04', 'Early May bank holiday'],
  ['2026-05-25', 'Spring bank holiday'], ['2026-08-31', 'Summer bank holiday'], ['2026-12-25', 'Christmas Day'], ['2026-12-28', 'Boxing Day (substitute day)'],
];

export const holidays: ReadonlySet<string> = new Set(bankHolidays.map(([date]) => date));

/** Opening hours on weekdays, and on Saturday where given. */
export function hours(open: number, close: number, saturday: readonly [number, number] | null = null): WorkingHours {
  const day = [open, close] as const;
  return { week: [day, day, day, day, day, saturday, null], holidays };
}

export const office = hours(9, 17);
export const contactDesk = hours(8, 18, [9, 13]);
export const warehouseDay = hours(6, 21);

/** A factor that moves in straight lines between dated points. */
export function curve(points: readonly (readonly [date: string, factor: number])[]): (day: number) => number {
  const known = points.map(([date, factor]) => [dayOf(wall(date)), factor] as const);
  return (day) => {
    const after = known.findIndex(([d]) => d > day);
    if (after === 0) return known[0]![1];
    if (after < 0) return known.at(-1)![1];
    const [d0, f0] = known[after - 1]!;
    const [d1, f1] = known[after]!;
    return f0 + ((f1 - f0) * (day - d0)) / (d1 - d0);
  };
}

/** Orders: a peak before Christmas, a hole over New Year, a spring rise, a quiet August, a busy autumn. */
export const orderSeason = curve([
  ['2025-10-01', 1.04], ['2025-11-10', 1.1], ['2025-11-24', 1.18], ['2025-12-12', 1.16], ['2025-12-22', 0.75], ['2025-12-29', 0.5], ['2026-01-05', 0.85], ['2026-01-26', 0.92],
  ['2026-03-16', 1.0], ['2026-05-11', 1.08], ['2026-06-22', 1.03], ['2026-07-27', 0.92], ['2026-08-24', 0.86], ['2026-09-14', 1.0], ['2026-10-12', 1.08], ['2026-11-09', 1.14],
]);

/** Purchases follow the budget year: busy before the end of March, quiet at Christmas and in August. */
export const purchaseSeason = curve([
  ['2025-09-01', 1.0], ['2025-12-12', 1.02], ['2025-12-24', 0.4], ['2026-01-05', 0.8], ['2026-02-16', 1.05], ['2026-03-23', 1.3], ['2026-04-13', 0.85], ['2026-06-15', 1.0],
  ['2026-08-10', 0.8], ['2026-09-14', 1.05], ['2026-11-09', 1.08],
]);

/** How often people are away: more in August and around Christmas. */
export const absence = curve([
  ['2025-10-01', 0.07], ['2025-12-08', 0.07], ['2025-12-22', 0.3], ['2026-01-02', 0.25], ['2026-01-07', 0.08], ['2026-07-13', 0.1], ['2026-08-03', 0.17], ['2026-08-24', 0.17],
  ['2026-09-07', 0.07], ['2026-11-09', 0.07],
]);

/** 168 weights of the week: one shape for weekdays by hour, factors for each day from Monday. */
export function weekProfile(byHour: readonly number[], byDay: readonly number[]): number[] {
  return byDay.flatMap((factor) => byHour.map((w) => w * factor));
}

/** 24 weights: nothing outside the given hours, the given shape within. */
export function dayShape(from: number, weights: readonly number[]): number[] {
  return Array.from({ length: 24 }, (_, h) => weights[h - from] ?? 0);
}
