import { Document, isScalar, visit } from 'yaml';
import { DAY, HOUR, MINUTE, offsetText } from '../civil-time.ts';
import type { ProcessModel, Step } from '../model.ts';
import type { WorkingHours } from '../working-time.ts';
import { stops } from './incidents.ts';
import { linkRecords } from './links-truth.ts';
import { logLayouts } from './logs.ts';
import { functionRecords, peopleRecords, postRecords } from './organisation.ts';
import { period, processRules, type ProcessRules } from './scenario.ts';
import { ruleRecords } from './rules.ts';
import { bankHolidays, contactDesk, hours, office } from './seasons.ts';
import { serviceHours, services, type Need, type ServiceRecord } from './services.ts';
import { supplierRecords } from './suppliers.ts';
import { measureRecords, termRecords } from './words.ts';

const zone = 'Europe/London';

/** The registers of the company as the files of its folder. */
export function registers(): [string, string][] {
  return [
    yaml('company.yaml', companyRecord),
    yaml('people.yaml', peopleRecords),
    yaml('posts.yaml', postRecords),
    yaml('functions.yaml', functionRecords),
    yaml('calendars.yaml', calendarRecords()),
    yaml('processes.yaml', Object.fromEntries(processRules.map((rules) => [rules.model.id, processRecord(rules)]))),
    yaml('services.yaml', Object.fromEntries(services.map((s) => [s.id, serviceRecord(s)]))),
    yaml('suppliers.yaml', supplierRecords),
    yaml('measures.yaml', measureRecords),
    yaml('event-logs.yaml', Object.fromEntries(logLayouts.map((l) => [logIds[l.process] ?? l.process, eventLogRecord(l)]))),
    yaml('links.yaml', linkRecords),
    yaml('rules.yaml', ruleRecords),
    yaml('glossary.yaml', termRecords),
    ['incidents.csv', incidentsCsv()],
  ];
}

const logIds: Readonly<Record<string, string>> = { 'order-to-cash': 'orders', 'purchase-to-pay': 'purchases', 'customer-service': 'contacts' };

function yaml(file: string, records: object): [string, string] {
  const document = new Document(records, { aliasDuplicateObjects: false });
  visit(document, { Seq: (_, list) => { list.flow = list.items.every((item) => isScalar(item)); } });
  document.commentBefore = ' Northgate Supplies, an invented company. Written by npm run example:generate: to keep a change, change the generator.';
  return [file, document.toString({ lineWidth: 140, flowCollectionPadding: false })];
}

const companyRecord = {
  name: 'Northgate Supplies', zone, currency: 'GBP', fiscalYearStart: '04-01', posts: { ceo: 'ceo', coo: 'coo', cio: 'cio' },
  discountRate: { rate: '8 %', terms: 'nominal' }, asOf: offsetText(period.asOf),
};

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const clock = (hour: number): string => `${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`;

function week(of: WorkingHours): object | 'always' {
  if (of.week.every((d) => d !== null && d[0] === 0 && d[1] === 24)) return 'always';
  return Object.fromEntries(of.week.flatMap((d, i) => (d === null ? [] : [[dayNames[i], [`${clock(d[0])}-${clock(d[1])}`]]])));
}

function calendarRecords(): object {
  const holidays = bankHolidays.map(([date, name]) => ({ date, name }));
  return {
    office: { name: 'Office, England', zone, week: week(office), holidays },
    warehouse: { name: 'Warehouses in Leeds and Reading', zone, week: week(hours(6, 21)), holidays },
    'contact-desk': { name: 'Contact desk', zone, week: week(contactDesk), holidays },
    ...Object.fromEntries(systemCalendars.map(([id, name, of]) => [id, { name, zone, week: week(serviceHours[of]) }])),
  };
}

/** Service hours run on bank holidays too. */
const systemCalendars: readonly (readonly [id: string, name: string, of: ServiceRecord['hours']])[] = [
  ['warehouse-systems', 'Systems of the warehouses', 'warehouse'], ['office-systems', 'Systems of the office', 'office'], ['contact-systems', 'Systems of the contact desk', 'contact'],
];

/** What the model does not know of a process. */
const facts: Readonly<Record<string, { readonly record: object; readonly rest: object; readonly flags: Readonly<Record<string, object>>; readonly first: readonly string[] }>> = {
  'order-to-cash': {
    record: { name: 'Order to cash', description: 'From the order until the customer has the goods; invoice and payment follow.', case: 'order', function: 'take-orders', owner: 'head-of-order-fulfilment', zone, calendar: 'warehouse' },
    rest: { delayTolerance: '30 min', margin: { attribute: 'margin', currency: 'GBP' }, delayCostAnHour: { low: 'GBP 0.40', high: 'GBP 1.20' }, mtpd: '2 d', mbco: '50 %' },
    flags: { 'Review credit': { control: true }, 'Send invoice': { legal: true } },
    first: ['web-shop', 'payment-gateway', 'edi-gateway', 'telephony'],
  },
  'purchase-to-pay': {
    record: { name: 'Purchase to pay', description: 'From the requisition until the supplier is paid.', case: 'requisition', function: 'purchase', owner: 'head-of-purchasing', zone, calendar: 'office' },
    rest: { delayTolerance: '4 h', delayCostAnHour: { low: 'GBP 0.10', high: 'GBP 0.50' }, mtpd: '10 d', mbco: '20 %' },
    flags: { 'Director approval': { control: true }, 'Approve payment': { control: true }, 'Match invoice': { control: true } },
    first: ['purchasing'],
  },
  'customer-service': {
    record: { name: 'Customer service', description: 'From a customer’s first word until the matter is settled.', case: 'contact', function: 'answer-contacts', owner: 'head-of-customer-service', zone, calendar: 'contact-desk' },
    rest: { delayTolerance: '1 h', margin: { low: 'GBP 0.00', high: 'GBP 15.00' }, delayCostAnHour: { low: 'GBP 0.50', high: 'GBP 2.00' }, mtpd: '1 d', mbco: '60 %' },
    flags: {},
    first: ['telephony', 'web-shop'],
  },
};

/** Who does a step where it is not the function of the process. */
const doneBy: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'order-to-cash': {
    'Check credit': 'check-credit', 'Review credit': 'check-credit', 'Receive replenishment': 'receive-goods', 'Pick goods': 'store-and-ship', 'Check and pack': 'store-and-ship', 'Dispatch order': 'dispatch-and-transport', 'Confirm delivery': 'dispatch-and-transport',
    'Send invoice': 'bill-customers', 'Correct invoice': 'bill-customers', 'Receive payment': 'collect-money',
  },
  'purchase-to-pay': { 'Receive goods': 'receive-goods', 'Receive invoice': 'pay-suppliers', 'Match invoice': 'pay-suppliers', 'Resolve mismatch': 'pay-suppliers', 'Approve payment': 'pay-suppliers', 'Pay supplier': 'pay-suppliers' },
  'customer-service': {},
};

/** Both sites' networks stand under the work of their warehouses. */
const onSite = new Set(['Pick goods', 'Check and pack', 'Dispatch order', 'Receive goods']);

function processRecord({ model, ends, target, closedAfter }: ProcessRules): object {
  const { record, rest, flags, first } = facts[model.id]!;
  return {
    ...record, starts: model.steps.filter((s) => s.first).map((s) => s.name), ends, closedAfter: length(closedAfter), target: length(target), ...rest,
    activities: model.steps.map((s) => activity(s, model, s.first === true ? first : [], flags[s.name] ?? {})),
  };
}

function activity(step: Step, model: ProcessModel, first: readonly string[], flags: object): object {
  const needs = [...step.services, ...first, ...(onSite.has(step.name) ? ['leeds-network', 'reading-network'] : [])];
  const [touch] = step.touch({ key: 0, stream: model.demand[0]!.name, attributes: {}, arrival: 0, amount: 0, visits: [], completed: [], lostBy: -1 });
  const by = doneBy[model.id]?.[step.name];
  return { name: step.name, ...(by === undefined ? {} : { function: by }), ...(needs.length === 0 ? {} : { services: needs }), ...(step.pool === undefined ? {} : { touchTime: length(touch) }), ...flags };
}

/** A length of time as the folder writes it: the largest unit without a fraction. */
function length(seconds: number): string {
  if (seconds % DAY === 0) return `${seconds / DAY} d`;
  if (seconds % HOUR === 0) return `${seconds / HOUR} h`;
  return `${seconds / MINUTE} min`;
}

function serviceRecord(s: ServiceRecord): object {
  return {
    name: s.name, description: s.what, owner: s.owner, tier: s.tier, ...(s.hours === 'always' ? { zone, hours: 'always' } : { calendar: systemCalendars.find(([, , of]) => of === s.hours)![0] }), ...(s.supplier === undefined ? {} : { supplier: s.supplier }),
    ...(s.needs.length === 0 ? {} : { dependencies: s.needs.map(dependency) }),
    objective: { availability: `${Number((s.objective * 100).toFixed(4))} %`, window: s.tier === 1 ? 'month' : 'quarter' },
    recoveryTime: recovery[s.tier], dataLoss: s.tier === 1 ? '15 min' : '4 h',
  };
}

const recovery = { 1: '4 h', 2: '8 h', 3: '2 d' } as const;

function dependency({ services: of, atLeast, soft }: Need): object {
  const strength = soft === true ? { strength: 'soft' } : {};
  return atLeast === undefined ? { service: of[0], ...strength } : { needs: atLeast, of, ...strength };
}

function eventLogRecord(l: (typeof logLayouts)[number]): object {
  const shortName = (column: string): string => column.replace(/_gbp$/, '');
  return {
    name: names[l.process], process: l.process, file: l.file, format: 'csv', zone,
    mapping: {
      case: l.caseColumn, activity: 'activity', time: 'completed_at', start: 'started_at', resource: 'employee', ...(l.timeFormat === undefined ? {} : { timeFormat: l.timeFormat }), delimiter: ',',
      attributes: l.columns.map((c) => ({ column: c.name, name: shortName(c.name), type: c.type, of: c.of })),
    },
  };
}

const names: Readonly<Record<string, string>> = { 'order-to-cash': 'Orders, from the ERP and the warehouse system', 'purchase-to-pay': 'Purchases, from the ERP', 'customer-service': 'Contacts, from the contact desk' };

function incidentsCsv(): string {
  const head = ['id', 'title', 'services', 'kind', 'announcedAt', 'impactStart', 'detectedAt', 'impactEnd', 'cause'];
  const rows = stops.map((s) => [
    s.id, s.name, s.services.join(';'), s.kind, at(s.announced), at(s.recorded.from), s.kind === 'maintenance' ? '' : at(s.recorded.detected), at(s.recorded.until), s.cause,
  ]);
  return [head, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

const at = (instant: number | undefined): string => (instant === undefined ? '' : offsetText(instant));

function quoted(text: string): string {
  return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
