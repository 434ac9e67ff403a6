import { DAY, london } from '../civil-time.ts';
import type { Change, Parameters, ProcessModel, Shift, Simulation, Worker } from '../model.ts';
import { simulate } from '../simulate.ts';
import type { WorkingHours } from '../working-time.ts';
import { contactsAboutLateOrders, customerService } from './customer-service.ts';
import { stops } from './incidents.ts';
import { orderToCash } from './order-to-cash.ts';
import { purchaseToPay } from './purchase-to-pay.ts';
import { contactDesk, hours, office } from './seasons.ts';

/** The twelve months: from Monday 10 November 2025 until Monday 9 November 2026, 10:05 in London. */
export const period = { from: london('2025-11-10'), asOf: london('2026-11-09T10:05') };

export const defaultSeed = 20261109;

const pickToLight: Change = { id: 'pick-to-light', step: 'Pick goods', applies: (c) => c.attributes['warehouse'] === 'Leeds', from: london('2026-05-18T06:00'), ramp: 28 * DAY, touchFactor: 0.8 };
const supplierPortal: Change = { id: 'supplier-portal', step: 'Resolve mismatch', applies: () => true, from: london('2026-08-03T09:00'), ramp: 28 * DAY, touchFactor: 1 };

/** Two initiatives: one that worked, with Reading as its control, and one that changed nothing. */
export const initiatives: readonly (Change & { readonly name: string; readonly promise: string })[] = [
  { ...pickToLight, name: 'Pick-to-light in Leeds', promise: 'Picking takes 20 per cent less hands-on time' },
  { ...supplierPortal, name: 'Supplier portal', promise: 'Settling a mismatch takes 40 per cent less hands-on time' },
];

/** What the register says of each process, as far as its measures need it. */
export interface ProcessRules {
  readonly model: ProcessModel;
  readonly ends: readonly string[];
  readonly target: number;
  readonly closedAfter: number;
  readonly hours: WorkingHours;
  readonly warmUp: number;
}

export const processRules: readonly ProcessRules[] = [
  { model: orderToCash, ends: ['Confirm delivery', 'Cancel order'], target: 4 * DAY, closedAfter: 30 * DAY, hours: hours(6, 21), warmUp: 21 * DAY },
  { model: purchaseToPay, ends: ['Pay supplier', 'Reject requisition'], target: 45 * DAY, closedAfter: 60 * DAY, hours: office, warmUp: 120 * DAY },
  { model: customerService, ends: ['Close contact'], target: DAY, closedAfter: 14 * DAY, hours: contactDesk, warmUp: 21 * DAY },
];

/** What is left out of a run, to see what it did. */
export interface Without {
  readonly stop?: string;
  readonly initiative?: string;
}

/**
 * The year of all three processes; `size` scales demand and staff together (1 is the committed company). A process that what is left out
 * cannot have touched is taken from `base`, a run of the same seed, size and end.
 */
export function northgateYear(seed: number, size: number, without: Without = {}, until = period.asOf, base: ReadonlyMap<string, Simulation> = new Map()): ReadonlyMap<string, Simulation> {
  const runs = new Map<string, Simulation>();
  for (const rules of processRules) {
    const { id } = rules.model;
    const known = base.get(id);
    const orders = runs.get(orderToCash.id);
    const followsOrders = rules.model === customerService && orders !== undefined;
    const untouched = known?.until === until && !touches(rules.model, without) && (!followsOrders || orders === base.get(orderToCash.id));
    runs.set(id, untouched ? known : simulate({ ...parametersOf(rules, size, without, until), extra: followsOrders ? contactsAboutLateOrders(orders, seed) : [] }, seed));
  }
  return runs;
}

/** Whether a process has to do with what is left out at all. */
function touches(model: ProcessModel, { stop, initiative }: Without): boolean {
  const services = stops.find((s) => s.id === stop)?.services ?? [];
  const step = initiatives.find((i) => i.id === initiative)?.step;
  return [...model.steps, ...model.pools, ...model.demand].some((part) => part.services.some((s) => services.includes(s))) || model.steps.some((s) => s.name === step);
}

function parametersOf(rules: ProcessRules, size: number, without: Without, until: number): Parameters {
  return {
    model: scaled(rules.model, size), from: period.from, until, warmUp: rules.warmUp,
    outages: stops.filter((s) => s.id !== without.stop),
    changes: initiatives.filter((i) => i.id !== without.initiative),
  };
}

function scaled(model: ProcessModel, size: number): ProcessModel {
  if (size === 1) return model;
  return { ...model, demand: model.demand.map((d) => ({ ...d, perWeek: d.perWeek * size })), pools: model.pools.map((p) => ({ ...p, shifts: p.shifts.map((shift) => crew(shift, size)) })) };
}

function crew(shift: Shift, size: number): Shift {
  const n = shift.people.length;
  const copy = (i: number): Worker => ({ ...shift.people[i % n]!, name: i < n ? shift.people[i]!.name : `${shift.people[i % n]!.name} ${Math.floor(i / n) + 1}` });
  return { ...shift, people: Array.from({ length: Math.max(1, Math.round(n * size)) }, (_, i) => copy(i)) };
}
