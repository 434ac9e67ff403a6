/**
 * British civil time worked out from the rule itself (last Sundays of March and October, 01:00 UTC), so that the planted truth does not
 * rest on the code that it is used to check. Instants are whole seconds since 1970 UTC; a local time is the same count read off the wall.
 */
export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

const switches = new Map<number, readonly [number, number]>();

/** Seconds that the clocks in London are ahead of UTC at an instant: 0 or 3600. */
export function londonOffset(instant: number): number {
  const year = new Date(instant * 1000).getUTCFullYear();
  let change = switches.get(year);
  if (change === undefined) {
    change = [lastSunday(year, 2) + HOUR, lastSunday(year, 9) + HOUR];
    switches.set(year, change);
  }
  return instant >= change[0] && instant < change[1] ? HOUR : 0;
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0) / 1000;
  return last - new Date(last * 1000).getUTCDay() * DAY;
}

/** The wall clock in London, as seconds. */
export function toLocal(instant: number): number {
  return instant + londonOffset(instant);
}

/**
 * The instant of a London wall clock time; a time that does not exist moves on by the hour, an ambiguous one is the earlier of the two.
 * @example toInstant(wall('2026-07-01T12:00')) === Date.UTC(2026, 6, 1, 11) / 1000 // true
 */
export function toInstant(local: number): number {
  if (londonOffset(local - HOUR) === HOUR) return local - HOUR;
  return local;
}

/** The seconds of a wall clock text `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`; throws a RangeError for anything else. */
export function wall(text: string): number {
  const ms = Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`);
  if (Number.isNaN(ms)) throw new RangeError(`Not a wall clock time: ${text}`);
  return ms / 1000;
}

/** The instant of a London wall clock text. */
export function london(text: string): number {
  return toInstant(wall(text));
}

/** Days since 1970-01-01 of a local time. */
export function dayOf(local: number): number {
  return Math.floor(local / DAY);
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

/** The ISO week of a day, as `2026-W45`. */
export function isoWeek(day: number): string {
  const thursday = day - weekday(day) + 3;
  const year = new Date(thursday * DAY * 1000).getUTCFullYear();
  const first = Date.UTC(year, 0, 1) / 1000 / DAY;
  return `${year}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, '0')}`;
}

/** An instant as ISO 8601 with London's offset: `2026-07-01T12:00:00+01:00`. */
export function offsetText(instant: number): string {
  const offset = londonOffset(instant);
  return `${new Date((instant + offset) * 1000).toISOString().slice(0, 19)}+0${offset / HOUR}:00`;
}
