import { type DelayCost, delayPrice } from '../delay-price.ts';
import type { Times } from './model.ts';

/** What the waiting would cost if each hour of it cost what an hour of delay does. Nobody is paid less when it goes: not cashable. */
export interface WaitingCost extends DelayCost {
  readonly cashable: false;
}

/** A place where cases wait. */
export type Bottleneck<T> = T & {
  /** Its share of all waiting in the list, 0 to 1. */
  readonly share: number;
  /** The waiting that the rank goes by: working time where there is a calendar. */
  readonly ranked: Times;
  readonly hours: 'elapsed' | 'working';
  readonly cost: WaitingCost | null;
};

/**
 * Activities or edges by their total waiting, the most first; those where nothing waits are left out. Money is total hours × the cost of an
 * hour of delay (METHODS §1: non-cashable).
 * @example bottlenecks([{ wait: null, workingWait: null }]) // []
 */
export function bottlenecks<T extends { readonly wait: Times | null; readonly workingWait: Times | null }>(places: readonly T[], delayCostAnHour: DelayCost | null = null): Bottleneck<T>[] {
  const hours = places.some((p) => p.workingWait !== null) ? 'working' : 'elapsed';
  const waiting = places.flatMap((place) => {
    const ranked = hours === 'working' ? place.workingWait : place.wait;
    return ranked === null || ranked.total <= 0 ? [] : [{ place, ranked }];
  });
  const all = waiting.reduce((sum, w) => sum + w.ranked.total, 0);
  return waiting.sort((x, y) => y.ranked.total - x.ranked.total).map(({ place, ranked }) => ({ ...place, share: ranked.total / all, ranked, hours, cost: costOf(ranked.total, hours, delayCostAnHour) }));
}

function costOf(seconds: number, hours: 'elapsed' | 'working', anHour: DelayCost | null): WaitingCost | null {
  const total = { low: seconds, high: seconds };
  const price = delayPrice({ elapsed: total, working: hours === 'working' ? total : null }, anHour);
  return price === null ? null : { low: { amount: price.low, currency: price.currency }, high: { amount: price.high, currency: price.currency }, cashable: false };
}
