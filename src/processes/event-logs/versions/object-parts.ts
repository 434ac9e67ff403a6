import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { type OcelPersons, stillOpen } from '../ocel/index.ts';
import { finding, type OcelFinding } from '../ocel/model.ts';
import { literal } from '../stage/model.ts';
import { type PartWriter, partPath } from './files.ts';
import type { Manifest, ObjectParts, ObjectTable, PartRef } from './manifest.ts';

/** The tables of an object-centric log as `readOcel` leaves them, and as a version keeps them: name, columns with their types, and order. */
const TABLES: Readonly<Record<ObjectTable, { readonly table: string; readonly columns: Readonly<Record<string, string>>; readonly order: string }>> = {
  events: { table: 'ocel_events', columns: { '"row"': 'INTEGER', 'id': 'VARCHAR', 'type': 'VARCHAR', '"time"': 'TIMESTAMP', '"offset"': 'SMALLINT' }, order: '"row"' },
  objects: { table: 'ocel_objects', columns: { '"row"': 'INTEGER', 'id': 'VARCHAR', 'type': 'VARCHAR' }, order: '"row"' },
  relations: { table: 'ocel_e2o', columns: { 'event': 'INTEGER', 'object': 'INTEGER', 'qualifier': 'VARCHAR', '"row"': 'BIGINT' }, order: 'event, "row"' },
  objectRelations: { table: 'ocel_o2o', columns: { source: 'INTEGER', target: 'INTEGER', qualifier: 'VARCHAR' }, order: 'source, target, qualifier' },
  eventValues: { table: 'ocel_event_values', columns: { 'event': 'INTEGER', 'name': 'VARCHAR', 'value': 'VARCHAR', '"row"': 'BIGINT' }, order: '"row"' },
  objectValues: { table: 'ocel_object_values', columns: { 'object': 'INTEGER', 'name': 'VARCHAR', '"time"': 'TIMESTAMP', 'value': 'VARCHAR', '"row"': 'BIGINT' }, order: '"row"' },
  types: { table: 'ocel_raw_types', columns: { side: 'VARCHAR', type: 'VARCHAR', attribute: 'VARCHAR', value_type: 'VARCHAR' }, order: 'side, type, attribute, value_type' },
};
const NAMES = Object.keys(TABLES) as ObjectTable[];

/** SQL relations of an object-centric log, each to be put after FROM. */
export type ObjectRelations = Readonly<Record<ObjectTable, string>>;

/** The relations of the tables that `readOcel` left on a session. */
const stagedObjects: ObjectRelations = Object.fromEntries(NAMES.map((n) => [n, TABLES[n].table])) as ObjectRelations;

/** The relations of the parts of a version. */
export function objectRelations(dir: string, parts: ObjectParts['parts']): ObjectRelations {
  const relation = (name: ObjectTable) => {
    const { columns } = TABLES[name];
    if (parts[name].length === 0) return `(SELECT ${Object.entries(columns).map(([n, type]) => `NULL::${type} AS ${n}`).join(', ')} WHERE false)`;
    return `read_parquet([${parts[name].map((p) => literal(partPath(dir, p.sha256))).join(', ')}])`;
  };
  return Object.fromEntries(NAMES.map((n) => [n, relation(n)])) as ObjectRelations;
}

/** A query of the rows of a table that fulfil a condition, in its order. */
export function selectRows(from: ObjectRelations, name: ObjectTable, where = 'true'): string {
  return `SELECT ${name === 'types' ? 'DISTINCT ' : ''}${Object.keys(TABLES[name].columns).join(', ')} FROM ${from[name]} WHERE ${where} ORDER BY ${TABLES[name].order}`;
}

/** Makes views on a session, named as `readOcel` names its tables, of the objects of a version. */
export async function openObjects(c: EngineConnection, dir: string, objects: ObjectParts): Promise<void> {
  const from = objectRelations(dir, objects.parts);
  for (const n of NAMES) await c.run(`CREATE VIEW ${TABLES[n].table} AS SELECT * FROM ${from[n]}`);
}

/** Object types and attributes of a version that are to be people, as said or else by their names, and that it has as its files have them. */
export function openNames({ objects, eventAttributes, caseAttributes }: Manifest, said: OcelPersons | undefined): string[] {
  return objects === undefined ? [] : stillOpen({ objectTypes: objects.types.map((t) => t.name), attributes: [...eventAttributes, ...caseAttributes].map((a) => a.name) }, said, objects.personal);
}

export interface WrittenObjects {
  readonly objects: ObjectParts;
  /** Rows that the version before did not have. */
  readonly fresh: number;
  /** What the file says otherwise than the version before. */
  readonly findings: readonly OcelFinding[];
}

/** Where the objects are written, and what they are added to. */
export interface ObjectOrder {
  readonly dir: string;
  readonly parts: PartWriter;
  readonly base: ObjectParts | undefined;
}

/**
 * Writes the object-centric log that `readOcel` left on the session as parts, and drops its tables. Added to a version it writes what is new as
 * further parts: an event or object of an id that is known stays as it is there, and new relations and values may refer to it.
 */
export async function writeObjects(c: EngineConnection, flattenedBy: string, { dir, parts, base }: ObjectOrder, options: RunOptions = {}): Promise<WrittenObjects> {
  const queries = base === undefined ? wholeTables() : await increment(c, objectRelations(dir, base.parts), options);
  const findings = base === undefined ? [] : await conflicts(c, objectRelations(dir, base.parts), options);
  const written: Partial<Record<ObjectTable, PartRef[]>> = {};
  let fresh = 0;
  for (const n of NAMES) {
    const part = await (await parts.write(c, queries[n])).part;
    if (n !== 'types') fresh += part.rows;
    written[n] = [...(base?.parts[n] ?? []), ...(part.rows === 0 ? [] : [part])];
  }
  for (const table of [...NAMES.map((n) => TABLES[n].table), 'new_events', 'new_objects']) await c.run(`DROP TABLE IF EXISTS ${table}`, [], options);
  const all = written as ObjectParts['parts'];
  return { objects: { flattenedBy, parts: all, ...(await countObjects(c, objectRelations(dir, all), options)) }, fresh, findings };
}

function wholeTables(): Record<ObjectTable, string> {
  return Object.fromEntries(NAMES.map((n) => [n, selectRows(stagedObjects, n)])) as Record<ObjectTable, string>;
}

/** Queries of what a version does not have; its numbers of events and objects go on. */
async function increment(c: EngineConnection, old: ObjectRelations, options: RunOptions): Promise<Record<ObjectTable, string>> {
  for (const side of ['events', 'objects'] as const) {
    await c.run(`CREATE TABLE new_${side} AS SELECT s."row" AS staged, o."row" IS NULL AS fresh, coalesce(o."row", x.most + sum((o."row" IS NULL)::INTEGER) OVER (ORDER BY s."row"))::INTEGER AS "row"
      FROM ${TABLES[side].table} s LEFT JOIN (SELECT id, min("row") AS "row" FROM ${old[side]} GROUP BY id) o ON o.id = s.id CROSS JOIN (SELECT coalesce(max("row"), -1) AS most FROM ${old[side]}) x`, [], options);
  }
  const [{ most } = { most: 0 }] = await c.rows<{ most: number }>(`SELECT greatest(${(['relations', 'eventValues', 'objectValues'] as const).map((n) => `(SELECT coalesce(max("row"), -1) FROM ${old[n]})`).join(', ')})::BIGINT + 1 AS most`, [], options);
  const own = (side: 'events' | 'objects', columns: string) => `SELECT m."row", ${columns} FROM ${TABLES[side].table} s JOIN new_${side} m ON m.staged = s."row" WHERE m.fresh ORDER BY 1`;
  const unknown = (select: string, name: ObjectTable, keys: readonly string[]) => `SELECT n.* FROM (${select}) n WHERE NOT EXISTS (SELECT 1 FROM ${old[name]} o WHERE ${keys.map((k) => `o.${k} IS NOT DISTINCT FROM n.${k}`).join(' AND ')}) ORDER BY ${TABLES[name].order}`;
  return {
    events: own('events', 's.id, s.type, s."time", s."offset"'), objects: own('objects', 's.id, s.type'),
    relations: unknown(`SELECT e."row" AS event, o."row" AS object, s.qualifier, s."row" + ${most} AS "row" FROM ocel_e2o s JOIN new_events e ON e.staged = s.event JOIN new_objects o ON o.staged = s.object`, 'relations', ['event', 'object', 'qualifier']),
    objectRelations: unknown('SELECT a."row" AS source, b."row" AS target, s.qualifier FROM ocel_o2o s JOIN new_objects a ON a.staged = s.source JOIN new_objects b ON b.staged = s.target', 'objectRelations', ['source', 'target', 'qualifier']),
    eventValues: unknown(`SELECT e."row" AS event, s.name, s.value, s."row" + ${most} AS "row" FROM ocel_event_values s JOIN new_events e ON e.staged = s.event`, 'eventValues', ['event', 'name']),
    objectValues: unknown(`SELECT o."row" AS object, s.name, s."time", s.value, s."row" + ${most} AS "row" FROM ocel_object_values s JOIN new_objects o ON o.staged = s.object`, 'objectValues', ['object', 'name', '"time"', 'value']),
    types: unknown('SELECT DISTINCT side, type, attribute, value_type FROM ocel_raw_types', 'types', ['side', 'type', 'attribute', 'value_type']),
  };
}

/** Events and objects that the file has otherwise than the version: the version's stand. */
async function conflicts(c: EngineConnection, old: ObjectRelations, options: RunOptions): Promise<OcelFinding[]> {
  const found: OcelFinding[] = [];
  for (const [side, code, differs] of [['events', 'event-id-conflict', 's.type <> o.type OR s."time" <> o."time"'], ['objects', 'object-id-conflict', 's.type <> o.type']] as const) {
    const [row] = await c.rows<{ n: number; example: string | null }>(`SELECT count(*) AS n, first(s.id ORDER BY s."row") AS example FROM ${TABLES[side].table} s JOIN ${old[side]} o ON o.id = s.id WHERE ${differs}`, [], options);
    if (row !== undefined && row.n > 0) found.push(finding(code, row.n, row.example, 'the event log had it already'));
  }
  return found;
}

/** What an object-centric log holds, by type. */
export async function countObjects(c: EngineConnection, from: ObjectRelations, options: RunOptions = {}): Promise<Pick<ObjectParts, 'types' | 'counts'>> {
  const [n] = await c.rows<ObjectParts['counts']>(`SELECT (SELECT count(*) FROM ${from.events}) AS events, (SELECT count(*) FROM ${from.objects}) AS objects, (SELECT count(*) FROM ${from.relations}) AS relations`, [], options);
  const types = await c.rows<{ name: string; objects: number }>(`SELECT t.type AS name, count(o."row") AS objects FROM (SELECT type FROM ${from.types} WHERE side = 'object' UNION SELECT type FROM ${from.objects}) t LEFT JOIN ${from.objects} o ON o.type = t.type GROUP BY t.type ORDER BY objects DESC, name`, [], options);
  return { types, counts: n! };
}
