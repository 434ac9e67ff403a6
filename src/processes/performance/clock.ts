import { problem } from '../../platform/errors/index.ts';
import { dayMs, localDay, workingIntervals, type WorkingCalendar, zoneOffset } from '../../maths/time/index.ts';

/** An instant (milliseconds) as a timestamp in UTC; it never changes the engine's plan, as a parameter would. */
export function instantSql(ms: number): string {
  return `make_timestamp(${Math.round(ms * 1000)})`;
}

/**
 * A clock that only runs in working hours, as rows (opens TIMESTAMP, length and before in µs): each interval between two instants with
 * what ran before it. Working time between two instants is the difference of its two readings.
 * @example clockSql(aroundTheClock('UTC'), 0, 86_400_000) // "(VALUES (TIMESTAMP '0001-01-01', 0, 0), (make_timestamp(0), 86400000000, 0))"
 */
export function clockSql(calendar: WorkingCalendar, from: number, to: number): string {
  let before = 0;
  const rows = workingIntervals(calendar, from, to).map(({ start, end }) => {
    const row = `(${instantSql(start)}, ${Math.round((end - start) * 1000)}, ${Math.round(before * 1000)})`;
    before += end - start;
    return row;
  });
  // A first row before all intervals, so that every instant meets one.
  return `(VALUES ${[`(TIMESTAMP '0001-01-01', 0, 0)`, ...rows].join(', ')})`;
}

/**
 * The reading of the clock row `c` at an instant, in µs of work; null at none.
 * @example readingSql('c', 'e."time"') // 'c.before + least(c.length, epoch_us(e."time") - epoch_us(c.opens))'
 */
export function readingSql(clock: string, instant: string): string {
  return `${clock}.before + least(${clock}.length, epoch_us(${instant}) - epoch_us(${clock}.opens))`;
}

/**
 * Refuses a time that is too long to be laid out in hours or days.
 * @throws Problem `bad-input`
 */
export function boundedSpan(from: number, to: number, years: number): void {
  if (to - from <= years * 366 * 86_400_000) return;
  throw problem('bad-input', { detail: 'The time from the first event to the last is too long for this question', value: `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`, wanted: `at most ${years} years: a filter by time leaves stray dates out` });
}

/**
 * A zone's offsets from UTC between two instants, as rows (opens TIMESTAMP, shift in µs): when each begins, to the quarter of an hour, the
 * first before all.
 * @example offsetsSql('UTC', 0, 1000) // "(VALUES (TIMESTAMP '0001-01-01', 0))"
 */
export function offsetsSql(zone: string, from: number, to: number): string {
  const out = [`(TIMESTAMP '0001-01-01', ${zoneOffset(zone, from) * 1000})`];
  for (let day = localDay('UTC', from); day * dayMs <= to; day++) {
    let before = zoneOffset(zone, Math.max(from, day * dayMs));
    if (before === zoneOffset(zone, (day + 1) * dayMs)) continue;
    for (let at = Math.max(day * dayMs, Math.ceil(from / 900_000) * 900_000); at <= (day + 1) * dayMs; at += 900_000) {
      const shift = zoneOffset(zone, at);
      if (shift !== before) out.push(`(${instantSql(at)}, ${shift * 1000})`);
      before = shift;
    }
  }
  return `(VALUES ${out.join(', ')})`;
}
