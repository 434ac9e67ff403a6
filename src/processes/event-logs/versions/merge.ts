import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { attributeColumn, literal, STAGE_SQL, type StageAttribute, type StageType } from '../stage/model.ts';
import { bucketSql, bucketsFor, type DatasetVersion, type Manifest } from './manifest.ts';
import { lifecycleKinds } from './instances.ts';
import { relations, sourceColumns } from './relations.ts';
import type { StagedLog } from './staged-log.ts';

/** What is to be written: which buckets, from which rows, in which columns. */
export interface Merge {
  readonly buckets: number;
  readonly touched: readonly number[];
  readonly columns: Manifest['columns'];
  readonly eventAttributes: readonly StageAttribute[];
  readonly caseAttributes: readonly StageAttribute[];
  /** The query of the source columns of a bucket's events. */
  readonly bucketQuery: (bucket: number) => string;
  /** Events that the parent had already. */
  readonly duplicates: number;
  readonly fresh: number;
  readonly arrival: Arrival;
}

/** How an increment met the version that it joins; all 0 where there was none. */
export interface Arrival {
  /** New events from before the newest that the version had. */
  readonly late: number;
  readonly newCases: number;
  /** Cases of the version that have new events. */
  readonly casesJoined: number;
}

export const noArrival: Arrival = { late: 0, newCases: 0, casesJoined: 0 };

export interface MergeOptions {
  readonly perBucket?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Prepares a version of the staged log alone: codes stay as staged; `v_ids` (case, id, bucket) and `v_codes` are made. */
export async function mergeNothing(c: EngineConnection, staged: StagedLog, { perBucket, signal }: MergeOptions): Promise<Merge> {
  const { stage } = staged;
  const run = (sql: string) => c.run(sql, [], { signal });
  const duplicates = await dropRepeatedIds(c, staged, signal);
  const buckets = bucketsFor(staged.events - duplicates, perBucket);
  await run(`CREATE TABLE v_ids AS SELECT code AS "case", value AS id, ${bucketSql('value', buckets)} AS bucket FROM stage_dictionary WHERE "column" = 'case'`);
  await run(`CREATE TABLE v_codes AS SELECT "column", code, value FROM stage_dictionary WHERE "column" <> 'case'`);
  await caseAttributes(c, staged, 'd.code', stage.caseAttributes, new Map(), signal);
  const columns = sourceColumns(stage.columns, stage.eventAttributes).join(', ');
  const kept = duplicates > 0 ? 'stage_events WHERE "row" NOT IN (SELECT "row" FROM v_repeated)' : 'stage_events';
  if (buckets > 1) {
    await run(`CREATE TABLE v_new AS SELECT e.*, v_ids.bucket FROM (SELECT ${columns} FROM ${kept}) e JOIN v_ids USING ("case")`);
    await staged.release(c);
  }
  return {
    buckets, touched: Array.from({ length: buckets }, (_, b) => b), columns: stage.columns, eventAttributes: stage.eventAttributes, caseAttributes: stage.caseAttributes, duplicates, fresh: staged.events - duplicates, arrival: noArrival,
    bucketQuery: (b) => (buckets > 1 ? `SELECT ${columns} FROM v_new WHERE bucket = ${b}` : `SELECT ${columns} FROM ${kept}`),
  };
}

/** Within one file the first event of an id counts. */
async function dropRepeatedIds(c: EngineConnection, { eventId, eventIdInCase = false }: StagedLog, signal: AbortSignal | undefined): Promise<number> {
  // Flattening makes one event of a case and an id.
  if (eventId === null || eventIdInCase) return 0;
  const id = attributeColumn(eventId);
  await c.run(`CREATE TABLE v_repeated AS SELECT "row" FROM (SELECT "row", row_number() OVER (PARTITION BY ${id} ORDER BY "row") AS n FROM stage_events WHERE ${id} IS NOT NULL) WHERE n > 1`, [], { signal });
  return (await c.rows<{ n: number }>('SELECT count(*) AS n FROM v_repeated'))[0]!.n;
}

/** Prepares a version of a parent and the staged log: codes and cases keep the parent's numbers, events that it has already fall away. */
export async function mergeInto(c: EngineConnection, parent: DatasetVersion, staged: StagedLog, { perBucket, signal }: MergeOptions): Promise<Merge> {
  const { manifest: m } = parent;
  const { stage } = staged;
  const run = (sql: string) => c.run(sql, [], { signal });
  const r = relations(parent);
  const eventTypes = unite(m.eventAttributes, stage.eventAttributes);
  const caseTypes = unite(m.caseAttributes, stage.caseAttributes);
  await codesForTexts(c, stage.eventAttributes, eventTypes, 'stage_events', signal);
  await codesForTexts(c, stage.caseAttributes, caseTypes, 'stage_cases', signal);
  await run(`CREATE TABLE v_map AS SELECT s."column", s.code AS staged, s.value, p.code IS NULL AS fresh, (coalesce(p.code, coalesce(x.most, -1) + sum((p.code IS NULL)::INTEGER) OVER (PARTITION BY s."column" ORDER BY s.code)))::INTEGER AS code
    FROM stage_dictionary s LEFT JOIN (SELECT "column", value, min(code) AS code FROM ${r.dictionary} GROUP BY 1, 2) p ON p."column" = s."column" AND p.value = s.value LEFT JOIN (SELECT "column", max(code) AS most FROM ${r.dictionary} GROUP BY 1) x ON x."column" = s."column" WHERE s."column" <> 'case'`);
  await run('CREATE TABLE v_codes AS SELECT "column", code, value FROM v_map WHERE fresh');
  await run(`CREATE TABLE v_case_map AS SELECT s.code AS staged, s.value AS id, p."case" IS NULL AS fresh, (coalesce(p."case", x.most + sum((p."case" IS NULL)::INTEGER) OVER (ORDER BY s.code)))::INTEGER AS "case"
    FROM (SELECT code, value FROM stage_dictionary WHERE "column" = 'case') s LEFT JOIN ${r.cases} p ON p.id = s.value CROSS JOIN (SELECT max("case") AS most FROM ${r.cases}) x`);
  const last = m.sources.at(-1)!;
  await run(newEventsSql(stage, eventTypes, last.firstRow + last.records, m.columns.start || stage.columns.start));
  const columns = { ...stage.columns, ...Object.fromEntries(Object.entries(m.columns).filter(([, used]) => used)) };
  const names = sourceColumns(columns, eventTypes);
  const duplicates = await dropKnown(c, parent, staged, names, eventTypes, signal);
  const { fresh, ...arrival } = await arrivalOf(c, m);
  const buckets = Math.max(m.buckets, bucketsFor(m.counts.events + fresh, perBucket));
  await run(`CREATE TABLE v_case_bucket AS SELECT "case", id, ${bucketSql('id', buckets)} AS bucket FROM v_case_map WHERE "case" IN (SELECT "case" FROM v_new)`);
  const rebuilt = buckets !== m.buckets || (m.instances === null && await hasStarts(c));
  const touched = rebuilt ? Array.from({ length: buckets }, (_, b) => b) : (await c.rows<{ b: number }>('SELECT DISTINCT bucket AS b FROM v_case_bucket ORDER BY b')).map((x) => x.b);
  const old = relations(parent, rebuilt ? undefined : touched);
  const some = touched.length > 0;
  await run(`CREATE TABLE v_ids AS SELECT "case", id, ${bucketSql('id', buckets)} AS bucket FROM ${some ? old.cases : '(SELECT NULL::INTEGER AS "case", NULL::VARCHAR AS id WHERE false)'} UNION ALL SELECT "case", id, bucket FROM v_case_bucket WHERE "case" NOT IN (SELECT "case" FROM ${r.cases})`);
  await caseAttributes(c, staged, 'cm."case"', caseTypes, new Map(stage.caseAttributes.map((a) => [a.name, a.type])), signal);
  await staged.release(c);
  if (m.caseAttributes.length > 0 && some) await keepCaseAttributes(c, m.caseAttributes, caseTypes, old.cases, signal);
  const oldColumns = oldColumnsSql(m, columns, eventTypes);
  if (buckets !== m.buckets) await run(`CREATE TABLE v_old AS SELECT ${oldColumns}, v_ids.bucket FROM ${r.events} e JOIN v_ids USING ("case")`);
  return {
    buckets, touched, columns, eventAttributes: eventTypes, caseAttributes: caseTypes, duplicates, fresh, arrival,
    bucketQuery: (b) => `SELECT ${names.join(', ')} FROM (SELECT ${oldColumns} FROM ${buckets === m.buckets ? relations(parent, [b]).events : `(SELECT * FROM v_old WHERE bucket = ${b})`} e) UNION ALL SELECT ${names.join(', ')} FROM v_new WHERE "case" IN (SELECT "case" FROM v_case_bucket WHERE bucket = ${b})`,
  };
}

/** Attributes of both, a type that holds the values of both. Text becomes what the parent made of it. */
function unite(old: readonly StageAttribute[], fresh: readonly StageAttribute[]): StageAttribute[] {
  const text = (t: StageType) => t === 'code' || t === 'text';
  for (const a of fresh) {
    const known = old.find((o) => o.name === a.name);
    if (known === undefined || known.type === a.type || (text(known.type) && text(a.type)) || (known.type === 'double' && a.type === 'integer')) continue;
    throw problem('bad-input', { detail: `The attribute “${a.name}” has another type than in the log that it is added to`, value: a.type, wanted: `${known.type}; state its type in the mapping, or replace the log` });
  }
  return [...old, ...fresh.filter((a) => !old.some((o) => o.name === a.name))];
}

async function codesForTexts(c: EngineConnection, fresh: readonly StageAttribute[], united: readonly StageAttribute[], table: string, signal: AbortSignal | undefined): Promise<void> {
  for (const a of fresh) {
    if (a.type !== 'text' || united.find((u) => u.name === a.name)?.type !== 'code') continue;
    const x = attributeColumn(a.name);
    await c.run(`INSERT INTO stage_dictionary SELECT ${literal(`@${a.name}`)}, row_number() OVER (ORDER BY v) - 1, v FROM (SELECT DISTINCT ${x} AS v FROM ${table} WHERE ${x} IS NOT NULL)`, [], { signal });
  }
}

function valueSql(a: StageAttribute, staged: StageType | undefined, n: string): { value: string; join: string } {
  const x = `e.${attributeColumn(a.name)}`;
  if (staged === undefined) return { value: `NULL::${STAGE_SQL[a.type]}`, join: '' };
  const isCode = staged === 'code';
  const map = ` LEFT JOIN (SELECT * FROM v_map WHERE "column" = ${literal(`@${a.name}`)}) ${n} ON ${n}.${isCode ? 'staged' : 'value'} = ${x}`;
  if (a.type === 'code') return { value: `${n}.code`, join: map };
  if (a.type === 'text' && isCode) return { value: `${n}.value`, join: map };
  return { value: `${x}::${STAGE_SQL[a.type]}`, join: '' };
}

function newEventsSql(stage: StagedLog['stage'], united: readonly StageAttribute[], firstRow: number, start: boolean): string {
  const joins: string[] = [];
  const role = (column: string) => {
    joins.push(` LEFT JOIN (SELECT staged, code FROM v_map WHERE "column" = '${column}') m_${column} ON m_${column}.staged = e.${column}`);
    return `m_${column}.code AS ${column}`;
  };
  const roles = ['activity', 'lifecycle', 'resource', 'instance'].map(role);
  const attributes = united.map((a, i) => {
    const { value, join } = valueSql(a, stage.eventAttributes.find((s) => s.name === a.name)?.type, `x${i}`);
    joins.push(join);
    return `, ${value} AS ${attributeColumn(a.name)}`;
  });
  const startSql = start ? `, ${stage.columns.start ? 'e."start"' : 'NULL::TIMESTAMP'} AS "start"` : '';
  return `CREATE TABLE v_new AS SELECT cm."case", e."time", e."offset", ${roles.join(', ')}${startSql}${attributes.join('')}, e."row" + ${firstRow} AS "row" FROM stage_events e JOIN v_case_map cm ON cm.staged = e."case"${joins.join('')}`;
}

/** The parent's events in the columns of both. */
function oldColumnsSql(m: Manifest, columns: Manifest['columns'], united: readonly StageAttribute[]): string {
  const known = new Set(m.eventAttributes.map((a) => a.name));
  return [
    'e."case"', 'activity', '"time"', '"offset"', 'lifecycle', 'resource', 'instance', ...(columns.start ? [m.columns.start ? '"start"' : 'NULL::TIMESTAMP AS "start"'] : []),
    ...united.map((a) => (known.has(a.name) ? attributeColumn(a.name) : `NULL::${STAGE_SQL[a.type]} AS ${attributeColumn(a.name)}`)), '"row"',
  ].join(', ');
}

/** An event is known by its mapped id, else by all its columns and its ordinal among equals in its file. */
async function dropKnown(c: EngineConnection, parent: DatasetVersion, { eventId, eventIdInCase = false }: StagedLog, names: readonly string[], united: readonly StageAttribute[], signal: AbortSignal | undefined): Promise<number> {
  const r = relations(parent);
  const known = new Set(parent.manifest.eventAttributes.map((a) => a.name));
  if (eventId !== null && known.has(eventId)) {
    const id = attributeColumn(eventId);
    const key = eventIdInCase ? `("case", ${id})` : id;
    const byId = await c.run(`DELETE FROM v_new WHERE "row" IN (SELECT "row" FROM (SELECT "row", row_number() OVER (PARTITION BY ${key} ORDER BY "row") AS n, ${key} AS id FROM v_new WHERE ${id} IS NOT NULL) WHERE n > 1 OR id IN (SELECT ${key} FROM ${r.events}))`, [], { signal });
    return byId + await dropEqual(c, parent, names, united, `${id} IS NULL`, signal);
  }
  return dropEqual(c, parent, names, united, 'true', signal);
}

/** Of the new events that fulfil `where`, those that equal one of the parent fall away, as many as it has of each. */
async function dropEqual(c: EngineConnection, parent: DatasetVersion, names: readonly string[], united: readonly StageAttribute[], where: string, signal: AbortSignal | undefined): Promise<number> {
  const r = relations(parent);
  const all = names.filter((n) => n !== '"row"');
  const old = `SELECT ${oldColumnsSql(parent.manifest, { ...parent.manifest.columns, start: names.includes('"start"') }, united)} FROM ${r.events} e WHERE "case" IN (SELECT "case" FROM v_new WHERE ${where})`;
  return c.run(`DELETE FROM v_new WHERE "row" IN (
    SELECT n."row" FROM (SELECT *, row_number() OVER (PARTITION BY ${all.join(', ')} ORDER BY "row") AS ordinal FROM v_new WHERE ${where}) n
    JOIN (SELECT ${all.join(', ')}, count(*) AS copies FROM (${old}) GROUP BY ALL) o ON n.ordinal <= o.copies AND ${all.map((x) => `n.${x} IS NOT DISTINCT FROM o.${x}`).join(' AND ')})`, [], { signal });
}

async function arrivalOf(c: EngineConnection, { lastEvent }: Manifest): Promise<Arrival & { readonly fresh: number }> {
  const [found] = await c.rows<Arrival & { fresh: number }>(`SELECT count(*) AS fresh, count(*) FILTER (e."time" < make_timestamp(${lastEvent})) AS late, count(DISTINCT e."case") FILTER (cm.fresh) AS "newCases", count(DISTINCT e."case") FILTER (NOT cm.fresh) AS "casesJoined"
    FROM v_new e JOIN (SELECT "case", bool_or(fresh) AS fresh FROM v_case_map GROUP BY 1) cm USING ("case")`);
  return found!;
}

async function hasStarts(c: EngineConnection): Promise<boolean> {
  return lifecycleKinds(await c.rows<{ code: number; value: string }>(`SELECT code, value FROM v_map WHERE "column" = 'lifecycle'`)) !== null;
}

/** `v_case_attributes`: of each staged case the first value of each attribute that is not null. */
async function caseAttributes(c: EngineConnection, { stage, caseOrder }: StagedLog, code: string, united: readonly StageAttribute[], types: ReadonlyMap<string, StageType>, signal: AbortSignal | undefined): Promise<void> {
  const remapped = code !== 'd.code';
  const joins: string[] = [];
  const values = united.map((a, i) => {
    const x = attributeColumn(a.name);
    if (!remapped) return `arg_min(e.${x}, e.${caseOrder}) FILTER (e.${x} IS NOT NULL) AS ${x}`;
    const { value, join } = valueSql(a, types.get(a.name), `x${i}`);
    joins.push(join);
    return `arg_min(${value}, e.${caseOrder}) FILTER (${value} IS NOT NULL) AS ${x}`;
  });
  const source = stage.caseAttributes.length === 0 ? '(SELECT NULL::INTEGER AS "case", 0 AS rowid, 0 AS "row" WHERE false)' : 'stage_cases';
  const key = remapped ? 'cm."case"' : 'e."case"';
  await c.run(`CREATE TABLE v_case_attributes AS SELECT ${[`${key} AS "case"`, ...values].join(', ')} FROM ${source} e${remapped ? ' JOIN v_case_map cm ON cm.staged = e."case"' : ''}${joins.join('')} GROUP BY ${key}`, [], { signal });
}

/** What the parent knew of a case stays; what it did not know is taken from the new file. */
async function keepCaseAttributes(c: EngineConnection, old: readonly StageAttribute[], united: readonly StageAttribute[], cases: string, signal: AbortSignal | undefined): Promise<void> {
  const known = new Set(old.map((a) => a.name));
  const values = united.map((a) => attributeColumn(a.name)).map((x, i) => (known.has(united[i]!.name) ? `coalesce(p.${x}, n.${x}) AS ${x}` : `n.${x} AS ${x}`));
  await c.run(`CREATE OR REPLACE TABLE v_case_attributes AS SELECT ${['coalesce(p."case", n."case") AS "case"', ...values].join(', ')} FROM ${cases} p FULL JOIN v_case_attributes n ON p."case" = n."case"`, [], { signal });
}
