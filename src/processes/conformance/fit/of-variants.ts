import { setImmediate as pause } from 'node:timers/promises';
import { weeksBetween } from '../../../maths/time/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { boundedSpan, instantSql } from '../../clock/index.ts';
import { type DatasetVersion, relations } from '../../event-logs/index.ts';
import { attributeColumn } from '../../event-logs/stage/model.ts';
import type { CaseTimesQuestion } from '../../performance/index.ts';
import { comparedSql, withEnded } from './ended.ts';
import type { Moments } from './times.ts';

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

/** The compared cases of a set of variants that began in one week. */
interface Cell { readonly nth: number; readonly week: number; readonly n: number; readonly mean: number; readonly squares: number; readonly worked: number | null; readonly worked_squares: number | null; readonly known: number; readonly sum: number | null }

const LONGEST_YEARS = 100;
const squares = (seconds: string) => `var_pop(${seconds}) * count(${seconds})`;

/** What is known of each of some sets of variants (by their numbers in the version) of the ended cases that a filter lets pass. */
export async function ofVariants(c: EngineConnection, version: DatasetVersion, { margin, expecting, zone, ...question }: VariantQuestion, sets: readonly (readonly number[])[]): Promise<OfVariants[]> {
  return withEnded(c, version, question, async (ended) => {
    const compared = comparedSql(ended, expecting);
    const [extent] = await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms(min("first")) AS lo, epoch_ms(max("first")) AS hi FROM ${compared} t`, [], ended.options);
    if (extent?.lo == null || extent.hi === null) return sets.map(() => together([]));
    boundedSpan(extent.lo, extent.hi, LONGEST_YEARS);
    const weeks = weeksBetween(zone, extent.lo, extent.hi + 1).map((w, i) => `(${i}, ${instantSql(w.start)})`);
    const worth = margin !== undefined && isNumber(version, margin) ? `k.${attributeColumn(margin)}::DOUBLE` : 'NULL::DOUBLE';
    return withSets(c, `${ended.table}_sets`, sets, async (table) => {
      const cells = await c.rows<Cell>(`WITH weeks(week, monday) AS (VALUES ${weeks.join(', ')})
        SELECT s.nth, week, count(*) AS n, avg(d) AS mean, ${squares('d')} AS squares, avg(w) AS worked, ${squares('w')} AS worked_squares, count(worth) AS known, sum(worth) AS sum
        FROM ${table} s JOIN (SELECT t.variant, weeks.week, t.took / 1e6 AS d, t.worked / 1e6 AS w, ${worth} AS worth FROM ${compared} t ASOF JOIN weeks ON t."first" >= weeks.monday JOIN ${relations(version).cases} k ON k."case" = t."case") k USING (variant)
        GROUP BY s.nth, week ORDER BY s.nth, week`, [], ended.options);
      const of = sets.map((): Cell[] => []);
      for (const cell of cells) of[cell.nth]!.push(cell);
      return of.map(together);
    });
  });
}

/** Sets of variants as a table (nth, variant): of several 100,000 of them nothing is done one by one here. */
async function withSets<T>(c: EngineConnection, table: string, sets: readonly (readonly number[])[], work: (table: string) => Promise<T>): Promise<T> {
  await c.run(`CREATE TEMP TABLE ${table} (nth INTEGER, variant INTEGER)`);
  try {
    const appender = await c.appender(table);
    for (const [i, set] of sets.entries()) {
      appender.append(set.length, [{ name: 'nth', data: new Int32Array(set.length).fill(i) }, { name: 'variant', data: Int32Array.from(set) }]);
      await pause();
    }
    appender.close();
    return await work(table);
  } finally {
    await c.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

function isNumber({ manifest }: DatasetVersion, name: string): boolean {
  return manifest.caseAttributes.some((a) => a.name === name && (a.type === 'double' || a.type === 'integer'));
}

function together(cells: readonly Cell[]): OfVariants {
  const elapsed = new Map(cells.map(({ week, n, mean, squares: s }) => [week, { n, mean, squares: s }]));
  const working = new Map(cells.flatMap(({ week, n, worked, worked_squares }) => (worked === null ? [] : [[week, { n, mean: worked, squares: worked_squares ?? 0 }] as const])));
  const all = (of: (cell: Cell) => number) => cells.reduce((sum, cell) => sum + of(cell), 0);
  return { cases: all((cell) => cell.n), took: { elapsed, working: working.size === 0 ? null : working }, margin: { cases: all((cell) => cell.known), sum: all((cell) => cell.sum ?? 0) } };
}
