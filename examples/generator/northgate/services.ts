import type { WorkingHours } from '../working-time.ts';

/** A service of the register: what it is for, who answers for it, when it must be there, what it needs. */
export interface ServiceRecord {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly owner: string;
  readonly tier: 1 | 2 | 3;
  readonly hours: 'always' | 'warehouse' | 'office' | 'contact';
  readonly supplier?: string;
  /** Share of its hours, such as 0.999. */
  readonly objective: number;
  readonly needs: readonly Need[];
}

/** One service, or k of a group. */
export interface Need {
  readonly services: readonly string[];
  readonly atLeast?: number;
  readonly soft?: true;
}

const hard = (...services: string[]): Need[] => services.map((s) => ({ services: [s] }));
const soft = (...services: string[]): Need[] => services.map((s) => ({ services: [s], soft: true }));
const some = (atLeast: number, ...services: string[]): Need => ({ services, atLeast });

type Row = readonly [id: string, name: string, what: string, owner: string, tier: 1 | 2 | 3, hours: ServiceRecord['hours'], objective: number, needs: readonly Need[], supplier?: string];

const rows: readonly Row[] = [
  ['erp', 'ERP', 'Orders, stock, purchases and the ledgers', 'head-of-business-systems', 1, 'warehouse', 0.999, [...hard('erp-database', 'virtual-hosts', 'core-network'), ...soft('email')], 'cobalt-hosting'],
  ['erp-database', 'ERP database', 'Keeps what the ERP knows', 'head-of-platforms', 1, 'warehouse', 0.999, hard('storage', 'virtual-hosts'), 'cobalt-hosting'],
  ['wms', 'Warehouse system', 'Says what to pick, where, and what is packed', 'head-of-warehouse-systems', 1, 'warehouse', 0.999, [...hard('wms-database', 'virtual-hosts', 'identity'), ...soft('erp')], 'cobalt-hosting'],
  ['wms-database', 'Warehouse system database', 'Keeps what the warehouse system knows', 'head-of-platforms', 1, 'warehouse', 0.999, hard('storage', 'virtual-hosts'), 'cobalt-hosting'],
  ['label-printing', 'Label printing', 'Prints parcel labels in both warehouses', 'head-of-warehouse-systems', 2, 'warehouse', 0.995, [...hard('wms'), ...soft('carrier-booking')]],
  ['handheld-scanners', 'Handheld scanners', 'Guide pickers and record what they take', 'head-of-warehouse-systems', 2, 'warehouse', 0.995, [...hard('wms'), some(1, 'leeds-network', 'reading-network')]],
  ['web-shop', 'Web shop', 'Takes about half of all orders', 'head-of-digital-sales', 1, 'always', 0.999, [...hard('product-catalogue', 'payment-gateway', 'virtual-hosts'), some(1, 'internet-line-a', 'internet-line-b'), ...soft('erp')]],
  ['product-catalogue', 'Product catalogue', 'Prices, pictures and stock for the shop', 'head-of-digital-sales', 2, 'always', 0.998, [...hard('virtual-hosts'), ...soft('erp')]],
  ['payment-gateway', 'Card payments', 'Takes card payments for the shop and the telephone', 'head-of-finance-systems', 1, 'always', 0.999, [some(1, 'internet-line-a', 'internet-line-b')]],
  ['edi-gateway', 'EDI gateway', 'Brings in orders from the systems of large customers', 'head-of-business-systems', 1, 'always', 0.998, [some(1, 'internet-line-a', 'internet-line-b'), ...soft('erp')], 'relay-exchange'],
  ['carrier-booking', 'Carrier booking', 'Books collections and gives parcel numbers', 'head-of-transport', 1, 'warehouse', 0.998, [some(1, 'internet-line-a', 'internet-line-b')], 'harrier-parcels'],
  ['credit-check', 'Credit check', 'Says whether a customer may order on account', 'head-of-finance-systems', 2, 'office', 0.995, hard('erp')],
  ['billing', 'Billing', 'Makes the invoices each evening', 'head-of-finance-systems', 2, 'always', 0.995, [...hard('erp'), ...soft('email')]],
  ['bank-link', 'Bank link', 'Sends payments to the bank and brings statements back', 'head-of-finance-systems', 2, 'office', 0.995, [...hard('erp'), some(1, 'internet-line-a', 'internet-line-b')]],
  ['purchasing', 'Purchasing portal', 'Requisitions and their approvals', 'head-of-business-systems', 2, 'office', 0.995, hard('erp', 'identity')],
  ['supplier-portal', 'Supplier portal', 'Suppliers see orders and settle mismatches', 'head-of-business-systems', 3, 'office', 0.99, hard('purchasing')],
  ['contact-desk', 'Contact desk', 'Queue and history of customer contacts', 'head-of-digital-sales', 2, 'contact', 0.995, [...hard('identity', 'core-network'), ...soft('erp', 'telephony')]],
  ['telephony', 'Telephony', 'Calls in and out', 'head-of-platforms', 1, 'contact', 0.998, [...hard('core-network'), some(1, 'internet-line-a', 'internet-line-b')]],
  ['email', 'E-mail', 'Staff and customer mail', 'head-of-platforms', 3, 'office', 0.99, hard('identity')],
  ['identity', 'Sign-in', 'Lets people and systems in', 'head-of-platforms', 1, 'always', 0.9995, hard('name-service', 'core-network')],
  ['name-service', 'Name service', 'Turns names of systems into addresses', 'head-of-platforms', 1, 'always', 0.9995, hard('virtual-hosts')],
  ['virtual-hosts', 'Virtual hosts', 'Three hosts; two carry the load', 'head-of-platforms', 1, 'always', 0.9995, [...hard('storage', 'core-network'), ...soft('identity')], 'cobalt-hosting'],
  ['storage', 'Storage', 'Disks of all central systems', 'head-of-platforms', 1, 'always', 0.9995, [], 'cobalt-hosting'],
  ['core-network', 'Core network', 'Joins the hosting centre and the sites', 'head-of-platforms', 1, 'always', 0.9995, hard('identity'), 'cobalt-hosting'],
  ['leeds-network', 'Leeds network', 'Cables and wireless of the Leeds warehouse', 'head-of-platforms', 2, 'warehouse', 0.998, hard('core-network'), 'cobalt-hosting'],
  ['reading-network', 'Reading network', 'Cables and wireless of the Reading warehouse', 'head-of-platforms', 2, 'warehouse', 0.998, hard('core-network'), 'cobalt-hosting'],
  ['internet-line-a', 'Internet line A', 'First line of the hosting centre', 'head-of-platforms', 2, 'always', 0.998, []],
  ['internet-line-b', 'Internet line B', 'Second line, another road into the building', 'head-of-platforms', 2, 'always', 0.998, []],
];

/** The services, applications first. */
export const services: readonly ServiceRecord[] = rows.map(([id, name, what, owner, tier, hours, objective, needs, supplier]) => ({ id, name, what, owner, tier, hours, objective, needs, ...(supplier === undefined ? {} : { supplier }) }));

const all = (open: number, close: number): WorkingHours['week'] => Array.from({ length: 7 }, () => [open, close] as const);
const weekdays = (open: number, close: number, saturday: readonly [number, number] | null): WorkingHours['week'] => Array.from({ length: 7 }, (_, d) => (d < 5 ? ([open, close] as const) : d === 5 ? saturday : null));

/** Service hours by name, wall clock in London; they run on bank holidays too, because systems do. */
export const serviceHours: Readonly<Record<ServiceRecord['hours'], WorkingHours>> = {
  always: { week: all(0, 24), holidays: new Set() },
  warehouse: { week: weekdays(5, 22, [5, 22]), holidays: new Set() },
  office: { week: weekdays(8, 18, null), holidays: new Set() },
  contact: { week: weekdays(8, 18, [9, 13]), holidays: new Set() },
};
