import { weekday } from '../../../maths/time/index.ts';
import type { StaffedStretch } from '../model.ts';
import type { Staffing } from './roster.ts';

/** The days of a pool as they were staffed, by weekday (0 Monday) and, at 7, holidays; a holiday never seen is as a Sunday, another weekday never seen as any day. */
export function staffedDays(rows: readonly Staffing[], firstDay: number, endDay: number, holidays: ReadonlySet<number>): Uint16Array[][] {
  const days: Uint16Array[][] = Array.from({ length: 8 }, () => []);
  const byDay = halvesByDay(rows);
  for (let day = firstDay; day < endDay; day++) if (!holidays.has(day)) days[weekday(day) - 1]!.push(byDay.get(day) ?? new Uint16Array(48));
  const any = days.flat();
  for (let i = 0; i < 7; i++) if (days[i]!.length === 0) days[i] = any;
  const seenHolidays = [...holidays].filter((d) => byDay.has(d));
  days[7] = seenHolidays.length > 0 ? seenHolidays.map((d) => byDay.get(d)!) : days[6]!;
  return days;
}

/** Days in a row as they were staffed; on a day without a row nobody was there. */
export function staffedStretch(rows: readonly Staffing[], from: number, endDay: number): StaffedStretch {
  const byDay = halvesByDay(rows);
  return { from, days: Array.from({ length: Math.max(0, endDay - from) }, (_, i) => byDay.get(from + i) ?? new Uint16Array(48)) };
}

function halvesByDay(rows: readonly Staffing[]): Map<number, Uint16Array> {
  const byDay = new Map<number, Uint16Array>();
  for (const { day, half, n } of rows) {
    const of = byDay.get(day) ?? new Uint16Array(48);
    of[half] = n;
    byDay.set(day, of);
  }
  return byDay;
}
