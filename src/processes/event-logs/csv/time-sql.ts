import { dayMs, zoneOffset } from '../../../maths/time/index.ts';
import { literal } from '../stage/model.ts';
import type { TimeFormat } from './time-formats.ts';

/** SQL of a text's local TIMESTAMP and of its offset in minutes (SMALLINT, null where it carries none). */
export interface TimeSql {
  readonly local: string;
  readonly offset: string;
}

/**
 * SQL that reads the text `x` in a format; anything that does not fit is null.
 * @example timeSql('x', 'epoch').offset // '0::SMALLINT'
 */
export function timeSql(x: string, format: TimeFormat): TimeSql {
  const micros = { epoch: 1e6, 'epoch-ms': 1e3, 'epoch-us': 1 }[format];
  if (micros !== undefined) return { local: `make_timestamp(try_cast(round(try_cast(${x} AS DOUBLE) * ${micros}) AS BIGINT))`, offset: '0::SMALLINT' };
  if (format === 'iso') {
    // The cast ignores an offset and gives the local time, which is what is wanted here.
    const cast = `coalesce(try_cast(${x} AS TIMESTAMP), try_cast(replace(replace(replace(replace(${x}, ',', '.'), ' +', '+'), ' -', '-'), ' GMT', ' UTC') AS TIMESTAMP))`;
    return { local: finite(cast), offset: offsetSql(x) };
  }
  const zoned = / ?%z$/.test(format);
  if (!zoned) return { local: finite(`try_strptime(${x}, ${literal(format)})`), offset: 'NULL::SMALLINT' };
  const bare = `rtrim(regexp_replace(${x}, '([zZ]|[+-][0-9]{2}:?[0-9]{2})\\s*$', ''))`;
  return { local: finite(`try_strptime(${bare}, ${literal(format.replace(/ ?%z$/, ''))})`), offset: offsetSql(x) };
}

function finite(timestamp: string): string {
  return `nullif(nullif(${timestamp}, 'infinity'::TIMESTAMP), '-infinity'::TIMESTAMP)`;
}

function offsetSql(x: string): string {
  const minutes = (sign: string, hours: string, rest: string) => `(CASE WHEN ${sign} = '-' THEN -1 ELSE 1 END * (CAST(${hours} AS SMALLINT) * 60 + CAST(${rest} AS SMALLINT)))::SMALLINT`;
  const tail = `regexp_extract(${x}, ':[0-9][0-9].*([+-])([0-9]{2}):?([0-9]{2})?\\s*$', `;
  return `CASE WHEN ends_with(${x}, 'Z') THEN 0::SMALLINT`
    + ` WHEN ${x}[-3] = ':' AND ${x}[-6] IN ('+', '-') THEN ${minutes(`${x}[-6]`, `coalesce(try_cast(${x}[-5:-4] AS SMALLINT), 0)`, `coalesce(try_cast(${x}[-2:] AS SMALLINT), 0)`)}`
    + ` WHEN ${x}[-3] = ':' THEN NULL`
    + ` WHEN regexp_matches(${x}, '([zZ]|UTC|GMT)\\s*$') THEN 0::SMALLINT`
    + ` WHEN regexp_matches(${x}, ':[0-9][0-9].*[+-][0-9]{2}(:?[0-9]{2})?\\s*$') THEN ${minutes(`${tail}1)`, `${tail}2)`, `coalesce(nullif(${tail}3), ''), '0')`)} END`;
}

/** Local times of a zone that begin a stretch with one offset. */
interface Stretch {
  /** From this local time on, in milliseconds. */
  readonly from: number;
  readonly offsetMinutes: number;
}

/** How local times of a zone become instants, as SQL. */
export interface ZoneSql {
  /** The offset in minutes of the local TIMESTAMP `x`. */
  readonly offset: string;
  /** Whether `x` does not exist there, or exists twice. */
  readonly gap: string;
  readonly ambiguous: string;
}

/**
 * SQL that turns local times between two dates into offsets of an IANA zone: a time that does not exist moves forward by the gap, a doubled
 * one takes the earlier offset.
 * @example zoneSql('x', 'UTC', 0, 0).offset // '0'
 */
export function zoneSql(x: string, zone: string, fromMs: number, toMs: number): ZoneSql {
  const changes = offsetChanges(zone, fromMs - 2 * dayMs, toMs + 2 * dayMs);
  const first = Math.round(zoneOffset(zone, fromMs - 2 * dayMs) / 60_000);
  const stretches: Stretch[] = changes.map((c) => ({ from: c.at + Math.max(c.before, c.after), offsetMinutes: Math.round(c.after / 60_000) }));
  const between = (from: number, to: number) => `${x} >= ${stamp(from)} AND ${x} < ${stamp(to)}`;
  const any = (list: string[]) => (list.length === 0 ? 'false' : `(${list.join(' OR ')})`);
  return {
    offset: tree(x, stretches, first),
    gap: any(changes.filter((c) => c.after > c.before).map((c) => between(c.at + c.before, c.at + c.after))),
    ambiguous: any(changes.filter((c) => c.after < c.before).map((c) => between(c.at + c.after, c.at + c.before))),
  };
}

function stamp(ms: number): string {
  return `make_timestamp(${ms * 1000})`;
}

/** A balanced tree of comparisons, so that a century of changes costs seven of them. */
function tree(x: string, stretches: readonly Stretch[], first: number): string {
  if (stretches.length === 0) return String(first);
  const middle = stretches.length >> 1;
  const { from, offsetMinutes } = stretches[middle]!;
  return `CASE WHEN ${x} < ${stamp(from)} THEN ${tree(x, stretches.slice(0, middle), first)} ELSE ${tree(x, stretches.slice(middle + 1), offsetMinutes)} END`;
}

function offsetChanges(zone: string, fromMs: number, toMs: number): { at: number; before: number; after: number }[] {
  const changes: { at: number; before: number; after: number }[] = [];
  let before = zoneOffset(zone, fromMs);
  for (let day = fromMs; day < toMs; day += dayMs) {
    const after = zoneOffset(zone, day + dayMs);
    if (after === before) continue;
    let [lo, hi] = [day, day + dayMs];
    while (hi - lo > 1000) {
      const middle = lo + Math.floor((hi - lo) / 2000) * 1000;
      if (zoneOffset(zone, middle) === before) lo = middle;
      else hi = middle;
    }
    changes.push({ at: hi - (hi % 1000), before, after });
    before = after;
  }
  return changes;
}
