import type { EngineConnection, SqlValue } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';
import { type AttributeFilter, attributeSql } from './filter-attribute.ts';
import { byText, namesOf } from './names.ts';

/** From an instant on (ISO 8601), and before another. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Cases in which `to` comes directly after `from`, or with `later` at any time after it; with `never` those in which it does not. */
export interface FollowsFilter {
  readonly from: string;
  readonly to: string;
  readonly later?: boolean | undefined;
  readonly never?: boolean | undefined;
}

/**
 * Which cases a question is about; all parts must hold. A case is in or out as a whole, so that what follows what stays true.
 */
export interface LogFilter {
  /** Cases whose first event lies in the period. */
  readonly started?: Period | undefined;
  /** Cases that were under way at some time in the period: begun before its end, not over before its beginning. */
  readonly active?: Period | undefined;
  /** Cases whose last event lies in the period. */
  readonly completed?: Period | undefined;
  /** Cases in which each of these activities occurs. */
  readonly activities?: readonly string[] | undefined;
  /** Cases in which none of these activities occurs. */
  readonly without?: readonly string[] | undefined;
  /** Cases that begin with one of these activities. */
  readonly start?: readonly string[] | undefined;
  /** Cases that end with one of these activities. */
  readonly end?: readonly string[] | undefined;
  readonly follows?: readonly FollowsFilter[] | undefined;
  /** Cases of one of these variants, by their numbers in the version. */
  readonly variants?: readonly number[] | undefined;
  /** Cases of the so many most frequent variants of the whole log. */
  readonly top?: number | undefined;
  /** Seconds from the first to the last event. */
  readonly minSeconds?: number | undefined;
  readonly maxSeconds?: number | undefined;
  readonly attributes?: readonly AttributeFilter[] | undefined;
}

/** A filter as SQL over the cases relation `k`, with its parameters in order; null where it lets every case pass. */
export interface FilterSql {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

interface Condition {
  readonly sql: string;
  readonly values?: readonly SqlValue[];
}

/**
 * The SQL of a filter on a version.
 * @throws Problem `bad-input` for an instant that is none, or an activity, a variant or an attribute that the version does not have;
 * `too-few-people` where cases are to be chosen by person.
 */
export async function filterSql(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}): Promise<FilterSql | null> {
  const all = [...periods(filter), ...durations(filter), ...await variantParts(c, version, filter)];
  for (const a of filter.attributes ?? []) all.push(await attributeSql(c, version, a));
  return all.length === 0 ? null : { where: all.map((x) => x.sql).join(' AND '), values: all.flatMap((x) => x.values ?? []) };
}

function periods({ started, active, completed }: LogFilter): Condition[] {
  const at = (sql: string, instant: string | undefined): Condition[] => (instant === undefined ? [] : [{ sql, values: [micros(instant)] }]);
  return [
    ...at('k."first" >= make_timestamp(?)', started?.from), ...at('k."first" < make_timestamp(?)', started?.to),
    ...at('k."last" >= make_timestamp(?)', active?.from), ...at('k."first" < make_timestamp(?)', active?.to),
    ...at('k."last" >= make_timestamp(?)', completed?.from), ...at('k."last" < make_timestamp(?)', completed?.to),
  ];
}

function micros(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw problem('bad-input', { detail: 'This is not an instant', value: instant, wanted: 'ISO 8601 with zone, as 2026-01-31T00:00:00Z' });
  return ms * 1000;
}

function durations({ minSeconds, maxSeconds }: LogFilter): Condition[] {
  const seconds = '(epoch_us(k."last") - epoch_us(k."first")) / 1e6';
  return [...(minSeconds === undefined ? [] : [{ sql: `${seconds} >= ?`, values: [minSeconds] }]), ...(maxSeconds === undefined ? [] : [{ sql: `${seconds} <= ?`, values: [maxSeconds] }])];
}

/** What a case's sequence of activities alone decides: asked of each variant once, not of each case. */
async function variantParts(c: EngineConnection, version: DatasetVersion, filter: LogFilter): Promise<Condition[]> {
  const { activities = [], without = [], start = [], end = [], follows = [], variants = [], top } = filter;
  const codes = await codesOf(c, version, [...activities, ...without, ...start, ...end, ...follows.flatMap((f) => [f.from, f.to])]);
  const list = (names: readonly string[]) => names.map((name) => codes.get(name)).join(', ');
  const of = [
    ...activities.map((a) => `list_contains(v.activities, ${codes.get(a)})`), ...without.map((a) => `NOT list_contains(v.activities, ${codes.get(a)})`),
    ...(start.length === 0 ? [] : [`v.activities[1] IN (${list(start)})`]), ...(end.length === 0 ? [] : [`v.activities[-1] IN (${list(end)})`]),
    ...follows.map((f) => `${f.never === true ? 'NOT ' : ''}coalesce(${followsSql(codes.get(f.from)!, codes.get(f.to)!, f.later === true)}, false)`),
  ];
  const r = relations(version);
  await mustExist(c, version, variants);
  return [
    ...(of.length === 0 ? [] : [{ sql: `k.variant IN (SELECT v.variant FROM ${r.variants} v WHERE ${of.join(' AND ')})` }]),
    ...(variants.length === 0 ? [] : [{ sql: `k.variant IN (${variants.map(() => '?').join(', ')})`, values: variants }]),
    ...(top === undefined ? [] : [{ sql: `k.variant IN (SELECT variant FROM ${r.variants} WHERE cases > 0 ORDER BY cases DESC, variant LIMIT ?)`, values: [top] }]),
  ];
}

function followsSql(from: number, to: number, later: boolean): string {
  if (!later) return `list_contains(list_zip(v.activities, v.activities[2:]), row(${from}, ${to}))`;
  // The first of the one lies before the last of the other.
  return `list_position(v.activities, ${from}) < len(v.activities) + 1 - list_position(list_reverse(v.activities), ${to})`;
}

async function codesOf(c: EngineConnection, version: DatasetVersion, activities: readonly string[]): Promise<Map<string, number>> {
  const asked = [...new Set(activities)];
  if (asked.length === 0) return new Map();
  const names = await namesOf(c, version, 'activity');
  const codes = new Map(names.map((name, code) => [name, code]));
  const unknown = asked.find((name) => !codes.has(name));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'The log has no such activity', value: unknown, wanted: `one of: ${oneOf(names.filter((n) => n !== undefined))}`, at: { path: 'activity' } });
  return codes;
}

async function mustExist(c: EngineConnection, version: DatasetVersion, variants: readonly number[]): Promise<void> {
  if (variants.length === 0) return;
  const found = new Set((await c.rows<{ variant: number }>(`SELECT variant FROM ${relations(version).variants} WHERE variant IN (${variants.map(() => '?').join(', ')})`, variants)).map((r) => r.variant));
  const unknown = variants.find((v) => !found.has(v));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'The log has no variant of this number', value: String(unknown), wanted: 'the number of a variant in the list of variants', at: { path: 'variant' } });
}

const NAMED = 30;

function oneOf(names: readonly string[]): string {
  return `${names.toSorted(byText).slice(0, NAMED).join(', ')}${names.length > NAMED ? ' …' : ''}`;
}

/** The events of the cases that a filter lets pass. */
export function eventsWhere(version: DatasetVersion, filter: FilterSql | null): string {
  const r = relations(version);
  return filter === null ? r.events : `(SELECT e.* FROM ${r.events} e JOIN ${casesWhere(version, filter)} x ON x."case" = e."case")`;
}

/** The cases that a filter lets pass, by their codes. A join with them is quicker than a test of being among them. */
export function casesWhere(version: DatasetVersion, filter: FilterSql): string {
  return `(SELECT k."case" FROM ${relations(version).cases} k WHERE ${filter.where})`;
}
