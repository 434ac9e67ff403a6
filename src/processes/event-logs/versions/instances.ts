/** What each lifecycle code means for activity instances. */
export interface LifecycleKinds {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Steps of the standard lifecycle that neither begin nor end work. */
  readonly others: readonly number[];
}

const OTHERS = ['schedule', 'assign', 'reassign', 'suspend', 'resume', 'withdraw', 'autoskip', 'manualskip', 'ate_abort', 'pi_abort'];

/**
 * The meaning of lifecycle texts; null where none is a start or another step without an end, so that each event is an instance. A text
 * of a custom lifecycle, or none, is an instance without a start.
 * @example lifecycleKinds([{ code: 0, value: 'START' }, { code: 1, value: 'complete' }]) // { starts: [0], ends: [1], others: [] }
 */
export function lifecycleKinds(values: readonly { code: number; value: string }[]): LifecycleKinds | null {
  const codes = (test: (text: string) => boolean) => values.filter((v) => test(v.value.trim().toLowerCase())).map((v) => v.code);
  const kinds = { starts: codes((t) => t === 'start'), ends: codes((t) => t === 'complete'), others: codes((t) => OTHERS.includes(t)) };
  return kinds.starts.length + kinds.others.length === 0 ? null : kinds;
}

/**
 * Activity instances of a table of events whose rowids are in their order: each end takes the oldest open start of its case, activity and
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
