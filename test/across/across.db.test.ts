import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { figureTime } from '../../src/organisation/index.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { systemActor } from '../../src/platform/write/index.ts';
import { handOversAnswer, HandOverMeasures } from '../../src/processes/across/index.ts';
import { openApp, type TestApp } from '../imports/app.ts';

// Four processes of three functions, their logs and the links between them, through the whole application.
let w: TestApp;
const headers = { authorization: 'Bearer the-token-of-a-test' };

async function put(path: string, body: object): Promise<void> {
  const r = await w.app.http.inject({ method: 'PUT', url: `/api/v1${path}`, headers, payload: { body, expected: null } });
  expect(`${r.statusCode} ${r.body.slice(0, 300)}`).toMatch(/^200/);
}

/** Hours after Monday 2 March 2026, 08:00 in UTC. */
const at = (hours: number) => new Date(Date.UTC(2026, 2, 2, 8) + hours * 3_600_000).toISOString();
const processes = { quote: 'sales', order: 'sales', ticket: 'service', purchase: 'buying' } as const;

const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', attributes: [{ column: 'ref', type: 'text', of: 'case' }] };

async function send(process: string, lines: readonly string[], how: object = {}): Promise<void> {
  const { body: upload } = await w.upload(`${process}.csv`, `case,activity,time,ref,who\n${lines.join('\n')}\n`);
  const { body } = await w.post('/imports', { upload: upload.id, eventLog: process, zone: 'UTC', mapping, ...how });
  expect(await w.over(body.id)).toMatchObject({ state: 'done' });
}

async function bringIn(process: string, lines: readonly string[]): Promise<void> {
  await put(`/event-log-mappings/${process}`, { name: `Log of ${process}`, process, file: `logs/${process}.csv`, format: 'csv', zone: 'UTC', mapping });
  await send(process, lines);
}

beforeAll(async () => {
  w = await openApp();
  await put('/posts/boss', { name: 'Boss' });
  await put('/company', { name: 'Four', zone: 'UTC', currency: 'GBP', fiscalYearStart: '01-01', posts: { ceo: 'boss', coo: 'boss', cio: 'boss' }, asOf: '2026-04-15T00:00:00Z' });
  for (const id of ['firm', 'sales', 'service', 'buying']) await put(`/functions/${id}`, { name: id.toUpperCase(), criticality: 'critical', ...(id === 'firm' ? {} : id === 'buying' ? {} : { parent: 'firm' }) });
  await put('/calendars/days', { name: 'Days', zone: 'UTC', week: Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((d) => [d, ['08:00-16:00']])) });
  for (const [id, fn] of Object.entries(processes)) await put(`/processes/${id}`, { name: `Process ${id}`, case: id, function: fn, owner: 'boss', zone: 'UTC', ...(id === 'order' ? { calendar: 'days', delayCostAnHour: { low: 'GBP 1.00', high: 'GBP 2.00' }, activities: [{ name: 'Correct', function: 'buying' }] } : {}) });
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  // 30 quotes, each ordered 2 h after its last step; two tickets about each of the first 24 orders; 25 purchases for orders, 5 of none that is there.
  await bringIn('quote', range(30).flatMap((i) => [`q${i},Ask,${at(i)},,ann`, `q${i},Quote,${at(i + 1)},,bob`]));
  await bringIn('order', range(30).flatMap((i) => [`o${i},Take,${at(i + 3)},q${i},ann`, `o${i},Correct,${at(i + 120)},q${i},eve`]));
  await bringIn('ticket', range(24).flatMap((i) => [0, 1].flatMap((j) => [`t${i}${j ? 'b' : 'a'},Open,${at(i + 60 + 20 * j)},o${i},dan`, `t${i}${j ? 'b' : 'a'},Close,${at(i + 70 + 20 * j)},o${i},dan`])));
  await bringIn('purchase', range(25).map((i) => `p${i},Raise,${at(i + 30)},o${i + 10},fay`));
}, 120_000);
afterAll(async () => { await w.close(); });

test('nothing is linked yet; keys that are shared are suggested with exact counts, persons never', async () => {
  const { status, body } = await w.get('/hand-overs');
  expect(status).toBe(200);
  expect(body).toMatchObject({ edges: [], functions: [] });
  expect(body.processes.map((p: { id: string; area: { id: string } }) => [p.id, p.area.id])).toEqual([['order', 'firm'], ['purchase', 'buying'], ['quote', 'firm'], ['ticket', 'firm']]);
  const { body: suggested } = await w.get('/hand-over-suggestions');
  const said = suggested.items.map((s: { from: { process: string; key: string }; to: { process: string; key: string | null }; shared: number; values: number }) => `${s.from.process} ${s.from.key} = ${s.to.process} ${s.to.key ?? 'case'}: ${s.shared} of ${s.values}`);
  expect(said.slice(0, 3).sort()).toEqual(['order ref = quote case: 30 of 30', 'purchase ref = order case: 20 of 25', 'ticket ref = order case: 24 of 24'].sort());
  expect(JSON.stringify(suggested)).not.toContain('who');
  expect(suggested).toMatchObject({ processes: 4, leftOut: 0 });
});

test('links are measured both ways or as named; waits, counts, money and functions add up; a figure opens to its rows', async () => {
  await put('/process-links/quoted', { name: 'Quotes that are ordered', owner: 'boss', from: { process: 'quote' }, to: { process: 'order', key: 'ref' } });
  await put('/process-links/complaints', { name: 'Tickets that need a correction', owner: 'boss', from: { process: 'ticket', key: 'ref', activities: ['Close'] }, to: { process: 'order', activities: ['Correct'] }, givenUpAfter: '1 d' });
  await put('/process-links/bought', { name: 'Orders to be bought for', owner: 'boss', from: { process: 'order' }, to: { process: 'purchase', key: 'ref' } });
  await put('/process-links/odd', { name: 'No such key', owner: 'boss', from: { process: 'purchase', key: 'colour' }, to: { process: 'ticket' } });
  const { body } = await w.get('/hand-overs');
  // oxlint-disable-next-line typescript/no-explicit-any -- an answer of the API, its parts asserted one by one
  const edge = (id: string): any => body.edges.find((e: { link: string }) => e.link === id);
  expect(body.edges.map((e: { link: string; back: boolean }) => `${e.link} ${e.back}`).sort()).toEqual(['bought false', 'complaints false', 'odd false', 'quoted false']);
  // Of two hours each, 28 are between 08:00 and 16:00 of the Monday and the Tuesday.
  expect(edge('quoted')).toMatchObject({ window: { id: 'whole record', from: at(3) }, wait: { n: 30, median: 7200, total: 30 * 7200 }, cost: { currency: 'GBP', low: 2800, high: 5600, hours: 'working' }, senders: { takenUp: 30, waiting: 0, noPartner: 0 } });
  // Closed at 90 h and corrected at 120 h after the first moment, plus as many for each: the later of two tickets counts.
  expect(edge('complaints')).toMatchObject({ wait: { n: 24, median: 30 * 3600 }, partners: { toSeveral: 24, fromLinked: 48 }, senders: { takenUp: 48, waiting: 0, notTakenUp: 0, noPartner: 0 } });
  expect(edge('complaints').working.median).toBeLessThan(30 * 3600);
  expect(edge('bought')).toMatchObject({ back: false, wait: { n: 20, median: 17 * 3600 }, cost: null });
  expect(edge('odd')).toMatchObject({ wait: null, why: expect.stringContaining('colour'), claims: [] });
  expect(body.functions.map((f: { from: { id: string }; to: { id: string }; edges: number; wait: { n: number } | null }) => `${f.from.id} ${f.to.id} ${f.edges} ${f.wait?.n}`)).toEqual(['firm buying 2 44']);
  // Corrections are bought in, whatever the function of the process; quotes are ordered within one function.
  expect(body.withinFunctions).toEqual({ n: 30, total: 30 * 7200 });

  const median = edge('complaints').claims.find((c: { measure: string }) => c.measure === 'hand-over-wait-median');
  expect((await w.get(`/claims/${median.id}`)).body).toMatchObject({ estimate: 30 * 3600, n: 24, unit: 's', method: 'hand-over waits between processes', sources: [{ id: 'ticket' }, { id: 'order' }, { id: 'process-link/complaints' }, { id: 'process/ticket' }, { id: 'process/order' }, { id: 'calendar/days' }] });
  const rows = (await w.get(`/claims/${median.id}/rows?limit=3`)).body;
  expect(rows).toMatchObject({ total: 24, rows: [['t0b', 'Close', at(90).replace('.000Z', 'Z'), 'o0', 'Correct', at(120).replace('.000Z', 'Z'), 30 * 3600, expect.any(Number)], expect.anything(), expect.anything()] });
  expect((await w.get(`/claims/${median.id}/rows.csv`)).text.trim().split('\r\n')).toHaveLength(25);
});

test('pairs in pages and as a file; cases that wait; what is not there is said', async () => {
  const page = (await w.get('/hand-overs/complaints/pairs?limit=20')).body;
  expect([page.total, page.rows.length]).toEqual([24, 20]);
  expect((await w.get(`/hand-overs/complaints/pairs?limit=20&cursor=${page.next}`)).body.rows).toHaveLength(4);
  expect((await w.get('/hand-overs/complaints/pairs.csv')).text.split('\r\n')[0]).toBe('Handed over,Last step,Completed,Taken up by,First step,Begun,Waited (s),In working time (h)');
  const { edges } = (await w.get('/hand-overs')).body as { edges: { link: string; back: boolean; wait: { total: number } | null; working: { total: number } | null; senders: Record<string, number> | null; claims: { id: string; measure: string; estimate: number }[] }[] };
  let opened = 0;
  for (const { link, back, wait, working, senders, claims } of edges.filter((e) => e.wait !== null)) {
    for (const [which, fate] of [['handed-over', 'takenUp'], ['other-way', 'otherWay'], ['waiting', 'waiting'], ['not-taken-up', 'notTakenUp'], ['no-partner', 'noPartner']] as const) {
      const { total, rows } = (await w.get(`/hand-overs/${link}/pairs?back=${back}&which=${which}&limit=500`)).body;
      expect([link, which, total, rows.length]).toEqual([link, which, senders![fate], senders![fate]]);
      opened += total;
    }
    // The rows of each claim are as many as it says, and add up to it.
    for (const claim of claims) {
      const { columns, rows, total } = (await w.get(`/claims/${claim.id}/rows?limit=500`)).body as { columns: { name: string }[]; rows: number[][]; total: number };
      const sum = (column: string) => rows.reduce((n, r) => n + r[columns.findIndex((c) => c.name === column)]!, 0);
      const told: Record<string, [number, number]> = { 'hand-overs': [total, total], 'hand-overs-waiting': [total, total], 'hand-over-wait-total': [sum('Waited') / 3600, wait!.total / 3600], 'hand-over-working-wait-total': [sum('In working time'), (working?.total ?? 0) / 3600] };
      const [rowsSay, edgeSays] = told[claim.measure] ?? [claim.estimate, claim.estimate];
      expect([rowsSay, edgeSays]).toEqual([expect.closeTo(claim.estimate, 6), expect.closeTo(claim.estimate, 6)]);
    }
  }
  expect(opened).toBeGreaterThan(100);
  expect(edges.flatMap((e) => e.claims).filter((c) => c.measure === 'hand-over-working-wait-total')).toHaveLength(2);
  expect((await w.get('/hand-overs/bought/pairs?which=waiting')).body.total).toBe(0);
  expect((await w.get('/hand-overs.csv')).text).toContain('quoted,Quotes that are ordered,Process quote,Process order,whole record,30,7200,7200,216000');
  expect((await w.get('/hand-overs-by-function.csv')).text).toContain('FIRM,BUYING,2,44,');
  expect((await w.get('/hand-overs/nothing/pairs')).status).toBe(404);
  expect((await w.get('/hand-overs/odd/pairs')).body).toMatchObject({ code: 'not-found', detail: expect.stringContaining('colour') });
  expect((await w.get('/hand-over-suggestions')).body.items.map((s: { from: { process: string } }) => s.from.process)).not.toContain('ticket');
});

type Rows = { readonly columns: { readonly name: string }[]; readonly rows: (string | number | null)[][]; readonly total: number; readonly next: string | null; readonly edges: { link: string; back: boolean }[] };

test('every figure by function opens the hand-overs that add up to it, of all links, in pages and as a file; those within one function too', async () => {
  const { functions, withinFunctions } = (await w.get('/hand-overs')).body as { functions: { from: { id: string }; to: { id: string }; edges: number; wait: { n: number; median: number; p90: number; total: number }; working: number | null }[]; withinFunctions: { n: number; total: number } };
  const sum = ({ columns, rows }: Rows, column: string) => rows.reduce((n, r) => n + Number(r[columns.findIndex((c) => c.name === column)] ?? 0), 0);
  const cells = [...functions.map((f) => ({ asked: `from=${f.from.id}&to=${f.to.id}`, n: f.wait.n, total: f.wait.total, edges: f.edges, working: f.working, p90: f.wait.p90 })), { asked: '', ...withinFunctions, edges: 1, working: 28 * 3600, p90: 7200 }];
  for (const { asked, n, total, edges, working, p90 } of cells) {
    const got = (await w.get(`/hand-overs-by-function/pairs?limit=500&${asked}`)).body as Rows;
    expect([asked, got.total, got.rows.length, new Set(got.edges.map((e) => e.link)).size, sum(got, 'Waited')]).toEqual([asked, n, n, edges, total]);
    const worked = sum(got, 'In working time') * 3600;
    expect(worked).toBeCloseTo(working ?? worked, 3);
    const waits = got.rows.map((r) => Number(r[6]));
    expect(waits).toEqual(waits.toSorted((a, b) => b - a));
    expect(waits.filter((x) => x <= p90).length).toBeGreaterThanOrEqual(Math.ceil(0.9 * n) - 1);
    // In pages and as a file they are the same rows, in the same order.
    const paged: Rows['rows'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = (await w.get(`/hand-overs-by-function/pairs?limit=20&${asked}${cursor === '' ? '' : `&cursor=${cursor}`}`)).body as Rows;
      paged.push(...page.rows);
      cursor = page.next;
    }
    expect(paged).toEqual(got.rows);
    const lines = (await w.get(`/hand-overs-by-function/pairs.csv?${asked}`)).text.trim().split('\r\n');
    expect(lines[0]).toBe('Handed over,Last step,Completed,Taken up by,First step,Begun,Waited (s),In working time (h),What is handed over');
    expect(lines.slice(1).map((l) => l.split(',')[0])).toEqual(got.rows.map((r) => r[0]));
  }
  expect(cells.map((c) => c.n)).toEqual([44, 30]);
  // The later of two tickets that were closed, corrected by the function of the step; orders that were bought for, in no working hours of anybody.
  const first = (await w.get('/hand-overs-by-function/pairs?from=firm&to=buying&limit=44')).body as Rows;
  expect(first.rows[0]).toEqual(['t0b', 'Close', at(90).replace('.000Z', 'Z'), 'o0', 'Correct', at(120).replace('.000Z', 'Z'), 30 * 3600, expect.any(Number), 'Tickets that need a correction']);
  expect(first.rows.at(-1)).toEqual([expect.stringMatching(/^o/), 'Take', expect.any(String), expect.stringMatching(/^p/), 'Raise', expect.any(String), 17 * 3600, null, 'Orders to be bought for']);
  expect((await w.get('/hand-overs-by-function/pairs?from=buying&to=firm')).body).toMatchObject({ total: 0, rows: [] });
  expect((await w.get('/hand-overs-by-function/pairs?from=firm&to=nobody')).body).toMatchObject({ code: 'not-found', value: 'nobody' });
  expect((await w.get('/hand-overs-by-function/pairs?from=firm')).body).toMatchObject({ code: 'bad-input', value: 'firm' });
});

test('a link that takes too long to measure is said to, and is measured another time; rows end with their reader', async () => {
  const dir = join(w.dataDir, 'events');
  const engine = await openEngine({ tempDir: w.dataDir, folders: [dir] });
  try {
    const time = await figureTime(w.app.db, systemClock);
    const measured = async (measures: HandOverMeasures) => measures.of((await measures.edges(w.app.db, 'quoted'))[0]!, time, 0);
    const hasty = new HandOverMeasures({ engine, dir }, { seconds: 0 });
    for (const again of [1, 2]) expect([again, await measured(hasty)]).toMatchObject([again, { figures: null, why: 'Measuring it took longer than 0 seconds', claims: [] }]);
    const { figures, claims } = await measured(new HandOverMeasures({ engine, dir }));
    expect(figures?.whole.wait?.n).toBe(30);
    // Nobody works out the rows behind a figure for a reader who has gone.
    const claim = claims.find((c) => c.rows?.parameters['which'] === 'taken-up')!;
    const rows = (signal: AbortSignal) => handOversAnswer({ engine, dir }).page({ db: w.app.db, clock: systemClock, actor: systemActor }, claim, { limit: 5, offset: 0 }, signal);
    expect(await rows(new AbortController().signal)).toMatchObject({ total: 30, next: '5' });
    await expect(rows(AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  } finally {
    await engine.close();
  }
});

test('cases with a key, with several partners and those not handed over yet are listed, as many as the figure says', async () => {
  // Two tickets about one order, one that is not closed yet and one without a key.
  await send('ticket', [`t0a,Open,${at(0)},o0,dan`, `t0a,Close,${at(2)},o0,dan`, `t0b,Open,${at(1)},o0,dan`, `t0b,Close,${at(3)},o0,dan`, `t1,Open,${at(1)},o1,dan`, `t2,Open,${at(1)},,dan`], { mode: 'replace' });
  const { edges } = (await w.get('/hand-overs')).body as { edges: { link: string; back: boolean; senders: Record<string, number> | null; partners: Record<string, number> | null }[] };
  for (const { link, back, senders, partners } of edges.filter((e) => e.senders !== null)) {
    const notYet = partners!['fromWithKey']! - Object.values(senders!).reduce((a, b) => a + b, 0);
    for (const [which, n] of [['with-key', partners!['fromWithKey']], ['not-yet', notYet], ['from-several', partners!['fromSeveral']], ['to-several', partners!['toSeveral']]] as const) {
      const { total, rows } = (await w.get(`/hand-overs/${link}/pairs?back=${back}&which=${which}&limit=500`)).body as Rows;
      expect([link, which, total, rows.length]).toEqual([link, which, n, n]);
    }
  }
  const of = async (which: string) => ((await w.get(`/hand-overs/complaints/pairs?which=${which}`)).body as Rows).rows;
  expect([await of('with-key'), await of('not-yet'), await of('from-several'), await of('to-several')]).toEqual([[['t0a', 'o0'], ['t0b', 'o0'], ['t1', 'o1']], [['t1', 'o1']], [], [['o0', 'o0', 2]]]);
  expect((await w.get('/hand-overs/complaints/pairs.csv?which=to-several')).text).toBe('Case,Key,Partners (cases)\r\no0,o0,2\r\n');
});
