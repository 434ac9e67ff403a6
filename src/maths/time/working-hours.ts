import { dayMs, dayNumber, weekday } from './civil.ts';
import { merge, type Interval } from './intervals.ts';
import { localDay } from './weeks.ts';
import { toInstant } from './zone.ts';

/** Hours of a day, in minutes after local midnight; an end of 1440 is midnight. */
export interface MinuteSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Hours of one weekday, 1 Monday to 7 Sunday. */
export interface DailyHours extends MinuteSpan {
  readonly weekday: number;
}

/** When work is done: the hours of the week in a zone, and the days that differ. */
export interface WorkingCalendar {
  readonly zone: string;
  readonly weekly: readonly DailyHours[];
  /** Hours of a day, YYYY-MM-DD, in place of its weekday's; none means closed. */
  readonly exceptions: ReadonlyMap<string, readonly MinuteSpan[]>;
}

/** Every hour of every day. */
export function aroundTheClock(zone: string): WorkingCalendar {
  return { zone, weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ weekday: day, fromMinute: 0, toMinute: 1440 })), exceptions: new Map() };
}

/**
 * The working time within [from, to), as merged intervals in order. Local clock times hold: a shift of 22:00 to 06:00 is written as two.
 * @throws RangeError for an unknown zone or hours outside 0 to 1440.
 * @example workingIntervals(aroundTheClock('UTC'), 0, 10) // [{ start: 0, end: 10 }]
 */
export function workingIntervals(calendar: WorkingCalendar, from: number, to: number): readonly Interval[] {
  const key = `${from} ${to}`;
  const known = worked.get(calendar) ?? new Map<string, readonly Interval[]>();
  let found = known.get(key);
  if (found === undefined) {
    found = workOut(calendar, from, to);
    if (known.size >= mostWindows) known.clear();
    known.set(key, found);
    worked.set(calendar, known);
  }
  return found;
}

// Thousands of services share a calendar and a window, and local time is slow to work out.
const worked = new WeakMap<WorkingCalendar, Map<string, readonly Interval[]>>();
const mostWindows = 32;

function workOut(calendar: WorkingCalendar, from: number, to: number): readonly Interval[] {
  check(calendar);
  const exceptions = new Map([...calendar.exceptions].map(([date, spans]) => [dayNumber(date), spans]));
  const out: Interval[] = [];
  for (let day = localDay(calendar.zone, from) - 1; day <= localDay(calendar.zone, to) + 1; day++) {
    for (const hours of exceptions.get(day) ?? calendar.weekly.filter((h) => h.weekday === weekday(day))) {
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

function check({ weekly, exceptions }: WorkingCalendar): void {
  const wrong = weekly.find((h) => !Number.isInteger(h.weekday) || h.weekday < 1 || h.weekday > 7) ?? [...weekly, ...[...exceptions.values()].flat()].find((h) => !isSpan(h));
  if (wrong !== undefined) throw new RangeError(`Hours are a weekday 1 to 7 and minutes 0 to 1440, the start before the end: got ${JSON.stringify(wrong)}`);
}

const isSpan = ({ fromMinute, toMinute }: MinuteSpan): boolean =>
  Number.isInteger(fromMinute) && Number.isInteger(toMinute) && fromMinute >= 0 && toMinute <= 1440 && fromMinute < toMinute;
