import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { countable, timeSql, zoneSql } from '../csv/index.ts';
import { zoneUnsaid } from '../zone-unsaid.ts';
import { type FindingCode, finding, type OcelFinding, type OcelReport } from './model.ts';
import { TEXTS } from './raw-tables.ts';

/** Times without an offset, read in the zone; of these, moved out of a gap or taken as the earlier of two. */
export interface Zoneless {
  readonly times: number;
  readonly gaps: number;
  readonly ambiguous: number;
}

/** The zone of times that carry no offset; null: nobody said it, and such a time is refused. */
interface ZoneOfFile {
  readonly zone: string | null;
  readonly file: string;
}

/** SQL of the text behind a code in a row `x`. */
const eventId = (column: string) => `(SELECT text FROM ${TEXTS.event} WHERE code = x.${column})`;
const objectId = (column: string) => `(SELECT text FROM ${TEXTS.object} WHERE code = x.${column})`;
const word = (column: string) => `(SELECT text FROM ${TEXTS.word} WHERE code = x.${column})`;
const PLACE = `CASE WHEN x.line IS NULL THEN ${word('place')} ELSE 'line ' || x.line END`;

/**
 * Makes the log of what was staged: `ocel_events` (row, id, type, time, offset), `ocel_objects` (row, id, type), `ocel_e2o` (event, object,
 * qualifier; rows as numbers), `ocel_o2o`, `ocel_event_values`, `ocel_object_values`; and `stage_rejected` with each event that is in none.
 */
export async function settleOcel(c: EngineConnection, zone: ZoneOfFile, told: readonly OcelFinding[], options: RunOptions = {}): Promise<{ report: OcelReport; zoneless: Zoneless }> {
  const run = (sql: string) => c.run(sql, [], options);
  const findings = [...told];
  const note: Note = async (code, rows, example, place = PLACE) => {
    const [found] = await c.rows<{ n: number; first: number | null }>(`SELECT count(*) AS n, min("row") AS first FROM (${rows})`, [], options);
    if (found === undefined || found.n === 0) return;
    const [first] = await c.rows<{ example: string | null; place: string | null }>(`SELECT ${example} AS example, ${place} AS place FROM (${rows}) x WHERE x."row" = ${found.first} LIMIT 1`, [], options);
    findings.push(finding(code, found.n, first?.example ?? null, first?.place ?? null));
  };
  const zoneless = await settleEvents(c, zone, run, note);
  await settleObjects(run, note);
  await settleRelations(run, note);
  await settleValues(c, zone, run, note);
  await noteTypes(note);
  for (const table of Object.values(TEXTS)) await run(`DROP TABLE ${table}`);
  return { report: await reportOn(c, findings), zoneless };
}

type Run = (sql: string) => Promise<number>;
/** Counts the rows of a query with a column `row`, and quotes of the first, named x, what the SQL of an example and a place say. */
type Note = (code: FindingCode, rows: string, example: string, place?: string) => Promise<void>;

/** Adds columns `local` and `minutes` (its offset) to a relation with a text `time`, and says how to get the instant of them. */
async function instants(c: EngineConnection, run: Run, table: string, from: string, { zone, file }: ZoneOfFile): Promise<Zoneless> {
  const { local, offset } = timeSql('"time"', 'iso');
  await run(`CREATE TABLE ${table} AS SELECT *, ${countable('l')} AS local, CASE WHEN local IS NOT NULL THEN o END AS minutes, local AS instant FROM (SELECT *, ${local} AS l, ${offset} AS o FROM ${from})`);
  const [b] = await c.rows<{ n: number; lo: number | null; hi: number | null }>(`SELECT count(*) AS n, min(epoch_ms(local)) AS lo, max(epoch_ms(local)) AS hi FROM ${table} WHERE local IS NOT NULL AND minutes IS NULL`);
  if (zone === null) return refuseLocal(c, table, file);
  const own = zoneSql('local', zone, b?.lo ?? 0, b?.hi ?? 0);
  const times = b?.n ?? 0;
  const [n = { gaps: 0, ambiguous: 0 }] = times === 0 || zone === 'UTC' ? [] : await c.rows<{ gaps: number; ambiguous: number }>(`SELECT count(*) FILTER (${own.gap}) AS gaps, count(*) FILTER (${own.ambiguous}) AS ambiguous FROM ${table} WHERE local IS NOT NULL AND minutes IS NULL`);
  if (times > 0) await run(`UPDATE ${table} SET minutes = ${own.offset} WHERE local IS NOT NULL AND minutes IS NULL`);
  await run(`UPDATE ${table} SET instant = make_timestamp(epoch_us(local) - minutes::BIGINT * 60000000) WHERE minutes <> 0`);
  return { times, gaps: n.gaps, ambiguous: n.ambiguous };
}

/** Refuses the first time that carries no offset; the one that stands for the initial state of an object is no time of its own. */
async function refuseLocal(c: EngineConnection, table: string, file: string): Promise<Zoneless> {
  const [first] = await c.rows<{ time: string; line: number | null }>(`SELECT "time", line FROM ${table} WHERE local IS NOT NULL AND minutes IS NULL AND NOT (${INITIAL}) ORDER BY "row" LIMIT 1`);
  if (first !== undefined) throw zoneUnsaid({ value: first.time, of: 'the log', file, line: first.line ?? undefined });
  await c.run(`UPDATE ${table} SET minutes = 0 WHERE local IS NOT NULL AND minutes IS NULL`);
  await c.run(`UPDATE ${table} SET instant = make_timestamp(epoch_us(local) - minutes::BIGINT * 60000000) WHERE minutes <> 0`);
  return { times: 0, gaps: 0, ambiguous: 0 };
}

async function settleEvents(c: EngineConnection, zone: ZoneOfFile, run: Run, note: Note): Promise<Zoneless> {
  // In a database the time of an event stands in the table of its type.
  await run('CREATE TABLE ocel_times AS SELECT id, type, arg_min(time, "row") AS time, first(place) AS place FROM ocel_raw_times WHERE time IS NOT NULL GROUP BY id, type');
  const zoneless = await instants(c, run, 'ocel_timed', '(SELECT e."row", e.id, e.type, coalesce(e.time, t.time) AS "time", e.line, coalesce(t.place, e.place) AS place FROM ocel_raw_events e LEFT JOIN ocel_times t ON t.id = e.id AND t.type = e.type)', zone);
  await run(`CREATE TABLE ocel_judged AS SELECT *, CASE WHEN id IS NULL THEN 'event-without-id' WHEN type IS NULL THEN 'event-without-type' WHEN time IS NULL OR time = '' THEN 'event-without-time' WHEN local IS NULL THEN 'event-time-unreadable' END AS wrong FROM ocel_timed`);
  await run('CREATE TABLE ocel_firsts AS SELECT id, arg_min(type, "row") AS type, arg_min(instant, "row") AS instant, min("row") AS "row" FROM ocel_judged WHERE wrong IS NULL GROUP BY id HAVING count(*) > 1');
  await run(`UPDATE ocel_judged j SET wrong = CASE WHEN f.type = j.type AND f.instant = j.instant THEN 'event-id-repeated' ELSE 'event-id-conflict' END FROM ocel_firsts f WHERE f.id = j.id AND f."row" <> j."row" AND j.wrong IS NULL`);
  await run('CREATE TABLE ocel_numbered AS SELECT CAST(row_number() OVER (ORDER BY "row") - 1 AS INTEGER) AS "row", id, type, instant, minutes FROM ocel_judged WHERE wrong IS NULL');
  await run(`CREATE TABLE ocel_events AS SELECT n."row", i.text AS id, w.text AS type, n.instant AS "time", n.minutes::SMALLINT AS "offset" FROM ocel_numbered n JOIN ${TEXTS.event} i ON i.code = n.id JOIN ${TEXTS.word} w ON w.code = n.type ORDER BY 1`);
  for (const code of ['event-without-id', 'event-without-type', 'event-without-time', 'event-time-unreadable', 'event-id-conflict', 'event-id-repeated'] as const) {
    await note(code, `SELECT * FROM ocel_judged WHERE wrong = '${code}'`, `coalesce(${code === 'event-time-unreadable' ? 'x.time' : 'NULL'}, ${eventId('id')}, ${word('type')})`);
  }
  await note('event-row-repeated', 'SELECT t."row", t.id, t.place, NULL AS line FROM ocel_raw_times t SEMI JOIN ocel_raw_events e ON e.id = t.id AND e.type = t.type QUALIFY row_number() OVER (PARTITION BY t.id, t.type ORDER BY t."row") > 1', eventId('id'));
  await note('event-row-without-event', 'SELECT t."row", t.id, t.place, NULL AS line FROM ocel_raw_times t ANTI JOIN ocel_raw_events e ON e.id = t.id AND e.type = t.type', eventId('id'));
  await rejections(run);
  for (const table of ['ocel_raw_events', 'ocel_raw_times', 'ocel_times', 'ocel_timed', 'ocel_firsts']) await run(`DROP TABLE ${table}`);
  return zoneless;
}

/** Every event that the log does not have, one by one. */
async function rejections(run: Run): Promise<void> {
  await run('CREATE TABLE stage_rejected ("row" BIGINT, line BIGINT, what VARCHAR NOT NULL, reason VARCHAR NOT NULL, value VARCHAR, events BIGINT NOT NULL)');
  await run(`INSERT INTO stage_rejected SELECT row_number() OVER (ORDER BY x."row"), x.line, 'event', CASE x.wrong
    WHEN 'event-without-id' THEN 'the event has no id' WHEN 'event-without-type' THEN 'the event has no type' WHEN 'event-without-time' THEN 'the event has no time'
    WHEN 'event-time-unreadable' THEN 'the time cannot be read, or is not between the years 1685 and 2254' ELSE 'another event has the same id, with another type or time' END || coalesce(' (table ' || ${word('place')} || ')', ''),
    substr(CASE WHEN x.wrong = 'event-time-unreadable' THEN x.time ELSE coalesce(${eventId('id')}, ${word('type')}) END, 1, 200), 1 FROM (SELECT * FROM ocel_judged WHERE wrong IS NOT NULL AND wrong <> 'event-id-repeated') x`);
}

async function settleObjects(run: Run, note: Note): Promise<void> {
  await run('CREATE TABLE ocel_known AS SELECT CAST(row_number() OVER (ORDER BY first) - 1 AS INTEGER) AS "row", id, type, first, n FROM (SELECT id, arg_min(type, "row") AS type, min("row") AS first, count(*) AS n FROM ocel_raw_objects WHERE id IS NOT NULL AND type IS NOT NULL GROUP BY id)');
  await run(`CREATE TABLE ocel_objects AS SELECT k."row", i.text AS id, w.text AS type FROM ocel_known k JOIN ${TEXTS.object} i ON i.code = k.id JOIN ${TEXTS.word} w ON w.code = k.type ORDER BY 1`);
  const others = (same: string) => `SELECT r.* FROM ocel_raw_objects r JOIN ocel_known o ON o.id = r.id WHERE o.n > 1 AND r."row" <> o.first AND r.type ${same} o.type`;
  await note('object-without-id', 'SELECT * FROM ocel_raw_objects WHERE id IS NULL', word('type'));
  await note('object-without-type', 'SELECT * FROM ocel_raw_objects WHERE id IS NOT NULL AND type IS NULL', objectId('id'));
  await note('object-id-conflict', others('<>'), objectId('id'));
  await note('object-id-repeated', others('='), objectId('id'));
}

async function settleRelations(run: Run, note: Note): Promise<void> {
  await run('CREATE TABLE ocel_pairs AS SELECT r.event, r.object, r.qualifier, first(e."row") AS e, first(o."row") AS o, min(r."row") AS "row", count(*) AS n FROM ocel_raw_e2o r JOIN ocel_numbered e ON e.id = r.event JOIN ocel_known o ON o.id = r.object GROUP BY r.event, r.object, r.qualifier');
  await run(`CREATE TABLE ocel_e2o AS SELECT p.e AS event, p.o AS object, w.text AS qualifier, p."row" FROM ocel_pairs p LEFT JOIN ${TEXTS.word} w ON w.code = p.qualifier ORDER BY 1, 4`);
  const relation = (from: string, to: string) => `coalesce(${from}, '?') || ' → ' || coalesce(${to}, '?')`;
  const ofEvent = relation(eventId('event'), objectId('object')), ofObject = relation(objectId('source'), objectId('target'));
  // An event that is left out takes its relations with it.
  await note('relation-event-dangling', 'SELECT r.* FROM ocel_raw_e2o r ANTI JOIN ocel_judged e ON e.id = r.event', ofEvent);
  await note('relation-object-dangling', 'SELECT r.* FROM ocel_raw_e2o r SEMI JOIN ocel_judged e ON e.id = r.event ANTI JOIN ocel_known o ON o.id = r.object', ofEvent);
  const again = (table: string, pairs: string, a: string, b: string) => `SELECT r.* FROM ${table} r JOIN (SELECT * FROM ${pairs} WHERE n > 1) p ON p.${a} = r.${a} AND p.${b} = r.${b} AND p.qualifier IS NOT DISTINCT FROM r.qualifier AND p."row" <> r."row"`;
  await note('relation-repeated', again('ocel_raw_e2o', 'ocel_pairs', 'event', 'object'), ofEvent);
  await run('CREATE TABLE ocel_object_pairs AS SELECT r.source, r.target, r.qualifier, first(s."row") AS s, first(t."row") AS t, min(r."row") AS "row", count(*) AS n FROM ocel_raw_o2o r JOIN ocel_known s ON s.id = r.source JOIN ocel_known t ON t.id = r.target GROUP BY r.source, r.target, r.qualifier');
  await run(`CREATE TABLE ocel_o2o AS SELECT p.s AS source, p.t AS target, w.text AS qualifier FROM ocel_object_pairs p LEFT JOIN ${TEXTS.word} w ON w.code = p.qualifier`);
  await note('object-relation-dangling', 'SELECT r.* FROM ocel_raw_o2o r LEFT JOIN ocel_known s ON s.id = r.source LEFT JOIN ocel_known t ON t.id = r.target WHERE s.id IS NULL OR t.id IS NULL', ofObject);
  await note('object-relation-repeated', again('ocel_raw_o2o', 'ocel_object_pairs', 'source', 'target'), ofObject);
  for (const table of ['ocel_raw_e2o', 'ocel_raw_o2o', 'ocel_pairs', 'ocel_object_pairs', 'ocel_judged', 'ocel_raw_objects']) await run(`DROP TABLE ${table}`);
}

async function settleValues(c: EngineConnection, zone: ZoneOfFile, run: Run, note: Note): Promise<void> {
  await run(`CREATE TABLE ocel_event_values AS SELECT e."row" AS event, w.text AS name, v.value, v."row" FROM ocel_raw_event_values v JOIN ocel_numbered e ON e.id = v.id AND (v.type IS NULL OR v.type = e.type) JOIN ${TEXTS.word} w ON w.code = v.name`);
  await instants(c, run, 'ocel_timed_values', 'ocel_raw_object_values', zone);
  const named = `coalesce(${objectId('id')}, '?') || ': ' || ${word('name')}`;
  await note('object-value-dangling', 'SELECT v.* FROM ocel_timed_values v ANTI JOIN ocel_known o ON o.id = v.id', named);
  await note('object-value-time-unreadable', `SELECT * FROM ocel_timed_values WHERE time IS NOT NULL AND time <> '' AND local IS NULL`, 'x.time');
  await note('initial-state', `SELECT * FROM ocel_timed_values WHERE ${INITIAL}`, named);
  await run(`CREATE TABLE ocel_object_values AS SELECT o."row" AS object, w.text AS name, CASE WHEN ${INITIAL} THEN NULL ELSE v.instant END AS "time", v.value, v."row" FROM ocel_timed_values v JOIN ocel_known o ON o.id = v.id JOIN ${TEXTS.word} w ON w.code = v.name`);
  for (const table of ['ocel_raw_event_values', 'ocel_raw_object_values', 'ocel_timed_values', 'ocel_numbered', 'ocel_known']) await run(`DROP TABLE ${table}`);
}

/** Midnight of 1970-01-01 in any zone: writers turn it into their own. */
const INITIAL = `local BETWEEN TIMESTAMP '1969-12-31 12:00:00' AND TIMESTAMP '1970-01-01 14:00:00'`;

async function noteTypes(note: Note): Promise<void> {
  for (const side of ['event', 'object'] as const) {
    const declared = `(SELECT DISTINCT type FROM ocel_raw_types WHERE side = '${side}')`;
    await note(`${side}-type-undeclared`, `SELECT "row", type FROM ocel_${side}s WHERE type NOT IN ${declared}`, 'x.type', 'NULL');
    await note(`${side}-type-unused`, `SELECT row_number() OVER (ORDER BY type) AS "row", type FROM ${declared} WHERE type NOT IN (SELECT type FROM ocel_${side}s)`, 'x.type', 'NULL');
    await note('attribute-undeclared', `SELECT v."row", s.type || ': ' || v.name AS name FROM ocel_${side}_values v JOIN ocel_${side}s s ON s."row" = v.${side} ANTI JOIN (SELECT DISTINCT type, attribute FROM ocel_raw_types WHERE side = '${side}') t ON t.type = s.type AND t.attribute = v.name`, 'x.name', 'NULL');
  }
}

/** What the log on the connection holds, with what was found in reading it. */
export async function reportOn(c: EngineConnection, findings: readonly OcelFinding[]): Promise<OcelReport> {
  const counts = async (side: string) => Object.fromEntries((await c.rows<{ type: string; n: number }>(`SELECT t.type, count(s."row") AS n FROM (SELECT DISTINCT type FROM ocel_raw_types WHERE side = '${side}' UNION SELECT DISTINCT type FROM ocel_${side}s) t LEFT JOIN ocel_${side}s s ON s.type = t.type GROUP BY t.type ORDER BY n DESC, t.type`)).map((r) => [r.type, r.n]));
  const one = async (from: string) => (await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`))[0]!.n;
  return {
    events: await one('ocel_events'), objects: await one('ocel_objects'), relations: await one('ocel_e2o'), objectRelations: await one('ocel_o2o'), objectChanges: await one('ocel_object_values WHERE time IS NOT NULL'),
    eventTypes: await counts('event'), objectTypes: await counts('object'), findings,
  };
}
