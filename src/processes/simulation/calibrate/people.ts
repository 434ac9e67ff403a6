import { calibration, type KindModel } from '../model.ts';
import { poolsOf, type Doing, type Pooling } from '../pools.ts';
import { create, DAY_US, HOUR_US, localUs, type Session } from './tables.ts';

/** A kind of work as it was seen: how often, how often with a start and a person, and its mean hands-on time in seconds. */
export interface SeenKind {
  readonly kind: number;
  readonly n: number;
  readonly started: number;
  readonly attended: number;
  readonly touch: number | null;
}

/** Kinds of work, and those that need people by who does them. `kind` is class × activities + activity. */
export async function findPools(s: Session, activities: number): Promise<{ kinds: SeenKind[]; pooling: Pooling }> {
  const kinds = await s.c.rows<SeenKind>(`SELECT g * ${activities} + a AS kind, count(*) AS n, count(s) AS started, count(*) FILTER (s IS NOT NULL AND r IS NOT NULL) AS attended, avg(e - s) / 1e6 AS touch FROM sim_ready GROUP BY kind ORDER BY kind`, [], s.options);
  const attended = kinds.filter((k) => k.attended >= calibration.attended * k.n && (k.touch ?? 0) >= 1).map((k) => k.kind);
  const doings = attended.length === 0 ? [] : await s.c.rows<Doing>(`SELECT g * ${activities} + a AS kind, r AS resource, count(*) AS n FROM sim_ready WHERE r IS NOT NULL AND s IS NOT NULL AND g * ${activities} + a IN (${attended.join(', ')}) GROUP BY ALL ORDER BY kind, resource`, [], s.options);
  const pooling = poolsOf(doings);
  await create(s, 'sim_kind', values(['kind', 'pool'], pooling.poolOfKind));
  await create(s, 'sim_person', values(['r', 'pool'], pooling.poolOfResource));
  return { kinds, pooling };
}

/** The pools of a model, for the people of another stretch: each belongs where they do most. */
export async function makeKnownPools(s: Session, kinds: readonly KindModel[], activities: number): Promise<void> {
  await create(s, 'sim_kind', values(['kind', 'pool'], new Map(kinds.flatMap(({ pool }, kind) => (pool < 0 ? [] : [[kind, pool] as const])))));
  await create(s, 'sim_person', `SELECT r, pool FROM (SELECT r, k.pool, row_number() OVER (PARTITION BY r ORDER BY count(*) DESC, k.pool) AS place FROM sim_ready w JOIN sim_kind k ON k.kind = w.g * ${activities} + w.a WHERE r IS NOT NULL AND s IS NOT NULL GROUP BY r, k.pool) WHERE place = 1`);
}

function values([key, value]: readonly [string, string], of: ReadonlyMap<number, number>): string {
  if (of.size === 0) return `SELECT 0 AS ${key}, 0 AS ${value} WHERE false`;
  return `SELECT * FROM (VALUES ${[...of].map(([k, v]) => `(${k}, ${v})`).join(', ')}) t(${key}, ${value})`;
}

/** Joins stretches (r, f, t) of each person that are no further apart than a gap. */
function merged(relation: string, gap: number): string {
  return `SELECT r, min(f) AS f, max(t) AS t FROM (
    SELECT *, sum(fresh) OVER (PARTITION BY r ORDER BY f, t ROWS UNBOUNDED PRECEDING) AS part FROM (
      SELECT *, CASE WHEN f - max(t) OVER (PARTITION BY r ORDER BY f, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) <= ${gap} THEN 0 ELSE 1 END AS fresh FROM (${relation}))) GROUP BY r, part`;
}

const withBefore = (relation: string) => `SELECT r, f, t, coalesce(sum(t - f) OVER (PARTITION BY r ORDER BY f ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::BIGINT AS before FROM (${relation})`;

/**
 * When people were busy, and when at work: from the first to the last work with no gap of more than eight hours; a short shift lasts as long as
 * its pool is open on that weekday (nine in ten starts and ends), because a person without work leaves no trace.
 */
export async function makeShifts(s: Session, activities: number): Promise<void> {
  const work = `SELECT w.r, w.s AS f, w.e AS t FROM sim_ready w JOIN sim_person USING (r) JOIN sim_kind k ON k.kind = w.g * ${activities} + w.a WHERE w.s IS NOT NULL`;
  await create(s, 'sim_busy', withBefore(merged(work, calibration.breakMinutes * 60e6)));
  const local = (us: string) => localUs(s.rules.zone, us), slack = calibration.breakMinutes * 60e6;
  const shifts = `SELECT m.r, p.pool, f, t, ${local('f')} - f AS shift FROM (${merged(work, calibration.shiftGapHours * HOUR_US)}) m JOIN sim_person p USING (r)`;
  const time = (us: string) => `(${us} + shift - day * ${DAY_US})`, clock = (ofDay: string) => `((day * ${DAY_US} + ${ofDay})::BIGINT - shift)`;
  const stretched = `WITH shifts AS (${shifts}), of AS (SELECT *, (f + shift) // ${DAY_US} AS day, ((f + shift) // ${DAY_US} + 3) % 7 AS dow FROM shifts),
    opening AS (SELECT pool, dow, quantile_cont(${time('f')}, 0.05) AS opens, quantile_cont(${time('t')}, 0.95) AS closes FROM of GROUP BY pool, dow),
    person AS (SELECT r, quantile_cont(${time('f')}, 0.25) AS comes, quantile_cont(${time('t')}, 0.75) AS goes FROM of GROUP BY r HAVING count(*) >= ${calibration.regularDays} AND quantile_cont(${time('f')}, 0.75) - comes <= ${calibration.sameShiftHours * HOUR_US}),
    waits AS (SELECT pool, ready, s FROM sim_ready w JOIN sim_kind k ON k.kind = w.g * ${activities} + w.a WHERE s - ready > ${slack}),
    before AS (SELECT pool, ready, max(max(s)) OVER (PARTITION BY pool ORDER BY ready) AS waited FROM waits GROUP BY pool, ready),
    after AS (SELECT pool, s, min(min(ready)) OVER (PARTITION BY pool ORDER BY s DESC) AS waits FROM waits GROUP BY pool, s),
    idle AS (SELECT o.*, least(o.f, coalesce(b.waited, 0)) AS since, greatest(o.t, coalesce(a.waits, o.t + ${DAY_US})) AS upto FROM of o ASOF LEFT JOIN before b ON b.pool = o.pool AND o.f - ${slack} > b.ready ASOF LEFT JOIN after a ON a.pool = o.pool AND o.t + ${slack} < a.s)
    SELECT r, least(f, CASE WHEN long THEN greatest(since, ${clock('comes')}) ELSE ${clock('opens')} END) AS f, greatest(t, CASE WHEN long THEN least(upto, ${clock('goes')}) ELSE ${clock('closes')} END) AS t
    FROM (SELECT *, t - f >= ${calibration.shortShiftHours * HOUR_US} OR closes - opens > ${calibration.longestDayHours * HOUR_US} AS long FROM idle JOIN opening USING (pool, dow) LEFT JOIN person USING (r))`;
  await create(s, 'sim_shift', withBefore(merged(stretched, 0)));
}

/** How many people a pool has, and how much work they had in hand at once while they worked; how often the older of two waiting pieces was taken first. */
export interface PoolFacts {
  readonly pool: number;
  readonly people: number;
  readonly atOnce: number;
  readonly pairs: number;
  readonly inOrder: number | null;
}

/** Facts of pools in the last weeks; who has left is not counted. */
export async function poolFacts(s: Session, activities: number, sinceDay: number): Promise<PoolFacts[]> {
  return s.c.rows<PoolFacts>(`WITH work AS (SELECT p.pool, w.r, w.s, w.e, w.ready, w.n FROM sim_ready w JOIN sim_person p USING (r) JOIN sim_kind k ON k.kind = w.g * ${activities} + w.a WHERE w.s IS NOT NULL),
    touch AS (SELECT pool, sum(e - s) AS t, count(DISTINCT r) FILTER (e >= ${sinceDay * DAY_US} AND r NOT IN (SELECT r FROM sim_roster WHERE gone)) AS people FROM work GROUP BY pool),
    busy AS (SELECT pool, sum(b.t - b.f) AS t FROM sim_busy b JOIN sim_person USING (r) GROUP BY pool),
    pairs AS (SELECT pool, count(*) AS pairs, avg((before <= ready)::INTEGER) AS "inOrder" FROM (SELECT pool, ready, s, lag(ready) OVER w AS before, lag(s) OVER w AS earlier FROM work WHERE ready IS NOT NULL WINDOW w AS (PARTITION BY pool ORDER BY s, n)) WHERE ready < earlier AND before < earlier AND before <> ready AND s > earlier GROUP BY pool)
    SELECT pool, people, greatest(1, touch.t / greatest(1, busy.t)) AS "atOnce", coalesce(pairs, 0) AS pairs, "inOrder" FROM touch JOIN busy USING (pool) LEFT JOIN pairs USING (pool) ORDER BY pool`, [], s.options);
}
