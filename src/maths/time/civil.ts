/** Milliseconds in a day of 24 hours. */
export const dayMs = 86_400_000;

/**
 * Days from 1970-01-01 to a date written YYYY-MM-DD (proleptic Gregorian).
 * @throws RangeError for another spelling or a date that does not exist.
 * @example dayNumber('1970-01-08') // 7
 */
export function dayNumber(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || dateOfDay(ms / dayMs) !== date) throw new RangeError(`A date is written YYYY-MM-DD and must exist: got “${date}”`);
  return ms / dayMs;
}

/**
 * The date, YYYY-MM-DD, of a number of days from 1970-01-01.
 * @example dateOfDay(7) // '1970-01-08'
 */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/**
 * The weekday of a day number, 1 Monday to 7 Sunday (ISO 8601).
 * @example weekday(0) // 4, a Thursday
 */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The ISO 8601 week that a day number lies in, as 2026-W46.
 * @example isoWeek(dayNumber('2027-01-01')) // '2026-W53'
 */
export function isoWeek(day: number): string {
  // A week belongs to the year that its Thursday lies in.
  const thursday = day - weekday(day) + 4;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const week = Math.floor((thursday - dayNumber(`${String(year).padStart(4, '0')}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
