import { DAY, HOUR, dateText, dayOf, toInstant, toLocal, weekday } from './civil-time.ts';

/** When a place works: hours of the wall clock for each weekday (Monday first), none on holidays. */
export interface WorkingHours {
  /** For each weekday from Monday: opening and closing in hours after midnight, or null where it is closed. */
  readonly week: readonly (readonly [open: number, close: number] | null)[];
  /** Closed days as `YYYY-MM-DD`. */
  readonly holidays: ReadonlySet<string>;
}

/** Opening and closing of a local day as local seconds, or undefined where it is closed. */
export function opening(hours: WorkingHours, day: number): readonly [open: number, close: number] | undefined {
  const span = hours.week[weekday(day)];
  if (span === null || span === undefined || hours.holidays.has(dateText(day))) return undefined;
  return [day * DAY + span[0] * HOUR, day * DAY + span[1] * HOUR];
}

/** The first instant at or after the given one at which the place is open. */
export function nextOpen(hours: WorkingHours, instant: number): number {
  const local = toLocal(instant);
  for (let day = dayOf(local); ; day += 1) {
    const span = opening(hours, day);
    if (span !== undefined && local < span[1]) return local >= span[0] ? instant : toInstant(span[0]);
  }
}

/** The n-th working day after the day of an instant (0: that day, or the next working one). */
export function workingDayAfter(hours: WorkingHours, instant: number, n: number): number {
  let day = dayOf(toLocal(instant));
  let left = n;
  while (left > 0 || opening(hours, day) === undefined) {
    day += 1;
    if (opening(hours, day) !== undefined) left -= 1;
  }
  return day;
}

/** Seconds between two instants during which the place is open, read off the wall clock. */
export function workingSeconds(hours: WorkingHours, from: number, to: number): number {
  const [a, b] = [toLocal(from), toLocal(to)];
  let sum = 0;
  for (let day = dayOf(a); day <= dayOf(b); day += 1) {
    const span = opening(hours, day);
    if (span !== undefined) sum += Math.max(0, Math.min(b, span[1]) - Math.max(a, span[0]));
  }
  return sum;
}

/** Open spans as instants that overlap `[from, to)`, cut to it. */
export function openSpans(hours: WorkingHours, from: number, to: number): [from: number, to: number][] {
  const spans: [number, number][] = [];
  for (let day = dayOf(toLocal(from)) - 1; day <= dayOf(toLocal(to)) + 1; day += 1) {
    const span = opening(hours, day);
    if (span === undefined) continue;
    const a = Math.max(from, toInstant(span[0]));
    const b = Math.min(to, toInstant(span[1]));
    if (a < b) spans.push([a, b]);
  }
  return spans;
}
