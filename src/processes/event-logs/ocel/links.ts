import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';

/** How many objects of another type an object of a type meets, in events that concern both. */
export interface OcelLink {
  readonly objectType: string;
  readonly other: string;
  /** Objects of the type that meet one of the other at all; of these, those that meet several. */
  readonly objects: number;
  readonly several: number;
  /** Different objects of the other type that one of them meets. */
  readonly mean: number;
  readonly most: number;
}

/** An activity that comes several times in the life of one object, for different objects of another type: it looks like rework, and need not be. */
export interface OcelRepeat {
  readonly objectType: string;
  readonly activity: string;
  readonly other: string;
  /** Objects of the type for which this is so, out of those that have the activity. */
  readonly objects: number;
  readonly of: number;
  /** Times of the activity in the life of one of them. */
  readonly mean: number;
}

/** Which types of objects meet in events, and how many of the one an object of the other meets; of the tables that `ocelMap` makes. */
export async function links(c: EngineConnection, options: RunOptions): Promise<OcelLink[]> {
  return c.rows<OcelLink & Record<string, never>>(`SELECT t.name AS "objectType", u.name AS other, count(*) AS objects, count(*) FILTER (n > 1) AS several, avg(n) AS mean, max(n) AS most
    FROM (SELECT t, u, x, count(*) AS n FROM (SELECT DISTINCT x.kind AS t, y.kind AS u, x.object AS x, y.object AS y FROM ocel_steps x JOIN ocel_steps y ON y.event = x.event AND y.kind <> x.kind) GROUP BY ALL) m
    JOIN ocel_kinds t ON t.code = m.t JOIN ocel_kinds u ON u.code = m.u GROUP BY 1, 2 ORDER BY 1, mean DESC, 2`, [], options);
}

/** Activities that repeat in a life because other objects differ, those of the most objects first; of the tables that `ocelMap` makes. */
export async function repeats(c: EngineConnection, options: RunOptions): Promise<OcelRepeat[]> {
  const again = '(SELECT s.object, s.a, s.event, s.kind FROM ocel_steps s SEMI JOIN (SELECT object, a FROM ocel_steps GROUP BY object, a HAVING count(*) > 1) r ON r.object = s.object AND r.a = s.a)';
  const several = `SELECT x.kind AS t, x.a, y.kind AS u, x.object, count(DISTINCT x.event) AS times FROM ${again} x JOIN ocel_steps y ON y.event = x.event AND y.kind <> x.kind GROUP BY ALL HAVING times > 1 AND min(y.object) < max(y.object)`;
  return c.rows<OcelRepeat & Record<string, never>>(`SELECT t.name AS "objectType", n.name AS activity, u.name AS other, r.objects, h.n AS "of", r.mean FROM (SELECT t, a, u, count(*) AS objects, avg(times) AS mean FROM (${several}) GROUP BY ALL) r
    JOIN (SELECT kind, a, count(DISTINCT object) AS n FROM ocel_steps GROUP BY ALL) h ON h.kind = r.t AND h.a = r.a JOIN ocel_kinds t ON t.code = r.t JOIN ocel_kinds u ON u.code = r.u JOIN ocel_acts n ON n.code = r.a ORDER BY objects DESC, 1, 2, 3`, [], options);
}
