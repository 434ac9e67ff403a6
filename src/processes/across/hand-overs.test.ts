import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quantile } from '../../maths/statistics/index.ts';
import { workingMs, type WorkingCalendar } from '../../maths/time/index.ts';
import { workingCalendar } from '../../organisation/index.ts';
import type { DatasetVersion } from '../event-logs/index.ts';
import { instantOf, testLogs, type TestLogs } from '../performance/steps/testing.ts';
import { withHandOvers } from './hand-overs.ts';
import { measureEdge } from './measure.ts';
import type { Edge, Side } from './model.ts';
import { obviousHandOvers, type ObviousCase } from './testing.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(async () => { await logs.close(); });

const iso = (minutes: number) => new Date(instantOf(minutes)).toISOString();
const side = (parts: Partial<Side> = {}): Side & { process: string } => ({ process: 'p', key: 'key', activities: null, only: null, ...parts });
const edge = (from: Partial<Side>, to: Partial<Side>, givenUpAfterSeconds: number | null = null): Edge => ({ link: 'l', back: false, from: side(from), to: side(to), givenUpAfterSeconds });
const office: WorkingCalendar = workingCalendar({ zone: 'Europe/London', week: { monday: ['09:00-17:00'], tuesday: ['09:00-17:00'], wednesday: ['09:00-17:00'], thursday: ['09:00-17:00'], friday: ['09:00-12:00', '13:00-17:00'] }, holidays: new Map() });

/** The cases as a log; a case's keys are of its events, one after the other. */
async function written(cases: readonly ObviousCase[]): Promise<DatasetVersion> {
  const rows = cases.flatMap((c) => c.steps.map((s, i) => [c.id, s.activity, iso(s.end), s.start === null ? '' : iso(s.start), c.keys.length === 0 ? '' : c.keys[i % c.keys.length]].join(',')));
  return logs.import('case,activity,time,begun,key', rows, { start: 'begun', attributes: [{ column: 'key', type: 'text', of: 'event' }] });
}

const caseOf = (prefix: string) => fc.record({
  keys: fc.uniqueArray(fc.constantFrom('k1', 'k2', 'k3', 'k4'), { maxLength: 2 }),
  steps: fc.array(fc.record({ activity: fc.constantFrom('a', 'b', 'c'), end: fc.integer({ min: 0, max: 400 }).map((n) => n * 37), length: fc.constantFrom(0, 0, 30, 600) }), { minLength: 2, maxLength: 5 }),
}).map(({ keys, steps }) => ({ prefix, keys, steps: steps.map(({ activity, end, length }) => ({ activity, end, start: end - length })) }));
const casesOf = (prefix: string) => fc.array(caseOf(prefix), { minLength: 1, maxLength: 8 }).map((all): ObviousCase[] => all.map(({ keys, steps }, i) => ({ id: `${prefix}${i}`, keys, steps })));
const activities = fc.constantFrom<readonly string[] | null>(null, ['a'], ['b', 'c'], ['a', 'b', 'c']);

test('random logs: hand-overs, waits, working waits and every count are those of the obvious reference', async () => {
  await fc.assert(fc.asyncProperty(casesOf('f'), casesOf('t'), activities, activities, fc.constantFrom(null, 20 * 3600), fc.integer({ min: 2000, max: 16_000 }), async (senders, receivers, froms, tos, givenUp, asOf) => {
    const known = (all: readonly ObviousCase[], names: readonly string[] | null) => (names === null ? null : names.filter((n) => all.some((c) => c.steps.some((s) => s.activity === n))));
    const [named, taken] = [known(senders, froms), known(receivers, tos)];
    if (named?.length === 0 || taken?.length === 0) return;
    const [from, to] = [await written(senders), await written(receivers)];
    const e = edge({ activities: named }, { activities: taken }, givenUp);
    const wanted = obviousHandOvers(e, senders, receivers, asOf);
    const got = await measureEdge(logs.c, { edge: e, from, to, calendar: office, asOf: instantOf(asOf) }, 'UTC');
    const rows = await withHandOvers(logs.c, { edge: e, from, to, calendar: office, asOf: instantOf(asOf) }, async (h) => h.c.rows<{ left: number; entered: number; wait: number; worked: number }>(`SELECT epoch_ms("left") AS left, epoch_ms(entered) AS entered, wait, worked FROM ${h.handOvers}`));
    const order = (list: readonly { left: number; entered: number }[]) => list.map((r) => `${r.left} ${r.entered}`).sort();
    expect(order(rows)).toEqual(order(wanted.handOvers.map((x) => ({ left: instantOf(x.left), entered: instantOf(x.entered) }))));
    for (const r of rows) expect(r.worked / 1000).toBe(workingMs(office, r.left, r.entered));
    const waits = wanted.handOvers.map((x) => (x.entered - x.left) * 60);
    expect(got.whole.wait).toEqual(waits.length === 0 ? null : { unit: 's', n: waits.length, mean: expect.anything(), median: expect.closeTo(quantile(waits, 0.5)!, 6), p90: expect.closeTo(quantile(waits, 0.9)!, 6), total: expect.closeTo(waits.reduce((a, b) => a + b, 0), 6) });
    expect(got.partners).toMatchObject({ fromLinked: wanted.from.linked, fromSeveral: wanted.from.several, toLinked: wanted.to.linked, toSeveral: wanted.to.several });
    // What is still waited for depends on the waits themselves where nothing was agreed.
    expect(got.senders).toEqual(givenUp === null ? expect.objectContaining({ takenUp: wanted.states.takenUp, otherWay: wanted.states.otherWay }) : wanted.states);
  }), { numRuns: 10 });
}, 60_000);

test('one order with two tickets is handed over once, by the later; open ones wait, old ones are not lost but without a partner', async () => {
  const hour = 60;
  const at = (end: number) => ({ start: end, end });
  const tickets: ObviousCase[] = [
    { id: 't1', keys: ['o1'], steps: [{ activity: 'Close', ...at(0) }] }, { id: 't2', keys: ['o1'], steps: [{ activity: 'Close', ...at(4 * hour) }] },
    { id: 't3', keys: ['o2'], steps: [{ activity: 'Close', ...at(90 * hour) }] }, { id: 't4', keys: ['gone'], steps: [{ activity: 'Close', ...at(1 * hour) }] }, { id: 't5', keys: [], steps: [{ activity: 'Close', ...at(1) }] },
  ];
  const orders: ObviousCase[] = [{ id: 'o1', keys: ['o1'], steps: [{ activity: 'Correct', ...at(10 * hour) }, { activity: 'Pay', ...at(50 * hour) }] }, { id: 'o2', keys: ['o2'], steps: [{ activity: 'Pay', ...at(hour) }] }];
  const [from, to] = [await written(tickets), await written(orders)];
  const got = await measureEdge(logs.c, { edge: edge({ activities: ['Close'] }, { key: null, activities: ['Correct'] }, 24 * 3600), from, to, calendar: null, asOf: instantOf(100 * hour) }, 'UTC');
  expect(got.whole.wait).toMatchObject({ n: 1, median: 6 * 3600, total: 6 * 3600 });
  expect(got.senders).toEqual({ takenUp: 2, otherWay: 0, waiting: 1, notTakenUp: 0, noPartner: 1 });
  expect(got.partners).toEqual({ fromCases: 5, fromWithKey: 4, fromLinked: 3, fromSeveral: 0, toCases: 2, toWithKey: 2, toLinked: 2, toSeveral: 1 });
  expect(got.waitingSince).toEqual({ oldest: instantOf(90 * hour), totalSeconds: 10 * 3600 });
});

test('only some cases, numbers as keys, and what is refused', async () => {
  const from = await logs.import('case,activity,time,order,topic', ['1,x,2026-03-27T00:00:00Z,7,invoice', '2,x,2026-03-27T00:00:00Z,8,other'], { attributes: [{ column: 'order', type: 'number', of: 'case' }, { column: 'topic', type: 'text', of: 'case' }] });
  const to = await logs.import('case,activity,time,who', ['7,y,2026-03-27T02:00:00Z,ann', '8,y,2026-03-27T03:00:00Z,bob'], { resource: 'who' });
  const ask = (parts: Partial<Side>, other: Partial<Side> = { key: null }) => measureEdge(logs.c, { edge: edge({ key: 'order', ...parts }, other), from, to, calendar: null, asOf: Date.UTC(2026, 3, 1) }, 'UTC');
  expect((await ask({})).whole.wait).toMatchObject({ n: 2, total: 5 * 3600 });
  expect((await ask({ only: { attribute: 'topic', values: ['invoice'] } })).whole.wait).toMatchObject({ n: 1, median: 7200 });
  await expect(ask({ key: 'colour' })).rejects.toMatchObject({ code: 'bad-input', value: 'colour' });
  await expect(ask({ activities: ['z'] })).rejects.toMatchObject({ code: 'bad-input', value: 'z' });
  await expect(ask({}, { key: 'resource' })).rejects.toMatchObject({ code: 'too-few-people' });
  const people = await logs.import('case,activity,time', ['7,y,2026-03-27T02:00:00Z'], { personal: ['case'] });
  await expect(measureEdge(logs.c, { edge: edge({ key: 'order' }, { key: null }), from, to: people, calendar: null, asOf: Date.UTC(2026, 3, 1) }, 'UTC')).rejects.toMatchObject({ code: 'too-few-people' });
});
