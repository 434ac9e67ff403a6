import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { enoughPeople, type Pseudonymiser } from '../../../platform/personal/index.ts';
import { isPersonName } from '../person-names.ts';
import { literal } from '../stage/model.ts';
import type { FindingCode, OcelFinding } from './model.ts';
import { TEXTS } from './raw-tables.ts';

/** Object types whose objects are people, and attributes whose values are. */
export interface OcelPersons {
  readonly objectTypes: readonly string[];
  readonly attributes: readonly string[];
}

/** How the persons of a log are hidden while it is read; those of the usual names where none are said. */
export interface HidePersons {
  readonly persons: OcelPersons | undefined;
  readonly pseudonym: Pseudonymiser;
}

export interface HiddenPersons {
  readonly persons: OcelPersons;
  readonly values: readonly { readonly original: string; readonly pseudonym: string }[];
}

/**
 * Refuses cases that are people.
 * @throws Problem `bad-input`
 */
export function refusePersonType(persons: OcelPersons, objectType: string, file: string): void {
  if (persons.objectTypes.includes(objectType)) throw problem('bad-input', { detail: 'Objects of this type are people, and a person is not a case', value: objectType, wanted: 'another object type; or, where the type is not of people, personal object types without it', at: { file, path: 'objectType' } });
}

/**
 * The people of a log with these object types, as far as they are told by type.
 * @example personTypes(undefined, ['order', 'employees']) // ['employees']
 */
export function personTypes(persons: OcelPersons | undefined, objectTypes: readonly string[]): string[] {
  return objectTypes.filter((t) => (persons === undefined ? isPersonName(t) : persons.objectTypes.includes(t)));
}

/**
 * The object types whose counts may be shown: not those of fewer than five people.
 * @example shownTypes([{ name: 'order', objects: 3 }, { name: 'employee', objects: 3 }], { objectTypes: ['employee'], attributes: [] }) // [{ name: 'order', objects: 3 }]
 */
export function shownTypes<T extends { readonly name: string; readonly objects: number }>(types: readonly T[], persons: OcelPersons | undefined): T[] {
  return types.filter((t) => persons?.objectTypes.includes(t.name) !== true || enoughPeople(t.objects));
}

/**
 * Names among these that are to be people, as said or else by the usual names, and whose people were not hidden when the log was read.
 * @example stillOpen({ objectTypes: ['order', 'employee'], attributes: ['user'] }, undefined, { objectTypes: ['employee'], attributes: [] }) // ['user']
 */
export function stillOpen(names: OcelPersons, said: OcelPersons | undefined, hidden: OcelPersons | undefined): string[] {
  const open = (of: keyof OcelPersons) => names[of].filter((n) => (said === undefined ? isPersonName(n) : said[of].includes(n)) && hidden?.[of].includes(n) !== true);
  return [...new Set([...open('objectTypes'), ...open('attributes')])];
}

/**
 * Puts pseudonyms in the place of the ids and values of people in the raw tables, before anything is made of them: ids of objects of their types wherever
 * they stand, every value of such objects, and values of their attributes. `known` are objects that the file may refer to, hidden already.
 */
export async function hidePersons(c: EngineConnection, { persons, pseudonym }: HidePersons, known: string | undefined): Promise<HiddenPersons> {
  const texts = async (sql: string) => (await c.rows<{ x: string }>(`SELECT DISTINCT x FROM (${sql}) WHERE x IS NOT NULL AND x <> '' ORDER BY x`)).map((r) => r.x);
  const { object: objectIds, word: words } = TEXTS;
  const wordsOf = (column: string, table: string) => `SELECT text AS x FROM ${words} WHERE code IN (SELECT ${column} FROM ${table})`;
  const fromKnown = known === undefined ? '' : ` UNION ALL SELECT type FROM ${known}`;
  const objectTypes = personTypes(persons, await texts(`${wordsOf('type', 'ocel_raw_objects')} UNION ALL SELECT type FROM ocel_raw_types WHERE side = 'object'${fromKnown}`));
  const attributes = (await texts(`SELECT attribute AS x FROM ocel_raw_types UNION ALL ${wordsOf('name', 'ocel_raw_event_values')} UNION ALL ${wordsOf('name', 'ocel_raw_object_values')}`)).filter((n) => (persons === undefined ? isPersonName(n) : persons.attributes.includes(n)));
  const ofType = `type IN (${list(objectTypes)})`, coded = (names: readonly string[]) => `(SELECT code FROM ${words} WHERE text IN (${list(names)}))`, named = `name IN ${coded(attributes)}`;
  const ids = await texts(`SELECT text AS x FROM ${objectIds} WHERE code IN (SELECT id FROM ocel_raw_objects WHERE type IN ${coded(objectTypes)})`);
  if (known !== undefined && objectTypes.length > 0) {
    const hidden = new Set(await texts(`SELECT id AS x FROM ${known} WHERE ${ofType}`));
    const own = new Set(ids);
    ids.push(...(await texts(`SELECT text AS x FROM ${objectIds}`)).filter((id) => !own.has(id) && hidden.has(pseudonym(id))));
  }
  await put(c, 'person_ids', ids, pseudonym);
  const theirs = `(${named} OR id IN (SELECT code FROM ${objectIds} JOIN person_ids ON original = text))`;
  const values = await texts(`SELECT value AS x FROM ocel_raw_event_values WHERE ${named} UNION ALL SELECT value FROM ocel_raw_object_values WHERE ${theirs}`);
  await put(c, 'person_values', values, pseudonym);
  await c.run(`UPDATE ocel_raw_event_values SET value = p.pseudonym FROM person_values p WHERE p.original = value AND ${named}`);
  await c.run(`UPDATE ocel_raw_object_values SET value = p.pseudonym FROM person_values p WHERE p.original = value AND ${theirs}`);
  await c.run(`UPDATE ${objectIds} SET text = p.pseudonym FROM person_ids p WHERE p.original = text`);
  await c.run(`UPDATE ocel_raw_types SET value_type = 'string' WHERE attribute IN (${list(attributes)}) OR (side = 'object' AND ${ofType} AND attribute IS NOT NULL)`);
  for (const table of ['person_ids', 'person_values']) await c.run(`DROP TABLE ${table}`);
  return { persons: { objectTypes, attributes }, values: [...new Set([...ids, ...values])].map((original) => ({ original, pseudonym: pseudonym(original) })) };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'NULL' : names.map(literal).join(', ');
}

async function put(c: EngineConnection, table: string, originals: readonly string[], pseudonym: Pseudonymiser): Promise<void> {
  await c.run(`CREATE TABLE ${table} (original VARCHAR NOT NULL, pseudonym VARCHAR NOT NULL)`);
  const appender = await c.appender(table);
  for (let i = 0; i < originals.length; i += 65_536) {
    const part = originals.slice(i, i + 65_536);
    appender.append(part.length, [{ name: 'original', data: part }, { name: 'pseudonym', data: part.map(pseudonym) }]);
  }
  appender.close();
}

/** What may be quoted of an object or value that nobody could tell to be a person or not. */
const QUOTING: ReadonlySet<FindingCode> = new Set<FindingCode>(['id-cast', 'id-inexact', 'value-inexact', 'element-unknown', 'attribute-without-name', 'value-nested', 'value-not-text', 'object-without-type', 'object-value-dangling', 'relation-event-dangling', 'relation-object-dangling', 'object-relation-dangling']);

/** The findings of a log with people, without quotations that may be names. */
export function withoutNames(findings: readonly OcelFinding[], { objectTypes, attributes }: OcelPersons): OcelFinding[] {
  return findings.map((f) => (objectTypes.length + attributes.length > 0 && QUOTING.has(f.code) ? { ...f, example: null } : f));
}
