import type { Times } from './model.ts';

/** What an hour of delay of one case costs: minor units of one currency, from low to high. */
export interface DelayCost {
  readonly low: { readonly amount: number; readonly currency: string };
  readonly high: { readonly amount: number; readonly currency: string };
}

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
  return waiting.sort((x, y) => y.ranked.total - x.ranked.total).map(({ place, ranked }) => ({ ...place, share: ranked.total / all, ranked, hours, cost: costOf(ranked.total, delayCostAnHour) }));
}

function costOf(seconds: number, cost: DelayCost | null): WaitingCost | null {
  if (cost === null) return null;
  const of = ({ amount, currency }: DelayCost['low']) => ({ amount: Math.round((seconds / 3600) * amount), currency });
  return { low: of(cost.low), high: of(cost.high), cashable: false };
}
