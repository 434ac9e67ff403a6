import { dayMs, dayNumber, weekday } from './civil.ts';
import { merge, type Interval } from './intervals.ts';
import { localDay } from './weeks.ts';
import { toInstant } from './zone.ts';

/** Hours of one weekday, in minutes after local midnight; an end of 1440 is midnight. */
export interface DailyHours {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** When work is done: weekly hours of a zone without its holidays. */
export interface WorkingCalendar {
  readonly zone: string;
  readonly weekly: readonly DailyHours[];
  /** Dates without work, YYYY-MM-DD. */
  readonly holidays: readonly string[];
}

/** Every hour of every day. */
export function aroundTheClock(zone: string): WorkingCalendar {
  return { zone, weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ weekday: day, fromMinute: 0, toMinute: 1440 })), holidays: [] };
}

/**
 * The working time within [from, to), as merged intervals in order. Local clock times hold: a shift of 22:00 to 06:00 is written as two.
 * @throws RangeError for an unknown zone or hours outside 0 to 1440.
 * @example workingIntervals(aroundTheClock('UTC'), 0, 10) // [{ start: 0, end: 10 }]
 */
export function workingIntervals(calendar: WorkingCalendar, from: number, to: number): Interval[] {
  check(calendar);
  const holidays = new Set(calendar.holidays.map(dayNumber));
  const out: Interval[] = [];
  for (let day = localDay(calendar.zone, from) - 1; day <= localDay(calendar.zone, to) + 1; day++) {
    if (holidays.has(day)) continue;
    for (const hours of calendar.weekly.filter((h) => h.weekday === weekday(day))) {
      const at = (minute: number) => toInstant(calendar.zone, day * dayMs + minute * 60_000).instant;
      out.push({ start: Math.max(from, at(hours.fromMinute)), end: Math.min(to, at(hours.toMinute)) });
    }
  }
  return merge(out);
}

/**
 * Working time between two instants, in milliseconds; 0 where `to` is not after `from`.
 * @example workingMs(aroundTheClock('UTC'), 0, 10) // 10
 */
export function workingMs(calendar: WorkingCalendar, from: number, to: number): number {
  return to <= from ? 0 : workingIntervals(calendar, from, to).reduce((sum, i) => sum + (i.end - i.start), 0);
}

function check({ weekly }: WorkingCalendar): void {
  for (const h of weekly) {
    const whole = [h.weekday, h.fromMinute, h.toMinute].every(Number.isInteger);
    if (!whole || h.weekday < 1 || h.weekday > 7 || h.fromMinute < 0 || h.toMinute > 1440 || h.fromMinute >= h.toMinute) {
      throw new RangeError(`Hours are a weekday 1 to 7 and minutes 0 to 1440, the start before the end: got ${JSON.stringify(h)}`);
    }
  }
}
