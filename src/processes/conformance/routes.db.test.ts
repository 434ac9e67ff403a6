import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actor, applyFiles, kinds, workspace, type Workspace } from '../../../test/company-folder/harness.ts';
import { type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { type DatasetVersion, importLog } from '../event-logs/index.ts';
import { Discoveries } from '../model-register/index.ts';
import { fitRoutes, ruleRoutes } from './index.ts';

const HOUR = 3_600_000;
/** Monday 4 March 2024, 09:00 in London. */
const monday = Date.UTC(2024, 2, 4, 9);
/** 40 orders as they should be, of 23 and 25 hours by turns; 20 that were not paid for, of 29 and 31. Money comes weeks after the end. */
const orders = Array.from({ length: 60 }, (_, k) => {
  const steps = k < 40 ? ['Order', 'Pay', 'Ship'] : ['Order', 'Ship'];
  const hours = (k < 40 ? 23 : 29) + 2 * (k % 2);
  const at = (h: number) => new Date(monday + h * HOUR).toISOString();
  return [...steps.map((step, i) => `${k},${step},${at(i === steps.length - 1 ? hours : i)},p${k % 7},${k < 50 ? 'north' : 'south'},10.5\n`), `${k},File,${at(500 + k)},p0,${k < 50 ? 'north' : 'south'},10.5\n`].join('');
});
const events = `case,activity,time,who,region,margin\n${orders.join('')}`;
/** Paid four weeks after they are delivered; one never, one perhaps still, one is not delivered yet and one fell silent. The harness stands on day 100. */
const line = (id: string, steps: readonly (readonly [string, number])[]) => steps.map(([step, day]) => `${id},${step},${new Date(Date.UTC(2026, 0, 24, 9) + day * 24 * HOUR).toISOString()}\n`).join('');
const slow = `case,activity,time\n${[
  ...Array.from({ length: 100 }, (_, i) => line(`paid-${i}`, [['Order', i / 100], ['Deliver', i / 100 + 1], ['Pay', i / 100 + 29]])),
  line('never', [['Order', 20], ['Deliver', 21]]), line('perhaps', [['Order', 80], ['Deliver', 81]]), line('not-sent', [['Order', 95]]), line('silent', [['Order', 1]]),
].join('')}`;

const folder: Record<string, string> = {
  'company.yaml': 'name: Small\nzone: Europe/London\ncurrency: GBP\nfiscalYearStart: 04-01\nposts: { ceo: boss, coo: boss, cio: boss }\n',
  'people.yaml': 'ada: { name: Ada Marsh, email: ada@small.example }\n',
  'posts.yaml': 'boss:\n  name: Boss\n  holders: [{ person: ada, from: 2020-01-01 }]\n',
  'functions.yaml': 'fulfil: { name: Fulfil orders, criticality: critical, owner: boss }\n',
  'calendars.yaml': 'shop:\n  name: Shop hours\n  zone: Europe/London\n  week: { monday: [09:00-17:00], tuesday: [09:00-17:00] }\n  holidays: [{ date: 2024-03-05, name: Stock-taking }]\n',
  'processes.yaml': `orders: { name: Orders, case: order, function: fulfil, owner: boss, zone: Europe/London, calendar: shop, ends: [Ship], delayCostAnHour: { low: GBP 10.00, high: GBP 20.00 }, margin: { attribute: margin, currency: GBP } }
plain: { name: Plain, case: thing, function: fulfil, owner: boss, zone: Europe/London }
slow: { name: Paid later, case: order, function: fulfil, owner: boss, zone: Europe/London, ends: [Deliver], closedAfter: 40d }
round-the-clock: { name: Round the clock, case: order, function: fulfil, owner: boss, zone: Europe/London, ends: [Ship], delayCostAnHour: { low: GBP 10.00, high: GBP 20.00 } }
`,
  'event-logs.yaml': ['orders', 'plain', 'round-the-clock'].map((id) => `${id}: { name: ${id}, process: ${id}, file: logs/orders.csv, format: csv, zone: Europe/London, mapping: { case: case, activity: activity, time: time, resource: who } }\n`).join('') + 'slow: { name: slow, process: slow, file: logs/slow.csv, format: csv, zone: Europe/London, mapping: { case: case, activity: activity, time: time } }\n',
  'models.yaml': `agreed: { name: As agreed, process: orders, model: "->( 'Order', 'Pay', 'Ship', 'File' )" }\nlate: { name: Paid at last, process: slow, model: "->( 'Order', 'Deliver', 'Pay' )" }\n`,
  'rules.yaml': `paid-first:
  name: No goods without money
  process: orders
  rule: { kind: only-after, activity: Ship, after: Pay }
same-day:
  name: Shipped in a day
  description: So we promised.
  process: orders
  rule: { kind: follows, first: Order, followedBy: Ship, withinWorkingHours: 8 }
unknown: { name: Of another log, process: orders, rule: { kind: never-both, a: Ship, b: Teleport } }
elsewhere: { name: In hours, process: plain, rule: { kind: follows, first: Order, followedBy: Ship, withinWorkingHours: 8 } }
`,
  'logs/orders.csv': events,
  'logs/slow.csv': slow,
};

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-fit-'));
let w: Workspace, engine: EventEngine, http: FastifyInstance;
beforeAll(async () => {
  w = await workspace();
  await applyFiles(w.as(), Object.entries(folder).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })), kinds);
  writeFileSync(join(dir, 'orders.csv'), events);
  const attributes = [{ column: 'region', type: 'text' as const, of: 'case' as const }, { column: 'margin', type: 'number' as const, of: 'case' as const }];
  const { version } = await importLog({ dir, source: { path: join(dir, 'orders.csv') }, mapping: { case: 'case', activity: 'activity', time: 'time', resource: 'who', attributes }, mode: 'replace', pseudonym: (name) => `p-${name}` });
  writeFileSync(join(dir, 'slow.csv'), slow);
  const { version: late } = await importLog({ dir, source: { path: join(dir, 'slow.csv') }, mapping: { case: 'case', activity: 'activity', time: 'time' }, mode: 'replace' });
  const versions: Record<string, DatasetVersion> = { slow: late, orders: version, plain: version, 'round-the-clock': version };
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  const parts = { engine, currentVersion: async (_: unknown, id: string) => versions[id], discoveries: new Discoveries() };
  http = await buildServer({ routes: [...ruleRoutes(parts), ...fitRoutes(parts)], identify: async () => w.as(actor(['viewer'])), stranger: w.as(), version: '1' });
});
afterAll(async () => { await http.close(); await engine.close(); await w.close(); rmSync(dir, { recursive: true }); });

const get = async (path: string) => {
  const answer = await http.inject({ url: `/api/v1/event-logs/${path}` });
  return String(answer.headers['content-type']).startsWith('text/csv') ? answer.body.split('\r\n').filter((l) => l !== '') : answer.json();
};

test('the rules of a process, each with its answer or why there is none; they follow the filter', async () => {
  const found = await get('orders/rules');
  expect(found).toMatchObject({ process: { id: 'orders', name: 'Orders', owner: 'boss' }, case: 'order', workingHours: true });
  // Tuesday is a holiday: until Monday 17:00 there are eight hours, and no others come before the next week.
  expect(found.items.map((r: { id: string; answer: object | null; why: object | null }) => [r.id, r.answer, r.why])).toMatchObject([
    ['paid-first', { concerned: 60, kept: 40, broken: 20, undecided: 0, words: 'In 20 of 60 orders “Ship” came without “Pay” before it.' }, null],
    ['same-day', { concerned: 60, kept: 60, broken: 0, undecided: 0, words: 'All 60 orders that it is about kept it.' }, null],
    ['unknown', null, { code: 'bad-input', detail: 'The log has no such activity', value: 'Teleport' }],
  ]);
  expect((await get('orders/rules?attribute=region:south')).items[0].answer).toMatchObject({ concerned: 10, broken: 10 });
  expect(await get('orders/rules.csv')).toEqual(['id,name,rule,concerned,kept,broken,undecided,why not', 'paid-first,No goods without money,“Ship” comes only after “Pay”.,60,40,20,0,', 'same-day,Shipped in a day,“Order” is followed by “Ship” within 8 working hours.,60,60,0,0,', 'unknown,Of another log,Never both “Ship” and “Teleport” in one case.,,,,,The log has no such activity']);
  expect((await get('plain/rules')).items[0].why).toMatchObject({ detail: 'No working hours were agreed for this process' });
});

/** A figure leads to as many rows, as a list and as a file. */
const rowsOf = async (list: string, query: string) => [(await get(`${list}?${query}`)).total, (await get(`${list}.csv?${query}`)).length - 1];

test('each figure of a rule opens the cases that it counts', async () => {
  for (const filter of ['', '&attribute=region:south']) for (const { id, answer } of (await get(`orders/rules?limit=1${filter}`)).items.slice(0, 2)) {
    for (const counted of ['concerned', 'kept', 'broken', 'undecided']) expect([id, counted, filter, ...await rowsOf(`orders/rules/${id}/cases`, `counted=${counted}${filter}`)]).toEqual([id, counted, filter, answer[counted], answer[counted]]);
  }
  expect((await get('orders/rules/paid-first/cases?counted=kept&limit=2')).items.map((k: { id: string }) => k.id)).toEqual(['0', '1']);
  expect(await get('orders/rules/paid-first/cases?counted=wished')).toMatchObject({ code: 'bad-input' });
});

test('each figure of a fit opens the cases that it counts', async () => {
  expect(await get('slow/conformance?model=late')).toMatchObject({ cases: 102, underWay: 2, keeping: 100, leaving: 2, unknown: 0 });
  expect((await get('slow/conformance/cases?model=late&counted=underWay')).items.map((k: { id: string }) => k.id)).toEqual(['perhaps', 'not-sent']);
  for (const [log, query] of [['slow', 'model=late'], ['orders', 'model=agreed'], ['orders', 'model=agreed&attribute=region:south'], ['orders', 'model=agreed&method=replay'], ['orders', 'model=discovered:0']] as const) {
    const fit = await get(`${log}/conformance?${query}`);
    for (const counted of ['cases', 'underWay', 'keeping', 'leaving', 'unknown']) expect([query, counted, ...await rowsOf(`${log}/conformance/cases`, `${query}&counted=${counted}`)]).toEqual([query, counted, fit[counted], fit[counted]]);
    for (const { id, cases } of fit.deviations) expect([query, id, ...await rowsOf(`${log}/conformance/cases`, `${query}&deviation=${id}`)]).toEqual([query, id, cases, cases]);
  }
});

test('the cases that break a rule, a page at a time and as a file', async () => {
  const first = await get('orders/rules/paid-first/cases?limit=15');
  const second = await get(`orders/rules/paid-first/cases?limit=15&cursor=${first.next}`);
  expect([first.total, first.items[0].id, second.items.length, second.next]).toEqual([20, '40', 5, null]);
  expect(await get('orders/rules/paid-first/cases.csv?attribute=region:south')).toHaveLength(11);
  expect(await get('plain/rules/paid-first/cases')).toMatchObject({ code: 'not-found' });
});

test('a rule is checked before it is recorded; what is none is refused', async () => {
  const check = (rule: unknown, more = '') => get(`orders/rule-check${more}?rule=${encodeURIComponent(typeof rule === 'string' ? rule : JSON.stringify(rule))}`);
  expect(await check({ kind: 'different-people', a: 'Order', b: 'Ship' })).toMatchObject({ words: '“Order” and “Ship” are done by different people.', answer: { concerned: 60, broken: 60 } });
  expect(await check({ kind: 'at-most', activity: 'Pay', times: 0 }, '/cases')).toMatchObject({ total: 40 });
  for (const bad of ['{', { kind: 'wish' }, { kind: 'never-both', a: 'Ship', b: 'Ship' }, { kind: 'at-most', activity: 'Ship', times: -1 }]) expect(await check(bad)).toMatchObject({ code: 'bad-input', detail: 'This is not a rule' });
  const wanted = async (rule: object) => (await check(rule) as { wanted: string }).wanted;
  expect(await wanted({ kind: 'at-most', activity: 'Pay', times: 1, time: 2 })).toBe('no field “time”, but times');
  expect(await wanted({ kind: 'follows', first: 'Ship', followedBy: 'Pay', directly: 'yes' })).toBe('directly: true or false');
});

test('fit with a stored model: deviations in words, with the time and the money that go with them, and their cases', async () => {
  const found = await get('orders/conformance?model=agreed');
  // Of 7 visible steps at most, one is missing in each of 20 cases.
  expect(found).toMatchObject({ model: { name: 'As agreed' }, cases: 60, exact: true, underWay: 0, keeping: 40, leaving: 20, unknown: 0 });
  expect(found.fitness.lower).toBeCloseTo((40 + 20 * (1 - 1 / 7)) / 60, 12);
  const [skipped] = found.deviations;
  expect(found.deviations).toHaveLength(1);
  expect(skipped).toMatchObject({ kind: 'skipped', activity: 'Pay', after: 'Order', words: '“Pay” did not come after “Order”, where the model expects it', cases: 20, times: 20, time: { cases: 20, mean: 30 * 3600, keeping: { cases: 40, mean: 24 * 3600 } }, margin: { low: 21_000, high: 21_000, currency: 'GBP', cases: 20 } });
  // Welch by hand: variances 40/39 and 20/19 hours squared, standard error √(1/39 + 1/19), 37.67 degrees of freedom, t 2.0249.
  const half = 2.02492 * Math.sqrt(1 / 39 + 1 / 19);
  const { more } = skipped.time;
  expect([more.estimate, more.lo, more.hi].map((s: number) => s / 3600)).toEqual([6, expect.closeTo(6 - half, 3), expect.closeTo(6 + half, 3)]);
  // All of them took the eight hours until Monday 17:00: six hours more at night are no delay that is paid for.
  expect([skipped.time.working, skipped.delay]).toEqual([null, null]);
  const [always] = (await get('round-the-clock/conformance?model=agreed')).deviations;
  expect(always.delay).toEqual({ low: Math.floor(20 * (more.lo / 3600) * 1000), high: Math.ceil(20 * (more.hi / 3600) * 2000), currency: 'GBP', hours: 'elapsed' });
  expect((await get(`orders/conformance/cases?model=agreed&deviation=${skipped.id}&limit=3`)).items.map((k: { id: string }) => k.id)).toEqual(['40', '41', '42']);
  expect(await get('orders/conformance/cases?model=agreed&attribute=region:south')).toMatchObject({ total: 10 });
  expect(await get(`orders/conformance/cases.csv?model=agreed&deviation=${skipped.id}`)).toHaveLength(21);
  expect((await get('orders/conformance.csv?model=agreed'))[1]).toContain('skipped,Pay,Order,20,20,20,108000,21600,');
  expect(await get('orders/conformance/cases?model=agreed&deviation=none')).toMatchObject({ code: 'not-found' });
});

test('a process without prices has no money; a discovered model is that of the whole log; replay tells no deviations', async () => {
  const [deviation] = (await get('plain/conformance?model=agreed')).deviations;
  expect([deviation.delay, deviation.margin, deviation.time.cases]).toEqual([null, null, 20]);
  expect(await get('orders/conformance?model=discovered:0')).toMatchObject({ exact: true, fitness: { lower: 1, upper: 1 }, keeping: 60, deviations: [] });
  expect(await get('orders/conformance?model=agreed&method=replay')).toMatchObject({ method: 'replay', keeping: 40, leaving: 20, deviations: [] });
  expect(await get('orders/conformance?model=agreed&method=replay&limit=1')).toMatchObject({ cases: 60 });
  expect((await get('orders/conformance/cases?model=agreed&method=replay')).total).toBe(20);
  expect(await get('orders/conformance?model=nothing')).toMatchObject({ code: 'not-found' });
  expect(await get('orders/conformance?model=agreed&minSeconds=99999999')).toMatchObject({ code: 'bad-input' });
});
