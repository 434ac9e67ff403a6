import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { literal } from '../stage/model.ts';
import { PartWriter } from './files.ts';
import type { DatasetVersion, ObjectParts, ObjectTable } from './manifest.ts';
import { countObjects, objectRelations, type ObjectRelations, selectRows } from './object-parts.ts';
import { relations } from './relations.ts';

/** SQL of the rows of what stays once the cases without an event since `at` are dropped; the two queries are used by name. */
function stays({ manifest }: DatasetVersion, objects: ObjectParts, from: ObjectRelations, dir: string, at: string): { events: string; objects: string } {
  const cases = `(SELECT o."row", k."last" < ${at} AS old FROM ${relations({ id: '', manifest, dir }).cases} k JOIN ${from.objects} o ON o.id = k.id AND o.type = ${literal(objects.flattenedBy)})`;
  const events = `SELECT "row" FROM ${from.events} WHERE "time" >= ${at} OR "row" IN (SELECT r.event FROM ${from.relations} r JOIN ${cases} k ON k."row" = r.object WHERE NOT k.old)`;
  const met = `SELECT DISTINCT object FROM ${from.relations} WHERE event IN (SELECT "row" FROM stay_events) AND object NOT IN (SELECT "row" FROM ${cases} WHERE old)`;
  // What no event ever concerned has no age of its own: it stays with what it is related to.
  const still = `SELECT "row" FROM ${from.objects} WHERE "row" NOT IN (SELECT object FROM ${from.relations}) AND "row" IN (SELECT o.target FROM ${from.objectRelations} o JOIN (${met}) m ON m.object = o.source UNION SELECT o.source FROM ${from.objectRelations} o JOIN (${met}) m ON m.object = o.target)`;
  return { events, objects: `${met} UNION ${still}` };
}

const instant = (before: Date): string => `make_timestamp(${before.getTime() * 1000})`;

/** How many events of the objects of a version go with its old cases, or concern no case and are from before `before`. */
export async function expiredObjectEvents(c: EngineConnection, version: DatasetVersion, before: Date, options: RunOptions = {}): Promise<number> {
  const { objects } = version.manifest;
  if (objects === undefined) return 0;
  const from = objectRelations(version.dir, objects.parts);
  const [left] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM (${stays(version, objects, from, version.dir, instant(before)).events})`, [], options);
  return objects.counts.events - (left?.n ?? 0);
}

/**
 * The objects of a version without its old cases: their objects, the events that only these concern, and everything that was said of either are not
 * in the parts any more. Nothing is written where no case (`oldCases`) and no event goes.
 */
export async function withoutOldObjects(c: EngineConnection, version: DatasetVersion, before: Date, oldCases: number, options: RunOptions = {}): Promise<ObjectParts | undefined> {
  const { dir, manifest: { objects } } = version;
  if (objects === undefined || (oldCases === 0 && (await expiredObjectEvents(c, version, before, options)) === 0)) return objects;
  const from = objectRelations(dir, objects.parts);
  const keep = stays(version, objects, from, dir, instant(before));
  await c.run(`CREATE OR REPLACE TEMP TABLE stay_events AS ${keep.events}`, [], options);
  await c.run(`CREATE OR REPLACE TEMP TABLE stay_objects AS SELECT object AS "row" FROM (${keep.objects})`, [], options);
  const event = (column: string) => `${column} IN (SELECT "row" FROM stay_events)`, object = (column: string) => `${column} IN (SELECT "row" FROM stay_objects)`;
  const where: Readonly<Record<ObjectTable, string>> = {
    events: event('"row"'), objects: object('"row"'), relations: `${event('event')} AND ${object('object')}`, objectRelations: `${object('source')} AND ${object('target')}`,
    eventValues: event('event'), objectValues: object('object'), types: 'true',
  };
  const writer = new PartWriter(dir, options.signal);
  const parts = { ...objects.parts };
  for (const name of Object.keys(where) as ObjectTable[]) {
    if (name === 'types') continue;
    const part = await (await writer.write(c, selectRows(from, name, where[name]))).part;
    parts[name] = part.rows === 0 ? [] : [part];
  }
  return { flattenedBy: objects.flattenedBy, ...(objects.personal === undefined ? {} : { personal: objects.personal }), parts, ...(await countObjects(c, objectRelations(dir, parts), options)) };
}
