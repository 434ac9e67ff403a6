/** What really happened in a window, as `Outcome` says it of a run. */
export interface Observed {
  /** Seconds, ascending; at most 20,000 drawn from more. */
  readonly cycleTimes: Float64Array;
  /** The same in weeks 0, 2, 4 … and in the others. */
  readonly halves: readonly [Float64Array, Float64Array];
  /** Of cases completed in the last quarter of the weeks; empty where there are fewer than four. */
  readonly latest: Float64Array;
  readonly weekly: readonly number[];
  /** Cases begun in each week, by the day number of its Monday. */
  readonly begun: readonly { readonly monday: number; readonly begun: number }[];
  /** Hours of hands-on work that was begun in the window; null where the log shows no starts. */
  readonly workHours: number | null;
}

export type Fit = 'good' | 'fair' | 'poor' | 'none';

/** What the check says of one of the things that figures rest on. */
export interface FigureCheck {
  readonly verdict: Fit;
  /** How far off it was, as a share of what was measured. */
  readonly off: number | null;
  /** What was that far off, as a sentence calls it. */
  readonly what: string;
}

/** How far a simulation is from weeks that it was not calibrated on, and how far real weeks are from one another. */
export interface Validation {
  /** The worst of those in `figures`. */
  readonly verdict: Fit;
  readonly figures: { readonly cycleTime: FigureCheck; readonly throughput: FigureCheck; readonly work: FigureCheck };
  /** In words. */
  readonly says: string;
  readonly weeks: number;
  readonly cases: number;
  readonly cycleTime: {
    /** Median hours, real and simulated. */
    readonly real: number | null;
    readonly simulated: number | null;
    /** Wasserstein-1 distance in hours, and as a share of the real mean, with as many cases a week as really came. */
    readonly distance: number | null;
    readonly share: number | null;
    /** How far the medians are apart, as a share of the real one; and those of alternate real weeks. */
    readonly median: number | null;
    readonly medianNoise: number | null;
    /** The share of the distance with the cases that were to be expected from the weeks before. */
    readonly expected: number | null;
    /** Kolmogorov–Smirnov distance. */
    readonly ks: number | null;
    /** Wasserstein-1 in hours between alternate real weeks, between random halves of the real cases, and from the weeks before to the held-back ones. */
    readonly noise: { readonly weeks: number | null; readonly halves: number | null; readonly before: number | null };
  };
  readonly throughput: {
    /** Cases completed a week, real and simulated. */
    readonly real: number | null;
    readonly simulated: number | null;
    /** Mean distance of a real week from the simulated mean of that week, as a share of the real mean. */
    readonly share: number | null;
    /** The same of a real week from the mean of the real weeks. */
    readonly noise: number | null;
  };
  /** Hours that people were there a week, and how far these are from what the weeks before gave reason to expect; null for fewer than five people, and for none. */
  readonly people: { readonly real: number | null; readonly simulated: number | null; readonly share: number | null };
  /** How far off a forecast is that takes the cases of the weeks before as they were, as `expected` of cycle times and `share` of cases a week. */
  readonly naive: { readonly cycleTime: number | null; readonly throughput: number | null };
  /** What must be known beside the verdict, in words, the gravest first. */
  readonly cautions: readonly string[];
  /** Hands-on hours a week, real and simulated, and how far these are apart as a share of the real ones; null where the log shows no starts. */
  readonly work: { readonly real: number | null; readonly simulated: number | null; readonly share: number | null };
}
