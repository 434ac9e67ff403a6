import { minorDigits, type Money } from '../../../platform/register/index.ts';
import type { Process } from '../../../organisation/index.ts';
import { delayPrice, type DelayPrice } from '../../performance/index.ts';
import type { OfVariants } from './of-variants.ts';
import { type Beside, besideSameWeek } from './times.ts';

/** Money from low to high, in minor units. */
export interface MoneyRange {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
}

/** What goes with a deviation. It is a comparison of cases that may differ in other ways too: nothing says that one leads to the other. */
export interface AtStake {
  /** Seconds until they were complete, beside cases that began in the same week and keep to the model; null where too few on a side did. */
  readonly time: { readonly elapsed: Beside; readonly working: Beside | null } | null;
  /** Compared cases × their extra time × what an hour of delay costs, where they surely took longer: from the low end of all three to the high end. */
  readonly delay: DelayPrice | null;
  /** The contribution margin that these cases carry, not what was lost of it. */
  readonly margin: (MoneyRange & { readonly cases: number }) | null;
}

/** What a process says about money; nothing where it says nothing. */
export type Prices = Pick<Process, 'delayCostAnHour' | 'margin'>;

/** What goes with a deviation: its cases beside those that keep to the model, and what they carry. */
export function atStake(of: OfVariants, cases: number, keeping: OfVariants, prices: Prices): AtStake {
  const elapsed = besideSameWeek(of.took.elapsed, keeping.took.elapsed);
  const inHours = of.took.working !== null && keeping.took.working !== null;
  const working = inHours ? besideSameWeek(of.took.working, keeping.took.working) : null;
  const delay = elapsed === null || (inHours && working === null) ? null : delayOf(elapsed, working, prices.delayCostAnHour);
  return { time: elapsed === null ? null : { elapsed, working }, delay, margin: marginOf(of, cases, prices.margin) };
}

/** No money where the hours that are priced may be none more at all. */
function delayOf(elapsed: Beside, working: Beside | null, anHour: Prices['delayCostAnHour']): DelayPrice | null {
  if ((working ?? elapsed).more.lo <= 0) return null;
  const all = ({ cases, more }: Beside) => ({ low: cases * more.lo, high: cases * more.hi });
  return delayPrice({ elapsed: all(elapsed), working: working === null ? null : all(working) }, anHour);
}

function marginOf({ margin: { cases: known, sum } }: OfVariants, cases: number, margin: Prices['margin']): AtStake['margin'] {
  if (margin === undefined) return null;
  if ('attribute' in margin) {
    const amount = Math.round(sum * 10 ** minorDigits(margin.currency));
    return known === 0 ? null : { low: amount, high: amount, currency: margin.currency, cases: known };
  }
  const times = ({ amount }: Money) => amount * cases;
  return { low: times(margin.low), high: times(margin.high), currency: margin.low.currency, cases };
}
