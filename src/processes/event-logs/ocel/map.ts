import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';

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
}

/** Events of each object in order of time, then of the file; an event once for each object however many qualifiers say so. */
const STEPS = `SELECT p.object, o.type AS object_type, p.event, e.type AS a, e."time" AS t1, lead(p.event) OVER w AS event2, lead(e.type) OVER w AS b, lead(e."time") OVER w AS t2, lag(p.event) OVER w IS NULL AS first
  FROM (SELECT DISTINCT event, object FROM ocel_e2o) p JOIN ocel_objects o ON o."row" = p.object JOIN ocel_events e ON e."row" = p.event WINDOW w AS (PARTITION BY p.object ORDER BY e."time", p.event)`;

/**
 * The object-centric map of the log that `readOcel` left on the connection: directly-follows for each object type, edges ordered by type, count, from
 * and to; seconds are those between the two events, once for each object.
 */
export async function ocelMap(c: EngineConnection, options: RunOptions = {}): Promise<OcelMap> {
  await c.run(`CREATE TEMP TABLE ocel_steps AS ${STEPS}`, [], options);
  try {
    return { objectTypes: await objectTypes(c, options), activities: await activities(c, options), edges: await edges(c, options) };
  } finally {
    await c.run('DROP TABLE ocel_steps');
  }
}

async function edges(c: EngineConnection, options: RunOptions): Promise<OcelMapEdge[]> {
  return c.rows<OcelMapEdge & Record<string, never>>(`SELECT object_type AS "objectType", a AS "from", b AS "to", count(*) AS count, count(DISTINCT (event, event2)) AS "eventPairs", count(DISTINCT object) AS objects,
    avg(d) / 1e6 AS mean, quantile_cont(d, 0.5) / 1e6 AS median, min(d) / 1e6 AS min, max(d) / 1e6 AS max FROM (SELECT *, epoch_us(t2) - epoch_us(t1) AS d FROM ocel_steps WHERE b IS NOT NULL) GROUP BY object_type, a, b ORDER BY object_type, count DESC, a, b`, [], options);
}

async function activities(c: EngineConnection, options: RunOptions): Promise<OcelMapActivity[]> {
  const all = await c.rows<{ name: string; n: number }>('SELECT type AS name, count(*) AS n FROM ocel_events GROUP BY type ORDER BY n DESC, name', [], options);
  const by = await c.rows<{ a: string; t: string; events: number; objects: number; relations: number; shared: number }>(`SELECT a, object_type AS t, count(*) AS events, sum(n)::BIGINT AS relations, count(*) FILTER (n > 1) AS shared, (SELECT count(DISTINCT object) FROM ocel_steps s WHERE s.a = x.a AND s.object_type = x.object_type) AS objects
    FROM (SELECT a, object_type, event, count(*) AS n FROM ocel_steps GROUP BY a, object_type, event) x GROUP BY a, object_type ORDER BY a, t`, [], options);
  return all.map(({ name, n }) => ({ name, events: n, objectTypes: Object.fromEntries(by.filter((r) => r.a === name).map((r) => [r.t, { events: r.events, objects: r.objects, relations: r.relations, sharedEvents: r.shared }])) }));
}

async function objectTypes(c: EngineConnection, options: RunOptions): Promise<OcelMap['objectTypes']> {
  const all = await c.rows<{ name: string; objects: number; living: number }>(`SELECT type AS name, count(*) AS objects, count(*) FILTER ("row" IN (SELECT object FROM ocel_steps)) AS living FROM ocel_objects GROUP BY type ORDER BY name`, [], options);
  const ends = async (where: string) => c.rows<{ t: string; a: string; n: number }>(`SELECT object_type AS t, a, count(*) AS n FROM ocel_steps WHERE ${where} GROUP BY object_type, a ORDER BY n DESC, a`, [], options);
  const [start, end] = [await ends('first'), await ends('b IS NULL')];
  const of = (list: typeof start, type: string) => Object.fromEntries(list.filter((r) => r.t === type).map((r) => [r.a, r.n]));
  return all.map(({ name, objects, living }) => ({ name, objects, withEvents: living, start: of(start, name), end: of(end, name) }));
}
