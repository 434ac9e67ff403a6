import * as fc from 'fast-check';
import { kinds } from '../../src/app/kinds.ts';
import { activity, block, bpmnOf, netOfTree, pnmlOf, treeText } from '../../src/processes/models/index.ts';

/** A record of random registers, as it is written. */
export interface RandomRecord {
  readonly kind: string;
  readonly id: string;
  readonly body: unknown;
}

// What YAML, CSV and spreadsheets take for something else than text.
const tricky = ['yes', 'null', '~', '12', '1e3', '0x1f', '- a', 'a: b', '# c', 'a #b', '"q"', "it's", '2026-01-01', '*x', '&x', '!t', '|', '>', '%', '@a', '=1+1', '+1', '-', '?', ':', '[a]', '{a: b}', 'true', '.inf', '<<', '`', 'a, "b"', 'é “ü” 李', '👩‍🚀', '\\', '; a', "'=1", '...', '---', 'x'.repeat(120)];
const clean = (text: string) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
const name = fc.oneof(fc.constantFrom(...tricky), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map(clean).filter((t) => t !== ''));
const prose = fc.array(fc.oneof(name, fc.constant('')), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n').trim()).filter((t) => t !== '');
const opt = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const day = fc.integer({ min: 0, max: 20_000 }).map((d) => new Date(d * 86_400_000).toISOString().slice(0, 10));
const duration = fc.oneof(fc.integer({ min: 0, max: 100_000_000 }).map((seconds) => ({ seconds })), fc.constantFrom('4 h', '30 min', 'PT2H', '1 w'));
const currency = fc.constantFrom('GBP', 'JPY', 'KWD', 'EUR');
const money = fc.record({ amount: fc.maxSafeInteger(), currency });
const range = fc.tuple(fc.maxSafeInteger(), fc.maxSafeInteger(), currency).map(([a, b, c]) => ({ low: { amount: Math.min(a, b), currency: c }, high: { amount: Math.max(a, b), currency: c } }));
const share = fc.integer({ min: 0, max: 100_000_000 }).map((m) => ({ percent: m / 1e6 }));
const span = fc.constantFrom([], ['08:00-17:30'], ['00:00-12:00', '12:30-24:00']);
const week = fc.oneof(fc.constant('always'), fc.record({ monday: fc.constant(['08:00-12:00']), tuesday: opt(span), sunday: opt(span) }));
const zone = fc.constantFrom('UTC', 'Europe/London', 'America/Argentina/Buenos_Aires');
const instant = fc.integer({ min: 0, max: 2_000_000_000 }).map((s) => new Date(s * 1000).toISOString().replace('.000Z', s % 2 === 0 ? 'Z' : '+00:00'));
const unique = <T>(arb: fc.Arbitrary<T>, maxLength = 3) => fc.uniqueArray(arb, { maxLength });

const ids = (kind: string, n: number) => Array.from({ length: n }, (_, i) => `${kind}-${i}`);
const [people, posts, functions, calendars, suppliers, services, processes] = [ids('p', 3), ids('post', 3), ids('f', 4), ids('cal', 2), ids('sup', 2), ids('svc', 4), ids('proc', 2)];
const one = (of: string[]) => fc.constantFrom(...of);
const some = (of: string[]) => fc.subarray(of);
const boolean = fc.boolean();

const linkSide = (process: string) => fc.record({ process: fc.constant(process), key: opt(name), activities: opt(fc.uniqueArray(name, { minLength: 1, maxLength: 3 })), only: opt(fc.record({ attribute: name, values: fc.array(name, { minLength: 1, maxLength: 2 }) })) });

const bodies: Record<string, { ids: string[]; body: (i: number) => fc.Arbitrary<object> }> = {
  company: { ids: ['company'], body: () => fc.record({ name, zone, currency: fc.constant('USD'), fiscalYearStart: fc.constantFrom('04-01', '01-01'), posts: fc.record({ ceo: one(posts), coo: one(posts), cio: one(posts) }), discountRate: opt(fc.record({ rate: share, terms: fc.constantFrom('real', 'nominal') })), priceBase: day, rates: fc.uniqueArray(fc.record({ currency, rate: fc.double({ min: 1e-6, max: 1e6, noNaN: true }), on: day }), { maxLength: 3, selector: (r) => `${r.currency}${r.on}` }), asOf: opt(instant) }) },
  person: { ids: people, body: (i) => fc.record({ name, email: opt(fc.constant(`p${i}@x.example`)) }) },
  post: { ids: posts, body: (i) => fc.record({ name, reportsTo: opt(fc.constantFrom(...posts.slice(0, i), ...(i === 0 ? [undefined] : []))), holders: fc.constantFrom([], [{ person: people[0], from: '2020-01-01', to: '2020-12-31' }, { person: people[1], from: '2021-01-01' }]), delegations: fc.array(fc.record({ deputy: one(people), from: fc.constant('2026-01-01'), to: fc.constant('2026-02-01'), reason: opt(prose) }), { maxLength: 2 }) }) },
  function: { ids: functions, body: (i) => fc.record({ name, parent: i === 0 ? fc.constant(undefined) : opt(one(functions.slice(0, i))), owner: opt(one(posts)), criticality: fc.constantFrom('critical', 'important', 'standard'), description: opt(prose) }) },
  calendar: { ids: calendars, body: () => fc.record({ name, zone, week, holidays: fc.uniqueArray(fc.record({ date: day, name, hours: opt(span) }), { maxLength: 3, selector: (h) => h.date }) }) },
  supplier: { ids: suppliers, body: () => fc.record({ name, owner: one(posts), country: opt(fc.constantFrom('GB', 'DE')), contracts: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b-2'), name, start: fc.constant('2020-01-01'), end: opt(fc.constant('2030-01-01')), noticeDaysOurs: opt(fc.nat({ max: 100 })), annualCost: opt(money), providedFrom: some(['GB', 'FR']), supportsCritical: opt(boolean), subcontractors: fc.array(name, { maxLength: 2 }) }), { maxLength: 2, selector: (c) => c.id }) }) },
  service: { ids: services, body: (i) => fc.record({ name, description: opt(prose), owner: one(posts), tier: fc.integer({ min: 1, max: 4 }), zone: opt(zone), calendar: opt(one(calendars)), hours: opt(week), supplier: opt(one(suppliers)), functions: some(functions), dependencies: fc.array(fc.oneof(fc.record({ service: one(services.filter((_, j) => j !== i)), strength: fc.constantFrom('hard', 'soft'), note: opt(prose) }), fc.record({ needs: fc.constant(1), of: fc.constant(services.filter((_, j) => j !== i)), strength: fc.constantFrom('hard', 'soft') })), { maxLength: 3 }), objective: opt(fc.record({ availability: share, window: fc.constantFrom('week', 'month') })), recoveryTime: opt(duration) }) },
  'saved-view': { ids: ['view-0'], body: () => fc.record({ name, eventLog: fc.constant('log-0'), view: fc.constantFrom('map', 'slow-or-fast'), address: fc.constantFrom('', 'top=5&activity=a', 'attribute=x%3Ay&variant=2&variant=3&split=working'), owner: opt(one(posts)) }) },
  process: { ids: processes, body: () => fc.record({ name, case: name, function: one(functions), owner: one(posts), zone, calendar: opt(one(calendars)), starts: unique(name), ends: unique(name), closedAfter: opt(duration), target: opt(duration), margin: opt(fc.oneof(range, fc.record({ attribute: name, currency }))), delayCostAnHour: opt(range), mtpd: opt(duration), mbco: opt(share), activities: fc.uniqueArray(fc.record({ name, services: some(services), touchTime: opt(duration), legal: opt(boolean), control: opt(boolean) }), { maxLength: 3, selector: (a) => a.name }) }) },
  'event-log': { ids: ['log-0'], body: () => fc.oneof(fc.record({ name, process: opt(one(processes)), file: fc.constantFrom('logs/a b.csv', 'x.csv.gz'), format: fc.constant('csv'), zone, mapping: fc.record({ case: name, activity: fc.oneof(name, fc.array(name, { minLength: 1, maxLength: 2 })), time: name, delimiter: opt(fc.constantFrom(';', '\t', ',')), nullText: opt(fc.constantFrom('?', '', ' ')), personal: opt(fc.array(name, { maxLength: 2 })) }), keepMonths: opt(fc.integer({ min: 1, max: 60 })) }), fc.record({ name, file: fc.constant('x.xes'), format: fc.constant('xes'), zone, classifier: opt(name) })) },
  'process-model': { ids: ['model-0', 'model-1'], body: () => fc.record({ name, process: one(processes), discovered: opt(fc.record({ eventLog: fc.constant('log-0'), version: name, noise: fc.double({ min: 0, max: 1, noNaN: true }), filter: opt(fc.constant('top=5&activity=a')) })), model: fc.oneof(fc.array(name, { minLength: 1, maxLength: 4 }).map((steps) => treeText(block('sequence', steps.map(activity)))), name.map((n) => bpmnOf(activity(n))), name.map((n) => pnmlOf(netOfTree(activity(n))))) }) },
  'process-rule': { ids: ['rule-0', 'rule-1'], body: () => fc.record({ name, description: opt(prose), process: one(processes), rule: fc.oneof(fc.record({ kind: fc.constant('follows'), first: name.map((n) => `1 ${n}`), followedBy: name.map((n) => `2 ${n}`), directly: opt(boolean), withinWorkingHours: opt(fc.integer({ min: 0, max: 1000 })) }), fc.record({ kind: fc.constant('at-most'), activity: name, times: fc.nat() })) }) },
  'process-link': { ids: ['link-0'], body: () => fc.record({ name, from: linkSide('proc-0'), to: linkSide('proc-1'), owner: one(posts), givenUpAfter: opt(duration) }) },
  measure: { ids: ['m-0', 'm-1'], body: () => fc.record({ name, formula: prose, unit: name, direction: fc.constantFrom('up', 'down', 'none'), owner: opt(one(posts)), service: opt(one(services)) }) },
  incident: { ids: ['INC-1', 'b.2', 'C_3'], body: () => fc.record({ title: name, services: fc.subarray(services, { minLength: 1 }), kind: fc.constant('maintenance'), announcedAt: opt(instant), impactStart: instant, detectedAt: opt(instant), cause: opt(prose) }) },
  term: { ids: ['t-0', 't-1'], body: (i) => fc.record({ name: name.map((n) => `${i} ${n}`), meaning: prose, instead: fc.array(name, { maxLength: 10 }) }) },
};

/** Random registers of every kind that refer only to what is there. */
export const randomRegisters: fc.Arbitrary<RandomRecord[]> = fc
  .tuple(...kinds.all.flatMap((kind) => {
    const parts = bodies[kind.name];
    if (parts === undefined) throw new Error(`no random bodies for the kind ${kind.name}`);
    return parts.ids.map((id, i) => parts.body(i).map((body) => ({ kind: kind.name, id, body: JSON.parse(JSON.stringify(body)) as unknown })));
  }))
  .map((records) => records);

