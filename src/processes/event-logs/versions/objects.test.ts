import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { asJson, type TestOcel } from '../ocel/testing.ts';
import { KeptObjectMaps, map, objectMap, summary, variants } from '../questions/index.ts';
import { collectGarbage } from './files.ts';
import { flattenVersion, importLog, objectRelations, openNames, readVersion } from './index.ts';
import type { DatasetVersion } from './manifest.ts';
import { relations } from './relations.ts';
import { holdsOld, pseudonymsIn, withoutOldCases } from './retention.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-objects-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();
type Events = TestOcel['events'];
const event = (id: string, type: string, time: string, ...objects: string[]): Events[number] => ({ id, type, time, attributes: { who: `by ${id}` }, objects: objects.map((o) => [o, 'of']) });
const object = (id: string, type: string, related: readonly string[] = []): TestOcel['objects'][number] => ({ id, type, attributes: [['note', at(1, 0), `of ${id}`]], objects: related.map((r) => [r, 'part of']) });

/** Two orders in one delivery, one order in two deliveries; a stock count that concerns no order, and a customer whom no event concerns. */
const whole: TestOcel = {
  events: [
    event('e1', 'take', at(1), 'A'), event('e2', 'take', at(2), 'B'), event('e3', 'count stock', at(3), 'item'), event('e4', 'deliver', at(4), 'A', 'B', 'D1'),
    event('e5', 'take', at(20), 'C'), event('e6', 'deliver', at(21), 'C', 'D2'), event('e7', 'deliver', at(22), 'C', 'D3', 'item'), event('e8', 'bill', at(23), 'C'),
  ],
  objects: [object('A', 'order', ['Ann']), object('B', 'order'), object('C', 'order', ['Cy']), object('D1', 'delivery'), object('D2', 'delivery'), object('D3', 'delivery'), object('item', 'product'), object('Ann', 'customer'), object('Cy', 'customer')],
};

let files = 0;
async function imported(log: TestOcel, objectType: string, parent: DatasetVersion | null = null): Promise<Awaited<ReturnType<typeof importLog>>> {
  const path = join(dir, `log-${files++}.json`);
  writeFileSync(path, asJson(log));
  return importLog({ dir, source: { path }, mapping: { objectType }, mode: parent === null ? 'replace' : 'append', parent });
}

const everything = async (v: DatasetVersion) => ({ objects: await objectMap(c, v, {}), summary: await summary(c, v), map: await map(c, v), variants: (await variants(c, v)).map(({ count, activities }) => [count, activities]).sort() });
const ids = async (v: DatasetVersion) => {
  const from = objectRelations(dir, v.manifest.objects!.parts);
  const list = async (sql: string) => (await c.rows<{ x: string }>(sql)).map((r) => r.x).sort();
  return { events: await list(`SELECT id AS x FROM ${from.events}`), objects: await list(`SELECT id AS x FROM ${from.objects}`), values: await list(`SELECT value AS x FROM ${from.eventValues} UNION ALL SELECT value AS x FROM ${from.objectValues}`) };
};

test('a version keeps the objects that its cases came from; how their types meet is counted', async () => {
  const { version } = await imported(whole, 'order');
  expect(await readVersion(dir, version.id)).toEqual(version);
  expect(version.manifest.objects).toMatchObject({ flattenedBy: 'order', counts: { events: 8, objects: 9, relations: 13 }, types: [{ name: 'delivery', objects: 3 }, { name: 'order', objects: 3 }, { name: 'customer', objects: 2 }, { name: 'product', objects: 1 }] });
  const found = await objectMap(c, version, {});
  expect(found.edges.filter((e) => e.objectType === 'order').map((e) => [e.from, e.to, e.count, e.eventPairs])).toEqual([['take', 'deliver', 3, 3], ['deliver', 'bill', 1, 1], ['deliver', 'deliver', 1, 1]]);
  expect(found.links.filter((l) => l.objectType !== 'product' && l.other !== 'product')).toEqual([
    { objectType: 'delivery', other: 'order', objects: 3, several: 1, mean: 4 / 3, most: 2 }, { objectType: 'order', other: 'delivery', objects: 3, several: 1, mean: 4 / 3, most: 2 },
  ]);
  expect(found.repeats).toEqual([{ objectType: 'order', activity: 'deliver', other: 'delivery', objects: 1, of: 3, mean: 2 }]);
  expect(found.activities.find((a) => a.name === 'deliver')).toEqual({ name: 'deliver', events: 3, objectTypes: { delivery: { events: 3, objects: 3, relations: 3, sharedEvents: 0 }, order: { events: 3, objects: 3, relations: 4, sharedEvents: 1 }, product: { events: 1, objects: 1, relations: 1, sharedEvents: 0 } } });
});

test('whole objects are in view or not: by type, by when their life begins, goes on and ends', async () => {
  const { version } = await imported(whole, 'order');
  const seen = async (filter: Parameters<typeof objectMap>[2]) => {
    const { objectTypes, activities, edges } = await objectMap(c, version, filter);
    return [objectTypes.map((t) => `${t.name} ${t.withEvents}`).join(', '), activities.map((a) => `${a.name} ${a.events}`).join(', '), edges.length];
  };
  expect(await seen({ types: ['order'] })).toEqual(['order 3', 'deliver 3, take 3, bill 1', 3]);
  expect(await seen({ types: ['delivery', 'product'] })).toEqual(['delivery 3, product 1', 'deliver 3, count stock 1', 1]);
  expect(await seen({ types: ['order'], began: { from: new Date(at(2)) } })).toEqual(['order 2', 'deliver 3, take 2, bill 1', 3]);
  expect(await seen({ types: ['order'], began: { to: new Date(at(2)) } })).toEqual(['order 1', 'deliver 1, take 1', 1]);
  expect(await seen({ types: ['order', 'product'], active: { from: new Date(at(4, 10)), to: new Date(at(19)) } })).toEqual(['order 0, product 1', 'count stock 1, deliver 1', 1]);
  expect(await seen({ ended: { from: new Date(at(22)) } })).toEqual(['customer 0, delivery 1, order 1, product 1', 'deliver 2, bill 1, count stock 1, take 1', 4]);
  await expect(objectMap(c, version, { types: ['van'] })).rejects.toMatchObject({ code: 'bad-input', value: 'van', wanted: 'one of: delivery, order, customer, product' });
});

test('a map that was asked for is kept for its version and filter, the last ones as far as there is room', async () => {
  const { version } = await imported(whole, 'order');
  const [one, other] = [{ types: ['order', 'delivery'] }, { types: ['order'], began: { from: new Date(at(2)) } }];
  const maps = new KeptObjectMaps(), closed = await engine.connect();
  closed.close();
  for (const filter of [{}, one, other]) expect(await maps.of(c, version, filter)).toEqual(await objectMap(c, version, filter));
  for (const filter of [{}, { types: ['delivery', 'order'] }, other]) expect(await maps.of(closed, version, filter)).toEqual(await objectMap(c, version, filter));
  for (const filter of [{ types: ['order'], began: { to: new Date(at(2)) } }, { types: ['order'], ended: { from: new Date(at(2)) } }]) await expect(maps.of(closed, version, filter)).rejects.toThrow(/disconnected/);
  await expect(maps.of(closed, { ...version, id: 'another' }, {})).rejects.toThrow(/disconnected/);
  const few = new KeptObjectMaps(1);
  await few.of(c, version, {});
  await expect(few.of(closed, version, {})).rejects.toThrow(/disconnected/);
});

test('flattened by another type it is what importing the file by that type makes, and cites the same objects', async () => {
  const { version } = await imported(whole, 'order');
  const by = await flattenVersion({ dir, from: version, objectType: 'delivery' });
  expect(by.report.ocel?.flat).toEqual({ objectType: 'delivery', cases: 3, events: 3, rows: 3, shared: 0, mostCases: 1, eventsOutside: 5, objectsWithoutEvents: 0 });
  expect(await everything(by.version)).toEqual(await everything((await imported(whole, 'delivery')).version));
  expect(by.version.manifest.objects?.parts).toEqual(version.manifest.objects?.parts);
  expect(await flattenVersion({ dir, from: version, objectType: 'delivery', parent: by.version })).toMatchObject({ version: { id: by.version.id }, report: { unchanged: true } });
  await expect(flattenVersion({ dir, from: version, objectType: 'van' })).rejects.toMatchObject({ code: 'bad-input', value: 'van' });
  await expect(flattenVersion({ dir, from: version, objectType: 'customer' })).rejects.toMatchObject({ code: 'bad-input', detail: 'No event concerns an object of the type customer' });
});

test('increments make what the whole file makes: known events fall away, and known objects need not be there again', async () => {
  const part = (from: number, to: number, objects: readonly string[]): TestOcel => ({ events: whole.events.slice(from, to), objects: whole.objects.filter((o) => objects.includes(o.id)) });
  const first = await imported(part(0, 6, ['A', 'B', 'C', 'D1', 'D2', 'item', 'Ann', 'Cy']), 'order');
  // The sixth event comes again, C and the product are only referred to.
  const more = await imported(part(5, 8, ['D2', 'D3']), 'order', first.version);
  expect(more.report).toMatchObject({ events: 8, duplicates: 1, casesJoined: 1, newCases: 0, unchanged: false });
  expect(more.report.ocel?.findings.filter((f) => f.outcome !== 'noted')).toEqual([]);
  expect(more.report.ocel?.findings.find((f) => f.code === 'object-known')).toMatchObject({ count: 2 });
  expect(await everything(more.version)).toEqual(await everything((await imported(whole, 'order')).version));
  expect(more.version.manifest.objects!.parts.events[0]).toEqual(first.version.manifest.objects!.parts.events[0]);

  // An event that concerns no order is nothing new to the cases, and is to the objects.
  const apart = await imported({ events: [event('e9', 'count stock', at(24), 'item')], objects: [object('item', 'product'), object('A', 'order')] }, 'order', more.version);
  expect(apart.report).toMatchObject({ events: 8, unchanged: false });
  expect((await objectMap(c, apart.version, {})).activities.find((a) => a.name === 'count stock')).toMatchObject({ events: 2 });
  expect(await map(c, apart.version)).toEqual(await map(c, more.version));

  const again = await imported({ events: [event('e9', 'count stock', at(25), 'item'), event('e8', 'bill', at(26), 'C')], objects: [object('item', 'product'), object('C', 'order')] }, 'order', apart.version);
  expect(again.report).toMatchObject({ unchanged: true, duplicates: 1 });
  expect(again.report.ocel?.findings.find((f) => f.code === 'event-id-conflict')).toMatchObject({ count: 2, example: 'e9', place: 'the event log had it already' });
  await expect(imported(whole, 'delivery', more.version)).rejects.toMatchObject({ code: 'bad-input', value: 'delivery', wanted: expect.stringMatching(/^order,/) });
});

test('what is flattened anew goes on by increments of its own', async () => {
  const { version } = await imported({ ...whole, events: whole.events.slice(0, 5) }, 'delivery');
  const orders = await flattenVersion({ dir, from: version, objectType: 'order' });
  const more = await imported({ ...whole, events: whole.events.slice(5) }, 'order', orders.version);
  expect(await everything(more.version)).toEqual(await everything((await imported(whole, 'order')).version));
});

test('old cases go with their objects, and so does what concerns nobody and is old; the rest is there', async () => {
  const { version } = await imported(whole, 'order');
  const before = new Date(at(10));
  const left = await withoutOldCases(c, version, before);
  expect(left).toMatchObject({ cases: 2, events: 4 });
  expect(await ids(left.version!)).toEqual({ events: ['e5', 'e6', 'e7', 'e8'], objects: ['C', 'Cy', 'D2', 'D3', 'item'], values: ['by e5', 'by e6', 'by e7', 'by e8', 'of C', 'of Cy', 'of D2', 'of D3', 'of item'] });
  expect(left.version!.manifest.objects?.counts).toEqual({ events: 4, objects: 5, relations: 7 });
  const young: TestOcel = { events: whole.events.slice(4), objects: whole.objects.filter((o) => ['C', 'Cy', 'D2', 'D3', 'item'].includes(o.id)) };
  const as = await everything((await imported(young, 'order')).version);
  expect({ ...await everything(left.version!), variants: as.variants }).toEqual({ ...as, objects: { ...as.objects } });
  expect([await holdsOld(c, version, before), await holdsOld(c, left.version!, before)]).toEqual([true, false]);
  // No case is old, but what concerns none is.
  const cases = await imported({ ...young, events: [whole.events[2]!, ...young.events] }, 'order');
  expect(await holdsOld(c, cases.version, before)).toBe(true);
  expect((await ids((await withoutOldCases(c, cases.version, before)).version!)).events).toEqual(['e5', 'e6', 'e7', 'e8']);
});

const hide = (name: string) => `p-${[...name].reverse().join('')}`;
async function hidden(log: TestOcel, order: Partial<Parameters<typeof importLog>[0]> = {}) {
  const path = join(dir, `persons-${files++}.json`);
  writeFileSync(path, asJson(log));
  return importLog({ dir, source: { path }, mapping: { objectType: 'order' }, mode: 'replace', pseudonym: hide, ...order });
}
const staffed: TestOcel = {
  events: [{ id: 'e1', type: 'take', time: at(1), attributes: { 'org:resource': 'Pete Ray' }, objects: [['A', 'of'], ['Sue Low', 'by']] }, { id: 'e2', type: 'bill', time: at(2), attributes: { 'org:resource': 'Sue Low' }, objects: [['A', 'of']] }],
  objects: [{ ...object('A', 'order', ['Sue Low']), attributes: [['user', at(1, 0), 'Max Orr'], ['size', at(1, 0), 'small']] }, { ...object('Sue Low', 'Employees'), attributes: [['mail', at(1, 0), 'sue@example.org']] }],
};

test('people of an object-centric log are pseudonyms wherever they stand, told by the usual names', async () => {
  const { version, personal } = await hidden(staffed);
  expect(personal.map((p) => p.original).sort()).toEqual(['Max Orr', 'Pete Ray', 'Sue Low', 'sue@example.org']);
  expect(version.manifest.objects?.personal).toEqual({ objectTypes: ['Employees'], attributes: ['org:resource', 'user'] });
  expect(version.manifest.pseudonyms).toEqual(['@org:resource', '@user']);
  const held = await ids(version);
  expect(held.objects).toEqual(['A', hide('Sue Low')]);
  expect(held.values).toEqual(['small', hide('Max Orr'), hide('Pete Ray'), hide('Sue Low'), hide('sue@example.org')].sort());
  expect((await c.rows<{ x: string }>(`SELECT value AS x FROM ${relations(version).dictionary}`)).filter(({ x }) => /Pete|Sue|Max/.test(x))).toEqual([]);
  expect((await pseudonymsIn(c, version)).sort()).toEqual(held.values.filter((v) => v !== 'small'));
  expect((await objectMap(c, version, {})).objectTypes.map((t) => t.name)).toEqual(['order']);
});

test('the same file once more hides the names of a log that has them as they were, and then changes nothing', async () => {
  const raw = await hidden(staffed, { pseudonym: undefined }), [id] = raw.version.manifest.sources.map((s) => s.sha256);
  expect(openNames(raw.version.manifest, undefined)).toEqual(['Employees', 'org:resource', 'user']);
  expect(openNames(raw.version.manifest, { objectTypes: ['Employees'], attributes: [] })).toEqual(['Employees']);
  const again = await hidden(staffed, { parent: raw.version });
  expect(again).toMatchObject({ report: { unchanged: false }, version: { manifest: { parent: raw.version.id, sources: [{ sha256: id }], objects: { personal: { objectTypes: ['Employees'] } } } } });
  expect((await ids(again.version)).objects).toEqual(['A', hide('Sue Low')]);
  expect(openNames(again.version.manifest, undefined)).toEqual([]);
  expect(await hidden(staffed, { parent: again.version })).toMatchObject({ report: { unchanged: true }, version: { id: again.version.id } });
});

test('people are not cases, neither of a file nor of stored objects; who says that a type is not of people has its names', async () => {
  const { version } = await hidden(staffed);
  await expect(flattenVersion({ dir, from: version, objectType: 'Employees' })).rejects.toMatchObject({ code: 'bad-input', value: 'Employees', detail: 'Objects of this type are people, and a person is not a case' });
  await expect(hidden(staffed, { mapping: { objectType: 'Employees' } })).rejects.toMatchObject({ code: 'bad-input', value: 'Employees' });
  const named = await hidden(staffed, { mapping: { objectType: 'Employees', personal: { objectTypes: [], attributes: ['user'] } } });
  expect(named.personal.map((p) => p.original)).toEqual(['Max Orr']);
  expect((await ids(named.version)).objects).toEqual(['A', 'Sue Low']);
  const by = await flattenVersion({ dir, from: (await hidden({ ...staffed, objects: [...staffed.objects, object('B', 'bill')], events: [...staffed.events, event('e3', 'bill', at(3), 'B')] })).version, objectType: 'bill' });
  expect(by.version.manifest.objects?.personal?.objectTypes).toEqual(['Employees']);
});

test('an increment may name a person whom the log knows by the pseudonym', async () => {
  const { version } = await hidden(staffed);
  const more: TestOcel = { events: [{ id: 'e9', type: 'bill', time: at(9), attributes: { 'org:resource': 'Sue Low' }, objects: [['A', 'of'], ['Sue Low', 'by']] }], objects: [] };
  const added = await hidden(more, { parent: version, mode: 'append' });
  expect(added.report.ocel?.findings.filter((f) => f.outcome === 'left out')).toEqual([]);
  expect(added.version.manifest.objects).toMatchObject({ personal: { objectTypes: ['Employees'] }, counts: { objects: 2, relations: 5 } });
  expect(JSON.stringify(added.report)).not.toContain('Sue Low');
});

test('the map has no figures about fewer than five people', async () => {
  const team = (n: number): TestOcel => ({ events: Array.from({ length: n }, (_, i) => event(`t${i}`, 'take', at(1, i + 1), 'A', `user ${i}`)), objects: [object('A', 'order'), ...Array.from({ length: n }, (_, i) => object(`user ${i}`, 'user'))] });
  const seen = async (n: number) => { const m = await objectMap(c, (await hidden(team(n))).version, {}); return [m.types.map((t) => t.name), m.objectTypes.map((t) => t.name), Object.keys(m.activities[0]!.objectTypes), m.links.map((l) => l.objectType)]; };
  expect(await seen(4)).toEqual([['order'], ['order'], ['order'], []]);
  expect(await seen(5)).toEqual([['user', 'order'], ['order', 'user'], ['order', 'user'], ['order', 'user']]);
});

test('the collector keeps the objects of a version that stays, and removes those of one that goes', async () => {
  const own = mkdtempSync(join(tmpdir(), 'hymnsheet-objects-kept-'));
  const path = join(own, 'log.json');
  writeFileSync(path, asJson(whole));
  const { version } = await importLog({ dir: own, source: { path }, mapping: { objectType: 'order' }, mode: 'replace' });
  const soon = new Date(Date.now() + 60_000);
  await collectGarbage(own, [version], soon);
  const there = readdirSync(join(own, 'parts'));
  for (const part of Object.values(version.manifest.objects!.parts).flat()) expect(there).toContain(`${part.sha256}.parquet`);
  await collectGarbage(own, [], soon);
  expect(readdirSync(join(own, 'parts'))).toEqual([]);
  rmSync(own, { recursive: true });
});
