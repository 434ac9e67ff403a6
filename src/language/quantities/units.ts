/** What one and several of something are called. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** What a figure is of. Base units: a count, seconds, a share from 0 to 1, minor units of a currency. */
export type Quantity =
  | { readonly kind: 'count'; readonly noun: Noun }
  | { readonly kind: 'duration' }
  | { readonly kind: 'working-duration' }
  | { readonly kind: 'share' }
  | { readonly kind: 'money'; readonly currency: string };

/** How a quantity of some size is shown: value = base ÷ factor, between prefix and the unit. */
export interface Scale {
  readonly factor: number;
  readonly prefix: string;
  /** Directly behind the number, as %. */
  readonly suffix: string;
  /** A word after a space, one and many; empty for none. */
  readonly unit: Noun;
}

const none: Noun = { one: '', many: '' };
const times: readonly [under: number, factor: number, unit: Noun][] = [
  [90, 1, { one: 'second', many: 'seconds' }],
  [90 * 60, 60, { one: 'minute', many: 'minutes' }],
  [48 * 3600, 3600, { one: 'hour', many: 'hours' }],
  [Number.POSITIVE_INFINITY, 86_400, { one: 'day', many: 'days' }],
];

/**
 * The unit in which a quantity of this size is said: seconds to 90, minutes to 90, hours to 48, then days; working time in working
 * hours, since a working day has no fixed length; money from a million in millions.
 * @example scaleOf({ kind: 'duration' }, 7200).unit.many // 'hours'
 */
export function scaleOf(quantity: Quantity, size: number): Scale {
  const magnitude = Math.abs(size);
  switch (quantity.kind) {
    case 'count': return { factor: 1, prefix: '', suffix: '', unit: quantity.noun };
    case 'share': return { factor: 0.01, prefix: '', suffix: '%', unit: none };
    case 'duration': {
      const [, factor, unit] = times.find(([under]) => magnitude < under)!;
      return { factor, prefix: '', suffix: '', unit };
    }
    case 'working-duration': {
      const [, factor, unit] = magnitude < 90 * 60 ? times.find(([under]) => magnitude < under)! : times[2]!;
      return { factor, prefix: '', suffix: '', unit: { one: `working ${unit.one}`, many: `working ${unit.many}` } };
    }
    case 'money': return moneyScale(quantity.currency, magnitude);
  }
}

function moneyScale(currency: string, magnitude: number): Scale {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const minor = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  const symbol = format.formatToParts(0).find((p) => p.type === 'currency')!.value;
  const prefix = /[A-Z]$/.test(symbol) ? `${symbol} ` : symbol;
  const million = magnitude >= 1e6 * minor;
  return { factor: million ? 1e6 * minor : minor, prefix, suffix: '', unit: million ? { one: 'million', many: 'million' } : none };
}
