import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { countable, timeSql, zoneSql } from '../csv/index.ts';
import { type FindingCode, finding, type OcelFinding, type OcelReport } from './model.ts';

/** Times without an offset, read in the zone; of these, moved out of a gap or taken as the earlier of two. */
export interface Zoneless {
  readonly times: number;
  readonly gaps: number;
  readonly ambiguous: number;
}

const PLACE = `CASE WHEN line IS NULL THEN place ELSE 'line ' || line END`;

/**
 * Makes the log of what was staged: `ocel_events` (row, id, type, time, offset), `ocel_objects` (row, id, type), `ocel_e2o` (event, object,
 * qualifier; rows as numbers), `ocel_o2o`, `ocel_event_values`, `ocel_object_values`; and `stage_rejected` with each event that is in none.
 */
export async function settleOcel(c: EngineConnection, zone: string, told: readonly OcelFinding[], options: RunOptions = {}): Promise<{ report: OcelReport; zoneless: Zoneless }> {
  const run = (sql: string) => c.run(sql, [], options);
  const findings = [...told];
  const note = async (code: FindingCode, sql: string): Promise<void> => {
    const [row] = await c.rows<{ n: number; example: string | null; place: string | null }>(`SELECT count(*) AS n, first(example) AS example, first(place) AS place FROM (${sql})`, [], options);
    if (row !== undefined && row.n > 0) findings.push(finding(code, row.n, row.example, row.place));
  };
  const zoneless = await settleEvents(c, zone, run, note);
  await settleObjects(run, note);
  await settleRelations(run, note);
  await settleValues(c, zone, run, note);
  await noteTypes(note);
  return { report: await reportOn(c, findings), zoneless };
}

type Run = (sql: string) => Promise<number>;
type Note = (code: FindingCode, sql: string) => Promise<void>;

/** Adds columns `local` and `minutes` (its offset) to a relation with a text `time`, and says how to get the instant of them. */
async function instants(c: EngineConnection, run: Run, table: string, from: string, zone: string): Promise<Zoneless> {
  const { local, offset } = timeSql('"time"', 'iso');
  await run(`CREATE TABLE ${table} AS SELECT *, ${countable('l')} AS local, CASE WHEN local IS NOT NULL THEN o END AS minutes, local AS instant FROM (SELECT *, ${local} AS l, ${offset} AS o FROM ${from})`);
  const [b] = await c.rows<{ n: number; lo: number | null; hi: number | null }>(`SELECT count(*) AS n, min(epoch_ms(local)) AS lo, max(epoch_ms(local)) AS hi FROM ${table} WHERE local IS NOT NULL AND minutes IS NULL`);
  const own = zoneSql('local', zone, b?.lo ?? 0, b?.hi ?? 0);
  const times = b?.n ?? 0;
  const [n = { gaps: 0, ambiguous: 0 }] = times === 0 || zone === 'UTC' ? [] : await c.rows<{ gaps: number; ambiguous: number }>(`SELECT count(*) FILTER (${own.gap}) AS gaps, count(*) FILTER (${own.ambiguous}) AS ambiguous FROM ${table} WHERE local IS NOT NULL AND minutes IS NULL`);
  if (times > 0) await run(`UPDATE ${table} SET minutes = ${own.offset} WHERE local IS NOT NULL AND minutes IS NULL`);
  await run(`UPDATE ${table} SET instant = make_timestamp(epoch_us(local) - minutes::BIGINT * 60000000) WHERE minutes <> 0`);
  return { times, gaps: n.gaps, ambiguous: n.ambiguous };
}

async function settleEvents(c: EngineConnection, zone: string, run: Run, note: Note): Promise<Zoneless> {
  // In a database the time of an event stands in the table of its type.
  await run('CREATE TABLE ocel_times AS SELECT id, type, arg_min(time, "row") AS time, first(place) AS place FROM ocel_raw_times WHERE time IS NOT NULL GROUP BY id, type');
  const zoneless = await instants(c, run, 'ocel_timed', '(SELECT e."row", e.id, e.type, coalesce(e.time, t.time) AS "time", e.line, coalesce(t.place, e.place) AS place FROM ocel_raw_events e LEFT JOIN ocel_times t ON t.id = e.id AND t.type = e.type)', zone);
  await run(`CREATE TABLE ocel_judged AS SELECT *, CASE WHEN id IS NULL OR id = '' THEN 'event-without-id' WHEN type IS NULL OR type = '' THEN 'event-without-type' WHEN time IS NULL OR time = '' THEN 'event-without-time' WHEN local IS NULL THEN 'event-time-unreadable' END AS wrong FROM ocel_timed`);
  await run('CREATE TABLE ocel_firsts AS SELECT id, arg_min(type, "row") AS type, arg_min(instant, "row") AS instant, min("row") AS "row" FROM ocel_judged WHERE wrong IS NULL GROUP BY id');
  await run(`UPDATE ocel_judged j SET wrong = CASE WHEN f.type = j.type AND f.instant = j.instant THEN 'event-id-repeated' ELSE 'event-id-conflict' END FROM ocel_firsts f WHERE f.id = j.id AND f."row" <> j."row" AND j.wrong IS NULL`);
  await run('CREATE TABLE ocel_events AS SELECT CAST(row_number() OVER (ORDER BY "row") - 1 AS INTEGER) AS "row", id, type, instant AS "time", minutes::SMALLINT AS "offset" FROM ocel_judged WHERE wrong IS NULL ORDER BY 1');
  for (const code of ['event-without-id', 'event-without-type', 'event-without-time', 'event-time-unreadable', 'event-id-conflict', 'event-id-repeated'] as const) {
    await note(code, `SELECT coalesce(${code === 'event-time-unreadable' ? 'time' : 'NULL'}, id, type) AS example, ${PLACE} AS place FROM ocel_judged WHERE wrong = '${code}' ORDER BY "row"`);
  }
  await note('event-row-without-event', `SELECT t.id AS example, t.place FROM ocel_raw_times t LEFT JOIN (SELECT DISTINCT id, type FROM ocel_raw_events) e ON e.id = t.id AND e.type = t.type WHERE e.id IS NULL ORDER BY t."row"`);
  await rejections(run);
  for (const table of ['ocel_raw_events', 'ocel_raw_times', 'ocel_times', 'ocel_timed', 'ocel_firsts']) await run(`DROP TABLE ${table}`);
  return zoneless;
}

/** Every event that the log does not have, one by one. */
async function rejections(run: Run): Promise<void> {
  await run('CREATE TABLE stage_rejected ("row" BIGINT, line BIGINT, what VARCHAR NOT NULL, reason VARCHAR NOT NULL, value VARCHAR, events BIGINT NOT NULL)');
  await run(`INSERT INTO stage_rejected SELECT row_number() OVER (ORDER BY "row"), line, 'event', CASE wrong
    WHEN 'event-without-id' THEN 'the event has no id' WHEN 'event-without-type' THEN 'the event has no type' WHEN 'event-without-time' THEN 'the event has no time'
    WHEN 'event-time-unreadable' THEN 'the time cannot be read, or is not between the years 1685 and 2254' ELSE 'another event has the same id, with another type or time' END || coalesce(' (table ' || place || ')', ''),
    substr(CASE WHEN wrong = 'event-time-unreadable' THEN time ELSE coalesce(id, type) END, 1, 200), 1 FROM ocel_judged WHERE wrong IS NOT NULL AND wrong <> 'event-id-repeated'`);
}

async function settleObjects(run: Run, note: Note): Promise<void> {
  const sound = `id IS NOT NULL AND id <> '' AND type IS NOT NULL AND type <> ''`;
  await run(`CREATE TABLE ocel_objects AS SELECT CAST(row_number() OVER (ORDER BY first) - 1 AS INTEGER) AS "row", id, type FROM (SELECT id, arg_min(type, "row") AS type, min("row") AS first FROM ocel_raw_objects WHERE ${sound} GROUP BY id) ORDER BY 1`);
  const others = (same: string) => `SELECT r.id AS example, ${PLACE} AS place FROM ocel_raw_objects r JOIN ocel_objects o ON o.id = r.id JOIN (SELECT id, min("row") AS f FROM ocel_raw_objects WHERE ${sound} GROUP BY id) f ON f.id = r.id WHERE r."row" <> f AND r.type ${same} o.type ORDER BY r."row"`;
  await note('object-without-id', `SELECT type AS example, ${PLACE} AS place FROM ocel_raw_objects WHERE id IS NULL OR id = '' ORDER BY "row"`);
  await note('object-without-type', `SELECT id AS example, ${PLACE} AS place FROM ocel_raw_objects WHERE id <> '' AND (type IS NULL OR type = '') ORDER BY "row"`);
  await note('object-id-conflict', others('<>'));
  await note('object-id-repeated', others('='));
}

async function settleRelations(run: Run, note: Note): Promise<void> {
  await run('CREATE TABLE ocel_e2o AS SELECT e."row" AS event, o."row" AS object, r.qualifier, min(r."row") AS "row" FROM ocel_raw_e2o r JOIN ocel_events e ON e.id = r.event JOIN ocel_objects o ON o.id = r.object GROUP BY ALL ORDER BY 1, 4');
  const known = '(SELECT DISTINCT id FROM ocel_judged)';
  await note('relation-event-dangling', `SELECT r.event || ' → ' || r.object AS example, ${PLACE} AS place FROM ocel_raw_e2o r LEFT JOIN ${known} e ON e.id = r.event WHERE e.id IS NULL ORDER BY r."row"`);
  await note('relation-object-dangling', `SELECT r.event || ' → ' || coalesce(r.object, '?') AS example, ${PLACE} AS place FROM ocel_raw_e2o r JOIN ${known} e ON e.id = r.event LEFT JOIN ocel_objects o ON o.id = r.object WHERE o.id IS NULL ORDER BY r."row"`);
  await note('relation-repeated', `SELECT event || ' → ' || object AS example, ${PLACE} AS place FROM (SELECT *, row_number() OVER (PARTITION BY event, object, qualifier ORDER BY "row") AS i FROM ocel_raw_e2o WHERE event IN (SELECT id FROM ocel_events) AND object IN (SELECT id FROM ocel_objects)) WHERE i > 1 ORDER BY "row"`);
  await run('CREATE TABLE ocel_o2o AS SELECT DISTINCT s."row" AS source, t."row" AS target, r.qualifier FROM ocel_raw_o2o r JOIN ocel_objects s ON s.id = r.source JOIN ocel_objects t ON t.id = r.target');
  await note('object-relation-dangling', `SELECT coalesce(r.source, '?') || ' → ' || coalesce(r.target, '?') AS example, ${PLACE} AS place FROM ocel_raw_o2o r LEFT JOIN ocel_objects s ON s.id = r.source LEFT JOIN ocel_objects t ON t.id = r.target WHERE s.id IS NULL OR t.id IS NULL ORDER BY r."row"`);
  await note('object-relation-repeated', `SELECT source || ' → ' || target AS example, ${PLACE} AS place FROM (SELECT *, row_number() OVER (PARTITION BY source, target, qualifier ORDER BY "row") AS i FROM ocel_raw_o2o WHERE source IN (SELECT id FROM ocel_objects) AND target IN (SELECT id FROM ocel_objects)) WHERE i > 1 ORDER BY "row"`);
  for (const table of ['ocel_raw_e2o', 'ocel_raw_o2o', 'ocel_judged', 'ocel_raw_objects']) await run(`DROP TABLE ${table}`);
}

async function settleValues(c: EngineConnection, zone: string, run: Run, note: Note): Promise<void> {
  await run('CREATE TABLE ocel_event_values AS SELECT e."row" AS event, v.name, v.value, v."row" FROM ocel_raw_event_values v JOIN ocel_events e ON e.id = v.id');
  await instants(c, run, 'ocel_timed_values', 'ocel_raw_object_values', zone);
  await note('object-value-dangling', `SELECT coalesce(v.id, '?') || ': ' || v.name AS example, ${PLACE} AS place FROM ocel_timed_values v LEFT JOIN ocel_objects o ON o.id = v.id WHERE o.id IS NULL ORDER BY v."row"`);
  await note('object-value-time-unreadable', `SELECT time AS example, ${PLACE} AS place FROM ocel_timed_values WHERE time IS NOT NULL AND time <> '' AND local IS NULL ORDER BY "row"`);
  await note('initial-state', `SELECT id || ': ' || name AS example, ${PLACE} AS place FROM ocel_timed_values WHERE ${INITIAL} ORDER BY "row"`);
  await run(`CREATE TABLE ocel_object_values AS SELECT o."row" AS object, v.name, CASE WHEN ${INITIAL} THEN NULL ELSE v.instant END AS "time", v.value, v."row" FROM ocel_timed_values v JOIN ocel_objects o ON o.id = v.id`);
  for (const table of ['ocel_raw_event_values', 'ocel_raw_object_values', 'ocel_timed_values']) await run(`DROP TABLE ${table}`);
}

/** Midnight of 1970-01-01 in any zone: writers turn it into their own. */
const INITIAL = `local BETWEEN TIMESTAMP '1969-12-31 12:00:00' AND TIMESTAMP '1970-01-01 14:00:00'`;

async function noteTypes(note: Note): Promise<void> {
  for (const side of ['event', 'object'] as const) {
    const declared = `(SELECT DISTINCT type FROM ocel_raw_types WHERE side = '${side}')`;
    await note(`${side}-type-undeclared`, `SELECT type AS example, NULL AS place FROM ocel_${side}s WHERE type NOT IN ${declared} ORDER BY "row"`);
    await note(`${side}-type-unused`, `SELECT type AS example, NULL AS place FROM ${declared} WHERE type NOT IN (SELECT type FROM ocel_${side}s) ORDER BY type`);
    await note('attribute-undeclared', `SELECT s.type || ': ' || v.name AS example, NULL AS place FROM ocel_${side}_values v JOIN ocel_${side}s s ON s."row" = v.${side} LEFT JOIN (SELECT DISTINCT type, attribute FROM ocel_raw_types WHERE side = '${side}') t ON t.type = s.type AND t.attribute = v.name WHERE t.type IS NULL ORDER BY v."row"`);
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
