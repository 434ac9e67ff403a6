import { minorDigits, type Money } from '../../../platform/register/index.ts';
import type { Process } from '../../../organisation/index.ts';
import type { OfVariant } from './of-variants.ts';
import { meanDifference, type MeanDifference } from './times.ts';

/** Money from low to high, in minor units. */
export interface MoneyRange {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
}

/** What goes with a deviation. It is a comparison of cases that may differ in other ways too: nothing says that one leads to the other. */
export interface AtStake {
  /** Seconds until they were complete, of the cases with it beside those that keep to the model; null where too few on a side were complete. */
  readonly time: { readonly cases: number; readonly mean: number; readonly keeping: { readonly cases: number; readonly mean: number }; readonly more: MeanDifference } | null;
  /** Cases × their extra time × what an hour of delay costs, where they surely took longer: from the low end of all three to the high end. */
  readonly delay: MoneyRange | null;
  /** The contribution margin that these cases carry, not what was lost of it. */
  readonly margin: (MoneyRange & { readonly cases: number }) | null;
}

/** What a process says about money; nothing where it says nothing. */
export type Prices = Pick<Process, 'delayCostAnHour' | 'margin'>;

const HOUR = 3600;

/** What goes with a deviation: its cases beside those that keep to the model, and what they carry. */
export function atStake(of: OfVariant, cases: number, keeping: OfVariant, prices: Prices): AtStake {
  const more = meanDifference(of.took, keeping.took);
  const side = ({ took: { n, mean } }: OfVariant) => ({ cases: n, mean });
  return { time: more === null ? null : { ...side(of), keeping: side(keeping), more }, delay: more === null ? null : delayOf(of.took.n, more, prices.delayCostAnHour), margin: marginOf(of, cases, prices.margin) };
}

/** Ends are rounded outward. */
function delayOf(cases: number, { lo, hi }: MeanDifference, cost: Prices['delayCostAnHour']): MoneyRange | null {
  if (cost === undefined || lo <= 0) return null;
  return { low: Math.floor((cases * lo * cost.low.amount) / HOUR), high: Math.ceil((cases * hi * cost.high.amount) / HOUR), currency: cost.low.currency };
}

function marginOf({ margin: { cases: known, sum } }: OfVariant, cases: number, margin: Prices['margin']): AtStake['margin'] {
  if (margin === undefined) return null;
  if ('attribute' in margin) {
    const amount = Math.round(sum * 10 ** minorDigits(margin.currency));
    return known === 0 ? null : { low: amount, high: amount, currency: margin.currency, cases: known };
  }
  const times = ({ amount }: Money) => amount * cases;
  return { low: times(margin.low), high: times(margin.high), currency: margin.low.currency, cases };
}
