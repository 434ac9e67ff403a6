import { quantileTable, tableShares } from '../../../maths/distributions/index.ts';
import { calibration, type DelayModel } from '../model.ts';
import { DAY_US, HOUR_US, localUs, type Session } from './tables.ts';

/** Microseconds: sums of whole numbers are the same in whatever order the engine adds them up. */
interface Quantiles { readonly kind: number; readonly n: number; readonly mean: number; readonly q: number[] }

const shares = `[${tableShares.join(', ')}]`;

/** Quantile tables of hands-on time by kind of work, of the last weeks where they have enough; seconds. */
export async function touchTables(s: Session, activities: number): Promise<Map<number, Float64Array>> {
  const recent = `e >= ${s.stretch.until * 1000 - calibration.touchWeeks * 7 * DAY_US}`;
  const rows = await s.c.rows<Quantiles>(`SELECT kind, n, CASE WHEN m >= ${calibration.leastRecentTouches} THEN recent_mean ELSE mean END AS mean, CASE WHEN m >= ${calibration.leastRecentTouches} THEN recent_q ELSE q END AS q FROM (
    SELECT g * ${activities} + a AS kind, count(*) AS n, count(*) FILTER (${recent}) AS m, avg(t) AS mean, quantile_cont(t, ${shares}) AS q, avg(t) FILTER (${recent}) AS recent_mean, quantile_cont(t, ${shares}) FILTER (${recent}) AS recent_q
    FROM (SELECT a, g, e, e - s AS t FROM sim_ready WHERE s IS NOT NULL) GROUP BY kind)`, [], s.options);
  return new Map(rows.map((r) => [r.kind, tableOf(r)]));
}

function tableOf({ q, mean }: Quantiles): Float64Array {
  return quantileTable(q.map((us) => us / 1e6), mean / 1e6);
}

interface DelayRow extends Quantiles { readonly after: number; readonly next: number | null; readonly dk: number | null; readonly how: number | null }

/**
 * Delays that other work does not explain, by kind of work, the activities before and after it, and the hour of the week at which it became ready.
 * Where people are needed: up to the last moment at which the person who did it in the end was at work and had nothing to do; else the whole
 * wait. `chosen` are cases seen through, so that long delays are not missing.
 */
export async function delayModels(s: Session, activities: number, chosen: string): Promise<DelayModel[]> {
  const at = (table: string, moment: string, column: string) => `(SELECT q.i, ${column} AS v FROM (SELECT n AS i, r, ${moment} AS at FROM pooled) q ASOF LEFT JOIN ${table} c ON c.r = q.r AND q.at >= c.f)`;
  const clock = (table: string, moment: string) => at(table, moment, 'coalesce(c.before + least(c.t - c.f, q.at - c.f), 0)');
  const joins = [['bf', at('sim_busy', 's', 'c.f')], ['sf', at('sim_shift', 's', 'c.f')], ['ss', clock('sim_shift', 's')], ['sr', clock('sim_shift', 'ready')], ['bs', clock('sim_busy', 's')], ['br', clock('sim_busy', 'ready')]] as const;
  const sql = `WITH waits AS (SELECT w.*, g * ${activities} + a AS kind FROM sim_ready w WHERE ready IS NOT NULL AND k IN (${chosen})),
    pooled AS (SELECT w.n, w.r, w.s, w.ready FROM waits w JOIN sim_kind USING (kind) JOIN sim_person p USING (r) WHERE w.s IS NOT NULL AND w.s > w.ready),
    own AS (SELECT p.n, CASE WHEN bf.v > sf.v + ${calibration.breakMinutes * 60e6} THEN bf.v - p.ready ELSE least((ss.v - sr.v) - (bs.v - br.v), p.s - p.ready) END AS us
      FROM pooled p ${joins.map(([name, sql]) => `JOIN ${sql} ${name} ON ${name}.i = p.n`).join(' ')}),
    delays AS (SELECT w.kind, w.after, w.next, greatest(0, CASE WHEN k.kind IS NOT NULL AND w.s IS NOT NULL THEN coalesce(o.us, 0) ELSE coalesce(w.s, w.e) - w.ready END)::BIGINT AS d, (${localUs(s.rules.zone, 'w.ready')} // ${HOUR_US} + 72) % 168 AS how
      FROM waits w LEFT JOIN sim_kind k USING (kind) LEFT JOIN own o ON o.n = w.n),
    placed AS (SELECT *, CASE WHEN how < 120 THEN 0 WHEN how < 144 THEN 24 ELSE 48 END + how % 24 AS dk FROM delays)
    SELECT kind, after, next, dk, how, count(*) AS n, avg(d) AS mean, quantile_cont(d, ${shares}) AS q FROM placed
    GROUP BY GROUPING SETS ((kind, after), (kind, after, dk), (kind, after, how), (kind, after, next), (kind, after, next, dk), (kind, after, next, how))
    HAVING count(*) >= ${calibration.leastForTable} OR grouping(next, dk, how) = 7 ORDER BY kind, after, next NULLS FIRST, dk NULLS FIRST, how NULLS FIRST`;
  const byStep = new Map<string, DelayRow[]>();
  for (const row of await s.c.rows<DelayRow>(sql, [], s.options)) {
    const key = `${row.kind} ${row.after} ${row.next}`;
    const known = byStep.get(key);
    if (known === undefined) byStep.set(key, [row]);
    else known.push(row);
  }
  return [...byStep.values()].map(delaysOf);
}

/** The finest table for each hour of the week: the hour's own, that of the hour on workdays, Saturdays or Sundays, or that of all. */
function delaysOf(rows: readonly DelayRow[]): DelayModel {
  const byHour = new Map<number, number>(), byKindOfDay = new Map<number, number>();
  let whole = 0;
  rows.forEach(({ how, dk }, i) => {
    if (how !== null) byHour.set(how, i);
    else if (dk !== null) byKindOfDay.set(dk, i);
    else whole = i;
  });
  const at = Int16Array.from({ length: 168 }, (_, how) => byHour.get(how) ?? byKindOfDay.get((how < 120 ? 0 : how < 144 ? 24 : 48) + (how % 24)) ?? whole);
  return { kind: rows[0]!.kind, after: rows[0]!.after, next: rows[0]!.next, tables: rows.map(tableOf), at };
}
