import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actor, applyFiles, kinds, workspace, type Workspace } from '../../../test/company-folder/harness.ts';
import { type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { type DatasetVersion, importLog } from '../event-logs/index.ts';
import { timeRoutes } from './time-routes.ts';

// Two orders over the night in which the clocks go forward (29 March 2026) and over Easter; every wait can be counted on one's fingers.
const events = `case,activity,begun,time,who
1,Register,2026-03-27 16:00,2026-03-27 16:30,ann
1,Check,2026-03-30 09:30,2026-03-30 10:00,bob
1,Ship,2026-03-30 11:00,2026-03-30 11:30,ann
1,Bill,2026-03-31 09:00,2026-03-31 09:30,cat
2,Register,2026-04-02 16:00,2026-04-02 16:30,ann
2,Check,2026-04-07 09:00,2026-04-07 10:00,bob
2,Check,2026-04-07 10:30,2026-04-07 11:00,bob
2,Ship,,2026-04-07 12:00,ann
`;

const folder = (calendar: string): Record<string, string> => ({
  'company.yaml': 'name: Small\nzone: Europe/London\ncurrency: GBP\nfiscalYearStart: 04-01\nposts: { ceo: boss, coo: boss, cio: boss }\nasOf: 2026-05-01T00:00:00Z\n',
  'people.yaml': 'ada: { name: Ada Marsh, email: ada@small.example }\n',
  'posts.yaml': 'boss:\n  name: Boss\n  holders: [{ person: ada, from: 2020-01-01 }]\n',
  'functions.yaml': 'fulfil: { name: Fulfil orders, criticality: critical, owner: boss }\ncredit: { name: Check credit, criticality: important, owner: boss }\n',
  'calendars.yaml': calendar,
  'processes.yaml': `orders:
  name: Orders
  case: order
  function: fulfil
  owner: boss
  zone: Europe/London
  calendar: shop
  starts: [Register]
  ends: [Ship]
  delayCostAnHour: { low: GBP 10.00, high: GBP 20.00 }
  activities:
    - { name: Register }
    - { name: Check, function: credit }
    - { name: Ship }
plain: { name: Plain, case: thing, function: fulfil, owner: boss, zone: Europe/London }
`,
  'event-logs.yaml': ['orders', 'plain'].map((id) => `${id}: { name: ${id}, process: ${id}, file: logs/orders.csv, format: csv, zone: Europe/London, mapping: { case: case, activity: activity, time: time, start: begun, resource: who } }\n`).join(''),
  'logs/orders.csv': events,
});
/** Besides the office hours, the night to Sunday from midnight to four: three hours where the clocks go forward, four a week later. */
const shop = (holidays: string) => `shop:
  name: Shop hours
  zone: Europe/London
  week: { monday: [09:00-17:00], tuesday: [09:00-17:00], wednesday: [09:00-17:00], thursday: [09:00-17:00], friday: [09:00-17:00], sunday: [00:00-04:00] }
  holidays: [${holidays}]
`;
const friday = '{ date: 2026-04-03, name: Good Friday }', monday = '{ date: 2026-04-06, name: Easter Monday }';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-time-'));
let w: Workspace, engine: EventEngine, http: FastifyInstance;
const apply = async (calendar: string) => applyFiles(w.as(), Object.entries(folder(calendar)).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })), kinds);

beforeAll(async () => {
  w = await workspace();
  await apply(shop(`${friday}, ${monday}`));
  const path = join(dir, 'orders.csv');
  writeFileSync(path, events);
  const mapping = { case: 'case', activity: 'activity', time: 'time', start: 'begun', resource: 'who', zone: 'Europe/London' };
  const { version: personal } = await importLog({ dir, source: { path }, mapping, mode: 'replace', pseudonym: (name) => `p-${name}` });
  const { version: open } = await importLog({ dir, source: { path }, mapping: { ...mapping, personal: [] }, mode: 'replace' });
  const versions: Record<string, DatasetVersion> = { orders: personal, plain: open };
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  http = await buildServer({ routes: timeRoutes({ engine, currentVersion: async (_, id) => versions[id] }), identify: async () => w.as(actor(['viewer'])), stranger: w.as(), version: '1' });
});
afterAll(async () => { await http.close(); await engine.close(); await w.close(); rmSync(dir, { recursive: true }); });

const get = async (path: string) => {
  const answer = await http.inject({ url: `/api/v1/event-logs/${path}` });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return String(answer.headers['content-type']).startsWith('application') ? answer.json() : answer.body;
};
const hours = (n: number) => n * 3600;
const gbp = (low: number, high: number) => ({ low: { amount: low, currency: 'GBP' }, high: { amount: high, currency: 'GBP' }, cashable: false });

test('waits in elapsed and working time, over a night without its hour and over holidays, with what they cost', async () => {
  const found = await get('orders/performance');
  expect(found).toMatchObject({
    process: { id: 'orders', name: 'Orders', case: 'order' },
    workingHours: { calendar: { id: 'shop', name: 'Shop hours' }, own: false, zone: 'Europe/London', week: 'Mon–Fri 09:00–17:00, Sun 00:00–04:00', holidays: { days: 2, from: '2026-04-03', to: '2026-04-06' } },
    steps: { cases: 2, count: 7, withoutStart: 1, withoutCompletion: 0, from: '2026-03-27T16:00:00Z', to: '2026-04-07T11:00:00Z' },
    // Friday 16:30 to Monday 09:30 is 64 h on the clock (the night is short), Thursday 16:30 to Tuesday 09:00 is 112.5 h.
    waiting: { elapsed: hours(64 + 1 + 112.5 + 0.5 + 1), working: hours(0.5 + 3 + 0.5 + 1 + (0.5 + 4) + 0.5 + 1), cost: gbp(11_000, 22_000) },
  });
  expect(found.activities.map((a: { activity: string; workingWait: { total: number } | null; share: number; cost: unknown }) => [a.activity, a.workingWait?.total ?? null, a.share, a.cost])).toEqual([
    ['Check', hours(9), 9 / 11, gbp(9000, 18_000)], ['Ship', hours(2), 2 / 11, gbp(2000, 4000)], ['Register', null, 0, null],
  ]);
  expect(found.activities[0]).toMatchObject({ instances: 3, cases: 2, withoutStart: 0, touch: { n: 3, total: hours(2) }, workingTouch: { n: 3, total: hours(2) } });
  expect(found.edges.map((e: { from: string; to: string; instances: number; wait: { total: number } }) => [e.from, e.to, e.instances, e.wait.total])).toEqual([['Register', 'Check', 2, hours(176.5)], ['Check', 'Ship', 2, hours(2)], ['Check', 'Check', 1, hours(0.5)]]);
  expect(found.rework).toMatchObject([{ activity: 'Check', cases: 2, casesAgain: 1, repeats: 1, atOnce: 1, workingWait: { total: hours(0.5) }, touch: { total: hours(0.5) }, workingTouch: { total: hours(0.5) } }]);
  // The order was complete when it was shipped: the bill is no waiting of it.
  expect(found.later).toMatchObject([{ activity: 'Bill', instances: 1, wait: { total: hours(21.5) } }]);
});

test('hand-overs between functions, where the register says who does what; none of few people', async () => {
  const found = await get('orders/performance');
  expect(found.functions).toMatchObject({ of: [{ activity: 'Register', function: 'Fulfil orders' }, { activity: 'Check', function: 'Check credit' }, { activity: 'Ship', function: 'Fulfil orders' }], unmapped: 0 });
  expect(found.functions.handOvers.map((h: { from: string; to: string; handOvers: number; workingWait: { total: number } }) => [h.from, h.to, h.handOvers, h.workingWait.total])).toEqual([['Fulfil orders', 'Check credit', 2, hours(8.5)], ['Check credit', 'Fulfil orders', 2, hours(2)]]);
  expect([found.handOvers, found.resources, found.load.hours]).toEqual([null, null, []]);
  const plain = await get('plain/performance');
  expect([plain.functions, plain.handOvers.changed, plain.resources.map((h: { from: string; to: string; handOvers: number }) => [h.from, h.to, h.handOvers])]).toEqual([null, 5, [['ann', 'bob', 2], ['ann', 'cat', 1], ['bob', 'ann', 2]]]);
});

test('without hours, a cost or an end of the process there is no working time, no money and nothing after the end', async () => {
  const found = await get('plain/performance');
  expect(found).toMatchObject({ workingHours: null, delayCostAnHour: null, waiting: { working: null, cost: null }, later: [] });
  expect(found.activities.every((a: { workingWait: unknown; cost: unknown }) => a.workingWait === null && a.cost === null)).toBe(true);
  expect(found.steps.count).toBe(8);
});

test('every figure follows the filter', async () => {
  const again = await get('orders/performance?eventually=Check→Check');
  expect(again).toMatchObject({ steps: { cases: 1, count: 4 }, waiting: { working: hours(6), cost: gbp(6000, 12_000) }, later: [] });
  expect((await get('orders/performance/bottlenecks.csv?eventually=Check→Check')).split('\r\n')[1]).toBe(`Register,Check,1,1,0,0.75,4500,9000,GBP,1,${[hours(112.5), hours(112.5), hours(112.5), hours(112.5)].join(',')},1,${[hours(4.5), hours(4.5), hours(4.5), hours(4.5)].join(',')}`);
  expect((await get('orders/performance/rework.csv?without=Bill')).split('\r\n')).toHaveLength(3);
  expect((await get('orders/performance/hand-overs.csv?activity=Bill')).split('\r\n').slice(1, 3).map((l: string) => l.split(',').slice(0, 5))).toEqual([['functions', 'Fulfil orders', 'Check credit', '1', '1'], ['functions', 'Check credit', 'Fulfil orders', '1', '1']]);
  expect((await get('orders/performance/dots?activity=Bill')).cases.map((k: { id: string }) => k.id)).toEqual(['1']);
});

test('cases over time in the zone of the process, and every file', async () => {
  const { zone, periods } = await get('orders/performance/over-time?by=week');
  expect([zone, periods.map((p: { id: string; started: number; completed: number; active: number }) => [p.id, p.started, p.completed, p.active])]).toEqual(['Europe/London', [['2026-W13', 1, 0, 1], ['2026-W14', 1, 1, 2], ['2026-W15', 0, 1, 1]]]);
  expect((await get('orders/performance/over-time.csv?by=day')).split('\r\n')[3]).toBe('2026-03-29,2026-03-29T00:00:00.000Z,2026-03-29T23:00:00.000Z,0,0,0,1,1');
  for (const name of ['activities', 'batches', 'load']) expect((await get(`plain/performance/${name}.csv`)).split('\r\n')[0]).toContain(name === 'load' ? 'busy_s' : 'activity');
});

test('every figure of cases over time opens the cases that it counts, within the filter', async () => {
  const figures = { started: 'started', completed: 'completed', 'by-silence': 'bySilence', active: 'active', 'in-progress': 'inProgress' } as const;
  let cases = 0;
  for (const [log, filter] of [['orders', ''], ['orders', '&eventually=Check→Check'], ['orders', '&from=2026-04-01T00:00:00Z'], ['plain', '']] as const) {
    for (const period of (await get(`${log}/performance/over-time?by=week${filter}`)).periods) {
      for (const [counted, figure] of Object.entries(figures)) {
        const query = `counted=${counted}&since=${period.from}&until=${period.to}${filter}`;
        const { items, total } = await get(`${log}/performance/cases?${query}`);
        expect([total, items.length], `${log} ${counted} ${period.id}${filter}`).toEqual([period[figure], period[figure]]);
        expect((await get(`${log}/performance/cases.csv?${query}`)).trim().split('\r\n').slice(1).map((l: string) => l.split(',')[0])).toEqual(items.map((k: { id: string }) => k.id));
        cases += total;
      }
    }
  }
  expect(cases).toBeGreaterThan(20);
  const page = await get('orders/performance/cases?counted=active&since=2026-03-23T00:00:00Z&until=2026-04-20T00:00:00Z&limit=1');
  expect([page.total, page.items[0].id, (await get(`orders/performance/cases?counted=active&since=2026-03-23T00:00:00Z&until=2026-04-20T00:00:00Z&limit=1&cursor=${page.next}`)).items[0].id]).toEqual([2, '1', '2']);
});

test('every hand-over between functions, every step done again and every one without a start opens its steps, and their cases', async () => {
  const { functions, rework, activities } = await get('orders/performance');
  for (const { from, to, handOvers, cases, wait, workingWait } of functions.handOvers) {
    const query = `fromFunction=${encodeURIComponent(from)}&toFunction=${encodeURIComponent(to)}`;
    const { items, total } = await get(`orders/performance/steps?${query}`);
    const sum = (of: 'wait' | 'workingWait') => items.reduce((n: number, s: Record<string, number>) => n + (s[of] ?? 0), 0);
    expect([total, sum('wait'), sum('workingWait')]).toEqual([handOvers, wait.total, workingWait.total]);
    expect((await get(`orders/performance/steps/cases?${query}`)).total).toBe(cases);
  }
  expect((await get(`orders/performance/steps/cases?step=Check&again=true`)).items).toMatchObject([{ id: '2' }]);
  expect((await get(`orders/performance/steps/cases.csv?step=Check&again=true`)).split('\r\n')).toHaveLength(rework[0].casesAgain + 2);
  for (const { activity, withoutStart } of activities) expect((await get(`orders/performance/steps?step=${activity}&withoutStart=true`)).total).toBe(withoutStart);
  expect((await get('orders/performance/steps?noFunction=true')).total).toBe(functions.unmapped);
  const { handOvers } = await get('plain/performance');
  expect([(await get('plain/performance/steps?hands=changed')).total, (await get('plain/performance/steps?hands=same')).total]).toEqual([handOvers.changed, handOvers.known - handOvers.changed]);
  for (const [query, code] of [['orders/performance/steps?hands=changed', 'too-few-people'], ['plain/performance/steps?fromFunction=a&toFunction=b', 'bad-input']]) expect((await http.inject({ url: `/api/v1/event-logs/${query}` })).json().code).toBe(code);
});

test('the steps behind a figure, a page at a time and as a file', async () => {
  const page = await get('orders/performance/steps?step=Check&after=Register&limit=1');
  expect(page).toMatchObject({ total: 2, items: [{ case: '2', step: 'Check', before: 'Register', wait: hours(112.5), workingWait: hours(4.5), touch: hours(1) }] });
  expect((await get(`orders/performance/steps?step=Check&after=Register&limit=1&cursor=${page.next}`)).items).toMatchObject([{ case: '1' }]);
  expect((await get('orders/performance/steps?later=true')).items.map((r: { step: string }) => r.step)).toEqual(['Bill']);
  expect((await get('orders/performance/steps.csv?again=true')).split('\r\n').slice(0, 2)).toEqual(['case,step,step_before,ready,start,completed,wait_s,working_wait_s,touch_s,batch,batch_cases,in_hour_s', '2,Check,Check,2026-04-07T09:00:00Z,2026-04-07T09:30:00Z,2026-04-07T10:00:00Z,1800,1800,1800,,,']);
  expect((await get('plain/performance/steps?fromResource=ann&toResource=bob')).total).toBe(2);
  expect([(await get('plain/performance/steps?step=Check&batched=true')).total, (await get('plain/performance/steps?step=Check&batched=false')).total]).toEqual([0, 3]);
  for (const { hourOfWeek, begun, busySeconds } of (await get('plain/performance')).load.hours) {
    expect((await get(`plain/performance/steps?hour=${hourOfWeek}`)).total).toBe(begun);
    const lines = (await get(`plain/performance/steps.csv?hour=${hourOfWeek}&worked=true`)).split('\r\n').slice(1, -1);
    expect(lines.reduce((sum: number, line: string) => sum + Number(line.split(',').at(-1)), 0)).toBe(busySeconds);
  }
  const refused = await http.inject({ url: '/api/v1/event-logs/orders/performance/steps?hour=9' });
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'too-few-people']);
});

test('a calendar that is corrected changes the figure: nothing of the registers is kept', async () => {
  await apply(shop(friday));
  expect((await get('orders/performance')).waiting.working).toBe(hours(11 + 8));
  await apply(shop(`${friday}, ${monday}`));
});
