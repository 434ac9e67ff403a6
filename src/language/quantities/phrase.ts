import { exactStep, halfWidth, hedgeOf, lastDigit, roundTo, type Estimate, type Hedge } from './rounding.ts';
import { scaleOf, type Noun, type Quantity, type Scale } from './units.ts';

/** A figure as words, with what was shown. */
export interface Phrase {
  readonly text: string;
  readonly hedge: Hedge;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** Numbers below ten as words, by their value; nought is “no”. */
export const numberWords: readonly string[] = small;

/**
 * A figure as a person would say it: rounded to what its interval supports and hedged by it (METHODS §7). `not` is a value that it must
 * not look equal to, such as an objective just missed; `like` is a value in whose unit it is said, so that two stand side by side.
 * @example phrase({ kind: 'duration' }, { estimate: 226_000, lo: null, hi: null }).text // '2.6 days'
 */
export function phrase(quantity: Quantity, figure: Estimate, options: { readonly not?: number; readonly like?: number } = {}): Phrase {
  const hedge = hedgeOf(figure);
  if (hedge === 'between') return { hedge, text: range(quantity, figure.lo!, figure.hi!) };
  const scale = scaleOf(quantity, options.like ?? figure.estimate);
  const half = halfWidth(figure);
  const shown = figure.estimate / scale.factor;
  const step = half === null || half === 0 ? stepOfExact(quantity, shown) : lastDigit(half / scale.factor);
  const number = apart(shown, step, options.not === undefined ? undefined : options.not / scale.factor);
  // “2 hours” of an exact figure claims no more than “2.0 hours”, and an agreed 99.5% is just that; an interval's last digit stays.
  const trim = half === null && (quantity.kind !== 'share' || Math.abs(shown - number.value) < 1e-9);
  if (trim) number.step = Math.max(number.step, digitOf(number.value));
  return { hedge, text: `${hedge === 'about' ? 'about ' : ''}${withUnit(scale, number.value, number.step, quantity.kind === 'count' && hedge === 'plain')}` };
}

/** Exact counts are said whole; a share keeps two digits of its distance to the nearer end, so 99.96 % never reads as 100 %. */
function stepOfExact({ kind }: Quantity, shown: number): number {
  if (kind === 'count') return Number.isInteger(shown) ? 1 : exactStep(shown);
  if (kind === 'share') return shown > 0 && shown < 100 ? exactStep(Math.min(shown, 100 - shown)) : 1;
  return exactStep(shown);
}

/** The place of the last digit that is not nought, at most 1. */
function digitOf(value: number): number {
  return Number(`1e-${/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0}`);
}

/** Rounds, with more digits while the rounded value would equal or pass a value that the exact one does not reach. */
function apart(value: number, step: number, not: number | undefined): { value: number; step: number } {
  const coarse = { value: roundTo(value, step, 'nearest'), step };
  if (not === undefined || value === not) return coarse;
  const side = Math.sign(value - not);
  for (let exponent = Math.round(Math.log10(step)); exponent >= -6; exponent--) {
    const finer = Number(`1e${exponent}`);
    const rounded = roundTo(value, finer, 'nearest');
    if (Math.sign(rounded - not) === side) return { value: rounded, step: finer };
  }
  return coarse;
}

function range(quantity: Quantity, lo: number, hi: number): string {
  const scale = scaleOf(quantity, Math.max(Math.abs(lo), Math.abs(hi)));
  const step = lastDigit((hi - lo) / 2 / scale.factor);
  const [low, high] = [roundTo(lo / scale.factor, step, 'down'), roundTo(hi / scale.factor, step, 'up')];
  const number = (value: number) => `${scale.prefix}${grouped(value, step)}${scale.suffix}`;
  return `between ${number(low)} and ${number(high)}${unitWord(scale.unit, high, true)}`;
}

function withUnit(scale: Scale, value: number, step: number, words: boolean): string {
  const spelled = words && Number.isInteger(value) ? small[value] : undefined;
  const number = spelled ?? grouped(value, step);
  return `${scale.prefix}${number}${scale.suffix}${unitWord(scale.unit, value, false)}`;
}

function unitWord(unit: Noun, value: number, range: boolean): string {
  const word = !range && value === 1 ? unit.one : unit.many;
  return word === '' ? '' : ` ${word}`;
}

/**
 * A number as British readers write it, with commas and the decimals that `step` asks for.
 * @example grouped(12345.6, 0.1) // '12,345.6'
 */
export function grouped(value: number, step = 1): string {
  const decimals = Math.max(0, -Math.round(Math.log10(step)));
  return formatOf(decimals).format(value === 0 ? 0 : value).replace('-', '−');
}

// Making a format costs far more than using it.
const formats = new Map<number, Intl.NumberFormat>();

function formatOf(decimals: number): Intl.NumberFormat {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format;
}
