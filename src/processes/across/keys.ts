import type { EngineConnection, SqlValue } from '../../platform/event-engine/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { fewestPeople } from '../../platform/personal/index.ts';
import { filterSql } from '../event-logs/questions/filter.ts';
import { columnsOf, type Held, refusePeople } from '../event-logs/questions/filter-attribute.ts';
import { literal } from '../event-logs/stage/model.ts';
import { type DatasetVersion, relations } from '../event-logs/versions/index.ts';
import type { Side } from './model.ts';

/** SQL that gives rows ("case", key VARCHAR), each once, with its parameters. */
export interface KeysSql {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * The keys of the cases of a side.
 * @throws Problem `bad-input` for an attribute that the version does not have; `too-few-people` for one whose values are persons.
 */
export async function keysSql(c: EngineConnection, version: DatasetVersion, { key, only }: Pick<Side, 'key' | 'only'>): Promise<KeysSql> {
  const filter = only === null ? null : await filterSql(c, version, { attributes: [{ name: only.attribute, values: only.values }] });
  const r = relations(version);
  const all = key === null ? caseIds(version) : attributeKeys(version, key);
  const among = filter === null ? '' : ` AND "case" IN (SELECT k."case" FROM ${r.cases} k WHERE ${filter.where})`;
  return { sql: `SELECT DISTINCT "case", key FROM (${all}) WHERE key <> ''${among}`, values: filter?.values ?? [] };
}

/** Whether the case ids of a version stand for persons. */
export function casesArePersonal({ manifest }: DatasetVersion): boolean {
  return manifest.pseudonyms.includes('case');
}

function caseIds(version: DatasetVersion): string {
  if (casesArePersonal(version)) throw problem('too-few-people', { detail: `Cases that stand for persons are no key: figures and lists about fewer than ${fewestPeople} people are not shown`, value: 'case id', wanted: 'a key that names no person' });
  return `SELECT "case", id AS key FROM ${relations(version).cases}`;
}

function attributeKeys(version: DatasetVersion, name: string): string {
  const held = columnsOf(version, name);
  refusePeople(version, name);
  return held.map((column) => textsSql(version, column)).join(' UNION ALL ');
}

/** The values of a column as texts; a whole number has no point, so that it equals the same number written as text. */
export function textsSql(version: DatasetVersion, { of, key, sql, type }: Held): string {
  const r = relations(version);
  if (type === 'code') return `SELECT v."case", d.value AS key FROM (SELECT DISTINCT "case", ${sql} AS code FROM ${r[of]}) v JOIN ${r.dictionary} d ON d.code = v.code AND d."column" = ${literal(key)}`;
  const text = type === 'double' ? `CASE WHEN ${sql} = trunc(${sql}) AND abs(${sql}) < 1e15 THEN ${sql}::BIGINT::VARCHAR ELSE ${sql}::VARCHAR END` : `${sql}::VARCHAR`;
  return `SELECT "case", ${text} AS key FROM ${r[of]} WHERE ${sql} IS NOT NULL`;
}
