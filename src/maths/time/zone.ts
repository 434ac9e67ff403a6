import { dayMs } from './civil.ts';

/** A local time of a zone, in milliseconds as though the zone were UTC. */
export type LocalMs = number;

export interface LocalToInstant {
  /** Milliseconds since 1970 UTC. */
  readonly instant: number;
  /** `gap`: the local time did not exist and moved forward by the gap; `ambiguous`: it happened twice and the earlier is meant. */
  readonly kind: 'exact' | 'gap' | 'ambiguous';
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By UTC year: where an offset begins, in order, the first at the year's start. `Intl` is slow, so each year is asked once. */
  readonly years: Map<number, readonly { from: number; offset: number }[]>;
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = { format: formatOf(name), years: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  } catch {
    throw new RangeError(`A time zone is an IANA name such as Europe/London: got “${name}”`);
  }
}

/**
 * Whether `name` is an IANA time zone known here.
 * @example isZone('Europe/London') // true
 */
export function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone's offset from UTC at an instant, in milliseconds, east positive.
 * @throws RangeError for an unknown zone.
 * @example zoneOffset('Europe/London', Date.UTC(2026, 6, 1)) // 3600000
 */
export function zoneOffset(zone: string, instant: number): number {
  const periods = periodsOf(zoneOf(zone), new Date(instant).getUTCFullYear());
  let i = periods.length - 1;
  while (i > 0 && periods[i]!.from > instant) i--;
  return periods[i]!.offset;
}

function periodsOf(zone: Zone, year: number): readonly { from: number; offset: number }[] {
  const known = zone.years.get(year);
  if (known !== undefined) return known;
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const periods = [{ from: start, offset: askOffset(zone, start) }];
  for (let day = start; day < end; day += dayMs) {
    const before = periods.at(-1)!.offset;
    const after = askOffset(zone, day + dayMs - 1000);
    if (after !== before) periods.push({ from: firstSecond(zone, day, day + dayMs - 1000, before), offset: after });
  }
  zone.years.set(year, periods);
  return periods;
}

/** The first whole second in (lo, hi] whose offset is not `before`. */
function firstSecond(zone: Zone, lo: number, hi: number, before: number): number {
  let [a, b] = [lo / 1000 - 1, hi / 1000];
  while (b - a > 1) {
    const middle = Math.floor((a + b) / 2);
    if (askOffset(zone, middle * 1000) === before) a = middle;
    else b = middle;
  }
  return b * 1000;
}

function askOffset(zone: Zone, instant: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of zone.format.formatToParts(instant)) parts[type] = value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return local.getTime() - Math.floor(instant / 1000) * 1000;
}

/** The zone's local time at an instant. */
export function toLocal(zone: string, instant: number): LocalMs {
  return instant + zoneOffset(zone, instant);
}

/**
 * The instant of a local time: one that does not exist moves forward by the gap, one that happened twice is the earlier (DESIGN §3).
 * @throws RangeError for an unknown zone.
 * @example toInstant('Europe/London', Date.UTC(2026, 2, 29, 1, 30)) // 01:30Z, shown as 02:30 there, kind 'gap'
 */
export function toInstant(zone: string, local: LocalMs): LocalToInstant {
  const before = zoneOffset(zone, local - dayMs);
  const after = zoneOffset(zone, local + dayMs);
  const valid = [...new Set([before, after])].filter((offset) => zoneOffset(zone, local - offset) === offset);
  if (valid.length === 0) return { instant: local - before, kind: 'gap' };
  return { instant: local - Math.max(...valid), kind: valid.length === 1 ? 'exact' : 'ambiguous' };
}
