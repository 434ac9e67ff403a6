import type { ClaimRows } from '../../evidence/claims/index.ts';
import { relations } from '../event-logs/versions/index.ts';
import type { HandOvers } from './hand-overs.ts';

/** Cases by their keys: those of the process that hands over that have one, those of them that are not handed over yet, and those of either process with several partners. */
export type Keyed = 'with-key' | 'not-yet' | 'from-several' | 'to-several';

/** A case with its keys, as text, and how many cases of the other process share one. */
export interface KeyedCase {
  readonly id: string;
  readonly keys: string;
  readonly partners: number;
}

const isSeveral = (which: Keyed) => which === 'from-several' || which === 'to-several';
/** More keys of a case than this are counted, not named. */
const mostNamed = 3;

/** The columns of these rows. */
export function keyedColumns(which: Keyed): ClaimRows['columns'] {
  const of = [{ name: 'Case', unit: null, kind: 'text' }, { name: 'Key', unit: null, kind: 'text' }] as const;
  return isSeveral(which) ? [...of, { name: 'Partners', unit: 'cases', kind: 'number' }] : [...of];
}

/** How a case is shown. */
export function keyedShown(which: Keyed): (r: KeyedCase) => ClaimRows['rows'][number] {
  return ({ id, keys, partners }) => [id, keys, ...(isSeveral(which) ? [partners] : [])];
}

/** The cases as SQL, and what they are counted from; those with most partners first. */
export function keyedSql(h: HandOvers, which: Keyed): { readonly from: string; readonly sql: string } {
  const [keys, version, one, other] = which === 'to-several' ? [h.toKeys, h.question.to, 'b', 'a'] as const : [h.fromKeys, h.question.from, 'a', 'b'] as const;
  const several = `(SELECT ${one} AS "case", count(${other}) AS partners FROM ${h.pairs} GROUP BY ${one} HAVING count(${other}) > 1)`;
  const among = which === 'not-yet' ? ` WHERE "case" NOT IN (SELECT a FROM ${h.leaves})` : '';
  const cases = isSeveral(which) ? several : `(SELECT DISTINCT "case", 0 AS partners FROM ${keys}${among})`;
  const named = `(SELECT "case", array_to_string(list_sort(list(key))[1:${mostNamed}], ', ') || CASE WHEN count(*) > ${mostNamed} THEN ' and ' || (count(*) - ${mostNamed}) || ' more' ELSE '' END AS keys FROM ${keys} GROUP BY "case")`;
  return { from: cases, sql: `SELECT k.id, n.keys, s.partners FROM ${cases} s JOIN ${named} n USING ("case") JOIN ${relations(version).cases} k USING ("case") ORDER BY s.partners DESC, k.id` };
}
