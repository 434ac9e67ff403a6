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

/** Steps of two objects of different types in the same event. */
const MET = 'ocel_steps x JOIN ocel_steps y ON y.event = x.event AND y.object_type <> x.object_type';

/** Which types of objects meet in events, and how many of the one an object of the other meets; of the table `ocel_steps`. */
export async function links(c: EngineConnection, options: RunOptions): Promise<OcelLink[]> {
  return c.rows<OcelLink & Record<string, never>>(`SELECT t AS "objectType", u AS other, count(*) AS objects, count(*) FILTER (n > 1) AS several, avg(n) AS mean, max(n) AS most
    FROM (SELECT x.object_type AS t, y.object_type AS u, x.object, count(DISTINCT y.object) AS n FROM ${MET} GROUP BY ALL) GROUP BY t, u ORDER BY t, mean DESC, u`, [], options);
}

/** Activities that repeat in a life because other objects differ, those of the most objects first; of the table `ocel_steps`. */
export async function repeats(c: EngineConnection, options: RunOptions): Promise<OcelRepeat[]> {
  return c.rows<OcelRepeat & Record<string, never>>(`SELECT r.t AS "objectType", r.a AS activity, r.u AS other, count(*) AS objects, any_value(h.n) AS "of", avg(r.times) AS mean
    FROM (SELECT x.object_type AS t, x.a, y.object_type AS u, x.object, count(DISTINCT x.event) AS times FROM ${MET} GROUP BY ALL HAVING times > 1 AND count(DISTINCT y.object) > 1) r
    JOIN (SELECT object_type AS t, a, count(DISTINCT object) AS n FROM ocel_steps GROUP BY ALL) h ON h.t = r.t AND h.a = r.a GROUP BY r.t, r.a, r.u ORDER BY objects DESC, "objectType", activity, other`, [], options);
}
