import type { SqlValue } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { enoughPeople, fewestPeople } from '../../../platform/personal/index.ts';
import { attributeColumn, type StageAttribute, type StageType } from '../stage/model.ts';
import { codeOf, type DatasetVersion, type Relations, relations } from '../versions/index.ts';

/**
 * Which cases a question is about; all parts must hold. A case is in or out as a whole, so that what follows what stays true.
 */
export interface LogFilter {
  /** Cases that began at or after this instant (ISO 8601), and before `to`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Cases in which each of these activities occurs. */
  readonly activities?: readonly string[] | undefined;
  /** Cases of this variant, by its number in the version. */
  readonly variant?: number | undefined;
  /** Seconds from the first to the last event. */
  readonly minSeconds?: number | undefined;
  readonly maxSeconds?: number | undefined;
  /** Cases with this value, of the case or of one of its events. */
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | undefined;
  /** Cases in which `to` directly follows `from`. */
  readonly edge?: { readonly from: string; readonly to: string } | undefined;
}

/** A filter as SQL over the cases relation `k`, with its parameters in order; null where it lets every case pass. */
export interface FilterSql {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

/**
 * The SQL of a filter on a version.
 * @throws Problem `bad-input` for an instant that is none or an attribute that the version does not have, `too-few-people` for cases that
 * only few people share.
 */
export function filterSql(version: DatasetVersion, filter: LogFilter = {}): FilterSql | null {
  refuseFewPeople(version, filter);
  const r = relations(version);
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...more: SqlValue[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (filter.from !== undefined) add('k."first" >= make_timestamp(?)', micros(filter.from));
  if (filter.to !== undefined) add('k."first" < make_timestamp(?)', micros(filter.to));
  if (filter.variant !== undefined) add('k.variant = ?', filter.variant);
  const seconds = '(epoch_us(k."last") - epoch_us(k."first")) / 1e6';
  if (filter.minSeconds !== undefined) add(`${seconds} >= ?`, filter.minSeconds);
  if (filter.maxSeconds !== undefined) add(`${seconds} <= ?`, filter.maxSeconds);
  for (const activity of filter.activities ?? []) add(`k.variant IN (SELECT variant FROM ${r.variants} WHERE list_contains(activities, ${codeOf(r, 'activity')}))`, activity);
  if (filter.edge !== undefined) add(`k."case" IN (SELECT "case" FROM ${r.events} WHERE activity = ${codeOf(r, 'activity')} AND next_activity = ${codeOf(r, 'activity')})`, filter.edge.from, filter.edge.to);
  for (const { name, value } of filter.attributes ?? []) {
    const { sql, count } = attributeSql(version, r, name);
    add(sql, ...Array.from({ length: count }, () => value));
  }
  return parts.length === 0 ? null : { where: parts.join(' AND '), values };
}

function micros(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw problem('bad-input', { detail: 'This is not an instant', value: instant, wanted: 'ISO 8601 with zone, as 2026-01-31T00:00:00Z' });
  return ms * 1000;
}

const ROLES: Readonly<Record<string, string>> = { resource: 'resource', 'org:resource': 'resource', lifecycle: 'lifecycle', 'lifecycle:transition': 'lifecycle', instance: 'instance', 'concept:instance': 'instance' };

/** The cases of one person are a figure about that person: people may be asked for only so many at once that nobody stands alone (DESIGN §9). */
function refuseFewPeople(version: DatasetVersion, { attributes = [] }: LogFilter): void {
  const people = attributes.filter(({ name }) => [`@${name}`, ROLES[name]].some((column) => column !== undefined && version.manifest.pseudonyms.includes(column)));
  const asked = new Set(people.map((a) => a.value)).size;
  if (people[0] === undefined || enoughPeople(asked)) return;
  throw problem('too-few-people', { detail: `Figures and lists about fewer than ${fewestPeople} people are not shown`, value: people[0].name, wanted: 'a question that does not name a person', at: { path: 'attribute' } });
}

function attributeSql({ manifest }: DatasetVersion, r: Relations, name: string): { sql: string; count: number } {
  const ofCase = manifest.caseAttributes.find((a) => a.name === name);
  const ofEvent = manifest.eventAttributes.find((a) => a.name === name);
  const options: string[] = [];
  if (ofCase !== undefined) options.push(`k.${equals(r, ofCase)}`);
  if (ofEvent !== undefined) options.push(`k."case" IN (SELECT "case" FROM ${r.events} WHERE ${equals(r, ofEvent)})`);
  else if (name in ROLES) options.push(`k."case" IN (SELECT "case" FROM ${r.events} WHERE ${ROLES[name]} = ${codeOf(r, ROLES[name]!)})`);
  if (options.length === 0) {
    const known = [...new Set([...manifest.caseAttributes, ...manifest.eventAttributes].map((a) => a.name)), 'resource', 'lifecycle'];
    throw problem('bad-input', { detail: 'The log has no such attribute', value: name, wanted: `one of: ${known.slice(0, 50).join(', ')}` });
  }
  return { sql: `(${options.join(' OR ')})`, count: options.length };
}

function equals(r: Relations, { name, type }: StageAttribute): string {
  const x = attributeColumn(name);
  if (type === 'code') return `${x} = ${codeOf(r, `@${name}`)}`;
  if (type === 'text') return `${x} = ?`;
  // A decimal compares whole numbers exactly, also beyond 2^53, and 7.4 is not 7.
  const as: Partial<Record<StageType, string>> = { timestamp: 'TIMESTAMP', boolean: 'BOOLEAN', integer: 'DECIMAL(38, 6)' };
  return `${x} = try_cast(? AS ${as[type] ?? 'DOUBLE'})`;
}

/** The events of the cases that a filter lets pass. */
export function eventsWhere(version: DatasetVersion, filter: FilterSql | null): string {
  const r = relations(version);
  return filter === null ? r.events : `(SELECT * FROM ${r.events} WHERE "case" IN (SELECT k."case" FROM ${r.cases} k WHERE ${filter.where}))`;
}
