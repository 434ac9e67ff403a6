import { weeksBetween } from '../../../maths/time/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { boundedSpan, instantSql } from '../../clock/index.ts';
import { type DatasetVersion, relations } from '../../event-logs/index.ts';
import { attributeColumn } from '../../event-logs/stage/model.ts';
import type { CaseTimesQuestion } from '../../performance/index.ts';
import { comparedSql, withEnded } from './ended.ts';
import { type Moments, noMoments, together } from './times.ts';

/** Times in seconds by the week in which cases began; working time where there is a calendar. */
export interface ByWeek {
  readonly elapsed: ReadonlyMap<number, Moments>;
  readonly working: ReadonlyMap<number, Moments> | null;
}

/** What is known of the compared cases of some variants: how long they took, and their margins in major units. */
export interface OfVariants {
  readonly cases: number;
  readonly took: ByWeek;
  readonly margin: { readonly cases: number; readonly sum: number };
}

export interface VariantQuestion extends CaseTimesQuestion {
  /** Variants of which only settled cases are compared. */
  readonly expecting: readonly number[];
  /** Weeks begin on Mondays of this zone. */
  readonly zone: string;
  /** The attribute of the case that says its margin. */
  readonly margin?: string | undefined;
}

/** The compared cases of a variant that began in one week. */
interface Cell { readonly variant: number; readonly week: number; readonly n: number; readonly mean: number; readonly squares: number; readonly worked: number | null; readonly worked_squares: number | null; readonly known: number; readonly sum: number | null }

/** The compared cases of each variant, by its number in the version. */
export type KnownVariants = ReadonlyMap<number, readonly Cell[]>;

const LONGEST_YEARS = 100;
const squares = (seconds: string) => `var_pop(${seconds}) * count(${seconds})`;

/** What is known of each variant of the ended cases that a filter lets pass. */
export async function ofVariants(c: EngineConnection, version: DatasetVersion, { margin, expecting, zone, ...question }: VariantQuestion): Promise<KnownVariants> {
  return withEnded(c, version, question, async (ended) => {
    const compared = comparedSql(ended, expecting);
    const [extent] = await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms(min("first")) AS lo, epoch_ms(max("first")) AS hi FROM ${compared} t`, [], ended.options);
    if (extent?.lo == null || extent.hi === null) return new Map();
    boundedSpan(extent.lo, extent.hi, LONGEST_YEARS);
    const weeks = weeksBetween(zone, extent.lo, extent.hi + 1).map((w, i) => `(${i}, ${instantSql(w.start)})`);
    const worth = margin !== undefined && isNumber(version, margin) ? `k.${attributeColumn(margin)}::DOUBLE` : 'NULL::DOUBLE';
    const cells = await c.rows<Cell>(`WITH weeks(week, monday) AS (VALUES ${weeks.join(', ')})
      SELECT variant, week, count(*) AS n, avg(d) AS mean, ${squares('d')} AS squares, avg(w) AS worked, ${squares('w')} AS worked_squares, count(worth) AS known, sum(worth) AS sum
      FROM (SELECT t.variant, weeks.week, t.took / 1e6 AS d, t.worked / 1e6 AS w, ${worth} AS worth FROM ${compared} t ASOF JOIN weeks ON t."first" >= weeks.monday JOIN ${relations(version).cases} k ON k."case" = t."case")
      GROUP BY variant, week`, [], ended.options);
    const known = new Map<number, Cell[]>();
    for (const cell of cells) (known.get(cell.variant) ?? known.set(cell.variant, []).get(cell.variant)!).push(cell);
    return known;
  });
}

function isNumber({ manifest }: DatasetVersion, name: string): boolean {
  return manifest.caseAttributes.some((a) => a.name === name && (a.type === 'double' || a.type === 'integer'));
}

/** What is known of some variants together. */
export function ofThese(known: KnownVariants, numbers: Iterable<number>): OfVariants {
  const [elapsed, working] = [new Map<number, Moments>(), new Map<number, Moments>()];
  const add = (to: Map<number, Moments>, week: number, moments: Moments) => to.set(week, together(to.get(week) ?? noMoments, moments));
  const margin = { cases: 0, sum: 0 };
  let cases = 0;
  for (const number of numbers) {
    for (const { week, n, mean, squares: s, worked, worked_squares: ws, known: with_, sum } of known.get(number) ?? []) {
      cases += n;
      add(elapsed, week, { n, mean, squares: s });
      if (worked !== null) add(working, week, { n, mean: worked, squares: ws ?? 0 });
      margin.cases += with_;
      margin.sum += sum ?? 0;
    }
  }
  return { cases, took: { elapsed, working: working.size === 0 ? null : working }, margin };
}
