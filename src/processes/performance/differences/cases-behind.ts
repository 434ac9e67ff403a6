import { problem } from '../../../platform/errors/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { Among } from '../../event-logs/questions/index.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { type Factor, type FactorKind, factorsOf } from './factors.ts';
import { differenceRules } from './slow-and-fast.ts';
import { type Split, type SplitQuestion, withSplit } from './split.ts';

/** Sides of a split: all complete cases, the slow or the fast ones of them, or those that are not complete. */
export const splitSides = ['complete', 'slow', 'fast', 'open'] as const;

/** The cases of a figure of slow or fast: a side of the split and, where a kind is named, of it those with a value or without it. */
export interface SplitCases {
  readonly side: (typeof splitSides)[number];
  readonly kind?: FactorKind | undefined;
  readonly name?: string | undefined;
  /** As a difference says it, of a variant its number; absent: all cases in which it is known, whatever it is. */
  readonly value?: string | undefined;
  readonly has: boolean;
}

/**
 * Hands the cases that `slowAndFast` counts in one of its figures to `work`: a statement that lists them by their codes.
 * @throws Problem `bad-input` for what cases are not compared by
 */
export async function withSplitCases<T>(c: EngineConnection, version: DatasetVersion, question: SplitQuestion, asked: SplitCases, work: (cases: Among) => Promise<T>): Promise<T> {
  return withSplit(c, version, question, async (split) => {
    try {
      return await work(await among(split, asked));
    } finally {
      await c.run(`DROP TABLE IF EXISTS ${split.table}_done`);
    }
  });
}

async function among(split: Split, { side, kind, name, value, has }: SplitCases): Promise<Among> {
  const { table, inView } = split;
  if (side === 'open') return { sql: `SELECT "case" FROM ${inView} WHERE completed IS NULL`, values: [] };
  const those = `SELECT s."case" FROM ${table} s WHERE ${{ complete: 'true', slow: 'slow', fast: 'NOT slow' }[side]}`;
  if (kind === undefined) return { sql: those, values: [] };
  const factor = (await factorsOf(split)).find((f) => f.kind === kind && f.name === (name ?? null));
  if (factor === undefined) throw problem('bad-input', { detail: 'Cases are not compared by this', value: name ?? kind, wanted: 'a kind and a name of GET /event-logs/:id/differences', at: { path: 'kind' } });
  const known = `SELECT "case" FROM ${factor.relation}`;
  if (factor.type === 'number') return { sql: `${those} AND s."case" IN (${known} WHERE isfinite(value::DOUBLE))`, values: [] };
  if (value === undefined) return { sql: factor.type === 'member' ? those : `${those} AND s."case" IN (${known})`, values: [] };
  const having = `${known} WHERE value = ?`;
  const code = await valueOf(split, factor, value);
  if (has) return { sql: `${those} AND s."case" IN (${having})`, values: [code] };
  return { sql: `${those} ${factor.type === 'member' ? '' : `AND s."case" IN (${known})`} AND s."case" NOT IN (${having})`, values: [code] };
}

/** What a value that a difference names is in the relation. */
async function valueOf({ c, table, options }: Split, { kind, relation, type, named }: Factor, value: string): Promise<string | number | boolean> {
  const { mostValues, mostActivities } = differenceRules;
  const rows = await c.rows<{ value: string | number | boolean }>(`SELECT value FROM ${table} s JOIN ${relation} r ON r."case" = s."case" GROUP BY value ORDER BY count(*) DESC, value LIMIT ${type === 'member' ? mostActivities : mostValues}`, [], options);
  const values = rows.map((r) => r.value);
  const names = kind === 'variant' ? values.map(String) : await named(values);
  const at = names.indexOf(value);
  if (at < 0) throw problem('bad-input', { detail: 'Cases are not compared by this value', value, wanted: 'a value of GET /event-logs/:id/differences', at: { path: 'value' } });
  return values[at]!;
}
