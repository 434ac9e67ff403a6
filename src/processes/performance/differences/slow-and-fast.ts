import { differenceOfShares, falseDiscovery, rankDifference } from '../../../maths/statistics/index.ts';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { type Factor, type FactorFilter, type FactorKind, factorsOf, isKnownAtStart } from './factors.ts';
import { type Split, type SplitBy, type SplitQuestion, withSplit } from './split.ts';

/** What decides whether a difference is told: named once, and pinned by a test. */
export const differenceRules = { level: 0.95, falseDiscoveryRate: 0.1, leastCases: 20, mostValues: 20, mostActivities: 500, bins: 10_000 } as const;

/** Something in which slow cases differ from fast ones. It is so at the same time as they are slow; whether one leads to the other is not known. */
export interface Difference {
  readonly kind: FactorKind;
  /** As isKnownAtStart. */
  readonly knownAtStart: boolean;
  readonly name: string | null;
  /** The value that cases have or not; null of a number. */
  readonly value: string | null;
  /** Cliff's delta of slow against fast, −1 to 1: how much more often a slow case has the value, or the larger number. The rank goes by its size. */
  readonly delta: { readonly estimate: number; readonly lo: number; readonly hi: number; readonly level: number };
  readonly p: number;
  /** As falseDiscovery: over all that was tested. */
  readonly q: number;
  /** Cases in which it is known. */
  readonly n: number;
  /** How many of the cases with the value are slow, and of those without it; null of a number. */
  readonly share: ShareOfSlow | null;
  /** The medians of a number; null of a value. */
  readonly median: { readonly slow: number; readonly fast: number } | null;
  /** How the cases with the value can be asked for, by the names of the API's filters; null where no filter says it. */
  readonly filter: FactorFilter | null;
}

/** Shares of slow cases, 0 to 1; `difference` is with less without (Newcombe's interval). */
export interface ShareOfSlow {
  readonly with: { readonly cases: number; readonly slow: number };
  readonly without: { readonly cases: number; readonly slow: number };
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
}

export interface SlowAndFast {
  readonly split: {
    readonly by: SplitBy;
    /** Which time is meant: all of it, or the working hours of the process only. */
    readonly time: 'elapsed' | 'working';
    readonly seconds: number;
    readonly slow: number;
    readonly fast: number;
    /** Cases that are not complete yet, left out. */
    readonly open: number;
  };
  /** How much was tested; of all told differences 1 in 10 is expected to be chance. */
  readonly tested: number;
  readonly rules: typeof differenceRules;
  /** The largest first. */
  readonly differences: readonly Difference[];
}

type Tested = Omit<Difference, 'q' | 'knownAtStart'>;
interface Counts { readonly value: string | number | boolean; readonly slow: number; readonly fast: number; readonly all_slow: number; readonly all_fast: number; readonly kinds: number }

/**
 * What differs between slow and fast cases: attributes, first events, activities done and done again, variants and when cases begin, each
 * value against all others. Only what Benjamini & Hochberg's rule keeps at 10 % is told.
 */
export async function slowAndFast(c: EngineConnection, version: DatasetVersion, question: SplitQuestion): Promise<SlowAndFast> {
  return withSplit(c, version, question, async (split) => {
    const { by, seconds, slow, fast, open, table } = split;
    const tested: Tested[] = [];
    try {
      if (Math.min(slow, fast) >= differenceRules.leastCases) for (const factor of await factorsOf(split)) tested.push(...await (factor.type === 'number' ? numberTest(split, factor) : valueTests(split, factor)));
    } finally {
      await c.run(`DROP TABLE IF EXISTS ${table}_done`);
    }
    const q = falseDiscovery(tested.map((t) => t.p));
    const differences = tested.map((t, i): Difference => ({ ...t, knownAtStart: isKnownAtStart(t.kind), q: q[i]! })).filter((d) => d.q <= differenceRules.falseDiscoveryRate);
    return { split: { by, time: by === 'working' ? 'working' : 'elapsed', seconds, slow, fast, open }, tested: tested.length, rules: differenceRules, differences: differences.sort((x, y) => Math.abs(y.delta.estimate) - Math.abs(x.delta.estimate) || x.p - y.p) };
  });
}

async function valueTests({ c, table, slow, fast, options }: Split, { kind, name, relation, type, named, filter }: Factor): Promise<Tested[]> {
  const { leastCases, mostValues, mostActivities } = differenceRules;
  const rows = await c.rows<Counts>(`SELECT *, (sum(slow) OVER ())::BIGINT AS all_slow, (sum(fast) OVER ())::BIGINT AS all_fast, count(*) OVER () AS kinds
    FROM (SELECT value, count(*) FILTER (slow) AS slow, count(*) FILTER (NOT slow) AS fast FROM ${table} s JOIN ${relation} r ON r."case" = s."case" GROUP BY value)
    ORDER BY slow + fast DESC, value LIMIT ${type === 'member' ? mostActivities : mostValues}`, [], options);
  // Of two values the one is where the other is not: it is one question.
  const asked = type === 'category' && rows[0]?.kinds === 2 ? rows.slice(0, 1) : rows;
  const names = await named(asked.map((r) => r.value));
  return asked.flatMap((r, i): Tested[] => {
    const [allSlow, allFast] = type === 'member' ? [slow, fast] : [r.all_slow, r.all_fast];
    const having = { cases: r.slow + r.fast, slow: r.slow }, without = { cases: allSlow + allFast - r.slow - r.fast, slow: allSlow - r.slow };
    if (Math.min(having.cases, without.cases) < leastCases) return [];
    const found = compared([{ value: 0, a: without.slow, b: without.cases - without.slow }, { value: 1, a: r.slow, b: r.fast }]);
    if (found === null) return [];
    const of = (side: { cases: number; slow: number }) => ({ successes: side.slow, trials: side.cases });
    const share: ShareOfSlow = { with: having, without, difference: having.slow / having.cases - without.slow / without.cases, ...differenceOfShares(of(having), of(without), differenceRules.level) };
    return [{ kind, name, value: names[i]!, ...found, n: having.cases + without.cases, share, median: null, filter: filter?.(names[i]!, String(r.value)) ?? null }];
  });
}

async function numberTest({ c, table, options }: Split, { kind, name, relation }: Factor): Promise<Tested[]> {
  const { leastCases, bins } = differenceRules;
  const from = `${table} s JOIN ${relation} r ON r."case" = s."case" WHERE isfinite(value::DOUBLE)`;
  // Equal values keep one rank, so they stay in one bin.
  const rows = await c.rows<{ value: number; a: number; b: number }>(`SELECT bin::DOUBLE AS value, count(*) FILTER (slow) AS a, count(*) FILTER (NOT slow) AS b
    FROM (SELECT slow, (rank() OVER (ORDER BY value) - 1) * ${bins} // greatest(${bins}, count(*) OVER ()) AS bin FROM ${from}) GROUP BY bin`, [], options);
  const [slow, fast] = [rows.reduce((sum, r) => sum + r.a, 0), rows.reduce((sum, r) => sum + r.b, 0)];
  const found = Math.min(slow, fast) < leastCases ? null : compared(rows);
  if (found === null) return [];
  const [median] = await c.rows<{ slow: number; fast: number }>(`SELECT median(value::DOUBLE) FILTER (slow) AS slow, median(value::DOUBLE) FILTER (NOT slow) AS fast FROM ${from}`, [], options);
  return [{ kind, name, value: null, ...found, n: slow + fast, share: null, median: median!, filter: null }];
}

function compared(values: readonly { value: number; a: number; b: number }[]): Pick<Tested, 'delta' | 'p'> | null {
  const { level } = differenceRules;
  const found = rankDifference(values, level);
  return found === null ? null : { delta: { estimate: found.delta, lo: found.lo, hi: found.hi, level }, p: found.p };
}
