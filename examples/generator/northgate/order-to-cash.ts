import { DAY, HOUR, MINUTE, dayOf, toInstant, toLocal } from '../civil-time.ts';
import { exponential, lognormal, pick, uniform } from '../draws.ts';
import type { Attributes, DemandStream, Draw, Pool, ProcessModel, SimulatedCase, Step } from '../model.ts';
import { opening, workingDayAfter, type WorkingHours } from '../working-time.ts';
import { employed, team } from './people.ts';
import { absence, dayShape, holidays, hours, office, orderSeason, warehouseDay, weekProfile } from './seasons.ts';

const early = hours(6, 14);
const late = hours(13, 21);
const evening = hours(12, 20);

const atWarehouse = (kind: string) => (c: SimulatedCase): string => `${c.attributes['warehouse']} ${kind}`;

function orderAttributes(channel: string): (draw: Draw) => Attributes {
  return (draw) => {
    const region = pick(draw('region'), [['North', 0.34], ['Scotland', 0.1], ['Midlands', 0.24], ['South', 0.26], ['Wales', 0.06]] as const);
    const leeds = region === 'North' || region === 'Scotland' || (region === 'Midlands' && draw('warehouse') < 0.5);
    const customer = pick(draw('customer'), channel === 'Web' ? ([['Trade', 0.6], ['Retail', 0.3], ['Public sector', 0.1]] as const) : ([['Trade', 0.55], ['Key account', 0.28], ['Public sector', 0.17]] as const));
    return { warehouse: leeds ? 'Leeds' : 'Reading', region, customer_type: customer, margin_share: 0.14 + 0.16 * draw('margin') };
  };
}

function stream(name: string, perWeek: number, services: readonly string[], profile: readonly number[], holidayShare: number, meanValue: number): DemandStream {
  return { name, perWeek, services, profile, holidayShare, season: orderSeason, attributes: orderAttributes(name), amount: (draw) => Math.round(lognormal(draw('value'), meanValue, 1.1) * 100) };
}

const daytime = dayShape(7, [0.3, 0.8, 1.2, 1.3, 1.2, 0.9, 0.9, 1.1, 1.1, 0.9, 0.5, 0.1]);
const allDay = [0.05, 0.03, 0.02, 0.02, 0.03, 0.08, 0.25, 0.6, 1, 1.2, 1.25, 1.15, 1, 1, 1.05, 1, 0.85, 0.6, 0.5, 0.55, 0.6, 0.5, 0.3, 0.12];

export const orderDemand: readonly DemandStream[] = [
  stream('Web', 530, ['web-shop', 'payment-gateway'], weekProfile(allDay, [1.1, 1.05, 1, 1, 0.9, 0.4, 0.45]), 0.45, 390),
  stream('EDI', 290, ['edi-gateway'], weekProfile(dayShape(5, [0.6, 1.2, 1.4, 1.2, 1, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.7, 0.4]), [1.15, 1, 1, 1, 0.95, 0.1, 0.02]), 0.1, 980),
  stream('Phone', 235, ['telephony'], weekProfile(daytime, [1.15, 1.05, 1, 0.95, 0.9, 0, 0]), 0, 520),
  stream('Sales visit', 115, ['erp'], weekProfile(daytime, [0.8, 1.1, 1.1, 1.1, 0.9, 0, 0]), 0, 1250),
];

const working = (hoursOf: WorkingHours, instant: number, days: number, atHour: number): number => toInstant(workingDayAfter(hoursOf, instant, days) * DAY + Math.round(atHour * HOUR));

/** The carrier collects at 12:30 and 17:30 on working days. */
function nextCollection(ready: number): number {
  const local = toLocal(ready);
  for (let day = dayOf(local); ; day += 1) {
    if (opening(warehouseDay, day) === undefined) continue;
    for (const at of [12.5, 17.5]) if (day * DAY + at * HOUR >= local) return toInstant(day * DAY + at * HOUR);
  }
}

function delivery(dispatched: number, c: SimulatedCase, draw: Draw): number {
  const days = pick(draw('days'), c.attributes['region'] === 'Scotland' ? ([[1, 0.35], [2, 0.55], [3, 0.1]] as const) : ([[1, 0.88], [2, 0.1], [3, 0.02]] as const));
  return working(office, dispatched, days, 8.5 + 8.5 * draw('hour'));
}

/** Invoices are made by a run at 19:30 on working days, one after the other. */
function billingRun(ready: number, _: SimulatedCase, draw: Draw): number {
  const at = working(office, ready, 0, 19.5);
  const run = at > ready ? at : working(office, ready, 1, 19.5);
  return run + Math.round(draw('place in the run') * 35 * MINUTE);
}

function payment(invoiced: number, c: SimulatedCase, draw: Draw): number {
  if (c.stream === 'Web' && c.attributes['customer_type'] === 'Retail') return invoiced + 2 * MINUTE;
  const due = invoiced + 30 * DAY + Math.round((lognormal(draw('late'), 9, 0.9) - 5) * DAY);
  return working(office, due, 0, 9 + 7.5 * draw('hour'));
}

const automatic = (seconds: number) => (): readonly [number, number] => [seconds, 0.4];
const byHand = (minutes: number, cv: number) => (): readonly [number, number] => [minutes * MINUTE, cv];

const steps: readonly Step[] = [
  { name: 'Receive order', first: true, touch: () => [0, 0], services: [], next: (_, draw) => (draw('credit') < 0.12 ? ['Review credit'] : ['Check credit']) },
  { name: 'Check credit', touch: automatic(25), services: ['erp', 'credit-check'], next: () => ['Allocate stock'] },
  { name: 'Review credit', pool: () => 'Credit control', touch: byHand(24, 0.7), services: ['erp', 'credit-check'], next: (_, draw) => (draw('refuse') < 0.05 ? ['Cancel order'] : ['Allocate stock']) },
  {
    name: 'Allocate stock', touch: automatic(40), services: ['erp'],
    next: (c, draw) => {
      const u = draw('stock');
      if (u < 0.065 && c.visits[3]! < 3) return ['Receive replenishment'];
      if (u > 0.9975) return [];
      return u > 0.988 ? ['Cancel order'] : ['Pick goods'];
    },
  },
  { name: 'Receive replenishment', touch: () => [0, 0], services: [], release: (ready, _, draw) => working(warehouseDay, ready, 1 + Math.min(9, Math.floor(exponential(draw('days'), 2.2))), 7 + 5 * draw('hour')), next: () => ['Allocate stock'] },
  { name: 'Pick goods', pool: atWarehouse('pickers'), touch: byHand(28.5, 0.6), services: ['wms'], urgent: (c) => c.attributes['customer_type'] === 'Key account', next: () => ['Check and pack'] },
  {
    name: 'Check and pack', pool: atWarehouse('packers'), touch: byHand(11, 0.5), services: ['wms', 'label-printing'], urgent: (c) => c.attributes['customer_type'] === 'Key account',
    next: (c, draw) => (draw('wrong item') < 0.032 && c.visits[5]! < 3 ? ['Pick goods'] : ['Dispatch order']),
  },
  { name: 'Dispatch order', pool: atWarehouse('loaders'), touch: byHand(3.5, 0.4), services: ['carrier-booking'], release: nextCollection, next: () => ['Confirm delivery', 'Send invoice'] },
  { name: 'Confirm delivery', touch: () => [0, 0], services: [], release: delivery, next: () => [] },
  { name: 'Send invoice', touch: automatic(4), services: ['billing'], release: billingRun, next: (c, draw) => (draw('query') < 0.028 && c.visits[9]! < 3 ? ['Correct invoice'] : ['Receive payment']) },
  { name: 'Correct invoice', pool: () => 'Billing', touch: byHand(16, 0.7), services: ['erp'], release: (ready, _, draw) => working(office, ready, 2 + Math.floor(6 * draw('days')), 9 + 7 * draw('hour')), next: () => ['Send invoice'] },
  { name: 'Receive payment', touch: () => [0, 0], services: [], release: payment, next: () => [] },
  { name: 'Cancel order', touch: () => [0, 0], services: [], next: () => [] },
];

const peakTemps = { until: '2025-12-20' };

const pools: readonly Pool[] = [
  { name: 'Leeds pickers', services: ['leeds-network'], absence, shifts: [{ hours: early, people: [...team(0, 5), ...employed(5, 1, peakTemps)] }, { hours: late, people: [...team(6, 5), ...employed(11, 1, peakTemps)] }] },
  { name: 'Leeds packers', services: ['leeds-network'], absence, shifts: [{ hours: early, people: team(12, 3) }, { hours: late, people: team(15, 3) }] },
  { name: 'Leeds loaders', services: ['leeds-network'], absence, shifts: [{ hours: evening, people: team(18, 5) }] },
  {
    name: 'Reading pickers', services: ['reading-network'], absence,
    shifts: [{ hours: early, people: [...team(23, 4), ...employed(27, 1, { until: '2026-10-03' })] }, { hours: late, people: [...team(28, 2), ...employed(30, 1, { until: '2026-10-17' }), ...employed(31, 1, { until: '2026-09-26' })] }],
  },
  { name: 'Reading packers', services: ['reading-network'], absence, shifts: [{ hours: early, people: team(32, 3) }, { hours: late, people: team(35, 2) }] },
  { name: 'Reading loaders', services: ['reading-network'], absence, shifts: [{ hours: evening, people: team(37, 5) }] },
  { name: 'Credit control', services: [], absence, shifts: [{ hours: office, people: team(42, 5) }] },
  { name: 'Billing', services: [], absence, shifts: [{ hours: office, people: team(47, 5) }] },
];

/** Orders from receipt to payment, picked in Leeds or Reading. */
export const orderToCash: ProcessModel = { id: 'order-to-cash', demand: orderDemand, steps, pools, holidays };

/** Contribution margin of an order in pence. */
export function orderMargin(c: SimulatedCase): number {
  return Math.round(c.amount * Number(c.attributes['margin_share']));
}

/** Customers whose order is late ask where it is; used to start contacts. */
export function asksAboutDelay(seed: number, c: SimulatedCase): boolean {
  return uniform(seed, 77, c.key) < 0.3;
}

