import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { type DatasetVersion, filterSql, type LogFilter, relations } from '../../event-logs/index.ts';
import { attributeColumn } from '../../event-logs/stage/model.ts';
import { type Moments, noMoments, together } from './times.ts';

/** What is known of the cases of a variant: how long the complete ones took until they were, in seconds, and their margins in major units. */
export interface OfVariant {
  readonly cases: number;
  readonly took: Moments;
  readonly margin: { readonly cases: number; readonly sum: number };
}

export interface VariantQuestion extends RunOptions {
  readonly filter: LogFilter;
  /** The first of these activities completes a case; without any, its last event does. */
  readonly ends: readonly string[];
  /** The attribute of the case that says its margin. */
  readonly margin?: string | undefined;
}

/** What is known of each variant of the cases that a filter lets pass, by its number in the version. */
export async function ofVariants(c: EngineConnection, version: DatasetVersion, { filter, ends, margin, ...options }: VariantQuestion): Promise<Map<number, OfVariant>> {
  const f = await filterSql(c, version, filter);
  const r = relations(version);
  const codes = ends.length === 0 ? [] : (await c.rows<{ code: number }>(`SELECT code FROM ${r.dictionary} WHERE "column" = 'activity' AND value IN (${ends.map(() => '?').join(', ')})`, [...ends], options)).map((row) => row.code);
  const over = ends.length === 0 ? '' : `LEFT JOIN (SELECT "case", min(coalesce(complete, "start")) AS done FROM ${r.instances} WHERE activity IN (${codes.length === 0 ? 'NULL' : codes.join(', ')}) GROUP BY "case") o ON o."case" = k."case"`;
  const worth = margin !== undefined && isNumber(version, margin) ? `k.${attributeColumn(margin)}::DOUBLE` : 'NULL::DOUBLE';
  const rows = await c.rows<{ variant: number; all_cases: number; n: number; mean: number | null; squares: number | null; cases: number; sum: number | null }>(
    `SELECT variant, count(*) AS all_cases, count(d) AS n, avg(d) AS mean, var_pop(d) * count(d) AS squares, count(worth) AS cases, sum(worth) AS sum
     FROM (SELECT k.variant, (epoch_us(${ends.length === 0 ? 'k."last"' : 'o.done'}) - epoch_us(k."first")) / 1e6 AS d, ${worth} AS worth FROM ${r.cases} k ${over} WHERE ${f?.where ?? 'true'})
     GROUP BY variant`, f?.values ?? [], options);
  return new Map(rows.map((row) => [row.variant, { cases: row.all_cases, took: row.n === 0 ? noMoments : { n: row.n, mean: row.mean!, squares: row.squares! }, margin: { cases: row.cases, sum: row.sum ?? 0 } }]));
}

function isNumber({ manifest }: DatasetVersion, name: string): boolean {
  return manifest.caseAttributes.some((a) => a.name === name && (a.type === 'double' || a.type === 'integer'));
}

/** What is known of some variants together. */
export function ofThese(known: ReadonlyMap<number, OfVariant>, numbers: Iterable<number>): OfVariant {
  let [took, cases] = [noMoments, 0];
  const margin = { cases: 0, sum: 0 };
  for (const number of numbers) {
    const of = known.get(number);
    if (of === undefined) continue;
    cases += of.cases;
    took = together(took, of.took);
    margin.cases += of.margin.cases;
    margin.sum += of.margin.sum;
  }
  return { cases, took, margin };
}
