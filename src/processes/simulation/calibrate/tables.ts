import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { relations, type DatasetVersion } from '../../event-logs/index.ts';
import { literal } from '../../event-logs/stage/model.ts';
import type { SimulationRules } from '../model.ts';

/** A stretch of a log that calibration may look at, in milliseconds since 1970; what is completed later is not seen. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** What calibration asks its questions with. */
export interface Session {
  readonly c: EngineConnection;
  readonly version: DatasetVersion;
  readonly rules: SimulationRules;
  readonly stretch: Stretch;
  readonly options: RunOptions;
}

export const DAY_US = 86_400_000_000, HOUR_US = 3_600_000_000;

/** Microseconds of the zone's wall clock, as SQL, from microseconds since 1970 UTC. */
export function localUs(zone: string, us: string): string {
  return `epoch_us(timezone(${literal(zone)}, timezone('UTC', make_timestamp(${us}))))`;
}

/** Temporary tables of a calibration; dropped at its end. */
const tables = ['sim_steps', 'sim_cases', 'sim_ready', 'sim_class', 'sim_kind', 'sim_person', 'sim_busy', 'sim_shift', 'sim_presence', 'sim_roster'] as const;

/** Makes a temporary table of a calibration, in the place of an older one. */
export async function create(s: Session, name: (typeof tables)[number], sql: string): Promise<void> {
  await s.c.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`, [], s.options);
}

/** Drops them all. */
export async function dropTables(c: EngineConnection): Promise<void> {
  for (const name of tables) await c.run(`DROP TABLE IF EXISTS ${name}`);
}

/**
 * The activity instances of the cases that began in the stretch and what was completed in it: k case, a activity, r person, s start (null:
 * not seen), e end, n row; and of each case its first and last instant, its end, and whether it is over.
 */
export async function makeSteps(s: Session): Promise<{ cases: number; steps: number; closedAfterUs: number }> {
  const r = relations(s.version);
  const [from, until] = [s.stretch.from * 1000, s.stretch.until * 1000];
  const seen = `SELECT "case" AS k, activity AS a, resource AS r, CASE WHEN complete IS NOT NULL AND "start" IS NOT NULL THEN least(epoch_us("start"), epoch_us(complete)) END AS s, epoch_us(coalesce(complete, "start")) AS e, "row" AS n FROM ${r.instances}`;
  await create(s, 'sim_steps', `SELECT * FROM (${seen}) WHERE e < ${until} AND k IN (SELECT "case" FROM ${r.cases} WHERE epoch_us("first") >= ${from} AND epoch_us("first") < ${until})`);
  const [gap] = await s.c.rows<{ gap: number | null }>('SELECT quantile_cont(g, 0.99) AS gap FROM (SELECT lead(e) OVER (PARTITION BY k ORDER BY e, n) - e AS g FROM sim_steps)', [], s.options);
  const closedAfterUs = s.rules.closedAfterSeconds === null ? (gap?.gap ?? 0) : s.rules.closedAfterSeconds * 1e6;
  const ends = await endCodes(s);
  await create(s, 'sim_cases', `SELECT k, begun, last, ended, ended IS NOT NULL OR last <= ${until} - ${closedAfterUs} AS over FROM (
    SELECT k, min(coalesce(s, e)) AS begun, max(e) AS last, ${ends.length === 0 ? 'NULL::BIGINT' : `min(e) FILTER (a IN (${ends.join(', ')}))`} AS ended FROM sim_steps GROUP BY k)`);
  const [n] = await s.c.rows<{ cases: number; steps: number }>('SELECT (SELECT count(*) FROM sim_cases) AS cases, (SELECT count(*) FROM sim_steps) AS steps', [], s.options);
  return { ...n!, closedAfterUs };
}

/** Codes of the activities that end a case. */
export async function endCodes({ c, version, rules, options }: Session): Promise<number[]> {
  if (rules.ends.length === 0) return [];
  return (await c.rows<{ code: number }>(`SELECT code FROM ${relations(version).dictionary} WHERE "column" = 'activity' AND value IN (${rules.ends.map(literal).join(', ')})`, [], options)).map((x) => x.code);
}

/** When each step became ready and after what: the last step before it that does not happen beside it; null for none. */
export async function makeReady(s: Session, besideOf: ReadonlyMap<number, ReadonlySet<number>>): Promise<void> {
  const last = (of: string) => `last_value(${of} IGNORE NULLS) OVER before`;
  const chosen = (of: string) => {
    const special = [...besideOf].map(([a, others]) => `WHEN ${a} THEN ${last(`CASE WHEN a NOT IN (${[...others].join(', ')}) THEN ${of} END`)}`);
    return special.length === 0 ? last(of) : `CASE a ${special.join(' ')} ELSE ${last(of)} END`;
  };
  await create(s, 'sim_ready', `SELECT t.*, coalesce(g.class, 0) AS g, ${chosen('e')} AS ready, ${chosen('a')} AS after, coalesce(lead(a) OVER (PARTITION BY k ORDER BY e, n), -1) AS next FROM sim_steps t LEFT JOIN sim_class g USING (k) WINDOW before AS (PARTITION BY k ORDER BY e, n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`);
}
