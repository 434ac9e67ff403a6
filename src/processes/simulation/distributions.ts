import type { FigureCheck } from './validate.ts';
import type { SimulatedDifference } from './what-if.ts';

/** What a change would make of one measure, as a distribution that an estimate of a benefit can be drawn from, with all that it rests on. */
export interface SimulatedDistribution {
  readonly measure: string;
  readonly quantity: string;
  /** `h`, `cases/week` or `h/week`. */
  readonly unit: string;
  /** What one draw is of: a case (half of them take less), or a week of the simulated ones. */
  readonly basis: 'a case' | 'a week';
  /** Changed less today, ascending; one for each replication, all as likely, at most 1,000 evenly spaced ones of more. */
  readonly draws: readonly number[];
  /** Their mean, and the ends between which at least `level` of them lie. */
  readonly estimate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly level: number;
  readonly n: number;
  readonly method: { readonly name: string; readonly version: number };
  readonly seed: number;
  /** The version of the event log. */
  readonly dataset: string;
  /** The simulated weeks, instants. */
  readonly period: { readonly from: string; readonly until: string };
  /** What was changed, in words. */
  readonly changes: readonly string[];
  readonly check: FigureCheck;
  /** Whether the check lets a benefit rest on it. */
  readonly usable: boolean;
}

type Told = Pick<SimulatedDifference, 'measure' | 'quantity' | 'unit' | 'draws' | 'estimate' | 'lo' | 'hi' | 'level' | 'n' | 'seed' | 'check' | 'usable'>;

/** A difference with what it rests on. */
export function distributionOf(d: Told, about: Pick<SimulatedDistribution, 'method' | 'dataset' | 'period' | 'changes'>): SimulatedDistribution {
  const { measure, quantity, unit, draws, estimate, lo, hi, level, n, seed, check, usable } = d;
  return { measure, quantity, unit, basis: unit.endsWith('/week') ? 'a week' : 'a case', draws, estimate, lo, hi, level, n, ...about, seed, check, usable };
}

/** The columns of distributions as a table: each line says by itself what it is of. */
export const distributionColumns = ['measure', 'quantity', 'unit', 'basis', 'draw', 'difference', 'check', 'usable', 'from', 'until', 'changes', 'dataset', 'seed', 'method'] as const;

/** The lines of a distribution. */
export function distributionRows(d: SimulatedDistribution): (string | number)[][] {
  const after = [d.check.verdict, d.usable ? 'yes' : 'no', d.period.from, d.period.until, d.changes.join('; '), d.dataset, d.seed, `${d.method.name} v${d.method.version}`];
  return d.draws.map((x, i) => [d.measure, d.quantity, d.unit, d.basis, i + 1, x, ...after]);
}
