import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../../src/app.ts';
import { fixedClock, systemClock } from '../../src/platform/clock/index.ts';
import { currentRecord, registerChanges } from '../../src/platform/register/index.ts';
import { systemActor } from '../../src/platform/write/index.ts';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { collectVersions, eventsDir } from '../../src/processes/catalogue/index.ts';
import type { Manifest } from '../../src/processes/event-logs/index.ts';
import { kolmogorovSmirnov } from '../../src/maths/distributions/index.ts';
import { seededRandom } from '../../src/maths/random/index.ts';
import { quantileSorted } from '../../src/maths/statistics/index.ts';
import { simulatedDistributions, simulateLog, SimulationRuns } from '../../src/processes/simulation/index.ts';
import { openApp, type TestApp } from '../imports/app.ts';
import { deskLog, deskMapping, erlangWait } from './desk.ts';

let w: TestApp;
const weeks = 12;
const desk = deskLog({ people: 3, rate: 1.8, weeks, seed: 11 });
const ctx = () => ({ db: w.app.db, clock: systemClock, actor: { ...systemActor, sets: new Set(['administrator' as const]) } });
const put = async (kind: string, id: string, body: object) => registerChanges(kinds).put(ctx(), { kind, id, body, expected: (await currentRecord(w.app.db, { name: kind }, id))?.versionId ?? null });
const counter = { name: 'Counter', case: 'visit', function: 'trade', owner: 'head', zone: 'Europe/London', ends: ['Serve'], closedAfter: '7 d', calendar: 'uk', activities: [{ name: 'Serve', services: ['till'] }, { name: 'Leave', services: ['door'] }] };

beforeAll(async () => {
  w = await openApp();
  await put('post', 'head', { name: 'Head' });
  await put('function', 'trade', { name: 'Trade', criticality: 'standard' });
  await put('calendar', 'uk', { name: 'UK', zone: 'Europe/London', week: 'always', holidays: [{ date: '2026-04-03', name: 'Good Friday' }, { date: '2026-04-06', name: 'Easter Monday', hours: ['09:00-12:00'] }] });
  for (const id of ['till', 'door']) await put('service', id, { name: id === 'till' ? 'Till system' : 'Door', owner: 'head', tier: 1, hours: 'always', zone: 'Europe/London' });
  await put('process', 'counter', counter);
  const upload = await w.upload('desk.csv', desk.csv);
  const started = await w.post('/imports', { upload: upload.body.id, eventLog: 'desk', process: 'counter', zone: 'UTC', mapping: deskMapping });
  await w.over(started.body.id);
});
afterAll(() => w.close());

const path = '/event-logs/desk/simulations';
const start = (body: object) => w.post(path, body);
const del = async (id: string) => { const r = await w.app.http.inject({ method: 'DELETE', url: `/api/v1${path}/${id}`, headers: { authorization: 'Bearer the-token-of-a-test' } }); return { status: r.statusCode, body: r.json() }; };
async function over(id: string) {
  for (let i = 0; ; i++) {
    const { body } = await w.get(`${path}/${id}`);
    if (!['waiting', 'running'].includes(body.state)) return body;
    expect(i, 'a simulation takes more than two minutes').toBeLessThan(1200);
    await sleep(100);
  }
}
const difference = (run: { result: { differences: { measure: string }[] } }, measure: string) => run.result.differences.find((d) => d.measure === measure) as unknown as { before: number; after: number; estimate: number; lo: number; hi: number; draws: number[]; says: string; usable: boolean; n: number };

test('waits of a planted desk, today and with one more person, are those of queueing theory, with the inputs and draws they rest on', async () => {
  const started = await start({ changes: [{ kind: 'people', activity: 'Serve', by: 1 }], weeks: 26, replications: 20 });
  expect([started.status, started.body.says, started.body.result]).toEqual([202, ['1 person more at “Serve”'], null]);
  const run = await over(started.body.id);
  expect(run).toMatchObject({ state: 'done', problem: null, progress: { step: 'over', percent: 100 }, createdBy: { kind: 'operator' }, verdict: 'good' });
  const d = difference(run, 'waiting-for-people');
  for (const [servers, hours] of [[3, d.before], [4, d.after]] as const) {
    const truth = erlangWait(servers, desk.rate, desk.work) * desk.rate * 168;
    expect(Math.abs(hours / truth - 1), `${servers} people: ${hours} hours a week, by theory ${truth}`).toBeLessThan(0.15);
  }
  expect(d.draws).toHaveLength(20);
  expect([...d.draws].sort((a, b) => a - b)).toEqual(d.draws);
  expect(d.draws.filter((x) => x >= d.lo && x <= d.hi).length / 20).toBeGreaterThanOrEqual(0.8);
  expect([d.hi < 0, d.usable, d.says]).toEqual([true, true, expect.stringMatching(/^Waiting for people: .*hours less a week\.$/)]);
  const process = await currentRecord(w.app.db, { name: 'process' }, 'counter');
  // The holiday with hours of its own is no closed day.
  expect(run.inputs).toMatchObject({ process: { id: 'counter', version: process?.versionId, name: 'Counter' }, calendar: { id: 'uk' }, rules: { zone: 'Europe/London', ends: ['Serve'], closedAfterSeconds: 7 * 86_400, holidays: ['2026-04-03'] } });
  expect(run.inputs.dataset).toBe((await w.get('/event-logs/desk')).body.version);
  expect(run.result.window).toEqual({ from: '2026-03-29T23:00:00.000Z', until: '2026-09-27T23:00:00.000Z' });
  // Three people are too few to show figures about.
  expect(run.result.pools).toEqual([{ name: 'Serve', of: null, people: null, load: null, changedLoad: null }]);
  const csv = (await w.get(`${path}/${run.id}/draws.csv`)).text.trim().split('\r\n');
  expect([csv[0], csv.length]).toEqual(['measure,quantity,unit,basis,draw,difference,check,usable,from,until,changes,dataset,seed,method', 1 + 4 * 20]);
  expect(csv.filter((l) => l.startsWith('waiting-for-people,')).map((l) => Number(l.split(',')[5]))).toEqual(d.draws);
  expect(csv[1]).toMatch(/^median-cycle-time,Median cycle time,h,a case,1,[^,]+,good,yes,2026-03-29T23:00:00\.000Z,2026-09-27T23:00:00\.000Z,1 person more at “Serve”,/);
  expect(d.before + d.estimate).toBeCloseTo(d.after, 6);
  expect(await w.app.db.selectFrom('auditEntry').select(['action', 'actorKind', 'detail']).where('subjectId', '=', run.id).orderBy('id').execute()).toMatchObject([
    { action: 'simulation.create', detail: { eventLog: 'desk' } }, { action: 'simulation.begin', actorKind: 'system' }, { action: 'simulation.done', actorKind: 'system', detail: { verdict: 'good', differences: 4 } },
  ]);
}, 120_000);

test('the same again gives the same to the bit, its check is not made twice, and the page is told of it', async () => {
  const order = { changes: [{ kind: 'touch', activity: 'Serve', factor: 0.9 }, { kind: 'arrivals', factor: 1.1 }], replications: 4, weeks: 2 };
  const [a, b] = [await over((await start(order)).body.id), await over((await start(order)).body.id)];
  expect(a.result).toEqual(b.result);
  expect(a.id).not.toBe(b.id);
  const ground = (await w.get('/event-logs/desk/what-if')).body;
  expect(ground).toMatchObject({ from: '2026-03-29T23:00:00.000Z', activities: ['Ask', 'Serve'], services: [{ id: 'till', name: 'Till system', activities: ['Serve'] }], check: { id: b.id, verdict: 'good', result: { staffed: [{ activity: 'Serve', of: [] }] } } });
  const list = (await w.get(`${path}?limit=1`)).body;
  expect(list).toMatchObject({ total: 3, items: [{ id: b.id, says: ['“Serve” takes 10% less time', '10% more cases come'], createdBy: { kind: 'operator' } }] });
  expect((await w.get(`${path}?limit=1&cursor=${list.next}`)).body.items).toMatchObject([{ id: a.id }]);
  // Another version of the record: what was checked does not hold for it.
  await put('process', 'counter', { ...counter, closedAfter: '9 d' });
  expect((await w.get('/event-logs/desk/what-if')).body.check).toBeNull();
  await put('process', 'counter', counter);
  expect((await w.get('/event-logs/desk/what-if')).body.check).toMatchObject({ id: b.id });
}, 120_000);

test('a service that is down stops what needs it, as if the activity were stopped', async () => {
  const at = '2026-04-06T10:00:00+01:00';
  const [service, activity] = [await over((await start({ changes: [{ kind: 'stop-service', service: 'till', at, hours: 8 }], replications: 4, weeks: 2 })).body.id), await over((await start({ changes: [{ kind: 'stop', activity: 'Serve', at, hours: 8 }], replications: 4, weeks: 2 })).body.id)];
  expect(service.says).toEqual(['Till system is down for 8 hours from Monday 6 April 2026, 10:00, which stops “Serve”']);
  expect(service.result.differences).toEqual(activity.result.differences);
  expect(difference(service, 'waiting-for-people').lo).toBeGreaterThan(0);
}, 120_000);

test('what does not fit is refused with what was wanted, before anything is begun', async () => {
  const at = '2026-04-06T10:00:00Z';
  const refused = async (change: object, more: object = {}) => { const { status, body } = await start({ changes: [change], ...more }); return [status, body.code, body.detail, body.value]; };
  expect(await refused({ kind: 'skip', activity: 'Nap', share: 1 })).toEqual([422, 'bad-input', 'The log has no such activity', 'Nap']);
  expect(await refused({ kind: 'stop-service', service: 'door', at, hours: 1 })).toEqual([422, 'bad-input', 'By the process register, no activity of this log needs this service', 'door']);
  expect(await refused({ kind: 'stop', activity: 'Serve', at: '2026-02-02T10:00:00Z', hours: 4 })).toEqual([422, 'bad-input', 'The stop lies outside the weeks that are simulated', '2026-02-02T10:00:00.000Z for 4 hours']);
  expect((await refused({ kind: 'stop', activity: 'Serve', at: '2026-04-12T23:00:00Z', hours: 4 }, { weeks: 2 }))[0]).toBe(422);
  expect((await refused({ kind: 'skip', activity: 'Serve', share: 2 }))[0]).toBe(422);
  expect((await w.post('/event-logs/none/simulations', {})).status).toBe(404);
  expect((await w.get(`${path}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  // Whose people may change is known once it is calibrated: the run says so.
  const run = await over((await start({ changes: [{ kind: 'people', activity: 'Ask', by: 1 }] })).body.id);
  expect(run).toMatchObject({ state: 'failed', result: null, problem: { code: 'bad-input', value: 'Ask' } });
});

test('one at a time; who has three under way is told to come back; a run can be stopped while it waits and while it runs', async () => {
  const order = { changes: [{ kind: 'arrivals', factor: 1.1 }], weeks: 26, replications: 1000 };
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.push((await start(order)).body.id);
  const full = await w.app.http.inject({ method: 'POST', url: `/api/v1${path}`, headers: { authorization: 'Bearer the-token-of-a-test' }, payload: order });
  expect([full.statusCode, full.json().code, full.headers['retry-after']]).toEqual([503, 'busy', '5']);
  const [first = '', second = '', third = ''] = ids;
  for (let i = 0; (await w.get(`${path}/${first}`)).body.progress.step !== 'simulating'; i++) { expect(i).toBeLessThan(600); await sleep(50); }
  expect((await w.get(`${path}/${second}`)).body).toMatchObject({ state: 'waiting', progress: { step: 'waiting', percent: 0 } });
  expect((await del(second)).body.state).toBe('cancelled');
  expect((await del(first)).body.state).toBe('cancelled');
  for (let i = 0; (await w.get(`${path}/${third}`)).body.state !== 'running'; i++) { expect(i).toBeLessThan(600); await sleep(50); }
  expect((await del(third)).body).toMatchObject({ state: 'cancelled', result: null });
  expect((await del(third)).body).toMatchObject({ state: 'cancelled' });
  expect((await w.get(`${path}/${first}`)).body).toMatchObject({ state: 'cancelled', result: null });
}, 120_000);

test('what breaks unforeseen is on record as failed, and the log hears of it', async () => {
  const runs = new SimulationRuns({ db: w.app.db, clock: systemClock, engine: { connect: async () => { throw new Error('no engine'); }, close: async () => {} }, onError: (error) => said.push(String(error)) });
  const said: string[] = [];
  // What breaks is on record too, without a word of how.
  const id = await runs.start(ctx(), { eventLog: 'desk', version: undefined as never, changes: [], request: { changes: [], says: [], weeks: 1, replications: 2, seed: 99 }, inputs: (await w.get('/event-logs/desk/what-if')).body.inputs });
  expect(await over(id)).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
  expect(said).toEqual(['Error: no engine']);
  expect(JSON.stringify(await over(id))).not.toContain('no engine');
});

test('the version of a log from which a simulation was made is kept, and gives the same once more; one that retention destroyed is said to be gone', async () => {
  const run = await over((await start({ changes: [{ kind: 'arrivals', factor: 1.1 }], replications: 3, weeks: 1 })).body.id);
  const imported = async (csv: string) => w.over((await w.post('/imports', { upload: (await w.upload('desk.csv', csv)).body.id, eventLog: 'desk', mode: 'replace', process: 'counter', zone: 'UTC', mapping: deskMapping })).body.id);
  await imported(deskLog({ people: 2, rate: 1, weeks: 6, seed: 4 }).csv);
  const unused = (await w.get('/event-logs/desk')).body.version;
  await imported(deskLog({ people: 2, rate: 1, weeks: 6, seed: 5 }).csv);
  const dir = eventsDir(w.dataDir);
  await collectVersions({ db: w.app.db, clock: fixedClock(new Date(Date.now() + 40 * 86_400_000)), dir });
  const versions = await w.app.db.selectFrom('datasetVersion').selectAll().where('eventLog', '=', 'desk').execute();
  expect(versions.find((v) => v.id === unused)?.collectedAt).not.toBeNull();
  const kept = versions.find((v) => v.id === run.inputs.dataset)!;
  expect([kept.collectedAt, (await w.get(`${path}/${run.id}`)).body.rowsKept]).toEqual([null, true]);
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  const again = await simulateLog(c, { id: kept.id, manifest: kept.manifest as Manifest, dir }, run.inputs.rules, { changes: [{ kind: 'arrivals', factor: 1.1 }], replications: 3, weeks: 1 });
  c.close();
  await engine.close();
  expect(again.differences.map((d) => d.draws)).toEqual(run.result.differences.map((d: { draws: number[] }) => d.draws));
  await w.app.db.updateTable('datasetVersion').set({ collectedAt: new Date() }).where('id', '=', kept.id).execute();
  expect((await w.get(`${path}/${run.id}`)).body).toMatchObject({ state: 'done', rowsKept: false });
}, 120_000);

test('what another process left under way is marked, and the audit names each', async () => {
  const parts = { db: w.app.db, clock: systemClock, onError: () => {} };
  const dead = new SimulationRuns({ ...parts, engine: { connect: () => new Promise(() => {}), close: async () => {} } });
  const inputs = (await w.get('/event-logs/desk/what-if')).body.inputs;
  const id = await dead.start(ctx(), { eventLog: 'desk', version: undefined as never, changes: [], request: { changes: [], says: [], weeks: 1, replications: 2, seed: 98 }, inputs });
  const next = new SimulationRuns({ ...parts, engine: { connect: async () => { throw new Error('not asked'); }, close: async () => {} } });
  expect([await next.recover(), await next.recover()]).toEqual([1, 0]);
  expect((await w.get(`${path}/${id}`)).body).toMatchObject({ state: 'interrupted', problem: { code: 'cancelled' } });
  const audited = await w.app.db.selectFrom('auditEntry').select('action').where('subjectId', '=', id).orderBy('id').execute();
  expect(audited.map((a) => a.action)).toEqual(expect.arrayContaining(['simulation.create', 'simulation.interrupted']));
});

test('a business case draws from a simulation as it was kept: a known distribution in, the same out, with its basis, its check and what it rests on', async () => {
  const { body: list } = await w.get(`${path}?limit=100`);
  const run = list.items.find((r: { state: string; says: string[] }) => r.state === 'done' && r.says.length > 0);
  // Hours a week that are saved: exponential, 40 of them on average.
  const known = Array.from({ length: 1000 }, (_, i) => 40 * Math.log((i + 0.5) / 1000));
  await w.app.db.updateTable('simulationDifference').set({ draws: known, n: 1000 }).where('run', '=', run.id).where('measure', '=', 'hands-on-time').execute();
  const found = await simulatedDistributions(w.app.db, 'desk', run.id);
  expect(found).toMatchObject({ run: run.id, eventLog: 'desk', process: { id: 'counter' }, calendar: { id: 'uk' } });
  const work = found.distributions.find((x) => x.measure === 'hands-on-time')!;
  expect(work).toMatchObject({ unit: 'h/week', basis: 'a week', usable: true, check: { verdict: 'good', what: 'hands-on hours' }, changes: run.says, seed: run.seed, dataset: run.dataset, method: { version: 3 } });
  const sorted = Float64Array.from(work.draws), random = seededRandom(7);
  const drawn = Float64Array.from({ length: 20_000 }, () => quantileSorted(sorted, random.unit())!).sort();
  expect(kolmogorovSmirnov(drawn, Float64Array.from(known))).toBeLessThan(0.015);
  expect(Math.abs(drawn.reduce((a, b) => a + b, 0) / drawn.length / -40 - 1)).toBeLessThan(0.03);
  expect((await w.get(`${path}/${run.id}/distributions`)).body).toEqual(JSON.parse(JSON.stringify(found)));
  expect((await w.get(`${path}/00000000-0000-4000-8000-000000000000/distributions`)).status).toBe(404);
  const cancelled = list.items.find((r: { state: string }) => r.state === 'cancelled');
  expect((await w.get(`${path}/${cancelled.id}/distributions`)).body).toMatchObject({ code: 'not-found', detail: 'This simulation has no figures' });
});

test('a run of the method before this one is shown with what it had, and says so', async () => {
  const { body: list } = await w.get(`${path}?limit=100`);
  const run = list.items.find((r: { state: string; says: string[] }) => r.state === 'done' && r.says.length > 0);
  await sql`update simulation_run set study = study #- '{validation,figures}' #- '{validation,work}' where id = ${run.id}`.execute(w.app.db);
  await sql`update simulation_difference set method_version = 1 where run = ${run.id}`.execute(w.app.db);
  const { result } = (await w.get(`${path}/${run.id}`)).body;
  expect([result.warnings[0], result.differences[0].check, result.validation.work.real]).toEqual([expect.stringContaining('worked out by version 1 of the method'), { verdict: 'good', off: result.validation.cycleTime.share, what: 'cycle times' }, null]);
});
