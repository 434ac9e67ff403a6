import { problem } from '../../../platform/errors/index.ts';
import { enoughPeople } from '../../../platform/personal/index.ts';
import { boundedSpan, offsetsSql } from '../../clock/index.ts';
import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import type { Steps } from './steps.ts';

/** An hour of the week of a zone, 0 Monday 00:00 to 167. */
export interface HourAsked {
  readonly of: number;
  readonly zone: string;
  /** Steps that were worked on in it, instead of those that began in it. */
  readonly worked?: boolean | undefined;
}

/** Clocks are changed on the quarter of an hour, so a quarter is of one hour of the week. */
export const QUARTER = 900_000_000;
const LONGEST_YEARS = 50;

/**
 * SQL of the quarters from one to another, numbered since 1970, with the hour of the week that each is in: a relation (q, h).
 * @throws Problem `bad-input` for more than 50 years
 */
export function quartersSql(zone: string, from: number, to: number): string {
  const ms = QUARTER / 1000;
  boundedSpan(from * ms, to * ms, LONGEST_YEARS);
  return `(SELECT q, (((q * ${QUARTER} + shift) // 3600000000 + 72) % 168 + 168) % 168 AS h FROM (SELECT q, make_timestamp(q * ${QUARTER}) AS seen FROM range(${from}, ${to + 1}) g(q)) ASOF JOIN ${offsetsSql(zone, from * ms, (to + 1) * ms)} o(opens, shift) ON seen >= o.opens)`;
}

/**
 * The steps of an hour of the week: a relation like the table of steps, with `within`, the µs of work in that hour of all weeks, for those
 * that were worked on in it. These add up to what `resourceLoad` says.
 * @throws Problem `too-few-people` where they are of fewer than five
 */
export async function stepsInHour({ c, version, table, options }: Steps, { of, zone, worked = false }: HourAsked): Promise<string> {
  const known = `(SELECT * FROM ${table} WHERE resource IS NOT NULL)`;
  const [extent] = await c.rows<{ lo: number | null; hi: number }>(`SELECT epoch_us(min(begun)) // ${QUARTER} AS lo, epoch_us(max(coalesce(complete, begun))) // ${QUARTER} AS hi FROM ${known}`, [], options);
  if (extent?.lo == null) return `(SELECT *, 0 AS within FROM ${table} WHERE false)`;
  const quarters = quartersSql(zone, extent.lo, extent.hi);
  const at = (column: string) => `epoch_us(${column}) // ${QUARTER}`;
  // How much of the hour had passed by an instant: what passed until a step was completed, less what had when it began.
  const passed = (quarter: string, column: string) => `(${quarter}.before + CASE WHEN ${quarter}.inside THEN epoch_us(s.${column}) - ${quarter}.q * ${QUARTER} ELSE 0 END)`;
  const found = worked
    ? `(WITH passed AS MATERIALIZED (SELECT q, h = ${of} AS inside, coalesce(sum(CASE WHEN h = ${of} THEN ${QUARTER} ELSE 0 END) OVER (ORDER BY q ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::BIGINT AS before FROM ${quarters})
      SELECT s.*, ${passed('d', 'complete')} - ${passed('b', 'begun')} AS within FROM ${known} s JOIN passed b ON b.q = ${at('s.begun')} JOIN passed d ON d.q = ${at('s.complete')} WHERE s.complete > s."start" AND within > 0)`
    : `(SELECT s.*, 0 AS within FROM ${known} s JOIN ${quarters} b ON b.q = ${at('s.begun')} WHERE b.h = ${of})`;
  if (!isPersonal(version, 'resource')) return found;
  const present = worked ? `SELECT resource, begun AS moment FROM ${known} UNION ALL SELECT resource, complete FROM ${known} WHERE complete IS NOT NULL` : `SELECT resource, begun AS moment FROM ${known}`;
  const [who] = await c.rows<{ n: number }>(`SELECT count(DISTINCT resource) AS n FROM (${present}) JOIN ${quarters} b ON b.q = ${at('moment')} WHERE b.h = ${of}`, [], options);
  if (enoughPeople(who?.n ?? 0) || (await c.rows(`SELECT 1 FROM ${found} LIMIT 1`, [], options)).length === 0) return found;
  throw problem('too-few-people', { detail: `Fewer than five people ${worked ? 'did anything' : 'began a step'} in this hour of the week`, value: String(of), wanted: 'an hour in which more people work' });
}
