import { DAY, HOUR, MINUTE, toInstant } from '../civil-time.ts';
import { pick } from '../draws.ts';
import type { Arrival, DemandStream, Draw, Pool, ProcessModel, Simulation, Step } from '../model.ts';
import { nextOpen, workingDayAfter } from '../working-time.ts';
import { asksAboutDelay } from './order-to-cash.ts';
import { employed, team } from './people.ts';
import { absence, contactDesk, dayShape, holidays, hours, office, orderSeason, weekProfile } from './seasons.ts';

const topics = [['Product question', 0.34], ['Price query', 0.22], ['Return', 0.24], ['Invoice question', 0.13], ['Complaint', 0.07]] as const;
const regions = [['North', 0.34], ['Scotland', 0.1], ['Midlands', 0.24], ['South', 0.26], ['Wales', 0.06]] as const;
const attributes = (draw: Draw): Record<string, string> => ({ topic: pick(draw('topic'), topics), region: pick(draw('region'), regions) });

const days = [1.25, 1.05, 1, 1, 0.95, 0.25, 0] as const;
const demand: readonly DemandStream[] = [
  { name: 'Phone', perWeek: 170, services: ['telephony'], holidayShare: 0, season: orderSeason, attributes, profile: weekProfile(dayShape(8, [0.6, 1.1, 1.3, 1.2, 1, 0.9, 1.1, 1.1, 0.9, 0.5]), days) },
  { name: 'E-mail', perWeek: 140, services: [], holidayShare: 0.3, season: orderSeason, attributes, profile: weekProfile(dayShape(6, [0.2, 0.6, 1, 1.2, 1.2, 1.1, 0.8, 0.9, 1, 1, 0.8, 0.5, 0.3, 0.3, 0.2, 0.1]), [1.15, 1, 1, 1, 0.95, 0.3, 0.25]) },
  { name: 'Web form', perWeek: 75, services: ['web-shop'], holidayShare: 0.4, season: orderSeason, attributes, profile: weekProfile(dayShape(6, [0.3, 0.5, 0.8, 1, 1, 1, 1, 1, 1, 1, 0.9, 0.8, 0.9, 0.9, 0.7, 0.4]), [1.1, 1, 1, 1, 0.9, 0.6, 0.7]) },
];

const minutes = (mean: number, cv: number) => (): readonly [number, number] => [mean * MINUTE, cv];

const steps: readonly Step[] = [
  { name: 'Open contact', first: true, touch: () => [0, 0], services: [], next: () => ['Answer contact'] },
  {
    name: 'Answer contact', pool: () => 'Contact desk', touch: minutes(19, 0.7), services: ['contact-desk'], urgent: (c) => c.stream === 'Phone',
    next: (c, draw) => {
      const u = draw('outcome');
      if (u < 0.16) return ['Ask specialist'];
      return u > 0.93 && c.visits[1]! < 3 ? ['Hear from customer again'] : ['Close contact'];
    },
  },
  { name: 'Ask specialist', pool: () => 'Specialists', touch: minutes(32, 0.8), services: ['contact-desk', 'erp'], next: () => ['Reply to customer'] },
  { name: 'Reply to customer', pool: () => 'Contact desk', touch: minutes(7, 0.5), services: ['contact-desk'], next: () => ['Close contact'] },
  { name: 'Hear from customer again', touch: () => [0, 0], services: [], release: (ready, _, draw) => nextOpen(contactDesk, ready + Math.round((0.3 + 1.7 * draw('days')) * DAY)), next: () => ['Answer contact'] },
  { name: 'Close contact', touch: () => [0, 0], services: [], next: () => [] },
];

const earlyDesk = hours(8, 16, [9, 13]);
const lateDesk = hours(10, 18);

const pools: readonly Pool[] = [
  { name: 'Contact desk', services: [], absence, shifts: [{ hours: earlyDesk, people: [...team(112, 3), ...employed(117, 1, { from: '2026-09-21' })] }, { hours: lateDesk, people: [...team(115, 1), ...employed(116, 1, { until: '2026-06-20' }), ...employed(118, 1, { from: '2026-09-21' })] }] },
  { name: 'Specialists', services: [], absence, shifts: [{ hours: office, people: team(120, 5) }] },
];

/** Contacts of customers, from the first word to the last. */
export const customerService: ProcessModel = { id: 'customer-service', demand, steps, pools, holidays };

const LATE_AFTER = 5 * DAY;

/** Customers who ask where their order is: one in three of those who have waited five days, on the phone the working day after. */
export function contactsAboutLateOrders(orders: Simulation, seed: number): Arrival[] {
  const delivered = new Map<number, number>();
  const delivery = orders.model.steps.findIndex((s) => s.name === 'Confirm delivery');
  const { count, case: of, step, complete } = orders.instances;
  for (let i = 0; i < count; i += 1) if (step[i] === delivery) delivered.set(of[i]!, complete[i]!);
  return orders.cases.flatMap((c, i) => {
    const asks = toInstant(workingDayAfter(office, c.arrival + LATE_AFTER, 1) * DAY + (9 + (c.key % 61) / 10) * HOUR);
    if ((delivered.get(i) ?? orders.until) < asks || asks > orders.until || !asksAboutDelay(seed, c)) return [];
    return [{ time: Math.round(asks), stream: 'Phone', key: 0x40000000 + c.key, attributes: { topic: 'Where is my order', region: c.attributes['region'] ?? 'North' }, amount: 0 }];
  });
}
