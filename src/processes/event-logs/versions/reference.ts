import type { LifecycleKinds } from './instances.ts';

/**
 * Activity instances of a table of events whose rowids are in their order, as plain SQL: each end takes the oldest open start of its case, activity and
 * instance id (where there is none, resource). A start or an end without its other half is kept with a null.
 */
export function pairedSql(table: string, { starts, ends, others }: LifecycleKinds): string {
  const among = (codes: readonly number[]) => (codes.length === 0 ? 'false' : `coalesce(lifecycle IN (${codes.join(', ')}), false)`);
  const group = 'PARTITION BY "case", activity, k, by_id ORDER BY r';
  return `WITH marked AS (
      SELECT "case", activity, "time", resource, instance, "row", rowid AS r, coalesce(instance, resource) AS k, instance IS NOT NULL AS by_id, CASE WHEN ${among(starts)} THEN 1 WHEN ${among(ends)} THEN -1 ELSE 0 END AS step
      FROM ${table} WHERE NOT ${among(others)}),
    counted AS (SELECT *, sum(step) OVER g AS open, count(*) FILTER (step = 1) OVER g AS begun, count(*) FILTER (step = -1) OVER g AS ended FROM marked WHERE step <> 0 WINDOW g AS (${group})),
    floored AS (SELECT *, least(0, min(open) OVER (${group})) AS lowest FROM counted),
    judged AS (SELECT *, step = -1 AND lowest < coalesce(lag(lowest) OVER (${group}), 0) AS orphan FROM floored),
    paired AS (
      SELECT coalesce(s."case", e."case") AS "case", coalesce(s.activity, e.activity) AS activity, s."time" AS "start", e."time" AS complete, coalesce(e.resource, s.resource) AS resource,
        coalesce(e.instance, s.instance) AS instance, s."row" AS start_row, coalesce(e."row", s."row") AS "row"
      FROM (SELECT * FROM judged WHERE step = 1) s FULL JOIN (SELECT * FROM judged WHERE step = -1 AND NOT orphan) e
        ON s."case" = e."case" AND s.activity = e.activity AND s.k IS NOT DISTINCT FROM e.k AND s.by_id = e.by_id AND s.begun = e.ended + e.lowest)
    SELECT * FROM (
      SELECT * FROM paired
      UNION ALL SELECT "case", activity, NULL, "time", resource, instance, NULL, "row" FROM judged WHERE orphan
      UNION ALL SELECT "case", activity, NULL, "time", resource, instance, NULL, "row" FROM marked WHERE step = 0)
    ORDER BY "case", coalesce("start", complete), "row"`;
}

/** The different sequences of activities of the same table, as plain SQL: how many cases have each, the first of them, and the activities. */
export function sequencesSql(table: string): string {
  return `SELECT count(*) AS n, min("case") AS k, activities FROM (SELECT "case", list(activity ORDER BY rowid) AS activities FROM ${table} GROUP BY "case") GROUP BY activities ORDER BY k`;
}
