import { betaQuantile, normalQuantile } from '../distributions/index.ts';

/** An interval of a share, both ends in [0, 1]. */
export interface ShareInterval {
  readonly lo: number;
  readonly hi: number;
}

function check(successes: number, trials: number, level: number): void {
  if (!Number.isInteger(successes) || !Number.isInteger(trials) || trials < 1 || successes < 0 || successes > trials) {
    throw new RangeError(`Successes must be whole and lie in 0 to trials, trials at least 1: got ${successes} of ${trials}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies inside (0, 1): got ${level}`);
}

/**
 * Wilson's score interval of a share (Wilson 1927), two-sided.
 * @example wilson(8, 10, 0.95) // { lo: 0.490162, hi: 0.943318 }
 */
export function wilson(successes: number, trials: number, level: number): ShareInterval {
  check(successes, trials, level);
  const z = normalQuantile(0.5 + level / 2);
  const p = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))) / scale;
  return { lo: successes === 0 ? 0 : centre - half, hi: successes === trials ? 1 : centre + half };
}

/**
 * The exact interval of a share (Clopper & Pearson 1934), two-sided: never covers less than `level`.
 * @example clopperPearson(0, 100, 0.95).hi // 0.0362167
 */
export function clopperPearson(successes: number, trials: number, level: number): ShareInterval {
  check(successes, trials, level);
  const tail = (1 - level) / 2;
  return {
    lo: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    hi: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  };
}

/**
 * The equal-tailed Jeffreys interval of a share (Brown, Cai & DasGupta 2001), two-sided; its end is 0 at no success and 1 at no failure.
 * @example jeffreys(286, 288, 0.95) // { lo: 0.977911, hi: 0.998554 }
 */
export function jeffreys(successes: number, trials: number, level: number): ShareInterval {
  check(successes, trials, level);
  const tail = (1 - level) / 2;
  const [a, b] = [successes + 0.5, trials - successes + 0.5];
  return { lo: successes === 0 ? 0 : betaQuantile(tail, a, b), hi: successes === trials ? 1 : betaQuantile(1 - tail, a, b) };
}
