import { toInstant, toLocal } from '../../../maths/time/index.ts';
import type { paths } from '../../../platform/api-client/index.ts';

export type Order = NonNullable<paths['/event-logs/{id}/simulations']['post']['requestBody']>['content']['application/json'];
export type Change = NonNullable<Order['changes']>[number];
export type ChangeKind = Change['kind'];

/** A change as its fields stand; what is empty is not said yet. */
export interface Draft {
  readonly kind: ChangeKind;
  readonly activity: string;
  /** The part of the work that is meant; empty for all of it. */
  readonly of: string;
  readonly service: string;
  /** Per cent, people or hours. */
  readonly amount: number | string;
  readonly way: 'more' | 'less';
  /** Wall clock of the zone, as 2026-11-09T10:00. */
  readonly at: string;
}

const firstAmounts: Readonly<Record<ChangeKind, number>> = { skip: 50, people: 1, touch: 20, arrivals: 10, stop: 4, 'stop-service': 4 };

/** A new change of a kind, with what most would begin with; `from` is where the simulated weeks begin. */
export function draftOf(kind: ChangeKind, { activities, services, from, zone }: { readonly activities: readonly string[]; readonly services: readonly { readonly id: string }[]; readonly from: string; readonly zone: string }): Draft {
  // Ten in the morning of the first Monday.
  return { kind, activity: activities[0] ?? '', of: '', service: services[0]?.id ?? '', amount: firstAmounts[kind], way: kind === 'touch' ? 'less' : 'more', at: clockAt(Date.parse(from) + 10 * 3_600_000, zone) };
}

/**
 * The wall clock of a zone at an instant, to the minute.
 * @example clockAt(Date.parse('2026-11-09T09:00:00Z'), 'Europe/Amsterdam') // '2026-11-09T10:00'
 */
export function clockAt(instant: number, zone: string): string {
  return new Date(toLocal(zone, instant)).toISOString().slice(0, 16);
}

/**
 * A draft as the API takes it, or nothing while a part of it is missing or out of range.
 * @example changeOf({ kind: 'touch', activity: 'Pick', amount: 20, way: 'less', … }, 'UTC') // { kind: 'touch', activity: 'Pick', factor: 0.8 }
 */
export function changeOf(d: Draft, zone: string): Change | undefined {
  const amount = d.amount === '' ? Number.NaN : Number(d.amount);
  const most = { skip: 100, people: 10_000, touch: d.way === 'less' ? 100 : 9_900, arrivals: d.way === 'less' ? 100 : 900, stop: 24 * 366, 'stop-service': 24 * 366 }[d.kind];
  if (!(amount > 0) || amount > most) return undefined;
  const factor = Math.round((d.way === 'less' ? 100 - amount : 100 + amount) * 100) / 10_000;
  if (d.kind === 'arrivals') return { kind: 'arrivals', factor };
  if (d.kind === 'stop-service') return stopping(d, zone, (at) => (d.service === '' ? undefined : { kind: 'stop-service', service: d.service, at, hours: amount }));
  if (d.activity === '') return undefined;
  if (d.kind === 'stop') return stopping(d, zone, (at) => ({ kind: 'stop', activity: d.activity, at, hours: amount }));
  if (d.kind === 'skip') return { kind: 'skip', activity: d.activity, share: amount / 100 };
  if (d.kind === 'touch') return { kind: 'touch', activity: d.activity, factor };
  if (!Number.isInteger(amount)) return undefined;
  return { kind: 'people', activity: d.activity, by: d.way === 'less' ? -amount : amount, ...(d.of === '' ? {} : { of: d.of }) };
}

function stopping(d: Draft, zone: string, change: (at: string) => Change | undefined): Change | undefined {
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(d.at) ? Date.parse(`${d.at}:00Z`) : Number.NaN;
  return Number.isNaN(local) ? undefined : change(new Date(toInstant(zone, local).instant).toISOString());
}
