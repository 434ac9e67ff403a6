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

/** A working clock as SQL: its rows, how the row of an instant is found, and what it shows then, in µs of work. */
export interface ClockSql {
  readonly relation: string;
  /** A left join of the clock, by its name in a WITH, as `as`. */
  readonly join: (clock: string, as: string, instant: string) => string;
  readonly reading: (as: string, instant: string) => string;
}

const DAY = 86_400_000;
/** Hours of work begin and end on whole minutes, but for zones long ago. In µs. */
const SHORTEST_SLOT = 60_000_000;
const MOST_SLOTS = 3_000_000;

/**
 * The working clock of all instants between two (milliseconds). It is laid out in slots as long as its intervals allow (a quarter of an hour
 * where they begin and end on quarters), so that a reading is looked up and not searched for; where those would be too many, it is searched.
 */
export function workingClock(calendar: WorkingCalendar, from: number, to: number): ClockSql {
  const [first, end] = [Math.floor(from / DAY) * DAY, (Math.floor(to / DAY) + 1) * DAY];
  const clock = `${clockSql(calendar, first, end)} c(opens, length, before)`;
  const length = workingIntervals(calendar, first, end).flatMap((i) => [i.start, i.end]).reduce((all, t) => common(all, Math.round((t - first) * 1000)), 3_600_000_000);
  const slots = ((end - first) * 1000) / length;
  if (length < SHORTEST_SLOT || slots > MOST_SLOTS) {
    return { relation: `(SELECT * FROM ${clock})`, join: (name, as, instant) => `ASOF LEFT JOIN ${name} ${as} ON ${instant} >= ${as}.opens`, reading: readingSql };
  }
  const origin = first * 1000;
  const begins = `${origin} + slot * ${length}`;
  return {
    relation: `(SELECT slot, c.before + least(c.length, ${begins} - epoch_us(c.opens)) AS base, ${begins} < epoch_us(c.opens) + c.length AS runs
      FROM (SELECT slot, make_timestamp(${begins}) AS begins FROM range(${slots}) g(slot)) ASOF JOIN ${clock} ON begins >= c.opens)`,
    join: (name, as, instant) => `LEFT JOIN ${name} ${as} ON ${as}.slot = (epoch_us(${instant}) - ${origin}) // ${length}`,
    reading: (as, instant) => `${as}.base + CASE WHEN ${as}.runs THEN (epoch_us(${instant}) - ${origin}) % ${length} ELSE 0 END`,
  };
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b);
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
