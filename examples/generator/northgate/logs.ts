import { londonOffset, offsetText } from '../civil-time.ts';
import type { SimulatedCase, Simulation } from '../model.ts';
import { orderId, requisitionId, type SharedKeys } from './links.ts';
import { orderMargin } from './order-to-cash.ts';

/** How a process's log is laid out as a file, and how its columns are meant. */
export interface LogLayout {
  readonly process: string;
  readonly file: string;
  readonly caseColumn: string;
  readonly caseId: (place: number) => string;
  /** Columns between the case id and the activity. */
  readonly columns: readonly { readonly name: string; readonly of: 'case' | 'event'; readonly type: 'text' | 'number'; readonly value: (c: SimulatedCase, amount: number, shared: SharedKeys) => string }[];
  readonly time: (instant: number) => string;
  readonly timeFormat: string | undefined;
  readonly zone: string | undefined;
}

const money = (pence: number): string => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
const attribute = (name: string) => (c: SimulatedCase): string => String(c.attributes[name] ?? '');
const text = (name: string, value: (c: SimulatedCase, amount: number, shared: SharedKeys) => string): LogLayout['columns'][number] => ({ name, of: 'case', type: 'text', value });
const local = (instant: number): string => new Date((instant + londonOffset(instant)) * 1000).toISOString().slice(0, 19);
const british = (instant: number): string => `${local(instant).slice(8, 10)}/${local(instant).slice(5, 7)}/${local(instant).slice(0, 4)} ${local(instant).slice(11)}`;

/** The three logs: one with offsets, one in local time, one in British notation, as three systems would write them. */
export const logLayouts: readonly LogLayout[] = [
  {
    process: 'order-to-cash', file: 'logs/orders.csv.gz', caseColumn: 'order_id', caseId: orderId,
    columns: [
      text('channel', (c) => c.stream), text('warehouse', attribute('warehouse')), text('region', attribute('region')), text('customer_type', attribute('customer_type')),
      { name: 'value_gbp', of: 'case', type: 'number', value: (c) => money(c.amount) },
      { name: 'margin_gbp', of: 'case', type: 'number', value: (c) => money(orderMargin(c)) },
      text('requisition', (c, _, { requisitionOfOrder }) => requisitionOfOrder.get(c.key) ?? ''),
    ],
    time: offsetText, timeFormat: undefined, zone: undefined,
  },
  {
    process: 'purchase-to-pay', file: 'logs/purchases.csv.gz', caseColumn: 'requisition_id', caseId: requisitionId,
    columns: [text('category', attribute('category')), text('site', attribute('site')), text('supplier', attribute('vendor')), { name: 'amount_gbp', of: 'event', type: 'number', value: (_, amount) => money(amount) }],
    time: (instant) => local(instant).replace('T', ' '), timeFormat: '%Y-%m-%d %H:%M:%S', zone: 'Europe/London',
  },
  {
    process: 'customer-service', file: 'logs/contacts.csv.gz', caseColumn: 'contact_id', caseId: (n) => `CT-${70_001 + n}`,
    columns: [text('channel', (c) => c.stream), text('topic', attribute('topic')), text('region', attribute('region')), text('order', (c, _, { orderOfContact }) => orderOfContact.get(c.key) ?? '')],
    time: british, timeFormat: '%d/%m/%Y %H:%M:%S', zone: 'Europe/London',
  },
];

/** A log as CSV text, its rows ordered by case, completion and start. */
export function logText(sim: Simulation, layout: LogLayout, shared: SharedKeys): string {
  const { count, case: of, step, start, complete, person, amount } = sim.instances;
  const lines = [[layout.caseColumn, ...layout.columns.map((c) => c.name), 'started_at', 'completed_at', 'activity', 'employee'].join(',')];
  let caseNumber = -1;
  for (let i = 0; i < count; i += 1) {
    if (i === 0 || of[i] !== of[i - 1]) caseNumber += 1;
    const c = sim.cases[of[i]!]!;
    const about = layout.columns.map((column) => column.value(c, amount[i]!, shared)).join(',');
    lines.push(`${layout.caseId(caseNumber)},${about},${layout.time(start[i]!)},${layout.time(complete[i]!)},${sim.model.steps[step[i]!]!.name},${person[i]! < 0 ? '' : sim.people[person[i]!]!}`);
  }
  return `${lines.join('\n')}\n`;
}
