import { DAY, HOUR } from '../civil-time.ts';
import { lognormal, uniform, wordKey } from '../draws.ts';
import type { SimulatedCase, Simulation } from '../model.ts';

/** What a case of one process names of another: by the case's key, the id that its log carries. */
export interface SharedKeys {
  /** The order that a contact is about. */
  readonly orderOfContact: ReadonlyMap<number, string>;
  /** The requisition whose goods an order waited for. */
  readonly requisitionOfOrder: ReadonlyMap<number, string>;
}

/** One piece of work as the matching needs it. */
interface Done {
  readonly c: SimulatedCase;
  readonly start: number;
  readonly complete: number;
  readonly ready: number;
}

export const orderId = (n: number): string => `SO-${500_001 + n}`;
export const requisitionId = (n: number): string => `PR-${20_001 + n}`;

/** Keys of contacts about late orders begin here: the order's key follows. */
const ABOUT_AN_ORDER = 0x40000000;
export const invoiceQuestion = 'Invoice question';
export const resale = 'Goods for resale';

/** The ids of a log's cases by the key of the case; numbered as the log numbers them, in order of appearance. */
function idsOf(sim: Simulation, id: (n: number) => string): Map<number, string> {
  const ids = new Map<number, string>();
  const { count, case: of } = sim.instances;
  for (let i = 0; i < count; i += 1) if (i === 0 || of[i] !== of[i - 1]) ids.set(sim.cases[of[i]!]!.key, id(ids.size));
  return ids;
}

/** All work of one step, in order of its start. */
export function workOf(sim: Simulation, name: string): Done[] {
  const { count, case: of, step, ready, start, complete } = sim.instances;
  const at = sim.model.steps.findIndex((s) => s.name === name);
  const found: Done[] = [];
  for (let i = 0; i < count; i += 1) if (step[i] === at) found.push({ c: sim.cases[of[i]!]!, ready: ready[i]!, start: start[i]!, complete: complete[i]! });
  return found.sort((a, b) => a.start - b.start || a.c.key - b.c.key);
}

/**
 * Who is about what: worked out after the runs, from what happened in them, so that no event of any log depends on it. A correction of an invoice
 * gets the contact that asked for it, a replenishment the requisition that brought it, each about as long before as is drawn.
 */
export function sharedKeys(seed: number, runs: ReadonlyMap<string, Simulation>): SharedKeys {
  const [orders, purchases, contacts] = ['order-to-cash', 'purchase-to-pay', 'customer-service'].map((id) => runs.get(id)!) as [Simulation, Simulation, Simulation];
  const ids = idsOf(orders, orderId);
  const orderOfContact = new Map(contacts.cases.flatMap((c): [number, string][] => { const id = c.key >= ABOUT_AN_ORDER ? ids.get(c.key - ABOUT_AN_ORDER) : undefined; return id === undefined ? [] : [[c.key, id]]; }));
  const questions = workOf(contacts, 'Close contact').filter((w) => w.c.attributes['topic'] === invoiceQuestion);
  askedForCorrections(seed, workOf(orders, 'Correct invoice'), questions, ids, orderOfContact);
  olderOrders(contacts, questions, orderOfContact);
  askedLately(contacts, workOf(orders, 'Send invoice'), questions, ids, orderOfContact);
  return { orderOfContact, requisitionOfOrder: broughtGoods(seed, workOf(orders, 'Receive replenishment'), workOf(purchases, 'Receive goods'), idsOf(purchases, requisitionId)) };
}

/** Mean seconds from the close of a contact to the correction that it asked for, and from the receipt of goods to the order that waited for them. */
export const plantedWait = { correction: 20 * HOUR, replenishment: 5 * HOUR } as const;

/** The free one that lies nearest to `wanted`, before `until` and not before `from`. */
function nearest(list: readonly Done[], wanted: number, from: number, until: number, fits: (w: Done) => boolean): Done | undefined {
  let best: Done | undefined;
  for (let i = firstFrom(list, from); i < list.length && list[i]!.start < until; i += 1) {
    const w = list[i]!;
    if (w.complete < until && fits(w) && (best === undefined || Math.abs(w.complete - wanted) < Math.abs(best.complete - wanted))) best = w;
  }
  return best;
}

function firstFrom(list: readonly Done[], from: number): number {
  let [low, high] = [0, list.length];
  while (low < high) { const middle = (low + high) >> 1; if (list[middle]!.start < from) low = middle + 1; else high = middle; }
  return low;
}

/** Each correction follows a contact about the invoice; one in eight customers had asked before. */
function askedForCorrections(seed: number, corrections: readonly Done[], questions: readonly Done[], ids: ReadonlyMap<number, string>, orderOf: Map<number, string>): void {
  for (const { c, ready, start } of corrections) {
    const wanted = start - lognormal(uniform(seed, wordKey('asked'), c.key), plantedWait.correction, 0.7);
    const fits = (w: Done): boolean => !orderOf.has(w.c.key) && w.c.attributes['region'] === c.attributes['region'] && w.c.arrival > ready;
    const asked = nearest(questions, wanted, ready, start, fits);
    if (asked === undefined) continue;
    orderOf.set(asked.c.key, ids.get(c.key)!);
    const before = uniform(seed, wordKey('asked before'), c.key) < 1 / 8 ? nearest(questions, asked.c.arrival - DAY, ready, asked.c.arrival, fits) : undefined;
    if (before !== undefined) orderOf.set(before.c.key, ids.get(c.key)!);
  }
}

const FIRST_WEEKS = 21 * DAY;
const LAST_DAYS = 3 * DAY;

/** In the first weeks customers ask about invoices of orders from before the record. */
function olderOrders({ from }: Simulation, questions: readonly Done[], orderOf: Map<number, string>): void {
  for (const { c, complete } of questions) if (complete < from + FIRST_WEEKS && !orderOf.has(c.key)) orderOf.set(c.key, orderId(-1 - (c.key % 4000)));
}

/** Questions of the last days are about invoices that nobody has corrected yet. */
function askedLately({ until }: Simulation, invoices: readonly Done[], questions: readonly Done[], ids: ReadonlyMap<number, string>, orderOf: Map<number, string>): void {
  const asked = new Set(orderOf.values());
  for (const { c, complete } of questions) {
    if (complete < until - LAST_DAYS || orderOf.has(c.key)) continue;
    const about = nearest(invoices, c.arrival - 3 * DAY, c.arrival - 10 * DAY, c.arrival, (w) => w.c.attributes['region'] === c.attributes['region'] && !asked.has(ids.get(w.c.key)!));
    if (about === undefined) continue;
    orderOf.set(c.key, ids.get(about.c.key)!);
    asked.add(ids.get(about.c.key)!);
  }
}

/** What an order waited for came with a requisition of its site; one delivery may serve several orders. */
function broughtGoods(seed: number, replenishments: readonly Done[], receipts: readonly Done[], ids: ReadonlyMap<number, string>): Map<number, string> {
  const found = new Map<number, string>();
  for (const { c, start } of replenishments) {
    const wanted = start - lognormal(uniform(seed, wordKey('brought'), c.key), plantedWait.replenishment, 0.8);
    const brought = found.has(c.key) ? undefined : nearest(receipts, wanted, start - 4 * DAY, start, (w) => w.c.attributes['category'] === resale && w.c.attributes['site'] === c.attributes['warehouse']);
    if (brought !== undefined) found.set(c.key, ids.get(brought.c.key)!);
  }
  return found;
}
