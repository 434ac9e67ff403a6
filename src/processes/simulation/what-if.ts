import { mean, quantile } from '../../maths/statistics/index.ts';
import type { Figures, RunSummary } from './outcome.ts';
import { type FigureCheck, type Validation, worstOf } from './validate.ts';

/** A difference that a change makes, changed less today, with its spread over replications; ready to be put on record as a claim. */
export interface SimulatedDifference {
  /** A stable name, as `median-cycle-time`. */
  readonly measure: string;
  readonly quantity: string;
  readonly unit: string;
  /** As measured in the weeks held back, a week or as it is; null where a log does not show it. */
  readonly measured: number | null;
  /** Simulated as today and with the change: means over replications, so that one and the difference make the other. */
  readonly before: number | null;
  readonly after: number | null;
  /** The mean of the differences of the replications; null where there is none to tell. */
  readonly estimate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** At least this share of the replications lies between `lo` and `hi`. */
  readonly level: number;
  /** Replications. */
  readonly n: number;
  /** The distribution that the interval is of, ascending: the difference of each replication, at most 1,000 evenly spaced ones of more. */
  readonly draws: readonly number[];
  readonly method: string;
  readonly seed: number;
  readonly inputs: { readonly version: string; readonly calibratedFrom: string; readonly calibratedUntil: string; readonly simulatedFrom: string; readonly simulatedUntil: string; readonly changes: string };
  /** What the check says of what this figure rests on. */
  readonly check: FigureCheck;
  /** Whether that lets a benefit rest on it. */
  readonly usable: boolean;
}

/** The method of simulated differences and its version; a change of either formula or default raises it. */
export const simulationMethod = { name: 'what-if simulation calibrated from the log', version: 3 } as const;

export const whatIf = { level: 0.8, overloaded: 1, strained: 0.95, mostDraws: 1000 } as const;

interface Measured {
  readonly measure: string;
  readonly quantity: string;
  readonly unit: string;
  readonly of: (f: Figures) => number | null;
  readonly measured: (v: Validation) => number | null;
  /** What of the check the figure rests on. */
  readonly restsOn: readonly (keyof Validation['figures'])[];
}

const quantities: readonly Measured[] = [
  { measure: 'median-cycle-time', quantity: 'Median cycle time', unit: 'h', of: (f) => f.medianCycleHours, measured: (v) => v.cycleTime.real, restsOn: ['cycleTime'] },
  { measure: 'cases-completed', quantity: 'Cases completed', unit: 'cases/week', of: (f) => f.throughput, measured: (v) => v.throughput.real, restsOn: ['throughput'] },
  { measure: 'hands-on-time', quantity: 'Hands-on time', unit: 'h/week', of: (f) => f.workHours, measured: (v) => v.work.real, restsOn: ['work'] },
  // No log shows who waits for whom: it follows from how long cases take and from how much work there is.
  { measure: 'waiting-for-people', quantity: 'Waiting for people', unit: 'h/week', of: (f) => f.waitingHours, measured: () => null, restsOn: ['cycleTime', 'work'] },
];

/**
 * What the check says of a figure, and what was measured of it.
 * @throws RangeError for a measure that is none.
 */
export function figuresFrom(validation: Validation, measure: string): { readonly check: FigureCheck; readonly measured: number | null } {
  const q = quantities.find((x) => x.measure === measure);
  if (q === undefined) throw new RangeError(`No simulation has the measure ${measure}`);
  return { check: worstOf(q.restsOn.map((k) => validation.figures[k])), measured: q.measured(validation) };
}

/** Differences of pairs of runs that share their luck: today's first, the changed one second. */
export function differencesOf(pairs: readonly (readonly RunSummary[])[], seed: number, inputs: SimulatedDifference['inputs'], validation: Validation): SimulatedDifference[] {
  const tail = (1 - whatIf.level) / 2;
  return quantities.map(({ measure, quantity, unit, of }) => {
    const both = pairs.map(([a, b]) => [of(a!.figures), of(b!.figures)] as const).filter((p): p is readonly [number, number] => p[0] !== null && p[1] !== null);
    const differences = both.map(([a, b]) => b - a).sort((a, b) => a - b);
    const before = mean(both.map((p) => p[0])), middle = mean(differences);
    // Of equal differences the mean may be off in its last bit, and an interval would seem to have a width.
    const estimate = middle === null ? null : Math.min(differences.at(-1)!, Math.max(differences[0]!, middle));
    const after = before === null || estimate === null ? null : before + estimate;
    // A few wild replications may pull the mean out of the middle: an interval that does not hold its estimate would read as a slip.
    const end = (share: number, way: (a: number, b: number) => number) => (estimate === null ? null : way(quantile(differences, share)!, estimate));
    const { check, measured } = figuresFrom(validation, measure);
    return {
      measure, quantity, unit, measured, before, after, estimate, lo: end(tail, Math.min), hi: end(1 - tail, Math.max), level: whatIf.level, n: differences.length, draws: thinned(differences, whatIf.mostDraws),
      method: `${simulationMethod.name} v${simulationMethod.version}`, seed, inputs, check, usable: check.verdict === 'good' || check.verdict === 'fair',
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

/** Pools, by number, that are brought nearly as much work as they can do, or more: for each, the hours of work for every hour that people are there. */
export function strained(runs: readonly Pick<RunSummary, 'load'>[]): { pool: number; load: number }[] {
  const first = runs[0];
  if (first === undefined) return [];
  return first.load.flatMap((_, pool) => {
    const load = mean(runs.map((r) => r.load[pool]!))!;
    return load >= whatIf.strained ? [{ pool, load }] : [];
  });
}
