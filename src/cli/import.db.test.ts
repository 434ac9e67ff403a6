import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, type Heard } from '../../test/harness/command.ts';
import { testDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { asJson } from '../processes/event-logs/ocel/testing.ts';
import { openServer, type Server } from '../server.ts';
import { registerImport } from './import.ts';

let database: TestDatabase;
let root: string;
let server: Server;

beforeAll(async () => {
  database = await testDatabase();
  root = await mkdtemp(join(tmpdir(), 'hymnsheet-import-'));
  await chmod(root, 0o711);
  server = await openServer({ dataDir: join(root, 'workspace'), databaseUrl: database.connectionString, port: 0, throwAway: true });
});

afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
  await database.drop();
});

/** Writes a file and imports it as a person would. */
async function imported(text: string | Buffer, ...argv: string[]): Promise<Heard> {
  const name = argv.includes('--log') && argv.includes('xes') ? 'log.xes' : 'log.csv';
  await writeFile(join(root, name), text);
  const program = new Command('hymnsheet');
  registerImport(program);
  return heard(program, ['import', join(root, name), ...argv, '--data', join(root, 'workspace')]);
}

const ask = async (path: string) => (await fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${server.token}` } })).json();

test('a first import shows what it guessed; a later one reads the file as the log is read, in its zone, and says so', async () => {
  const first = await imported('order;step;when\n1;take;02/03/2026 09:00\n1;ship;13/03/2026 09:00\n', '--log', 'orders', '--zone', 'Asia/Tokyo');
  expect(first).toMatchObject({ code: 0, out: 'orders: 2 events of 1 case.\n', err: expect.stringContaining('Columns: case = order, activity = step, time = when, timeFormat = %d/%m/%Y %H:%M, delimiter = ;\n') });
  // By itself the second file would be read with the month first.
  const more = 'order;step;when\n2;take;03/04/2026 09:00\n2;ship;04/03/2026 09:00\n';
  expect(await imported(more, '--log', 'orders')).toMatchObject({ code: 2, err: expect.stringContaining('This event log has data already (mode): got “orders”, wanted mode replace or append') });
  const second = await imported(more, '--log', 'orders', '--mode', 'append');
  expect(second).toMatchObject({ code: 0, out: 'orders: 4 events of 2 cases; 1 new case; 1 late event, from before the newest that was there.\n', err: expect.stringContaining('Columns, as this event log has them: case = order, activity = step, time = when, timeFormat = %d/%m/%Y %H:%M') });
  expect(await ask('/event-logs/orders')).toMatchObject({ firstEvent: '2026-03-02T00:00:00.000Z', lastEvent: '2026-04-03T00:00:00.000Z' });
}, 60_000);

test('a new log needs a zone where a time carries no offset, and a file whose columns are other than the log’s is refused by name', async () => {
  expect(await imported('case,activity,time\n1,a,2026-03-01\n', '--log', 'zoneless')).toMatchObject({ code: 2, err: expect.stringMatching(/^hymnsheet: log\.csv: A time in “time”, row 1, carries no offset, and the import does not say in which zone it is: got “2026-03-01”, wanted a zone for such times, as Europe\/London \(on the command line --zone\)/m) });
  expect(await imported('case,activity,time\n1,a,2026-03-01T09:00:00Z\n1,b,2026-03-01 12:00:00+02:00\n', '--log', 'zoned')).toMatchObject({ code: 0, out: 'zoned: 2 events of 1 case.\n' });
  expect(await imported('case;activity;when\n1;a;2026-03-01 09:00\n', '--log', 'orders', '--mode', 'append')).toMatchObject({ code: 2, err: expect.stringContaining('There is no such column: got “order”, wanted one of: case, activity, when') });
}, 60_000);

test('lifecycle, event id, encoding and a tab are said by options', async () => {
  const file = (rows: string[]) => Buffer.from(['no\tcase\tactivity\tstep\ttime', ...rows].join('\n'), 'latin1');
  const options = ['--log', 'steps', '--zone', 'UTC', '--case', 'case', '--activity', 'activity', '--time', 'time', '--lifecycle', 'step', '--event-id', 'no', '--encoding', 'windows-1252', '--delimiter', '\\t'];
  const first = await imported(file(['1\tA\tcaf\xe9\tstart\t2026-03-01T09:00:00Z', '2\tA\tcaf\xe9\tcomplete\t2026-03-01T10:00:00Z']), ...options);
  expect(first).toMatchObject({ code: 0, out: 'steps: 2 events of 1 case.\n' });
  const { items } = await ask('/event-logs/steps/cases/A/events') as { items: object[] };
  expect(items).toMatchObject([{ activity: 'café', lifecycle: 'start', attributes: { no: '1' } }, { activity: 'café', lifecycle: 'complete' }]);
  // The same event by its id, though it is told otherwise, is there already.
  const again = await imported(file(['2\tA\tcaf\xe9\tcomplete\t2026-03-01T10:30:00Z', '3\tA\tend\tcomplete\t2026-03-01T11:00:00Z']), ...options, '--mode', 'append');
  expect(again).toMatchObject({ code: 0, out: 'steps: 3 events of 1 case; 1 case went on; 1 event there already.\n' });
}, 60_000);

test('a column of the whole case is said once, and what is added later is read so too', async () => {
  const row = (id: string, activity: string, site: string) => `${id},${activity},2026-03-0${activity === 'take' ? 1 : 2}T09:00:00Z,${site}\n`;
  const first = await imported(`case,activity,time,site\n${row('1', 'take', 'north')}${row('1', 'ship', 'north')}`, '--log', 'sites', '--case-attribute', 'site');
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('caseAttributes = ["site"]') });
  expect(await imported(`case,activity,time,site\n${row('2', 'take', 'south')}`, '--log', 'sites', '--mode', 'append')).toMatchObject({ code: 0, err: expect.stringContaining('as this event log has them') });
  // It is no value of an event any more, and cases are chosen by it.
  expect((await ask('/event-logs/sites/cases/2/events') as { items: { attributes: object }[] }).items[0]?.attributes).toEqual({});
  expect(await ask('/event-logs/sites/cases?attribute=site:south')).toMatchObject({ total: 1 });
}, 60_000);

test('options that an XES log has no use for are refused, not passed over', async () => {
  const xes = '<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-01T08:00:00Z"/></event></trace></log>';
  expect(await imported(xes, '--log', 'xes', '--zone', 'UTC', '--case', 'order', '--event-id', 'no')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('log.xes: An XES log is not read by these options: got “--case --event-id”') });
  expect(await imported(xes, '--log', 'xes', '--zone', 'UTC')).toMatchObject({ code: 0, out: 'xes: 1 event of 1 case.\n' });
}, 60_000);

test('what was said wrongly once is not taken over by the next import', async () => {
  const text = 'case,activity,time\n1,a,2026-03-01\n1,b,2026-03-02\n';
  expect(await imported(text, '--log', 'wrong', '--zone', 'UTC', '--delimiter', ';;')).toMatchObject({ code: 2, err: expect.stringMatching(/^hymnsheet: The delimiter is not one character: got “;;”, wanted one ASCII character/) });
  expect(await imported(text, '--log', 'wrong', '--zone', 'UTC', '--time-format', '%Q')).toMatchObject({ code: 2, err: expect.stringContaining('The time format has %Q') });
  expect(await imported(text, '--log', 'wrong', '--zone', 'UTC', '--time-format', '%d/%m/%Y')).toMatchObject({ code: 2, err: expect.stringContaining('None of the 2 rows can be read') });
  expect(await imported(text, '--log', 'wrong', '--zone', 'UTC')).toMatchObject({ code: 0, out: 'wrong: 2 events of 1 case.\n', err: expect.stringContaining('timeFormat = iso') });
}, 60_000);

test('a case called NA is not lost to a guess, also where another column is said to be the case', async () => {
  const text = 'id,ref,activity,time\n1,NA,a,2026-03-01\n1,NA,b,2026-03-02\n2,X,a,2026-03-03\n2,X,b,2026-03-04\n';
  expect(await imported(text, '--log', 'na', '--zone', 'UTC', '--case', 'ref')).toMatchObject({ code: 0, out: 'na: 4 events of 2 cases.\n' });
}, 60_000);

test('an object-centric log is imported by an object type, which the log remembers; without one the types are listed', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
  const shop = (...events: [id: string, type: string, day: number, ...objects: string[]][]) => asJson({
    events: events.map(([id, type, day, ...objects]) => ({ id, type, time: at(day), attributes: {}, objects: objects.map((o) => [o, 'of'] as const) })),
    objects: [...new Set(events.flatMap((e) => e.slice(3) as string[]))].map((id) => ({ id, type: id.startsWith('V') ? 'van' : 'order', attributes: [], objects: [] })),
  });
  const first = shop(['e1', 'take', 1, 'A'], ['e2', 'ship', 2, 'A', 'B', 'V']);
  expect(await imported(first, '--log', 'shop', '--zone', 'UTC')).toMatchObject({ code: 2, err: expect.stringMatching(/^Object types: order \(2\), van \(1\)\n[^]*the object type whose objects are the cases/) });
  expect(await imported(first, '--log', 'shop', '--zone', 'UTC', '--object-type', 'lorry')).toMatchObject({ code: 2, err: expect.stringContaining('There is no such object type: got “lorry”, wanted one of: order (2), van (1)') });
  const done = await imported(first, '--log', 'shop', '--zone', 'UTC', '--object-type', 'order');
  expect(done).toMatchObject({ code: 0, out: 'shop: 3 events of 2 cases.\nEach of 2 objects of the type “order” is a case. 1 event is in several cases, one in 2, and is counted for each.\n' });
  const more = await imported(shop(['e2', 'ship', 2, 'A', 'B', 'V'], ['e3', 'bill', 3, 'A']), '--log', 'shop', '--mode', 'append');
  expect(more).toMatchObject({ code: 0, out: expect.stringMatching(/^shop: 4 events of 2 cases; 1 case went on; 2 events there already\.\n/) });
  expect(await ask('/event-logs/shop')).toMatchObject({ objects: { flattenedBy: 'order', types: [{ name: 'order', objects: 2 }, { name: 'van', objects: 1 }] } });
}, 60_000);

test('who is a person is told by its name and said, or is said: a type or attribute of an object-centric log, a column of a table', async () => {
  const log = asJson({
    events: [{ id: 'e1', type: 'take', time: '2026-01-01T00:00:00Z', attributes: { who: 'Pete', note: 'small' }, objects: [['A', 'of'], ['Sue', 'by']] }],
    objects: [{ id: 'A', type: 'order', attributes: [], objects: [] }, { id: 'Sue', type: 'employee', attributes: [], objects: [] }],
  });
  const taken = (id: string, ...more: string[]) => imported(log, '--log', id, '--zone', 'UTC', '--object-type', 'order', ...more);
  expect(await taken('told')).toMatchObject({ code: 0, err: expect.stringContaining('People: employee, kept as pseudonyms; --personal NAME or --no-personal says otherwise\n') });
  expect(await ask('/event-logs/told')).toMatchObject({ objects: { personal: { objectTypes: ['employee'], attributes: [] } } });
  expect((await taken('said', '--personal', 'who', '--personal', 'employee')).code).toBe(0);
  expect(await ask('/event-logs/said')).toMatchObject({ objects: { personal: { objectTypes: ['employee'], attributes: ['who'] } } });
  expect(await taken('said', '--mode', 'replace')).toMatchObject({ code: 0, err: expect.stringContaining('People, as this event log has them: employee, who, kept as pseudonyms') });
  expect((await taken('nobody', '--no-personal')).code).toBe(0);
  expect(await ask('/event-logs/nobody')).toMatchObject({ objects: { personal: null, unhidden: [] } });
  expect(await taken('wrong', '--personal', 'driver')).toMatchObject({ code: 2, err: expect.stringContaining('The file has no object type or attribute of this name: got “driver”, wanted --personal with one of: employee, order, note, who') });
  const table = 'case,activity,time,clerk\n1,a,2026-03-01,Pete\n1,b,2026-03-02,Sue\n';
  expect(await imported(table, '--log', 'clerks', '--zone', 'UTC', '--personal', 'clerk')).toMatchObject({ code: 0, err: expect.stringContaining('personal = ["clerk"]') });
  expect(await imported(table, '--log', 'told-clerks', '--zone', 'UTC')).toMatchObject({ code: 0, err: expect.stringContaining('personal = ["clerk"]') });
  const two = 'case,activity,time,user,owner\n1,a,2026-03-01,Pete,Ann\n1,b,2026-03-02,Sue,Ann\n2,a,2026-03-02,Sue,Bob\n';
  expect(await imported(two, '--log', 'by-owner', '--zone', 'UTC', '--resource', 'owner')).toMatchObject({ code: 0, err: expect.stringContaining('personal = ["user","owner"]') });
  expect(await imported(two, '--log', 'of-owner', '--zone', 'UTC', '--case', 'owner')).toMatchObject({ code: 0, err: expect.stringContaining('personal = ["user"]') });
}, 60_000);
