import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { timeSql } from '../csv/index.ts';
import { attributeColumn, literal, type Stage, STAGE_SQL, type StageAttribute, type StageType } from '../stage/model.ts';
import { type FlatReport, finding, type OcelFinding, type OcelReport, type OcelSide } from './model.ts';

/** More different texts than this are kept as texts: codes would only make a second copy of them. */
const MOST_CODES = 50_000;

/** Attributes that flattening adds to each event: which event it was, and how it concerns the object. */
export const EVENT_ID = 'ocel:event';
const QUALIFIER = 'ocel:qualifier';

/** A flattened log in the stage tables of the connection. */
export interface Flattened {
  readonly stage: Stage;
  readonly flat: FlatReport;
  /** Values that are not of their declared type, left out. */
  readonly findings: readonly OcelFinding[];
}

export interface FlattenOptions extends RunOptions {
  /** An increment may concern no object of the type. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Flattens the log that `readOcel` left by an object type into the stage tables: a case for each object of the type, and in it an event for each
 * event that concerns it, once however many qualifiers say so; values of the object's attributes are those of its first state.
 * Throws a Problem that lists the object types where there is none of this name, or where no event concerns one of its objects.
 */
export async function flatten(c: EngineConnection, report: OcelReport, objectType: string | undefined, file: string, { mayBeEmpty = false, ...options }: FlattenOptions = {}): Promise<Flattened> {
  refuseType(report, objectType, file);
  const run = (sql: string) => c.run(sql, [], options);
  await run(`CREATE TABLE flat_objects AS SELECT "row", id FROM ocel_objects WHERE type = ${literal(objectType)}`);
  await run(`CREATE TABLE flat_pairs AS SELECT row_number() OVER (ORDER BY event, object) - 1 AS "row", event, object, qualifier FROM
    (SELECT event, object, string_agg(qualifier, ', ' ORDER BY "row") AS qualifier FROM ocel_e2o WHERE object IN (SELECT "row" FROM flat_objects) GROUP BY event, object) ORDER BY 1`);
  const flat = await flatReport(c, objectType);
  if (flat.rows === 0 && !mayBeEmpty) throw problem('bad-input', { detail: `No event concerns an object of the type ${objectType}`, value: objectType, wanted: `another object type: ${typeList(report)}`, at: { file } });
  await run('CREATE TABLE stage_dictionary ("column" VARCHAR NOT NULL, code INTEGER NOT NULL, value VARCHAR NOT NULL)');
  const unreadable: OcelFinding[] = [];
  const events = await attributes(c, 'event', 'flat_pairs', run, unreadable);
  const cases = await attributes(c, 'object', 'flat_objects', run, unreadable);
  await stageTables(run, events, cases);
  const strip = ({ name, type }: StageAttribute): StageAttribute => ({ name, type });
  return {
    flat, findings: unreadable,
    stage: { columns: { lifecycle: false, resource: false, instance: false, start: false }, eventAttributes: [{ name: EVENT_ID, type: 'text' }, { name: QUALIFIER, type: 'code' }, ...events.map(strip)], caseAttributes: cases.map(strip) },
  };
}

function typeList({ objectTypes }: Pick<OcelReport, 'objectTypes'>): string {
  return Object.entries(objectTypes).map(([type, n]) => `${type} (${n})`).join(', ').slice(0, 400);
}

/**
 * Refuses an object type that the log does not have, or none at all.
 * @throws Problem `bad-input` that lists the object types with their objects
 */
export function refuseType(report: Pick<OcelReport, 'objectTypes'>, objectType: string | undefined, file: string): asserts objectType is string {
  if (objectType !== undefined && objectType in report.objectTypes) return;
  const types = typeList(report);
  if (objectType === undefined) throw problem('bad-input', { detail: 'An object-centric log has no cases of its own', value: `object types ${types}`, wanted: '--object-type TYPE: each object of that type is a case', at: { file } });
  throw problem('bad-input', { detail: 'There is no such object type', value: objectType, wanted: `one of: ${types}`, at: { file } });
}

async function flatReport(c: EngineConnection, objectType: string): Promise<FlatReport> {
  const [row] = await c.rows<Omit<FlatReport, 'objectType'>>(`SELECT (SELECT count(DISTINCT object) FROM flat_pairs) AS cases, count(*) AS events, coalesce(sum(n), 0)::BIGINT AS rows, count(*) FILTER (n > 1) AS shared, coalesce(max(n), 0) AS "mostCases",
    (SELECT count(*) FROM ocel_events) - count(*) AS "eventsOutside", (SELECT count(*) FROM flat_objects) - (SELECT count(DISTINCT object) FROM flat_pairs) AS "objectsWithoutEvents" FROM (SELECT count(*) AS n FROM flat_pairs GROUP BY event)`);
  return { objectType, ...row! };
}

interface FlatAttribute extends StageAttribute {
  /** As the file has it; `name` differs where another differs from it only in case. */
  readonly key: string;
  readonly sql: string;
}

/** Settles the attributes of the events or objects in `from`: their types, their dictionaries, and values that are not of their type. */
async function attributes(c: EngineConnection, side: OcelSide, from: string, run: (sql: string) => Promise<number>, unreadable: OcelFinding[]): Promise<FlatAttribute[]> {
  const owner = side === 'event' ? 'event' : '"row"';
  // An object has its first state: at the earliest time, and there what the file says last of it.
  await run(`CREATE TABLE flat_${side}_values AS SELECT ${side} AS owner, name, ${side === 'event' ? 'arg_min(value, "row")' : `arg_min(value, (coalesce(epoch_us("time"), -9e18)::DOUBLE, "row"))`} AS value, min("row") AS "row" FROM ocel_${side}_values WHERE ${side} IN (SELECT ${owner} FROM ${from}) GROUP BY ALL`);
  const found = await c.rows<{ key: string; types: string[]; different: number }>(`SELECT v.name AS key, (SELECT list_sort(list(DISTINCT lower(t.value_type))) FROM ocel_raw_types t JOIN (SELECT DISTINCT type FROM ocel_${side}s WHERE "row" IN (SELECT ${owner} FROM ${from})) u ON u.type = t.type WHERE t.side = '${side}' AND t.attribute = v.name) AS types, approx_count_distinct(value) AS different FROM flat_${side}_values v GROUP BY v.name ORDER BY min(v."row")`);
  const taken = new Set<string>([EVENT_ID, QUALIFIER]);
  const all: FlatAttribute[] = [];
  for (const { key, types, different } of found) {
    const type = stageType(types ?? [], different);
    const value = typed(type);
    if (value !== null) {
      const [bad] = await c.rows<{ n: number; example: string | null }>(`SELECT count(*) AS n, first(value ORDER BY "row") AS example FROM flat_${side}_values WHERE name = ${literal(key)} AND value <> '' AND ${value} IS NULL`);
      if (bad !== undefined && bad.n > 0) unreadable.push(finding('value-unreadable', bad.n, bad.example, `${key} (${type})`));
    }
    all.push({ key, type, name: unique(key, taken), sql: value ?? 'value' });
  }
  return all;
}

function stageType(declared: readonly string[], different: number): StageType {
  const types = new Set(declared.map((t) => (/^(integer|int|bigint)/.test(t) ? 'integer' : /^(float|real|double|numeric|decimal)/.test(t) ? 'double' : t.startsWith('bool') ? 'boolean' : /^(time|date|timestamp|datetime)/.test(t) ? 'timestamp' : 'text')));
  if (types.size === 2 && types.has('integer') && types.has('double')) return 'double';
  const [only] = types;
  return types.size !== 1 || only === 'text' ? (different > MOST_CODES ? 'text' : 'code') : (only as StageType);
}

/** SQL of a value of this type; null for texts. */
function typed(type: StageType): string | null {
  if (type === 'integer') return 'CASE WHEN regexp_matches(value, \'^\\s*[+-]?[0-9]+(\\.0*)?\\s*$\') THEN try_cast(value AS BIGINT) END';
  if (type === 'double') return 'try_cast(value AS DOUBLE)';
  if (type === 'boolean') return "CASE lower(value) WHEN 'true' THEN true WHEN 'false' THEN false WHEN '1' THEN true WHEN '0' THEN false END";
  if (type !== 'timestamp') return null;
  const { local, offset } = timeSql('value', 'iso');
  return `make_timestamp(epoch_us(${local}) - coalesce(${offset}, 0)::BIGINT * 60000000)`;
}

/** The engine does not tell names apart by their case. */
function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

async function stageTables(run: (sql: string) => Promise<number>, events: readonly FlatAttribute[], cases: readonly FlatAttribute[]): Promise<void> {
  await run(`CREATE TABLE flat_rows AS SELECT p."row", p.event, p.object, o.id AS "case", e.type AS activity, e."time", e."offset", e.id AS event_id, p.qualifier FROM flat_pairs p JOIN ocel_events e ON e."row" = p.event JOIN ocel_objects o ON o."row" = p.object ORDER BY p."row"`);
  await coded(run, 'case', 'flat_rows', '"case"', 'true');
  await coded(run, 'activity', 'flat_rows', 'activity', 'true');
  await coded(run, `@${QUALIFIER}`, 'flat_rows', 'qualifier', 'qualifier IS NOT NULL');
  for (const [side, list] of [['event', events], ['object', cases]] as const) for (const a of list) if (a.type === 'code') await coded(run, `@${a.name}`, `flat_${side}_values`, 'value', `name = ${literal(a.key)}`);
  const code = (column: string, value: string) => `LEFT JOIN (SELECT code, value FROM stage_dictionary WHERE "column" = ${literal(column)}) d_${value} ON d_${value}.value = r.${value}`;
  await wide(run, 'event', events);
  await wide(run, 'object', cases);
  await run(`CREATE TABLE stage_events AS SELECT r."row", d_case.code AS "case", d_activity.code AS activity, r."time", r."offset", NULL::INTEGER AS lifecycle, NULL::INTEGER AS resource, NULL::INTEGER AS instance, r.event_id AS ${attributeColumn(EVENT_ID)}, d_qualifier.code AS ${attributeColumn(QUALIFIER)}${events.map((a) => `, w.${attributeColumn(a.name)}`).join('')}
    FROM flat_rows r ${code('case', '"case"').replaceAll('d_"case"', 'd_case')} ${code('activity', 'activity')} ${code(`@${QUALIFIER}`, 'qualifier')} LEFT JOIN flat_event_wide w ON w.owner = r.event ORDER BY r."row"`);
  await run(`CREATE TABLE stage_cases AS SELECT d.code AS "case"${cases.map((a) => `, w.${attributeColumn(a.name)}`).join('')} FROM flat_objects o JOIN stage_dictionary d ON d."column" = 'case' AND d.value = o.id LEFT JOIN flat_object_wide w ON w.owner = o."row" ORDER BY o."row"`);
  for (const table of ['flat_rows', 'flat_pairs', 'flat_objects', 'flat_event_values', 'flat_object_values', 'flat_event_wide', 'flat_object_wide']) await run(`DROP TABLE ${table}`);
}

/** Codes of the texts of a column, in the order of first use. */
async function coded(run: (sql: string) => Promise<number>, column: string, from: string, value: string, where: string): Promise<void> {
  await run(`INSERT INTO stage_dictionary SELECT ${literal(column)}, row_number() OVER (ORDER BY first) - 1, v FROM (SELECT ${value} AS v, min("row") AS first FROM ${from} WHERE ${where} GROUP BY v) ORDER BY 2`);
}

/** A row an owner with a column for each attribute. */
async function wide(run: (sql: string) => Promise<number>, side: OcelSide, list: readonly FlatAttribute[]): Promise<void> {
  const columns = list.map((a) => `, CAST(max(${a.type === 'code' ? 'd.code' : `(${a.sql.replaceAll(/\bvalue\b/g, 'v.value')})`}) FILTER (WHERE v.name = ${literal(a.key)}) AS ${STAGE_SQL[a.type]}) AS ${attributeColumn(a.name)}`).join('');
  const names = list.filter((a) => a.type === 'code').map((a) => `WHEN ${literal(a.key)} THEN ${literal(`@${a.name}`)}`);
  const join = names.length === 0 ? '' : `LEFT JOIN stage_dictionary d ON d."column" = CASE v.name ${names.join(' ')} END AND d.value = v.value`;
  await run(`CREATE TABLE flat_${side}_wide AS SELECT v.owner${columns} FROM flat_${side}_values v ${join} GROUP BY v.owner`);
}
