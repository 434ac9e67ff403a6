import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { literal } from '../stage/model.ts';
import { type OcelLink, links, type OcelRepeat, repeats } from './links.ts';

/** How often one activity directly follows another in the lives of objects of one type, and the seconds between them. */
export interface OcelMapEdge {
  readonly objectType: string;
  readonly from: string;
  readonly to: string;
  /** Once for each object and pair of events. */
  readonly count: number;
  /** Different pairs of events: fewer than `count` where several objects share both events. */
  readonly eventPairs: number;
  /** Different objects. */
  readonly objects: number;
  readonly mean: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** An activity with its events, and what they concern. */
export interface OcelMapActivity {
  readonly name: string;
  readonly events: number;
  /** Of each object type: events that concern one, different objects, relations, and events that several objects share. */
  readonly objectTypes: Readonly<Record<string, { readonly events: number; readonly objects: number; readonly relations: number; readonly sharedEvents: number }>>;
}

/** The object-centric map of a log. */
export interface OcelMap {
  readonly objectTypes: readonly { readonly name: string; readonly objects: number; readonly withEvents: number; readonly start: Readonly<Record<string, number>>; readonly end: Readonly<Record<string, number>> }[];
  readonly activities: readonly OcelMapActivity[];
  readonly edges: readonly OcelMapEdge[];
  readonly links: readonly OcelLink[];
  readonly repeats: readonly OcelRepeat[];
}

/** A half-open stretch of time; a side that is not said is open. */
export interface Stretch {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Which objects are in view. Whole objects are chosen, never some of their events: what follows what stays true. */
export interface ObjectFilter {
  /** Only objects of these types. */
  readonly types?: readonly string[] | undefined;
  /** Objects whose first event, whose life, whose last event lies in it. */
  readonly began?: Stretch | undefined;
  readonly active?: Stretch | undefined;
  readonly ended?: Stretch | undefined;
}

/** SQL relations of an object-centric log: events (row, type, time), objects (row, type), relations (event, object). */
export interface OcelTables {
  readonly events: string;
  readonly objects: string;
  readonly relations: string;
}

const STAGED: OcelTables = { events: 'ocel_events', objects: 'ocel_objects', relations: 'ocel_e2o' };

export interface OcelMapOptions extends RunOptions {
  /** Absent: those that `readOcel` left on the connection. */
  readonly tables?: OcelTables | undefined;
  readonly filter?: ObjectFilter | undefined;
}

/**
 * The object-centric map of a log: directly-follows for each object type, edges ordered by type, count, from and to; seconds are those between the
 * two events, once for each object. With a filter, of the objects that it lets pass and the events that concern one of them.
 */
export async function ocelMap(c: EngineConnection, { tables = STAGED, filter = {}, signal }: OcelMapOptions = {}): Promise<OcelMap> {
  const options = { signal };
  try {
    // Numbers in the place of names are grouped by in half the time.
    for (const [table, side] of [['ocel_kinds', tables.objects], ['ocel_acts', tables.events]]) await c.run(`CREATE TEMP TABLE ${table} AS SELECT (row_number() OVER (ORDER BY type))::INTEGER AS code, type AS name FROM (SELECT DISTINCT type FROM ${side})`, [], options);
    await c.run(`CREATE TEMP TABLE ocel_steps AS ${stepsSql(tables, filter)}`, [], options);
    return {
      objectTypes: await objectTypes(c, tables, filter, options), activities: await activities(c, tables, Object.values(filter).some((part) => part !== undefined), options), edges: await edges(c, options),
      links: await links(c, options), repeats: await repeats(c, options),
    };
  } finally {
    for (const table of ['ocel_kinds', 'ocel_acts', 'ocel_steps']) await c.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** Events of each object in order of time, then of the file; an event once for each object however many qualifiers say so. */
function stepsSql({ events, objects, relations }: OcelTables, filter: ObjectFilter): string {
  const steps = `SELECT p.object, o.kind, p.event, e.a, e."time" AS t1, lead(p.event) OVER w AS event2, lead(e.a) OVER w AS b, lead(e."time") OVER w AS t2, row_number() OVER w = 1 AS first${isOfTimes(filter) ? ', min(e."time") OVER l AS born, max(e."time") OVER l AS died' : ''}
    FROM (SELECT DISTINCT event, object FROM ${relations}) p JOIN (SELECT x."row", k.code AS kind FROM ${objects} x JOIN ocel_kinds k ON k.name = x.type${ofTypes('x.type', filter)}) o ON o."row" = p.object
    JOIN (SELECT x."row", x."time", k.code AS a FROM ${events} x JOIN ocel_acts k ON k.name = x.type) e ON e."row" = p.event WINDOW w AS (PARTITION BY p.object ORDER BY e."time", p.event), l AS (PARTITION BY p.object)`;
  return isOfTimes(filter) ? `SELECT * EXCLUDE (born, died) FROM (${steps}) WHERE ${livesSql(filter)}` : steps;
}

function isOfTimes({ began, active, ended }: ObjectFilter): boolean {
  return began !== undefined || active !== undefined || ended !== undefined;
}

function ofTypes(column: string, { types }: ObjectFilter): string {
  return types === undefined ? '' : ` WHERE ${types.length === 0 ? 'false' : `${column} IN (${types.map(literal).join(', ')})`}`;
}

function livesSql({ began = {}, active = {}, ended = {} }: ObjectFilter): string {
  const side = (column: string, sign: '>=' | '<', instant: Date | undefined) => (instant === undefined ? [] : [`${column} ${sign} make_timestamp(${instant.getTime() * 1000})`]);
  const all = [...side('born', '>=', began.from), ...side('born', '<', began.to), ...side('died', '>=', active.from), ...side('born', '<', active.to), ...side('died', '>=', ended.from), ...side('died', '<', ended.to)];
  return all.length === 0 ? 'true' : all.join(' AND ');
}

async function edges(c: EngineConnection, options: RunOptions): Promise<OcelMapEdge[]> {
  return c.rows<OcelMapEdge & Record<string, never>>(`SELECT k.name AS "objectType", f.name AS "from", t.name AS "to", x.* EXCLUDE (kind, a, b) FROM (SELECT kind, a, b, count(*) AS count, count(DISTINCT event::BIGINT * 4294967296 + event2) AS "eventPairs", count(DISTINCT object) AS objects,
    avg(d) / 1e6 AS mean, quantile_cont(d, 0.5) / 1e6 AS median, min(d) / 1e6 AS min, max(d) / 1e6 AS max FROM (SELECT *, epoch_us(t2) - epoch_us(t1) AS d FROM ocel_steps WHERE b IS NOT NULL) GROUP BY kind, a, b) x
    JOIN ocel_kinds k ON k.code = x.kind JOIN ocel_acts f ON f.code = x.a JOIN ocel_acts t ON t.code = x.b ORDER BY 1, count DESC, 2, 3`, [], options);
}

async function activities(c: EngineConnection, { events }: OcelTables, filtered: boolean, options: RunOptions): Promise<OcelMapActivity[]> {
  const all = await c.rows<{ name: string; n: number }>(filtered ? 'SELECT k.name, n FROM (SELECT a, count(DISTINCT event) AS n FROM ocel_steps GROUP BY a) JOIN ocel_acts k ON k.code = a ORDER BY n DESC, name' : `SELECT type AS name, count(*) AS n FROM ${events} GROUP BY type ORDER BY n DESC, name`, [], options);
  const by = await c.rows<{ a: string; t: string; events: number; objects: number; relations: number; shared: number }>(`SELECT n.name AS a, k.name AS t, x.events, x.relations, x.shared, o.objects
    FROM (SELECT a, kind, count(*) AS events, sum(n)::BIGINT AS relations, count(*) FILTER (n > 1) AS shared FROM (SELECT a, kind, event, count(*) AS n FROM ocel_steps GROUP BY ALL) GROUP BY a, kind) x
    JOIN (SELECT a, kind, count(DISTINCT object) AS objects FROM ocel_steps GROUP BY a, kind) o ON o.a = x.a AND o.kind = x.kind JOIN ocel_acts n ON n.code = x.a JOIN ocel_kinds k ON k.code = x.kind ORDER BY 1, 2`, [], options);
  return all.map(({ name, n }) => ({ name, events: n, objectTypes: Object.fromEntries(by.filter((r) => r.a === name).map((r) => [r.t, { events: r.events, objects: r.objects, relations: r.relations, sharedEvents: r.shared }])) }));
}

async function objectTypes(c: EngineConnection, { objects }: OcelTables, filter: ObjectFilter, options: RunOptions): Promise<OcelMap['objectTypes']> {
  const all = await c.rows<{ name: string; objects: number }>(`SELECT type AS name, count(*) AS objects FROM ${objects}${ofTypes('type', filter)} GROUP BY type ORDER BY name`, [], options);
  const ends = async (where: string) => c.rows<{ t: string; a: string; n: number }>(`SELECT k.name AS t, f.name AS a, n FROM (SELECT kind, a, count(*) AS n FROM ocel_steps WHERE ${where} GROUP BY kind, a) x JOIN ocel_kinds k ON k.code = x.kind JOIN ocel_acts f ON f.code = x.a ORDER BY n DESC, 2`, [], options);
  const [start, end] = [await ends('first'), await ends('b IS NULL')];
  const of = (list: typeof start, type: string) => Object.fromEntries(list.filter((r) => r.t === type).map((r) => [r.a, r.n]));
  // Each life begins once.
  const living = (type: string) => start.reduce((sum, r) => sum + (r.t === type ? r.n : 0), 0);
  return all.map(({ name, objects: n }) => ({ name, objects: n, withEvents: living(name), start: of(start, name), end: of(end, name) }));
}
