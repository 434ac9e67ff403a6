import { HOUR, toInstant, toLocal, dayOf, DAY } from '../civil-time.ts';
import { quantile } from '../measures.ts';
import type { Simulation } from '../model.ts';
import { workingSeconds } from '../working-time.ts';
import { invoiceQuestion, orderId, plantedWait, requisitionId, resale, workOf, type SharedKeys } from './links.ts';
import { period, processRules } from './scenario.ts';

/** Waits in some time, in seconds; null where there was no hand-over. */
export interface WaitTruth {
  readonly handOvers: number;
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
  readonly totalHours: number;
  readonly workingMedianSeconds: number | null;
}

/** A planted hand-over between two processes. */
export interface HandOverTruth {
  readonly link: string;
  readonly from: string;
  readonly to: string;
  readonly planted: string;
  readonly whole: WaitTruth;
  /** Taken up in the last calendar month, October 2026. */
  readonly lastMonth: WaitTruth;
  readonly senders: { readonly takenUp: number; readonly waiting: number; readonly notTakenUp: number; readonly noPartner: number };
  /** Cases of the taking process whose key is that of more than one case of the other. */
  readonly toSeveral: number;
}

/** A link as the register has it. */
export const linkRecords = {
  'invoice-corrections': {
    name: 'Invoice questions that need a correction',
    from: { process: 'customer-service', key: 'order', activities: ['Close contact'], only: { attribute: 'topic', values: [invoiceQuestion] } },
    to: { process: 'order-to-cash', activities: ['Correct invoice'] },
    owner: 'head-of-customer-service', givenUpAfter: '10 d',
  },
  replenishments: {
    name: 'Goods that an order waits for',
    from: { process: 'purchase-to-pay', activities: ['Receive goods'], only: { attribute: 'category', values: [resale] } },
    to: { process: 'order-to-cash', key: 'requisition', activities: ['Receive replenishment'] },
    owner: 'head-of-purchasing', givenUpAfter: '4 d',
  },
} as const;

interface Leave { readonly key: string; readonly at: number }
interface Entry { readonly case: number; readonly key: string; readonly at: number }

/** The planted hand-overs, from the simulated cases alone. */
export function handOverTruths(runs: ReadonlyMap<string, Simulation>, keys: SharedKeys): HandOverTruth[] {
  const [orders, purchases, contacts] = ['order-to-cash', 'purchase-to-pay', 'customer-service'].map((id) => runs.get(id)!) as [Simulation, Simulation, Simulation];
  const orderIds = numbered(orders, orderId);
  const requisitionIds = numbered(purchases, requisitionId);
  const asked = workOf(contacts, 'Close contact').flatMap((w): Leave[] => { const key = keys.orderOfContact.get(w.c.key); return w.c.attributes['topic'] === invoiceQuestion && key !== undefined ? [{ key, at: w.complete }] : []; });
  const received = workOf(purchases, 'Receive goods').flatMap((w): Leave[] => (w.c.attributes['category'] === resale ? [{ key: requisitionIds.get(w.c.key)!, at: w.complete }] : []));
  const corrected = workOf(orders, 'Correct invoice').map((w): Entry => ({ case: w.c.key, key: orderIds.get(w.c.key)!, at: w.start }));
  const replenished = workOf(orders, 'Receive replenishment').flatMap((w): Entry[] => { const key = keys.requisitionOfOrder.get(w.c.key); return key === undefined ? [] : [{ case: w.c.key, key, at: w.start }]; });
  return [
    { ...truthOf('invoice-corrections', asked, corrected, new Set(orderIds.values()), 10 * DAY), planted: `Billing begins a correction about ${plantedWait.correction / HOUR} hours after the contact that asked for it was closed; one in eight customers had asked before; questions of the first three weeks are about orders from before the record, those of the last three days have no correction yet.` },
    { ...truthOf('replenishments', received, replenished, new Set(keys.requisitionOfOrder.values()), 4 * DAY), planted: `An order has the goods it waited for about ${plantedWait.replenishment / HOUR} hours after they were received on the requisition that brought them; one delivery may serve several orders.` },
  ];
}

function numbered(sim: Simulation, id: (n: number) => string): Map<number, string> {
  const ids = new Map<number, string>();
  const { count, case: of } = sim.instances;
  for (let i = 0; i < count; i += 1) { const { key } = sim.cases[of[i]!]!; if (!ids.has(key)) ids.set(key, id(ids.size)); }
  return ids;
}

function truthOf(link: keyof typeof linkRecords, leaves: readonly Leave[], entries: readonly Entry[], partners: ReadonlySet<string>, givenUpAfter: number): Omit<HandOverTruth, 'planted'> {
  const { from, to } = linkRecords[link];
  const byKey = new Map<string, number[]>();
  for (const l of leaves) byKey.set(l.key, [...(byKey.get(l.key) ?? []), l.at]);
  const before = new Map<number, number>();
  const found: { left: number; entered: number }[] = [];
  for (const e of entries.toSorted((a, b) => a.at - b.at)) {
    const left = Math.max(...(byKey.get(e.key) ?? []).filter((t) => t <= e.at && t > (before.get(e.case) ?? Number.NEGATIVE_INFINITY)));
    if (left > 0) found.push({ left, entered: e.at });
    before.set(e.case, e.at);
  }
  const senders = { takenUp: 0, waiting: 0, notTakenUp: 0, noPartner: 0 };
  const lastEntry = new Map<string, number>();
  for (const e of entries) lastEntry.set(e.key, Math.max(e.at, lastEntry.get(e.key) ?? 0));
  for (const { key, at } of leaves) senders[(lastEntry.get(key) ?? 0) >= at ? 'takenUp' : period.asOf - at <= givenUpAfter ? 'waiting' : partners.has(key) ? 'notTakenUp' : 'noPartner'] += 1;
  const [month, next] = [toInstant(Date.UTC(2026, 9, 1) / 1000), toInstant(dayOf(toLocal(Date.UTC(2026, 10, 1) / 1000)) * DAY)];
  const partnersOf = new Map<string, number>();
  for (const l of leaves) partnersOf.set(l.key, (partnersOf.get(l.key) ?? 0) + 1);
  return {
    link, from: from.process, to: to.process, whole: waits(found, to.process), lastMonth: waits(found.filter((f) => f.entered >= month && f.entered < next), to.process), senders,
    toSeveral: link === 'invoice-corrections' ? [...partnersOf].filter(([key, n]) => n > 1 && partners.has(key)).length : 0,
  };
}

function waits(found: readonly { left: number; entered: number }[], process: string): WaitTruth {
  const { hours } = processRules.find((r) => r.model.id === process)!;
  const elapsed = found.map((f) => f.entered - f.left).sort((a, b) => a - b);
  const working = found.map((f) => workingSeconds(hours, f.left, f.entered)).sort((a, b) => a - b);
  return {
    handOvers: found.length, medianSeconds: quantile(elapsed, 0.5) ?? null, p90Seconds: quantile(elapsed, 0.9) ?? null,
    totalHours: elapsed.reduce((a, b) => a + b, 0) / HOUR, workingMedianSeconds: quantile(working, 0.5) ?? null,
  };
}
