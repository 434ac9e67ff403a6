import { fQuantile } from '../../maths/distributions/index.ts';

/** Where the long-run availability lies, from the stops of one observed stretch of time. */
export interface LongRun {
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
}

/** The level of the long-run interval of availability (METHODS §6). */
export const longRunLevel = 0.95;

/**
 * The interval of the long-run availability of a service that was down in `episodes` stops for `downMs` of `observedMs`: the ratio of
 * down to up time has the quantiles (d ÷ (T − d)) · F with 2m + 1 and 2m + 1 degrees of freedom (METHODS §6). Without a stop the rule of
 * three bounds it, given what a repair usually takes in its class; null where that is not known or the service was never up.
 * @example longRun({ episodes: 0, downMs: 0, observedMs: 1_000, classRepairMs: null }) // null
 */
export function longRun({ episodes, downMs, observedMs, classRepairMs }: { episodes: number; downMs: number; observedMs: number; classRepairMs: number | null }): LongRun | null {
  if (observedMs <= 0 || downMs >= observedMs) return null;
  if (episodes === 0) return classRepairMs === null ? null : { lo: 1 / (1 + (3 / observedMs) * classRepairMs), hi: 1, level: longRunLevel };
  const ratio = downMs / (observedMs - downMs);
  const degrees = 2 * episodes + 1;
  const upper = fQuantile(0.5 + longRunLevel / 2, degrees, degrees);
  // F with equal degrees of freedom is its own reciprocal, so one quantile gives both ends.
  return { lo: 1 / (1 + ratio * upper), hi: 1 / (1 + ratio / upper), level: longRunLevel };
}
