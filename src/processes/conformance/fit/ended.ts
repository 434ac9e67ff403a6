import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { instantSql } from '../../clock/index.ts';
import { type DatasetVersion, relations } from '../../event-logs/index.ts';
import { type CaseTimes, type CaseTimesQuestion, withCaseTimes } from '../../performance/index.ts';

/** The cases in view that have come to their end. */
export interface Ended extends Pick<CaseTimes, 'open'> {
  /** A table: as that of case times, of the complete cases only, and whether each is settled: silent for so long that nothing more is to come. */
  readonly table: string;
  /** A table of all cases in view, ended or not. */
  readonly inView: string;
  readonly options: RunOptions;
}

/** After so large a share of the gaps that follow an activity in this log, nothing more is waited for. */
const SETTLED = 0.99;

/**
 * Tells the cases that have ended from those under way and hands them to `work`. Ended is complete, as everywhere (METHODS §0). A complete
 * case may still go on, as an order that is delivered and not paid yet: it is settled once silent for longer than 99 in 100 of the gaps after
 * an activity like its last, or where nothing ever came after that.
 */
export async function withEnded<T>(c: EngineConnection, version: DatasetVersion, question: CaseTimesQuestion, work: (ended: Ended) => Promise<T>): Promise<T> {
  const { filter: _filter, completion: { asOf }, calendar: _calendar, ...options } = question;
  const r = relations(version);
  return withCaseTimes(c, version, question, async ({ table: times, open }) => {
    const table = `${times}_ended`;
    const now = asOf === undefined ? `(SELECT max("last") FROM ${r.cases})` : instantSql(asOf);
    await c.run(`CREATE TEMP TABLE ${table} AS
      WITH gaps AS (SELECT activity, quantile_cont(epoch_us(next_time) - epoch_us("time"), ${SETTLED}) AS gap FROM ${r.events} WHERE next_time IS NOT NULL GROUP BY activity)
      SELECT t.*, epoch_us(${now}) - epoch_us(k."last") > coalesce(g.gap, -1) AS settled FROM ${times} t JOIN ${r.cases} k ON k."case" = t."case" JOIN ${r.variants} v ON v.variant = t.variant
      LEFT JOIN gaps g ON g.activity = v.activities[-1] WHERE t.completed IS NOT NULL`, [], options);
    try {
      return await work({ table, inView: times, open, options });
    } finally {
      await c.run(`DROP TABLE IF EXISTS ${table}`);
    }
  });
}

/** Of the ended cases those that are compared with a model; of these variants the settled ones only. */
export function comparedSql({ table }: Pick<Ended, 'table'>, expecting: readonly number[]): string {
  return expecting.length === 0 ? table : `(SELECT * FROM ${table} WHERE settled OR variant NOT IN (${expecting.join(', ')}))`;
}
