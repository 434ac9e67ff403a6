import type { Process } from '../../organisation/index.ts';

/** What an hour of delay of one case costs: minor units of one currency, from low to high. */
export type DelayCost = NonNullable<Process['delayCostAnHour']>;

/** Money from low to high in minor units, and which hours it counts. Nobody is paid less when they go: not cashable. */
export interface DelayPrice {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
  readonly hours: 'working' | 'elapsed';
}

/** Seconds from low to high. */
interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * What delay costs, wherever it is told: its working hours where the process has agreed any, else its elapsed hours, times what an hour of
 * delay costs (METHODS §1: non-cashable). Rounded outward; null where no cost is agreed.
 * @example delayPrice({ elapsed: { low: 7200, high: 7200 }, working: null }, { low: { amount: 40, currency: 'GBP' }, high: { amount: 120, currency: 'GBP' } }) // { low: 80, high: 240, currency: 'GBP', hours: 'elapsed' }
 */
export function delayPrice({ elapsed, working }: { readonly elapsed: Span; readonly working: Span | null }, anHour: DelayCost | null | undefined): DelayPrice | null {
  if (anHour === null || anHour === undefined) return null;
  const { low, high } = working ?? elapsed;
  return { low: Math.floor((low * anHour.low.amount) / 3600), high: Math.ceil((high * anHour.high.amount) / 3600), currency: anHour.low.currency, hours: working === null ? 'elapsed' : 'working' };
}
