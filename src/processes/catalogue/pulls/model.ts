import { dayMs, localDay, toInstant } from '../../../maths/time/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { Mapping } from '../model.ts';
import type { Definition, Schedule } from './schemas.ts';

/** What a column of a query holds, as far as an event log can tell it apart. */
export type PulledType = 'text' | 'number' | 'integer' | 'boolean' | 'time';

/** A column of a query: its name and PostgreSQL's number of its type. */
export interface PulledColumn {
  readonly name: string;
  readonly oid: number;
}

const oids = { boolean: 16, int8: 20, int2: 21, int4: 23, float4: 700, float8: 701, numeric: 1700, date: 1082, timestamp: 1114, timestamptz: 1184 } as const;
const typeOfOid = new Map<number, PulledType>([
  [oids.boolean, 'boolean'], [oids.int2, 'integer'], [oids.int4, 'integer'], [oids.int8, 'integer'], [oids.float4, 'number'], [oids.float8, 'number'], [oids.numeric, 'number'], [oids.date, 'time'], [oids.timestamp, 'time'], [oids.timestamptz, 'time'],
]);

/** What the values of a column are taken for. */
export function typeOf({ oid }: PulledColumn): PulledType {
  return typeOfOid.get(oid) ?? 'text';
}

/** Whether a column can say how far a query has been read: a time, or a whole number. */
export function mayBeCursor(column: PulledColumn): boolean {
  return ['time', 'integer'].includes(typeOf(column));
}

/**
 * A value as PostgreSQL writes it (ISO dates, UTC), as an event log reads it.
 * @example valueText(1184, '2026-03-02 09:15:00.5+00') // '2026-03-02T09:15:00.5Z'
 */
export function valueText(oid: number, raw: string | null): string {
  if (raw === null) return '';
  if (oid === oids.boolean) return raw === 't' ? 'true' : 'false';
  if (oid === oids.timestamptz) return raw.replace(/^(\d{4}-\d\d-\d\d) ([\d:.]+)\+00$/, '$1T$2Z');
  return oid === oids.timestamp ? raw.replace(/^(\d{4}-\d\d-\d\d) /, '$1T') : raw;
}

// What a cursor of each type begins at.
const lowest: Readonly<Record<number, string>> = { [oids.int2]: '-32768', [oids.int4]: '-2147483648', [oids.int8]: '-9223372036854775808' };

/** What `$1` is before anything was read. */
export function beginning({ oid }: PulledColumn, from: string | undefined): string {
  return from ?? lowest[oid] ?? '-infinity';
}

const timePattern = /^(\d{4,6})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?(?:Z|\+00(?::?00)?)?$/;

/**
 * A cursor as a number that grows with it: microseconds since 1970, or the whole number itself.
 * @throws Problem `source-refused` for a value without a place in that order, as infinity
 * @example placeOf({ name: 'at', oid: 1184 }, '1970-01-01 00:00:01.5+00') // 1500000n
 */
export function placeOf(column: PulledColumn, value: string): bigint {
  if (typeOf(column) === 'integer' && /^-?\d+$/.test(value)) return BigInt(value);
  const found = typeOf(column) === 'time' ? timePattern.exec(value) : null;
  if (found === null) throw problem('source-refused', { detail: `The cursor column “${column.name}” has a value that is no place in time or in number`, value, wanted: 'a query that leaves such rows out' });
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = found;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return BigInt(at.setUTCHours(Number(hour), Number(minute), Number(second))) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

/** The text of a place, as `$1` takes it. */
export function placeText(column: PulledColumn, place: bigint): string {
  if (typeOf(column) === 'integer') return String(place < BigInt(lowest[column.oid]!) ? lowest[column.oid] : place);
  const [seconds, micros] = [place / 1_000_000n - (place % 1_000_000n < 0n ? 1n : 0n), ((place % 1_000_000n) + 1_000_000n) % 1_000_000n];
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1) return '-infinity';
  const text = at.toISOString().slice(0, 19).replace('T', ' ');
  return `${text}.${String(micros).padStart(6, '0')}${column.oid === oids.timestamptz ? '+00' : ''}`;
}

/**
 * What `$1` is after something was read: the cursor less the overlap, and a step less than that, so that rows beside the last one are read again
 * whether the query says > or >=.
 * @example askedFrom({ name: 'id', oid: 20 }, '1000', 100) // '899'
 */
export function askedFrom(column: PulledColumn, cursor: string, overlap: number): string {
  return placeText(column, placeOf(column, cursor) - BigInt(Math.round(overlap * (typeOf(column) === 'time' ? 1_000_000 : 1))) - 1n);
}

/**
 * When a schedule comes round next after an instant (milliseconds): so many minutes later, or at the time of day. A time of day that a clock
 * change leaves out comes as much later, one that it brings twice comes once.
 * @example nextAt({ kind: 'daily', at: '06:30', zone: 'Europe/London' }, Date.UTC(2026, 6, 1, 12)) // 2026-07-02T05:30Z
 */
export function nextAt(schedule: Schedule, after: number): number {
  if (schedule.kind === 'every') return after + schedule.minutes * 60_000;
  const [hour = 0, minute = 0] = schedule.at.split(':').map(Number);
  for (let day = localDay(schedule.zone, after); ; day += 1) {
    const { instant } = toInstant(schedule.zone, day * dayMs + (hour * 60 + minute) * 60_000);
    if (instant > after) return instant;
  }
}

/** Seconds between two pulls. */
export function periodSeconds(schedule: Schedule): number {
  return schedule.kind === 'every' ? schedule.minutes * 60 : 86_400;
}

/**
 * Seconds until a pull is tried again after so many failures in a row: a minute, then twice as long each time, an hour at most.
 * @example [1, 2, 3, 7, 50].map(backOff) // [60, 120, 240, 3600, 3600]
 */
export function backOff(failures: number): number {
  return Math.min(3600, 60 * 2 ** Math.min(10, Math.max(0, failures - 1)));
}

/** Whether nothing has come in for twice as long as the schedule says (and five minutes for the way). */
export function isStale(schedule: Schedule, last: number, now: number): boolean {
  return now - last > (2 * periodSeconds(schedule) + 300) * 1000;
}

/**
 * The mapping of a pull, whole: every column that has no other part to play is an attribute of its own type, and what tells two equal rows
 * apart (the id of the event, or else the cursor) is always kept.
 * @throws Problem `bad-input` for a column that the query does not give
 */
export function wholeMapping({ mapping, cursor }: Pick<Definition, 'mapping' | 'cursor'>, columns: readonly PulledColumn[]): Mapping {
  const named = [mapping.case, ...[mapping.activity].flat(), mapping.time, mapping.start, mapping.lifecycle, mapping.resource, mapping.instance, mapping.eventId, cursor.column, ...(mapping.personal ?? []), ...(mapping.attributes ?? []).map((a) => a.column)].filter((c) => c !== undefined);
  const unknown = named.find((n) => !columns.some((c) => c.name === n));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'The query gives no column of this name', value: unknown, wanted: `one of: ${columns.map((c) => c.name).join(', ')}` });
  const played = [mapping.case, ...[mapping.activity].flat(), mapping.time, mapping.start, mapping.lifecycle, mapping.resource, mapping.instance];
  const stated = mapping.attributes ?? columns.filter((c) => !played.includes(c.name)).map((c) => ({ column: c.name, type: typeOf(c), of: 'event' as const }));
  const kept = [mapping.eventId ?? cursor.column].filter((c) => c !== mapping.time && c !== mapping.start && !stated.some((a) => a.column === c));
  const attribute = (name: string) => ({ column: name, type: typeOf(columns.find((c) => c.name === name)!), of: 'event' as const });
  const time = columns.find((c) => c.name === mapping.time)!;
  return { ...mapping, attributes: [...stated, ...kept.map(attribute)], delimiter: ',', ...(mapping.timeFormat === undefined && typeOf(time) === 'time' ? { timeFormat: 'iso' } : {}) };
}

/** The mapping with those columns hidden whose values the log has under pseudonyms already. */
export function hiding(mapping: Mapping, pseudonyms: readonly string[]): Mapping {
  const parts: Readonly<Record<string, readonly (string | undefined)[]>> = { case: [mapping.case], activity: [mapping.activity].flat(), resource: [mapping.resource], lifecycle: [mapping.lifecycle], instance: [mapping.instance] };
  const columns = pseudonyms.flatMap((p) => parts[p] ?? (mapping.attributes ?? []).filter((a) => `@${a.name ?? a.column}` === p).map((a) => a.column)).filter((c) => c !== undefined);
  const stated = mapping.personal ?? (mapping.resource === undefined ? [] : [mapping.resource]);
  return { ...mapping, personal: [...new Set([...stated, ...columns])] };
}

/** Whether a stored password may go with another connection: only to the same database of the same host, as the same user, no less protected. */
export function samePlace(a: Definition['connection'], b: Definition['connection']): boolean {
  return a.host === b.host && a.port === b.port && a.database === b.database && a.user === b.user && a.tls === b.tls && a.ca === b.ca;
}
