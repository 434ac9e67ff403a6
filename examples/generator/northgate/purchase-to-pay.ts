import { DAY, HOUR, MINUTE, dayOf, toInstant, toLocal } from '../civil-time.ts';
import { exponential, lognormal, pick } from '../draws.ts';
import type { DemandStream, Draw, Pool, ProcessModel, SimulatedCase, Step } from '../model.ts';
import { nextOpen, opening, workingDayAfter } from '../working-time.ts';
import { names, team } from './people.ts';
import { absence, dayShape, holidays, hours, office, purchaseSeason, weekProfile } from './seasons.ts';

/** Requisitions below this many pence get the second approval that never changes anything. */
export const smallPurchase = 500_00;
const largePurchase = 10_000_00;

const categories = [['Goods for resale', 0.42], ['Packaging', 0.16], ['Transport', 0.12], ['Facilities', 0.13], ['Technology', 0.09], ['Office and people', 0.08]] as const;
const meanValue: Record<string, number> = { 'Goods for resale': 4200, Packaging: 950, Transport: 1400, Facilities: 620, Technology: 1900, 'Office and people': 340 };
const sites = [['Leeds', 0.45], ['Reading', 0.33], ['Head office', 0.22]] as const;

/** Forty suppliers of goods and services, fictitious. */
export const vendors = ['Aldermoor', 'Brightwell', 'Calderfield', 'Dunstall', 'Eastmere', 'Fallowgate', 'Greystone', 'Hartsop'].flatMap((place) => ['Packaging', 'Tools', 'Paper', 'Services', 'Fixings'].map((trade) => `${place} ${trade}`));

const categoryOf = (draw: Draw): string => pick(draw('category'), categories);

const demand: readonly DemandStream[] = [
  {
    name: 'Requisition', perWeek: 189, services: ['purchasing'], holidayShare: 0, season: purchaseSeason,
    profile: weekProfile(dayShape(8, [0.4, 1.2, 1.4, 1.2, 0.7, 0.8, 1.1, 1.1, 0.7, 0.2]), [1.1, 1, 1, 1, 0.8, 0, 0]),
    attributes: (draw) => ({ category: categoryOf(draw), site: pick(draw('site'), sites), vendor: vendors[Math.floor(draw('vendor') * draw('vendor again') * vendors.length)]! }),
    amount: (draw) => Math.round(lognormal(draw('value'), meanValue[categoryOf(draw)] ?? 500, 1.6) * 100),
  },
];

/** Managers look at what waits for them at 09:30 and 14:30. */
function nextSitting(ready: number): number {
  const local = toLocal(ready);
  for (let day = dayOf(local); ; day += 1) {
    if (opening(office, day) === undefined) continue;
    for (const at of [9.5, 14.5]) if (day * DAY + at * HOUR >= local) return toInstant(day * DAY + at * HOUR);
  }
}

/** The payment run is on Thursdays at 16:00 (the next working day where that is a holiday); invoices are due after 30 days. */
function paymentRun(approved: number, _: SimulatedCase, draw: Draw): number {
  const due = approved + Math.round((17 + 5 * draw('terms')) * DAY);
  let day = dayOf(toLocal(due));
  while ((day + 3) % 7 !== 3) day += 1;
  return toInstant(workingDayAfter(office, toInstant(day * DAY + 16 * HOUR), 0) * DAY + 16 * HOUR) + Math.round(20 * MINUTE * draw('place in the run'));
}

const onDay = (ready: number, days: number, hour: number): number => toInstant(workingDayAfter(office, ready, days) * DAY + Math.round(hour * HOUR));

const minutes = (mean: number, cv: number) => (): readonly [number, number] => [mean * MINUTE, cv];
const none = (): readonly [number, number] => [0, 0];

const order = ['Raise requisition', 'Approve requisition', 'Amend requisition', 'Approve small purchase again', 'Director approval', 'Create purchase order', 'Send order', 'Receive goods', 'Receive invoice', 'Match invoice', 'Resolve mismatch', 'Approve payment', 'Pay supplier', 'Reject requisition'] as const;
const has = (c: SimulatedCase, name: (typeof order)[number]): boolean => c.completed[order.indexOf(name)]! > 0;

function afterApproval(c: SimulatedCase, draw: Draw): string[] {
  const u = draw('approve');
  if (u < 0.04) return ['Reject requisition'];
  if (u < 0.1 && c.visits[1]! < 3) return ['Amend requisition'];
  if (c.amount < smallPurchase) return ['Approve small purchase again'];
  return c.amount >= largePurchase ? ['Director approval'] : ['Create purchase order'];
}

function afterDirector(_: SimulatedCase, draw: Draw): string[] {
  const u = draw('director');
  if (u < 0.045) return ['Reject requisition'];
  return u < 0.115 ? ['Amend requisition'] : ['Create purchase order'];
}

const steps: readonly Step[] = [
  { name: 'Raise requisition', first: true, touch: none, services: [], next: () => ['Approve requisition'] },
  {
    name: 'Approve requisition', pool: () => 'Managers', touch: minutes(5, 0.8), services: ['purchasing'], release: nextSitting, next: afterApproval,
    amount: (c, draw) => (draw('cut') < 0.03 ? Math.max(1, Math.round(c.amount * (0.6 + 0.35 * draw('cut to')))) : c.amount),
  },
  { name: 'Amend requisition', touch: none, services: ['purchasing'], release: (ready, _, draw) => onDay(ready, 1 + Math.floor(2 * draw('days')), 9 + 7 * draw('hour')), next: () => ['Approve requisition'] },
  { name: 'Approve small purchase again', pool: () => 'Budget holders', touch: minutes(4, 0.6), services: ['purchasing'], release: (ready) => nextSitting(nextOpen(office, ready) + 5 * HOUR), next: () => ['Create purchase order'] },
  { name: 'Director approval', pool: () => 'Directors', touch: minutes(8, 0.7), services: ['purchasing'], release: (ready) => nextSitting(nextOpen(office, ready) + 8 * HOUR), next: afterDirector },
  { name: 'Create purchase order', pool: () => 'Buyers', touch: minutes(31, 0.8), services: ['erp'], urgent: (c) => c.attributes['category'] === 'Goods for resale', next: () => ['Send order'] },
  { name: 'Send order', touch: minutes(0.5, 0.5), services: ['erp', 'email'], next: () => ['Receive goods', 'Receive invoice'] },
  {
    name: 'Receive goods', pool: (c) => (c.attributes['site'] === 'Reading' ? 'Reading goods in' : 'Leeds goods in'), touch: minutes(14, 0.9), services: ['wms'],
    release: (ready, _, draw) => onDay(ready, 2 + Math.floor(lognormal(draw('lead'), 6, 0.6)), 7 + 8 * draw('hour')),
    next: (c) => (has(c, 'Receive invoice') ? ['Match invoice'] : []),
  },
  { name: 'Receive invoice', touch: none, services: ['erp'], release: (ready, _, draw) => onDay(ready, 3 + Math.floor(exponential(draw('lead'), 7)), 8 + 9 * draw('hour')), next: (c) => (has(c, 'Receive goods') ? ['Match invoice'] : []) },
  { name: 'Match invoice', pool: () => 'Accounts payable', touch: minutes(9, 0.6), services: ['erp'], next: (c, draw) => (draw('mismatch') < 0.14 && c.visits[9]! < 4 ? ['Resolve mismatch'] : ['Approve payment']) },
  { name: 'Resolve mismatch', pool: () => 'Accounts payable', touch: minutes(46, 0.8), services: ['erp'], release: (ready, _, draw) => onDay(ready, 1 + Math.floor(5 * draw('answer')), 9 + 7 * draw('hour')), next: () => ['Match invoice'] },
  { name: 'Approve payment', pool: () => 'Finance managers', touch: minutes(3, 0.5), services: ['erp'], release: nextSitting, next: (c, draw) => (draw('refuse') < 0.022 && c.visits[10]! < 3 ? ['Resolve mismatch'] : ['Pay supplier']) },
  { name: 'Pay supplier', touch: none, services: ['bank-link'], release: paymentRun, next: () => [] },
  { name: 'Reject requisition', touch: none, services: [], next: () => [] },
];

const officePool = (name: string, first: number, count: number): Pool => ({ name, services: [], absence, shifts: [{ hours: office, people: team(first, count) }] });
const goodsIn = (name: string, network: string, first: number, count: number): Pool => ({ name, services: [network], absence, shifts: [{ hours: hours(7, 16), people: team(first, count) }] });

const pools: readonly Pool[] = [
  officePool('Managers', 60, 9), officePool('Budget holders', 70, 5), officePool('Directors', 76, 5),
  { name: 'Buyers', services: [], absence, shifts: [{ hours: office, people: [...team(82, 2), ...names(84, 1).map((name) => ({ name, until: Math.floor(Date.UTC(2026, 8, 25) / 86_400_000) })), ...team(85, 1)] }] },
  goodsIn('Leeds goods in', 'leeds-network', 88, 5), goodsIn('Reading goods in', 'reading-network', 94, 5),
  officePool('Accounts payable', 100, 5), officePool('Finance managers', 106, 5),
];

/** Purchases from the requisition to the payment. */
export const purchaseToPay: ProcessModel = { id: 'purchase-to-pay', demand, steps, pools, holidays };

