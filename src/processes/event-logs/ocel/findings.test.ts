import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { logFile } from '../versions/log-file.ts';
import { importLog } from '../versions/index.ts';
import { flatten, readOcel } from './index.ts';
import { finding, textOf } from './model.ts';
import { makeSqlite } from './testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-ocel-bad-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function found(path: string, objectType?: string) {
  const engine = await openEngine({ tempDir: dir, threads: 1 });
  const c = await engine.connect();
  try {
    const file = await logFile({ path }, dir);
    const { report } = await readOcel(c, file.source(), file.encoding!, { tempDir: dir });
    const rejected = await c.rows('SELECT line, reason, value FROM stage_rejected ORDER BY "row"');
    const flat = objectType === undefined ? undefined : await flatten(c, report, objectType, path);
    const values = objectType === undefined ? [] : await c.rows('SELECT * FROM stage_cases');
    const events = objectType === undefined ? [] : await c.rows('SELECT "time"::VARCHAR AS at, * FROM stage_events ORDER BY "row"');
    return { report, rejected, flat, values, events, told: [...report.findings, ...(flat?.findings ?? [])].map((f) => `${f.count} ${f.code}: ${f.example ?? '–'} (${f.place ?? '–'})`).sort() };
  } finally {
    c.close();
    await engine.close();
  }
}

const CORE = ['CREATE TABLE event (ocel_id, ocel_type)', 'CREATE TABLE object (ocel_id, ocel_type)', 'CREATE TABLE event_object (ocel_event_id, ocel_object_id, ocel_qualifier)', 'CREATE TABLE event_map_type (ocel_type, ocel_type_map)', 'CREATE TABLE object_map_type (ocel_type, ocel_type_map)'];

test('everything that is wrong in a database is counted, with an example and its place', async () => {
  const path = makeSqlite(join(dir, 'dirty.sqlite'), [
    ...CORE, 'CREATE TABLE object_object (ocel_source_id, ocel_target_id, ocel_qualifier)', 'CREATE TABLE notes (x)', 'INSERT INTO notes VALUES (1), (2)',
    `INSERT INTO event_map_type VALUES ('place', 'Place'), ('pack', 'Pack'), ('lost', 'Lost')`, `INSERT INTO object_map_type VALUES ('order', 'Order'), ('ghost', 'Ghost')`,
    'CREATE TABLE event_Place (ocel_id, ocel_time, amount INTEGER)', 'CREATE TABLE event_Pack (ocel_id, weight)', 'CREATE TABLE object_Order (ocel_id, ocel_time, ocel_changed_field, price REAL)', 'CREATE TABLE object_Ghost (ocel_id, ocel_time)',
    `INSERT INTO event VALUES ('e1', 'place'), ('e2', 'place'), ('e3', 'place'), ('e4', 'pack'), ('e1', 'place'), (NULL, 'place'), ('e5', 'shout')`,
    `INSERT INTO event_Place VALUES ('e1', '2026-01-01 08:00:00', 7), ('e2', 'soon', 8), ('e3', '2026-01-01 09:00:00', 'many'), ('e9', '2026-01-01', 1)`, `INSERT INTO event_Pack VALUES ('e4', 3)`,
    `INSERT INTO object VALUES (1, 'order'), (2, 'order'), (2, 'order'), ('x', NULL)`,
    `INSERT INTO object_Order VALUES ('1', '1970-01-01 01:00:00', NULL, 9.5), ('1', '2026-01-02', 'price', 10.25), ('2', NULL, NULL, 4), ('2', '2026-01-03', 'colour', 5), ('77', '1970-01-01', NULL, 1)`,
    `INSERT INTO event_object VALUES ('e1', 1, 'of'), ('e1', 1, 'of'), ('e1', 1, 'by'), ('e3', 1, 'nan'), ('e3', 5, NULL), ('e7', 1, 'of'), ('e3', 2, NULL)`,
    `INSERT INTO object_object VALUES (1, 2, 'x'), (1, 9, 'x')`,
  ]);
  const { report, rejected, flat, told, values } = await found(path, 'order');
  expect(report).toMatchObject({ events: 2, objects: 2, relations: 4, objectRelations: 1, objectChanges: 1, eventTypes: { place: 2, pack: 0, lost: 0 }, objectTypes: { order: 2, ghost: 0 } });
  expect(told).toEqual([
    '1 changed-field-unknown: colour (object_Order)', '1 column-missing: ocel_time (event_Pack)', '1 event-id-repeated: e1 (event_Place)', '1 event-row-without-event: e9 (event_Place)', '1 event-time-unreadable: soon (event_Place)', '1 event-without-id: place (event)',
    '2 id-cast: ocel_source_id (object_object.ocel_source_id)', '2 id-cast: ocel_target_id (object_object.ocel_target_id)',
    '1 object-id-repeated: 2 (object)', '1 object-relation-dangling: 1 → 9 (object_object)', '1 object-row-without-time: 2 (object_Order)', '1 object-type-unused: ghost (–)', '1 object-value-dangling: 77: price (object_Order)', '1 object-without-type: x (object)', '1 qualifier-nan: nan (event_object)',
    '1 relation-event-dangling: e7 → 1 (event_object)', '1 relation-object-dangling: e3 → 5 (event_object)', '1 relation-repeated: e1 → 1 (event_object)', '1 table-stray: notes (2 rows) (notes)', '1 type-table-missing: lost (event_Lost)', '1 value-unreadable: many (amount (integer))',
    '10 no-primary-key: event (–)', '2 event-type-unused: lost (–)', '2 event-without-time: e4 (event)', '2 initial-state: 1: price (object_Order)', '3 id-cast: ocel_id (object.ocel_id)', '7 id-cast: ocel_object_id (event_object.ocel_object_id)',
  ].sort());
  expect(rejected).toEqual([
    { line: null, reason: 'the time cannot be read, or is not between the years 1685 and 2254 (table event_Place)', value: 'soon' }, { line: null, reason: 'the event has no time (table event)', value: 'e4' },
    { line: null, reason: 'the event has no id (table event)', value: 'place' }, { line: null, reason: 'the event has no time (table event)', value: 'e5' },
  ]);
  expect(flat!.flat).toEqual({ objectType: 'order', cases: 2, events: 2, rows: 3, shared: 1, mostCases: 2, eventsOutside: 0, objectsWithoutEvents: 0 });
  expect(values).toEqual([{ case: 0, '@price': 9.5 }, { case: 1, '@price': 4 }]);
});

test('events of a text that are left out are rejected rows with their lines', async () => {
  const text = JSON.stringify({
    objectTypes: [{ name: 'o', attributes: [{ name: 'p', type: 'boolean' }] }], eventTypes: [{ name: 'a', attributes: [] }], note: 1,
    objects: [{ id: 'x', type: 'o', attributes: [{ name: 'p', value: true, time: '1970-01-01T00:00:00Z' }, { value: 1 }] }, { id: 8, type: 'o' }],
    events: [{ id: 'e', type: 'a', time: '2026-01-01T00:00:00Z', relationships: [{ objectId: 'x', qualifier: 'q' }, { objectId: 8, qualifier: 'q' }] }, { id: 'e', type: 'b', time: '2026-01-01T00:00:00Z' }, { type: 'a', time: '2026-01-01' }, { id: 'f', time: '2026-01-01' }, { id: 'g', type: 'a', attributes: [{ name: 'n', value: [1] }] }],
  }, null, 1);
  writeFileSync(join(dir, 'dirty.json'), text);
  // Elements stand on the lines of their brackets, which are indented by two.
  const lines = text.split('\n').flatMap((l, i) => (l === '  {' ? [i + 1] : []));
  const [x, eight, , second, third, fourth, fifth] = lines.slice(2);
  const { told, rejected, values } = await found(join(dir, 'dirty.json'), 'o');
  expect(rejected).toEqual([{ line: second, reason: 'another event has the same id, with another type or time', value: 'e' }, { line: third, reason: 'the event has no id', value: 'a' }, { line: fourth, reason: 'the event has no type', value: 'f' }, { line: fifth, reason: 'the event has no time', value: 'g' }]);
  expect(told).toEqual([`1 attribute-without-name: {"value":1} (line ${x})`, `1 element-unknown: note (line ${lines[1]! + 5})`, `1 event-id-conflict: e (line ${second})`, `1 event-without-id: a (line ${third})`, `1 event-without-time: g (line ${fifth})`, `1 event-without-type: f (line ${fourth})`, `1 initial-state: x: p (line ${x})`, `1 value-nested: [1] (line ${fifth})`, `2 id-cast: 8 (line ${eight})`].sort());
  expect(values).toEqual([{ case: 0, '@p': true }, { case: 1, '@p': null }]);
});

const json = (text: string) => ['x.json', text] as const;
const xml = (text: string) => ['x.xml', text] as const;
test.each<readonly [string, string, RegExp]>([
  [...json('{"objectTypes":[],"eventTypes":[],"objects":[],"events":[]}'), /There is no event in the log: wanted at least one event/],
  [...json('{"objectTypes":[],"events":[\n{"id":1]}'), /x\.json:2: The JSON is broken: .*got “\{"id":1\]/],
  [...json('{"objectTypes":[],"events":[\n{"id":1} {"id":2}]}'), /x\.json:2: The JSON is broken: got “\{”, wanted , or \]/],
  [...json('{"objectTypes":[],"events":[\n{"id":1}'), /x\.json:2: The JSON ends too early: wanted , or \]/],
  [...json('{"objectTypes":[],"events":[{"id":"'), /x\.json:1: The JSON ends too early: wanted the rest of it/],
  [...json('{"events":[]} 1'), /x\.json:1: The JSON is broken: got “1”, wanted nothing more/],
  [...json(`{"events":[\n${'['.repeat(101)}`), /x\.json:2: An element of the JSON is nested too deeply: got “101 lists and objects in each other”, wanted at most 100/],
  [...json('{"events":{}}'), /x\.json:1: “events” is not a list: got “\{\}”/],
  [...json('{"events":[\n\n7]}'), /x\.json:3: “events” has an element that is no object \(events\[0\]\): got “7”/],
  [...json('{"ocel:events":{}}'), /x\.json:1: The JSON is OCEL 1\.0: got “ocel:events”/],
  [...json('{"a":1}'), /x\.json: The JSON is not OCEL 2\.0: got “no “objectTypes”, no/],
  [...json('[{"id":1}]'), /x\.json:1: The JSON is broken: got “\[”, wanted \{/],
  [...xml('<log><events><event id="1"></events></log>'), /x\.xml:1: The file is not well-formed XML: /],
  [...xml('<!DOCTYPE log [<!ENTITY a "aaaa">]><log><events/><objects/></log>'), /x\.xml:1: The file has a document type declaration, which could define entities/],
  [...xml('<log><events/></log>'), /x\.xml: The XML is not OCEL 2\.0: got “no <object-types>, no/],
  [...xml('<log><objects/><events><event id="1" type="a" time="never"/></events></log>'), /x\.xml:1: No event of the log can be read; the first: the time cannot be read, or is not .*got “never”/],
])('%s of %j is refused', async (name, text, message) => {
  writeFileSync(join(dir, name), text);
  await expect(importLog({ dir, source: { path: join(dir, name) }, mapping: { objectType: 'o' }, mode: 'replace' })).rejects.toThrow(message);
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['no table of events', ['CREATE TABLE t (x)'], /The SQLite file is no OCEL 2\.0: it has no table event, object, event_object, event_map_type, object_map_type: got “tables t”/],
  ['no column', [...CORE.slice(1), 'CREATE TABLE event (ocel_id)'], /The table event has no column ocel_type \(event\): got “columns ocel_id”/],
  ['nothing', CORE, /There is no event in the log/],
])('a database with %s is refused', async (name, sql, message) => {
  const path = makeSqlite(join(dir, `${name}.sqlite`), sql);
  await expect(importLog({ dir, source: { path }, mapping: { objectType: 'o' }, mode: 'replace' })).rejects.toThrow(message);
});

test('a part of an XML file that has no end is refused before it is all in memory', async () => {
  writeFileSync(join(dir, 'endless.xml'), Buffer.concat([Buffer.from('<log>\n<events><event id="'), Buffer.alloc(70 << 20, 120)]));
  await expect(importLog({ dir, source: { path: join(dir, 'endless.xml') }, mapping: {}, mode: 'replace' })).rejects.toThrow(/endless\.xml:2: A single part of the XML is too large: got “more than 67\d{6} bytes”, wanted at most 67108864 bytes/);
});

test('a damaged database is refused', async () => {
  writeFileSync(join(dir, 'broken.sqlite'), `SQLite format 3\u0000${'x'.repeat(5000)}`);
  await expect(importLog({ dir, source: { path: join(dir, 'broken.sqlite') }, mapping: {}, mode: 'replace' })).rejects.toThrow(/broken\.sqlite: The SQLite file cannot be read: got “.*”, wanted a whole SQLite 3 database/);
});

const aLog = (events: string) => `{"objectTypes":[{"name":"o","attributes":[]}],"eventTypes":[{"name":"a","attributes":[{"name":"n","type":"string"}]}],"objects":[{"id":"x","type":"o"}],"events":[{"id":"1","type":"a","time":"2026-01-01","relationships":[{"objectId":"x","qualifier":"q"}]},\n${events}]}`;
const anXml = (events: string, list = '') => `<log><object-types><object-type name="o"/></object-types><event-types><event-type name="a"><attributes><attribute name="n" type="string"/></attributes></event-type></event-types><objects><object id="x" type="o"/></objects>${list}<events><event id="1" type="a" time="2026-01-01"><objects><relationship object-id="x" qualifier="q"/></objects></event>\n${events}</events></log>`;
test.each<readonly [string, string, readonly string[]]>([
  [...json(aLog('{"id":"2","type":"a","time":"2026-01-01","colour":"red","relations":[{"objectId":"x"}]}')), ['2 field-unknown: colour of an event (line 2)']],
  [...json(aLog('{"id":"2","type":"a","time":"2026-01-01","attributes":[{"name":"n","value":"v","unit":"kg"}],"relationships":[{"objectId":"x","qualifier":"q","weight":3}]}')), ['2 field-unknown: unit of the attribute n (line 2)']],
  [...json(aLog('{"id":12345678901234567890,"type":"a","time":"2026-01-01","attributes":[{"name":"n","value":12345678901234567891}]}')), ['1 event-without-id: a (line 2)', '1 id-inexact: 12345678901234567000 (line 2)', '1 value-inexact: 12345678901234567000 (line 2)']],
  [...xml(anXml('<event id="2" type="a" time="2026-01-01" colour="red" xml:lang="en"><attributes><attribute name="n" value="5"/></attributes><objects><relationship object-id="x" weight="2"/></objects></event>')), ['3 field-unknown: colour of <event> (line 2)']],
  [...xml(anXml('', '<constructor><event/></constructor>')), ['1 element-unknown: <constructor> (line 1)']],
])('%s of %j has what OCEL 2.0 has not, and says so', async (name, text, want) => {
  writeFileSync(join(dir, name), text);
  expect((await found(join(dir, name), 'o')).told).toEqual(want);
});

test('columns, rows of types and views that OCEL 2.0 has not are told; a view is never worked out, however long that would take', async () => {
  const path = makeSqlite(join(dir, 'more.sqlite'), [
    'CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT, colour TEXT)', ...CORE.filter((sql) => !/TABLE event \(/.test(sql)), 'CREATE TABLE event_A (ocel_id TEXT PRIMARY KEY, ocel_time TEXT)', 'CREATE TABLE object_O (ocel_id TEXT PRIMARY KEY, ocel_time TEXT, ocel_changed_field TEXT)',
    "INSERT INTO event_map_type VALUES ('a', 'A'), (NULL, 'B')", "INSERT INTO object_map_type VALUES ('o', 'O')", "INSERT INTO event VALUES ('1', 'a', 'red')", "INSERT INTO event_A VALUES ('1', '2026-01-01')", "INSERT INTO object VALUES ('x', 'o')", "INSERT INTO event_object VALUES ('1', 'x', 'q')",
    'CREATE VIEW endless AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r', 'CREATE VIEW broken AS SELECT * FROM nowhere',
  ]);
  const { told } = await found(path, 'o');
  expect(told.filter((t) => !t.includes('no-primary-key'))).toEqual(['1 column-unknown: colour (event)', '1 element-unknown: a row without ocel_type, mapped to B (event_map_type)', '1 table-missing: object_object (–)', '1 view: broken (broken)', '1 view: endless (endless)']);
});

test('a row of an event type for an event of another type gives it nothing, and a second row for an event is told', async () => {
  const path = makeSqlite(join(dir, 'rows.sqlite'), [
    ...CORE, 'CREATE TABLE object_object (ocel_source_id, ocel_target_id, ocel_qualifier)', 'CREATE TABLE event_A (ocel_id TEXT, ocel_time TEXT, n INTEGER)', 'CREATE TABLE event_B (ocel_id TEXT, ocel_time TEXT, n INTEGER)', 'CREATE TABLE object_O (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT)',
    "INSERT INTO event_map_type VALUES ('a', 'A'), ('b', 'B')", "INSERT INTO object_map_type VALUES ('o', 'O')", "INSERT INTO event VALUES ('1', 'a'), ('2', 'b')", "INSERT INTO object VALUES ('x', 'o')", "INSERT INTO event_object VALUES ('1', 'x', 'q'), ('2', 'x', 'q')",
    "INSERT INTO event_A VALUES ('1', '2026-01-01', 3), ('1', '2026-01-05', 4), ('2', '2026-01-02', 9)", "INSERT INTO event_B VALUES ('2', '2026-01-02', NULL)",
  ]);
  const { told, events } = await found(path, 'o');
  expect(told.filter((t) => !t.includes('no-primary-key'))).toEqual(['1 event-row-repeated: 1 (event_A)', '1 event-row-without-event: 2 (event_A)']);
  expect(events).toMatchObject([{ at: '2026-01-01 00:00:00', '@n': 3 }, { at: '2026-01-02 00:00:00', '@n': null }]);
});

test('without an object type, or with one that is not there, the object types are listed with their objects', async () => {
  writeFileSync(join(dir, 'two.json'), '{"objectTypes":[{"name":"idle"}],"eventTypes":[],"objects":[{"id":"1","type":"order"},{"id":"2","type":"order"},{"id":"3","type":"item"}],"events":[{"id":"e","type":"a","time":"2026-01-01T00:00:00Z","relationships":[{"objectId":"1","qualifier":""}]}]}');
  const refused = (objectType?: string) => importLog({ dir, source: { path: join(dir, 'two.json') }, mapping: objectType === undefined ? {} : { objectType }, mode: 'replace' });
  await expect(refused()).rejects.toThrow(/An object-centric log has no cases of its own: got “object types order \(2\), item \(1\), idle \(0\)”, wanted --object-type TYPE/);
  await expect(refused('box')).rejects.toThrow(/There is no such object type: got “box”, wanted one of: order \(2\), item \(1\), idle \(0\)/);
  await expect(refused('item')).rejects.toThrow(/No event concerns an object of the type item/);
});

test('the examples of the model', () => {
  expect(finding('qualifier-nan', 3, 'nan', 12)).toEqual({ code: 'qualifier-nan', outcome: 'changed', what: 'qualifiers that are “nan”, taken as none', count: 3, example: 'nan', place: 'line 12' });
  expect([textOf(1.5), textOf(true), textOf([1]), textOf(null)]).toEqual(['1.5', 'true', '[1]', null]);
});
