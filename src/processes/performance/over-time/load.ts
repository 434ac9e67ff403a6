import { enoughPeople } from '../../../platform/personal/index.ts';
import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import { QUARTER, quartersSql } from '../steps/in-hour.ts';
import type { Steps } from '../steps/steps.ts';

/** One hour of the week in a zone, 0 Monday 00:00 to 167 Sunday 23:00, over all weeks of the log. */
export interface HourOfWeek {
  readonly hourOfWeek: number;
  /** Seconds of work on steps with a known start and completion; two at once count twice. */
  readonly busySeconds: number;
  /** Steps that began, and that completed, in it. */
  readonly begun: number;
  readonly completed: number;
  /** Resources that began or completed a step in it. */
  readonly resources: number;
}

export interface ResourceLoad {
  readonly zone: string;
  readonly hours: readonly HourOfWeek[];
  /** Hours of the week in which something was done by fewer than five people; they are in no figure here. */
  readonly withheld: readonly number[];
  /** Steps with a resource whose start is not known: no work time is seen of them. */
  readonly withoutStart: number;
}

interface Raw { readonly h: number; readonly busy: number | null; readonly begun: number; readonly completed: number; readonly people: number }

/**
 * How much resources work by hour of the week. Work between two instants is the difference of how much was done by each: starts add and
 * completions take away, so that a step of any length costs the same.
 * @throws Problem `bad-input` for a log of more than 50 years
 */
export async function resourceLoad({ c, version, table, options }: Steps, zone: string): Promise<ResourceLoad> {
  // Said anew each time: what a statement names once and reads often it would hold in memory.
  const known = `(SELECT * FROM ${table} WHERE resource IS NOT NULL)`;
  const [extent] = await c.rows<{ lo: number | null; hi: number | null; unstarted: number }>(`SELECT epoch_us(min(begun)) AS lo, epoch_us(max(coalesce(complete, begun))) AS hi, count(*) FILTER ("start" IS NULL) AS unstarted FROM ${known}`, [], options);
  if (extent?.lo == null || extent.hi === null) return { zone, hours: [], withheld: [], withoutStart: 0 };
  const [lo, hi] = [Math.floor(extent.lo / QUARTER), Math.floor(extent.hi / QUARTER)];
  const quarter = (column: string) => `epoch_us(${column}) // ${QUARTER}`;
  const change = (at: string, works: string, sign: string) => `count(*) FILTER (${works}) * ${sign}1 AS rise, ${sign}sum((epoch_us(${at}) // ${QUARTER} + 1) * ${QUARTER} - epoch_us(${at})) FILTER (${works}) AS within`;
  const present = (at: string, where: string) => `SELECT DISTINCT h, resource FROM (SELECT ${quarter(at)} AS q, resource FROM ${known} WHERE ${where}) JOIN hours USING (q)`;
  const rows = await c.rows<Raw>(`WITH steps AS (SELECT q, sum(begun)::BIGINT AS begun, sum(completed)::BIGINT AS completed, sum(rise) AS rise, sum(within) AS within FROM (
      SELECT ${quarter('begun')} AS q, count(*) AS begun, 0 AS completed, ${change('begun', 'complete > "start"', '')} FROM ${known} GROUP BY q
      UNION ALL SELECT ${quarter('complete')} AS q, 0 AS begun, count(*) AS completed, ${change('complete', 'complete > "start"', '-')} FROM ${known} WHERE complete IS NOT NULL GROUP BY q) GROUP BY q),
    quarters AS (SELECT q, coalesce(begun, 0) AS begun, coalesce(completed, 0) AS completed, coalesce(within, 0) + ${QUARTER} * coalesce(sum(rise) OVER (ORDER BY q ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS busy FROM range(${lo}, ${hi + 1}) g(q) LEFT JOIN steps USING (q)),
    hours AS MATERIALIZED ${quartersSql(zone, lo, hi)},
    work AS (SELECT h, sum(busy) / 1e6 AS busy, sum(begun)::BIGINT AS begun, sum(completed)::BIGINT AS completed FROM quarters JOIN hours USING (q) GROUP BY h),
    people AS (SELECT h, count(*) AS people FROM (${present('begun', 'true')} UNION ${present('complete', `${quarter('complete')} <> ${quarter('begun')}`)}) GROUP BY h)
    SELECT h, busy, begun, completed, coalesce(people, 0) AS people FROM work LEFT JOIN people USING (h) WHERE busy > 0 OR people > 0 ORDER BY h`, [], options);
  const hidden = (r: Raw) => isPersonal(version, 'resource') && !enoughPeople(r.people);
  const shown = rows.filter((r) => !hidden(r));
  return { zone, hours: shown.map((r) => ({ hourOfWeek: r.h, busySeconds: r.busy ?? 0, begun: r.begun, completed: r.completed, resources: r.people })), withheld: rows.filter(hidden).map((r) => r.h), withoutStart: extent.unstarted };
}
