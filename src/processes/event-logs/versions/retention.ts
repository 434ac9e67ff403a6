import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { attributeColumn, literal, quoted } from '../stage/model.ts';
import { makeFolders, partPath, PartWriter, writeManifest } from './files.ts';
import type { OcelPersons } from '../ocel/index.ts';
import type { Counts, DatasetVersion, Manifest, PartRef } from './manifest.ts';
import { type ObjectRelations, objectRelations } from './object-parts.ts';
import { expiredObjectEvents, withoutOldObjects } from './object-retention.ts';
import { relations } from './relations.ts';

/** A version without its old cases. */
export interface Retained {
  /** Null where no case is left. */
  readonly version: DatasetVersion | null;
  readonly cases: number;
  readonly events: number;
}

const at = (instant: Date): string => `make_timestamp(${instant.getTime() * 1000})`;

/** How many cases of a version, and events of these, have had no event since `before`. */
export async function expired(c: EngineConnection, version: DatasetVersion, before: Date, options: RunOptions = {}): Promise<{ cases: number; events: number }> {
  const [row] = await c.rows<{ cases: number; events: number }>(`SELECT count(*) AS cases, coalesce(sum(events), 0)::BIGINT AS events FROM ${relations(version).cases} WHERE "last" < ${at(before)}`, [], options);
  return row ?? { cases: 0, events: 0 };
}

/** Whether a version holds what is to go: an old case, or an old event of its objects that concerns no case. */
export async function holdsOld(c: EngineConnection, version: DatasetVersion, before: Date, options: RunOptions = {}): Promise<boolean> {
  return (await expired(c, version, before, options)).cases > 0 || (await expiredObjectEvents(c, version, before, options)) > 0;
}

/**
 * Writes a version without the cases whose last event is before an instant, and without the values that only these had. Parts that hold
 * none of them are shared; the version given stays as it is until somebody destroys it.
 */
export async function withoutOldCases(c: EngineConnection, version: DatasetVersion, before: Date, options: RunOptions = {}): Promise<Retained> {
  const { manifest: m, dir } = version;
  await makeFolders(dir);
  const gone = await expired(c, version, before, options);
  if (gone.cases === m.counts.cases) return { version: null, ...gone };
  const objects = await withoutOldObjects(c, version, before, gone.cases, options);
  if (gone.cases === 0) return { version: objects === m.objects ? version : await writeManifest(dir, { ...m, parent: null, mode: 'replace', ...(objects === undefined ? {} : { objects }) }), ...gone };
  await c.run(`CREATE OR REPLACE TEMP TABLE old_cases AS SELECT "case" FROM ${relations(version).cases} WHERE "last" < ${at(before)}`, [], options);
  const rewrite = (parts: readonly PartRef[], order: string) => rewritten(c, version, parts, order, options);
  const events = await rewrite(m.events, '"case", "position"');
  const cases = await rewrite(m.cases, '"case"');
  const instances = m.instances === null ? null : await rewrite(m.instances, '"case", coalesce("start", complete), "row"');
  const base: DatasetVersion = { id: '', dir, manifest: { ...m, parent: null, mode: 'replace', events, cases, instances } };
  const part = async (sql: string) => (await somePart(c, dir, sql, 0, options));
  const r = relations(base);
  const variants = await part(`SELECT v.variant, v.activities, n.cases FROM ${r.variants} v JOIN (SELECT variant, count(*) AS cases FROM ${r.cases} GROUP BY variant) n USING (variant) ORDER BY v.variant`);
  const dictionary = await part(usedTexts(base));
  const draft: Manifest = { ...base.manifest, variants, dictionary, ...(objects === undefined ? {} : { objects }) };
  return { version: await writeManifest(dir, { ...draft, ...(await countsOf(c, { ...base, manifest: draft }, options)) }), ...gone };
}

/** The parts of one kind without the old cases: those without any stay, the rest is written again with every column of the version. */
async function rewritten(c: EngineConnection, { dir }: DatasetVersion, parts: readonly PartRef[], order: string, options: RunOptions): Promise<PartRef[]> {
  const file = (p: PartRef) => `read_parquet(${literal(partPath(dir, p.sha256))})`;
  const columnsOf = async (relation: string) => (await c.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${relation}`, [], options)).map((x) => ({ name: x.column_name, type: x.column_type }));
  const all = parts.length === 0 ? [] : await columnsOf(`read_parquet([${parts.map((p) => literal(partPath(dir, p.sha256))).join(', ')}], union_by_name = true)`);
  const out: PartRef[] = [];
  for (const p of parts) {
    const [{ n } = { n: 0 }] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${file(p)} WHERE "case" IN (SELECT "case" FROM old_cases)`, [], options);
    const own = new Set((await columnsOf(file(p))).map((x) => x.name));
    if (n === 0 && all.every((x) => own.has(x.name))) out.push(p);
    // A part may be the last that remains: it must then have every column, also those that came after it.
    else out.push(...(await somePart(c, dir, `SELECT ${all.map((x) => (own.has(x.name) ? quoted(x.name) : `NULL::${x.type} AS ${quoted(x.name)}`)).join(', ')} FROM ${file(p)} WHERE "case" NOT IN (SELECT "case" FROM old_cases) ORDER BY ${order}`, p.bucket, options)));
  }
  return out;
}

async function somePart(c: EngineConnection, dir: string, sql: string, bucket: number, { signal }: RunOptions): Promise<PartRef[]> {
  const { part: written } = await new PartWriter(dir, signal).write(c, sql, bucket);
  const part = await written;
  return part.rows === 0 ? [] : [part];
}

/** The dictionary with the texts that something left refers to; activities and lifecycle steps stay, they are no one's. */
function usedTexts(version: DatasetVersion): string {
  const { manifest: m } = version;
  const r = relations(version);
  const used = [
    ...['resource', 'instance'].map((column) => ({ column, sql: `SELECT DISTINCT ${column} AS code FROM ${r.events}` })),
    ...m.eventAttributes.filter((a) => a.type === 'code').map((a) => ({ column: `@${a.name}`, sql: `SELECT DISTINCT ${attributeColumn(a.name)} AS code FROM ${r.events}` })),
    ...m.caseAttributes.filter((a) => a.type === 'code').map((a) => ({ column: `@${a.name}`, sql: `SELECT DISTINCT ${attributeColumn(a.name)} AS code FROM ${r.cases}` })),
  ];
  const codes = used.map(({ column, sql }) => `SELECT ${literal(column)} AS "column", code FROM (${sql})`).join(' UNION ALL ');
  return `SELECT d."column", d.code, d.value FROM ${r.dictionary} d WHERE d."column" IN ('activity', 'lifecycle') OR (d."column", d.code) IN (SELECT ("column", code) FROM (${codes})) ORDER BY d."column", d.code`;
}

async function countsOf(c: EngineConnection, version: DatasetVersion, options: RunOptions): Promise<{ counts: Counts; firstEvent: number; lastEvent: number }> {
  const r = relations(version);
  const one = async <T>(sql: string): Promise<T> => (await c.rows<T>(sql, [], options))[0]!;
  const e = await one<{ events: number; activities: number; lo: number; hi: number }>(`SELECT count(*) AS events, count(DISTINCT activity) AS activities, epoch_us(min("time")) AS lo, epoch_us(max("time")) AS hi FROM ${r.events}`);
  const k = await one<{ cases: number; variants: number }>(`SELECT count(*) AS cases, count(DISTINCT variant) AS variants FROM ${r.cases}`);
  const i = await one<{ n: number; ends: number; starts: number }>(`SELECT count(*) AS n, count(*) FILTER ("start" IS NULL) AS ends, count(*) FILTER (complete IS NULL) AS starts FROM ${r.instances}`);
  return { counts: { events: e.events, cases: k.cases, activities: e.activities, variants: k.variants, instances: i.n, unpairedEnds: i.ends, unpairedStarts: i.starts }, firstEvent: e.lo, lastEvent: e.hi };
}

/** Queries of the pseudonyms that objects and their values are. */
function personsSql(from: ObjectRelations, { objectTypes, attributes }: OcelPersons): string[] {
  const list = (names: readonly string[]) => (names.length === 0 ? 'NULL' : names.map(literal).join(', '));
  const theirs = `SELECT "row" FROM ${from.objects} WHERE type IN (${list(objectTypes)})`;
  return [
    `SELECT id AS value FROM ${from.objects} WHERE type IN (${list(objectTypes)})`, `SELECT value FROM ${from.eventValues} WHERE name IN (${list(attributes)})`,
    `SELECT value FROM ${from.objectValues} WHERE name IN (${list(attributes)}) OR object IN (${theirs})`,
  ];
}

/** The pseudonyms that a version still holds. */
export async function pseudonymsIn(c: EngineConnection, version: DatasetVersion): Promise<string[]> {
  const { pseudonyms, objects } = version.manifest;
  const held = pseudonyms.length === 0 ? [] : [`SELECT value FROM ${relations(version).dictionary} WHERE "column" IN (${pseudonyms.map(literal).join(', ')})`];
  if (objects?.personal !== undefined) held.push(...personsSql(objectRelations(version.dir, objects.parts), objects.personal));
  return held.length === 0 ? [] : (await c.rows<{ value: string }>(`SELECT DISTINCT value FROM (${held.join(' UNION ALL ')})`)).map((r) => r.value);
}
