import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { literal } from '../stage/model.ts';
import { type DatasetVersion, relations } from '../versions/index.ts';
import { columnsOf, type Held, isPersonal, refusePeople } from './filter-attribute.ts';
import { byText, namesOf } from './names.ts';

/** An attribute that cases can be chosen by; of a personal one they cannot. */
export interface LogAttribute {
  readonly name: string;
  readonly personal: boolean;
}

/** The activities of a version, by name. */
export async function activityNames(c: EngineConnection, version: DatasetVersion): Promise<string[]> {
  return [...new Set(await namesOf(c, version, 'activity'))].sort(byText);
}

/** The attributes of a version, by name; resource and lifecycle among them where it has them. */
export function attributes(version: DatasetVersion): LogAttribute[] {
  const { manifest: m } = version;
  const roles = (['resource', 'lifecycle'] as const).filter((role) => m.columns[role]);
  const names = new Set([...m.caseAttributes.map((a) => a.name), ...m.eventAttributes.map((a) => a.name), ...roles]);
  return [...names].sort(byText).map((name) => ({ name, personal: isPersonal(version, name) }));
}

/**
 * The values of an attribute as filters take them, those in most rows first.
 * @throws Problem `bad-input` for an attribute that the version does not have, `too-few-people` for one whose values are persons.
 */
export async function attributeValues(c: EngineConnection, version: DatasetVersion, name: string, limit: number, options: RunOptions = {}): Promise<string[]> {
  const held = columnsOf(version, name);
  refusePeople(version, name);
  const all = held.map((column) => valuesSql(version, column)).join(' UNION ALL ');
  return (await c.rows<{ value: string }>(`SELECT value FROM (${all}) WHERE value IS NOT NULL GROUP BY value ORDER BY sum(n) DESC, value LIMIT ?`, [limit], options)).map((r) => r.value);
}

function valuesSql(version: DatasetVersion, { of, key, sql, type }: Held): string {
  const r = relations(version);
  if (type !== 'code') return `SELECT ${sql}::VARCHAR AS value, count(*) AS n FROM ${r[of]} GROUP BY ALL`;
  return `SELECT d.value, g.n FROM (SELECT ${sql} AS code, count(*) AS n FROM ${r[of]} GROUP BY ALL) g JOIN ${r.dictionary} d ON d.code = g.code AND d."column" = ${literal(key)}`;
}
