import type { EngineConnection, SqlValue } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { fewestPeople } from '../../../platform/personal/index.ts';
import { attributeColumn, type StageType } from '../stage/model.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';

/** Cases with one of these values, of the case or of one of its events; with `not` those without any of them. */
export interface AttributeFilter {
  readonly name: string;
  readonly values: readonly string[];
  readonly not?: boolean | undefined;
}

const ROLES: Readonly<Record<string, string>> = { resource: 'resource', 'org:resource': 'resource', lifecycle: 'lifecycle', 'lifecycle:transition': 'lifecycle', instance: 'instance', 'concept:instance': 'instance' };

/** A column that holds an attribute, of cases or of events. */
export interface Held {
  readonly of: 'cases' | 'events';
  /** As the dictionary calls it. */
  readonly key: string;
  readonly sql: string;
  readonly type: StageType;
}

/**
 * The SQL of an attribute filter over the cases relation `k`.
 * @throws Problem `bad-input` for an attribute that the version does not have, `too-few-people` for one whose values are persons.
 */
export async function attributeSql(c: EngineConnection, version: DatasetVersion, { name, values, not = false }: AttributeFilter): Promise<{ sql: string; values: readonly SqlValue[] }> {
  const held = columnsOf(version, name);
  refusePeople(version, name);
  const r = relations(version);
  const parts: { sql: string; values: readonly SqlValue[] }[] = [];
  for (const column of held) {
    const one = await among(c, version, column, values);
    parts.push(column.of === 'cases' ? { ...one, sql: `k.${one.sql}` } : { ...one, sql: `k."case" IN (SELECT "case" FROM ${r.events} WHERE ${one.sql})` });
  }
  const any = `(${parts.map((p) => p.sql).join(' OR ')})`;
  return { sql: not ? `NOT coalesce(${any}, false)` : any, values: parts.flatMap((p) => p.values) };
}

/**
 * Where a version holds an attribute.
 * @throws Problem `bad-input` where it does not.
 */
export function columnsOf({ manifest }: DatasetVersion, name: string): Held[] {
  const mapped = (of: Held['of']) => (of === 'cases' ? manifest.caseAttributes : manifest.eventAttributes).filter((a) => a.name === name).map((a): Held => ({ of, key: `@${name}`, sql: attributeColumn(name), type: a.type }));
  const found = [...mapped('cases'), ...mapped('events')];
  const role = ROLES[name];
  if (role !== undefined && !found.some((h) => h.of === 'events')) found.push({ of: 'events', key: role, sql: role, type: 'code' });
  if (found.length > 0) return found;
  const known = [...new Set([...manifest.caseAttributes, ...manifest.eventAttributes].map((a) => a.name)), 'resource', 'lifecycle'];
  throw problem('bad-input', { detail: 'The log has no such attribute', value: name, wanted: `one of: ${known.slice(0, 50).join(', ')}`, at: { path: 'attribute' } });
}

/** Whether the values of an attribute stand for persons, whose cases cannot be asked for. */
export function isPersonal({ manifest }: DatasetVersion, name: string): boolean {
  return [`@${name}`, ROLES[name]].some((column) => column !== undefined && manifest.pseudonyms.includes(column));
}

/**
 * The cases of a few people are a figure about them, and two questions about many that differ by one person are a figure about that one (DESIGN §9).
 * @throws Problem `too-few-people` for an attribute whose values are persons.
 */
export function refusePeople(version: DatasetVersion, name: string): void {
  if (!isPersonal(version, name)) return;
  throw problem('too-few-people', { detail: `Cases cannot be chosen by person: figures and lists about fewer than ${fewestPeople} people are not shown`, value: name, wanted: 'a question that does not name a person', at: { path: 'attribute' } });
}

async function among(c: EngineConnection, version: DatasetVersion, { key, sql, type }: Held, values: readonly string[]): Promise<{ sql: string; values: readonly SqlValue[] }> {
  const marks = values.map(() => '?').join(', ');
  if (type === 'code') {
    const codes = (await c.rows<{ code: number }>(`SELECT DISTINCT code FROM ${relations(version).dictionary} WHERE "column" = ? AND value IN (${marks})`, [key, ...values])).map((r) => r.code);
    return { sql: `${sql} IN (${codes.length === 0 ? 'NULL' : codes.join(', ')})`, values: [] };
  }
  if (type === 'text') return { sql: `${sql} IN (${marks})`, values };
  // A decimal compares whole numbers exactly, also beyond 2^53, and 7.4 is not 7.
  const as: Partial<Record<StageType, string>> = { timestamp: 'TIMESTAMP', boolean: 'BOOLEAN', integer: 'DECIMAL(38, 6)' };
  return { sql: `${sql} IN (${values.map(() => `try_cast(? AS ${as[type] ?? 'DOUBLE'})`).join(', ')})`, values };
}
