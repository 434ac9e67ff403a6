/** A figure in its base unit with its interval; null ends mean that it is exact for what it counts. */
export interface Estimate {
  readonly estimate: number;
  readonly lo: number | null;
  readonly hi: number | null;
}

/** How sure a figure sounds: plain, “about”, or only its two ends (METHODS §7). */
export type Hedge = 'plain' | 'about' | 'between';

/** Above these shares of the estimate a half-width makes a figure “about”, or only its ends are said (METHODS §7). */
export const hedgeAbove = { about: 0.05, between: 0.2 } as const;

/**
 * Half the width of the interval, or null where the figure is exact.
 * @throws RangeError where only one end is given, the ends are the wrong way round, or a value is not finite.
 */
export function halfWidth({ estimate, lo, hi }: Estimate): number | null {
  if (!Number.isFinite(estimate)) throw new RangeError(`An estimate is a finite number: got ${estimate}`);
  if (lo === null && hi === null) return null;
  if (lo === null || hi === null || !Number.isFinite(lo) || !Number.isFinite(hi) || lo > hi) throw new RangeError(`An interval has two finite ends, the lower first: got ${lo} to ${hi}`);
  return (hi - lo) / 2;
}

/**
 * How a figure must be hedged: “about” above 5 % half-width, “between” above 20 %.
 * @example hedgeOf({ estimate: 100, lo: 90, hi: 110 }) // 'about'
 */
export function hedgeOf(figure: Estimate): Hedge {
  const half = halfWidth(figure);
  if (half === null || half === 0) return 'plain';
  const share = half / Math.abs(figure.estimate);
  return share > hedgeAbove.between ? 'between' : share > hedgeAbove.about ? 'about' : 'plain';
}

/**
 * The place of the last digit that a half-width supports: 10^⌊log10(half-width)⌋.
 * @example lastDigit(0.37) // 0.1
 */
export function lastDigit(half: number): number {
  return power(Math.floor(Math.log10(half) + 1e-12));
}

/**
 * The step that leaves two significant digits of an exact figure, never coarser than 1.
 * @example exactStep(2.618) // 0.1
 */
export function exactStep(value: number): number {
  const size = Math.abs(value);
  return size === 0 ? 1 : Math.min(1, power(Math.floor(Math.log10(size) + 1e-12) - 1));
}

/** 10^exponent without the error of repeated multiplication. */
function power(exponent: number): number {
  return Number(`1e${exponent}`);
}

/**
 * A value at the nearest, next lower or next higher multiple of a step that is a power of ten.
 * @example roundTo(2.618, 0.1, 'nearest') // 2.6
 */
export function roundTo(value: number, step: number, way: 'nearest' | 'down' | 'up'): number {
  const exponent = Math.round(Math.log10(step));
  const scaled = exponent < 0 ? value * Number(`1e${-exponent}`) : value / step;
  // A value a rounding error away from a multiple is that multiple, or “outward” would add a whole step.
  const near = Math.round(scaled);
  const whole = Math.abs(scaled - near) < 1e-9 * Math.max(1, Math.abs(scaled)) ? near : way === 'nearest' ? near : way === 'down' ? Math.floor(scaled) : Math.ceil(scaled);
  return exponent < 0 ? Number((whole / Number(`1e${-exponent}`)).toFixed(-exponent)) : whole * step;
}
