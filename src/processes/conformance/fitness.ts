import type { VariantLog } from '../models/index.ts';
import type { Aligned } from './align-here.ts';

/** How well a log fits a model. */
export interface Fitness {
  readonly method: 'alignments' | 'replay';
  /** Mean over cases, from 0 to 1; where it is not exact, what is sure: `lower`. */
  readonly fitness: number;
  readonly fittingCases: number;
  readonly cases: number;
  /** Mean over cases: of alignments the moves that deviate, of replay the tokens missing and left over. */
  readonly averageCost: number;
  readonly exact: boolean;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Fitness by alignments: of a case 1 − cost ÷ (its events + visible steps of the model's shortest run) (Adriansyah 2014, section 5.2); of a
 * log the mean over cases. A log without cases fits.
 * @example fitnessOf(log, alignHere(net, log)).fitness // 0.75
 */
export function fitnessOf(log: VariantLog, { shortest, costs }: Aligned): Fitness {
  const sums = { cases: 0, fitting: 0, cost: 0, lower: 0, upper: 0 };
  let exact = true;
  for (const [i, n] of log.counts.entries()) {
    const [{ lower, upper }, events] = [costs[i]!, log.sequences[i]!.length];
    sums.cases += n;
    if (upper === 0) sums.fitting += n;
    sums.cost += n * upper;
    sums.lower += n * caseFitness(upper, events + shortest.lower);
    sums.upper += n * caseFitness(lower, events + shortest.upper);
    exact &&= lower === upper && (upper === 0 || shortest.lower === shortest.upper);
  }
  const mean = (sum: number, none: number) => (sums.cases === 0 ? none : sum / sums.cases);
  const lower = mean(sums.lower, 1);
  return { method: 'alignments', fitness: lower, fittingCases: sums.fitting, cases: sums.cases, averageCost: mean(sums.cost, 0), exact, lower, upper: exact ? lower : mean(sums.upper, 1) };
}

function caseFitness(cost: number, most: number): number {
  return cost === 0 ? 1 : Math.max(0, 1 - cost / most);
}
