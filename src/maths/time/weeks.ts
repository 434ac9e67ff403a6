import { dateOfDay, dayMs, isoWeek, weekday } from './civil.ts';
import type { Interval } from './intervals.ts';
import { toInstant, toLocal } from './zone.ts';

/** An ISO week of a zone, Monday 00:00 to the next Monday 00:00 local time: 167, 168 or 169 hours. */
export interface Week extends Interval {
  /** As 2026-W46. */
  readonly id: string;
  /** Its Monday, YYYY-MM-DD. */
  readonly monday: string;
}

/** The day number (days from 1970-01-01) of the local date at an instant. */
export function localDay(zone: string, instant: number): number {
  return Math.floor(toLocal(zone, instant) / dayMs);
}

/** The instant at which a local day begins; where midnight does not exist, the first moment that does. */
export function startOfDay(zone: string, day: number): number {
  return toInstant(zone, day * dayMs).instant;
}

/**
 * The ISO week of the zone that holds an instant.
 * @example weekOf('Europe/London', Date.UTC(2026, 10, 9, 10)).id // '2026-W46'
 */
export function weekOf(zone: string, instant: number): Week {
  const day = localDay(zone, instant);
  return weekFrom(zone, day - weekday(day) + 1);
}

function weekFrom(zone: string, monday: number): Week {
  return { id: isoWeek(monday), monday: dateOfDay(monday), start: startOfDay(zone, monday), end: startOfDay(zone, monday + 7) };
}

/** Every ISO week that overlaps [from, to), in order. */
export function weeksBetween(zone: string, from: number, to: number): Week[] {
  const out: Week[] = [];
  const day = localDay(zone, from);
  for (let monday = day - weekday(day) + 1; ; monday += 7) {
    const week = weekFrom(zone, monday);
    if (week.start >= to) return out;
    out.push(week);
  }
}

/** The calendar month of a zone that holds an instant, `id` as 2026-11. */
export function monthOf(zone: string, instant: number): Interval & { readonly id: string } {
  const date = new Date(localDay(zone, instant) * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { id: date.toISOString().slice(0, 7), start: startOfDay(zone, Date.UTC(year, month, 1) / dayMs), end: startOfDay(zone, Date.UTC(year, month + 1, 1) / dayMs) };
}
