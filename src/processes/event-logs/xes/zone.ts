import { problem } from '../../../platform/errors/index.ts';

/** What a wall-clock time means in a zone. */
export interface ZonedInstant {
  seconds: number;
  gap: boolean;
  ambiguous: boolean;
}

/**
 * Wall-clock seconds (as if UTC) to the instant in an IANA zone: a time that does not exist moves forward by the gap, a doubled one takes
 * the earlier offset. Offsets are kept by the quarter of an hour. Throws a Problem for an unknown zone.
 * @example zoneReader('Europe/Paris')(Date.UTC(2024, 2, 31, 2, 30) / 1000).gap // true
 */
export function zoneReader(zone: string): (localSeconds: number) => ZonedInstant {
  const offsetAt = offsets(zone);
  return (local) => {
    // Offsets differ from UTC by less than a day, so these two bracket any transition near the wall time.
    const before = offsetAt(local - 86_400), after = offsetAt(local + 86_400);
    if (before === after && offsetAt(local - before) === before) return { seconds: local - before, gap: false, ambiguous: false };
    const early = offsetAt(local - before) === before;
    const late = offsetAt(local - after) === after;
    if (early) return { seconds: local - before, gap: false, ambiguous: late && before !== after };
    if (late) return { seconds: local - after, gap: false, ambiguous: false };
    return { seconds: local - before, gap: true, ambiguous: false };
  };
}

function offsets(zone: string): (seconds: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  } catch {
    throw problem('bad-input', { detail: 'There is no such time zone', value: zone, wanted: 'an IANA name such as Europe/Paris, or UTC' });
  }
  const known = new Map<number, number>();
  return (seconds) => {
    const quarter = Math.floor(seconds / 900);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsetOf(format, quarter * 900);
      if (known.size > 200_000) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}

function offsetOf(format: Intl.DateTimeFormat, seconds: number): number {
  const p = Object.fromEntries(format.formatToParts(seconds * 1000).map((part) => [part.type, part.value]));
  const year = p.era === 'BC' ? 1 - Number(p.year) : Number(p.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(p.month) - 1, Number(p.day));
  wall.setUTCHours(Number(p.hour), Number(p.minute), Number(p.second));
  return wall.getTime() / 1000 - seconds;
}
