import { toLocal, weekday } from '../../maths/time/index.ts';

/** Half hours of the wall clock that a stretch of time overlaps, in order; around a change of the clock they are longer or missing. */
export interface Slots {
  /** Milliseconds since 1970. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Day number of the local date, and the half hour of it. */
  readonly days: Int32Array;
  readonly halves: Int32Array;
}

const HALF = 1_800_000;

/**
 * The half hours of the zone's clock from `from` to `until`.
 * @example slotsOf('UTC', 0, 3_600_000).halves // [0, 1]
 */
export function slotsOf(zone: string, from: number, until: number): Slots {
  const starts: number[] = [], days: number[] = [], halves: number[] = [];
  for (let t = from; t < until; ) {
    const local = toLocal(zone, t);
    const half = Math.floor(local / HALF);
    starts.push(t);
    days.push(Math.floor(half / 48));
    halves.push(half - Math.floor(half / 48) * 48);
    t += HALF - (local - half * HALF);
  }
  const ends = Float64Array.from(starts, (_, i) => starts[i + 1] ?? until);
  return { starts: Float64Array.from(starts), ends, days: Int32Array.from(days), halves: Int32Array.from(halves) };
}

/** The hour of the week of a half hour, Monday 00:00 is 0. */
export function hourOfWeek(day: number, half: number): number {
  return (weekday(day) - 1) * 24 + (half >> 1);
}
