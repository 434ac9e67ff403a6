import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { tableShares } from '../../../maths/distributions/index.ts';
import { dayNumber, localDay } from '../../../maths/time/index.ts';
import { relations, type DatasetVersion } from '../../event-logs/index.ts';
import { arrivalModel, type HourCount } from '../arrivals.ts';
import { calibration, type ArrivalModel, type KindModel, type PoolModel, type RouteModel, type SimulationModel, type SimulationRules } from '../model.ts';
import { besides, sideBySide, type Pair } from '../side-by-side.ts';
import { makeClasses } from './classes.ts';
import { findPools, makeShifts, poolFacts, type PoolFacts, type SeenKind } from './people.ts';
import { DAY_US, dropTables, endCodes, localUs, makeReady, makeSteps, type Session, type Stretch } from './tables.ts';
import { delayModels, touchTables } from './times.ts';
import { assumptionsOf } from './assumptions.ts';
import { staffedDays, staffedStretch } from './staffed-days.ts';
import { type Staffed, staffing } from './roster.ts';

/**
 * Calibrates a simulation from a stretch of a log: how cases come, their routes, times and people. Only aggregates leave the engine, and at
 * most 20,000 routes.
 * @throws Problem `bad-input` where the stretch has no case that is over.
 */
export async function calibrate(c: EngineConnection, version: DatasetVersion, rules: SimulationRules, stretch: Stretch, options: { signal?: AbortSignal | undefined } = {}): Promise<SimulationModel> {
  const s: Session = { c, version, rules, stretch, options };
  try {
    return await calibrated(s);
  } finally {
    await dropTables(c);
  }
}

async function calibrated(s: Session): Promise<SimulationModel> {
  const { rules, stretch } = s;
  const holidays = rules.holidays.map(dayNumber);
  const { cases, steps } = await makeSteps(s);
  const activities = await names(s);
  const { chosen, warmUpSeconds } = await seenThrough(s);
  const pairs = await s.c.rows<Pair>(`SELECT a, b, count(*) AS n, count(*) FILTER (a2 = a) AS back FROM (SELECT a, lead(a) OVER o AS b, lead(a, 2) OVER o AS a2 FROM sim_steps WINDOW o AS (PARTITION BY k ORDER BY e, n)) WHERE b IS NOT NULL AND a <> b GROUP BY a, b ORDER BY a, b`, [], s.options);
  const beside = sideBySide(pairs);
  const classes = await makeClasses(s);
  await makeReady(s, besides(beside));
  const { kinds: seen, pooling } = await findPools(s, activities.length);
  await makeShifts(s, activities.length);
  const staffed = await staffing(s, holidays, warmUpSeconds);
  const facts = await poolFacts(s, activities.length, staffed.firstDay);
  const pools = poolModels({ facts, staffed, holidays, seen, poolOfKind: pooling.poolOfKind, activities });
  const [touches, ends] = [await touchTables(s, activities.length), new Set(await endCodes(s))];
  const kinds = Array.from({ length: classes.values.length * activities.length }, (_, kind): KindModel => ({
    activity: kind % activities.length, pool: pooling.poolOfKind.get(kind) ?? -1, ends: ends.has(kind % activities.length), touch: touches.get(kind) ?? new Float64Array(tableShares.length),
  }));
  return {
    zone: rules.zone, holidays, activities, classes: classes.values, classAttribute: classes.attribute, arrivals: await arrivals(s, holidays), routes: await routes(s, chosen, beside), kinds, delays: await delayModels(s, activities.length, chosen), pools, warmUpSeconds,
    assumptions: assumptionsOf({ seen, pools, activities, classes, beside, rules, facts, staffed, warmUpSeconds, together: await togetherShare(s) }),
    source: { version: s.version.id, from: stretch.from, until: stretch.until, cases, steps },
  };
}

/** The share of cases that begin at the same instant as another. */
async function togetherShare(s: Session): Promise<number> {
  const [row] = await s.c.rows<{ share: number | null }>('SELECT sum(n) FILTER (n > 1) / sum(n) AS share FROM (SELECT count(*) AS n FROM sim_cases GROUP BY begun)', [], s.options);
  return row?.share ?? 0;
}

async function names(s: Session): Promise<string[]> {
  const out: string[] = [];
  for (const { code, value } of await s.c.rows<{ code: number; value: string }>(`SELECT code, value FROM ${relations(s.version).dictionary} WHERE "column" = 'activity'`, [], s.options)) out[code] = value;
  return out;
}

/** Cases that are over and began early enough to have been seen through, a sample of them as SQL; and how long that takes. */
async function seenThrough(s: Session): Promise<{ chosen: string; warmUpSeconds: number }> {
  const { from, until } = s.stretch;
  const half = ((from + until) / 2) * 1000;
  const [row] = await s.c.rows<{ p95: number | null; n: number }>(`SELECT quantile_cont(last - begun, 0.95) FILTER (begun < ${half}) AS p95, count(*) FILTER (over) AS n FROM sim_cases`, [], s.options);
  if (row === undefined || row.n === 0) {
    throw problem('bad-input', { detail: 'There is no case to calibrate a simulation from that is over', value: `${new Date(from).toISOString()} to ${new Date(until).toISOString()}`, wanted: 'a stretch of the log in which cases begin and are completed' });
  }
  const horizon = Math.min(row.p95 ?? 0, (until - from) * 1000 / 2);
  const [early] = await s.c.rows<{ n: number }>(`SELECT count(*) AS n FROM sim_cases WHERE over AND begun < ${until * 1000 - horizon}`, [], s.options);
  return { chosen: `SELECT k FROM sim_cases WHERE over${early!.n === 0 ? '' : ` AND begun < ${until * 1000 - horizon}`} ORDER BY hash(k), k LIMIT ${calibration.mostRoutes}`, warmUpSeconds: Math.max(7 * 86_400, horizon / 1e6) };
}

async function arrivals(s: Session, holidays: readonly number[]): Promise<ArrivalModel> {
  const local = localUs(s.rules.zone, 'begun');
  const counts = await s.c.rows<HourCount>(`SELECT ${local} // ${DAY_US} AS day, (${local} % ${DAY_US}) // 3600000000 AS hour, count(*) AS n FROM sim_cases GROUP BY ALL`, [], s.options);
  const first = counts.reduce((m, x) => Math.min(m, x.day), Infinity);
  return arrivalModel(counts, Math.max(first, localDay(s.rules.zone, s.stretch.from)), localDay(s.rules.zone, s.stretch.until), new Set(holidays));
}

async function routes(s: Session, chosen: string, beside: RouteModel['sideBySide']): Promise<RouteModel> {
  const rows = await s.c.rows<{ route: number[]; class: number; n: number }>(`SELECT route, class, count(*) AS n FROM (SELECT k, any_value(g) AS class, list(a ORDER BY e, n) AS route FROM sim_ready WHERE k IN (${chosen}) GROUP BY k) GROUP BY ALL ORDER BY n DESC, class, route`, [], s.options);
  const from = new Int32Array(rows.length + 1), cumulated = new Float64Array(rows.length);
  rows.forEach(({ route, n }, i) => {
    from[i + 1] = from[i]! + route.length;
    cumulated[i] = (cumulated[i - 1] ?? 0) + n;
  });
  return { from, activities: Int32Array.from(rows.flatMap((r) => r.route)), classes: Int32Array.from(rows, (r) => r.class), cumulated, sideBySide: beside };
}

/** Newest first only where the log clearly shows it. */
const leastPairs = 100, clearlyNewest = 0.2;

function poolModels({ facts, staffed: { typical, known, knownFrom, firstDay, endDay }, holidays, seen, poolOfKind, activities }: { facts: readonly PoolFacts[]; staffed: Staffed; holidays: readonly number[]; seen: readonly SeenKind[]; poolOfKind: ReadonlyMap<number, number>; activities: readonly string[] }): PoolModel[] {
  return facts.map(({ pool, people, atOnce, pairs, inOrder }) => ({
    name: [...new Set(seen.filter((k) => poolOfKind.get(k.kind) === pool).sort((a, b) => b.n - a.n).slice(0, 3).map((k) => activities[k.kind % activities.length]!))].join(', '),
    people, atOnce, newestFirst: pairs >= leastPairs && (inOrder ?? 1) < clearlyNewest, days: staffedDays(typical.filter((r) => r.pool === pool), firstDay, endDay, new Set(holidays)),
    known: staffedStretch(known.filter((r) => r.pool === pool), knownFrom, endDay),
  }));
}
