import { mean, quantile } from '../../maths/statistics/index.ts';
import type { Figures, RunSummary } from './outcome.ts';
import type { Validation } from './validate.ts';

/** A difference that a change makes, changed less today, with its spread over replications; ready to be put on record as a claim. */
export interface SimulatedDifference {
  /** A stable name, as `median-cycle-time`. */
  readonly measure: string;
  readonly quantity: string;
  readonly unit: string;
  /** Today and with the change: medians over replications. */
  readonly before: number | null;
  readonly after: number | null;
  /** Median over replications; null where there is none to tell. */
  readonly estimate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Share of replications between `lo` and `hi`. */
  readonly level: number;
  /** Replications. */
  readonly n: number;
  /** The distribution that the interval is of, ascending: the difference of each replication, at most 200 evenly spaced ones of more. */
  readonly draws: readonly number[];
  readonly method: string;
  readonly seed: number;
  readonly inputs: { readonly version: string; readonly calibratedFrom: string; readonly calibratedUntil: string; readonly simulatedFrom: string; readonly simulatedUntil: string; readonly changes: string };
  /** Whether the simulation was found to match its process well enough for a benefit to rest on it. */
  readonly usable: boolean;
}

/** The method of simulated differences and its version; a change of either formula or default raises it. */
export const simulationMethod = { name: 'what-if simulation calibrated from the log', version: 1 } as const;

export const whatIf = { level: 0.8, overloaded: 1, mostDraws: 200 } as const;

const quantities: readonly { readonly measure: string; readonly quantity: string; readonly unit: string; readonly of: (f: Figures) => number | null }[] = [
  { measure: 'median-cycle-time', quantity: 'Median cycle time', unit: 'h', of: (f) => f.medianCycleHours },
  { measure: 'cases-completed', quantity: 'Cases completed', unit: 'cases/week', of: (f) => f.throughput },
  { measure: 'hands-on-time', quantity: 'Hands-on time', unit: 'h/week', of: (f) => f.workHours },
  { measure: 'waiting-for-people', quantity: 'Waiting for people', unit: 'h/week', of: (f) => f.waitingHours },
];

/** Differences of pairs of runs that share their luck: today's first, the changed one second. */
export function differencesOf(pairs: readonly (readonly RunSummary[])[], seed: number, inputs: SimulatedDifference['inputs'], { verdict }: Validation): SimulatedDifference[] {
  const tail = (1 - whatIf.level) / 2;
  return quantities.map(({ measure, quantity, unit, of }) => {
    const both = pairs.map(([a, b]) => [of(a!.figures), of(b!.figures)] as const).filter((p): p is readonly [number, number] => p[0] !== null && p[1] !== null);
    const differences = both.map(([a, b]) => b - a).sort((a, b) => a - b);
    return {
      measure, quantity, unit, before: quantile(both.map((p) => p[0]), 0.5), after: quantile(both.map((p) => p[1]), 0.5),
      estimate: quantile(differences, 0.5), lo: quantile(differences, tail), hi: quantile(differences, 1 - tail), level: whatIf.level, n: differences.length, draws: thinned(differences, whatIf.mostDraws),
      method: `${simulationMethod.name} v${simulationMethod.version}`, seed, inputs, usable: verdict === 'good' || verdict === 'fair',
    };
  });
}

/**
 * At most `most` of ascending values, evenly spaced by rank: the middle of each of so many equal parts.
 * @example thinned([1, 2, 3, 4, 5, 6], 3) // [2, 4, 6]
 */
export function thinned(sorted: readonly number[], most: number): number[] {
  return sorted.length <= most ? [...sorted] : Array.from({ length: most }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / most)]!);
}

/** Pools, by number, that are brought more work than they can do: for each, the hours of work for every hour that people are there. */
export function overloaded(runs: readonly Pick<RunSummary, 'load'>[]): { pool: number; load: number }[] {
  const first = runs[0];
  if (first === undefined) return [];
  return first.load.flatMap((_, pool) => {
    const load = mean(runs.map((r) => r.load[pool]!))!;
    return load >= whatIf.overloaded ? [{ pool, load }] : [];
  });
}
