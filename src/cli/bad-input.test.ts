import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { program } from './program.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-bad-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = (name: string, text: string) => { writeFileSync(join(dir, name), text); return join(dir, name); };
mkdirSync(join(dir, 'empty'));
mkdirSync(join(dir, 'folder.parquet'));
mkdirSync(join(dir, 'linked'));
symlinkSync('/etc/hostname', join(dir, 'linked/company.yaml'));

const two = file('two.csv', 'case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n');
const one = file('one.csv', 'case,activity,time\n1,Take order,2026-01-01T08:00:00Z\n');
const quote = file('quote.csv', 'case,activity,time\n1,a,2026-01-01\n1,"b\nc","2026-01-02\n2,a,2026-01-03\n2,b,2026-01-04\n');
const na = file('na.csv', 'case,activity,time,who\nNA,a,2026-01-01,NA\nNA,b,2026-01-02,NA\nX,a,2026-01-02,Sue\nX,b,2026-01-03,?\n');
const xes = file('log.xes', '<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-01T08:00:00Z"/></event></trace></log>');
const timeless = file('timeless.xes', '<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/></event></trace></log>');
const nameless = file('nameless.xes', '<log><trace><string key="concept:name" value="1"/><event><date key="time:timestamp" value="2026-01-01T08:00:00Z"/></event></trace></log>');
const eventless = file('eventless.xes', '<log></log>');
const caseless = file('caseless.csv', 'case,activity,time\n,a,2026-01-01\n,b,2026-01-02\n');
const other = file('other.json', '{"a":1}');
const almost = file('almost.json', '{"id":"b","title":7}');
const list = file('list.json', '[]');

const hymnsheet = async (...args: string[]) => heard(program(), args);

const nowhere = join(dir, 'mistyped');

test.each<[string[], RegExp]>([
  [['log', 'summary', two, '--time-format', '%Q'], /The time format has %Q, which is not known: got “%Q”, wanted a pattern of %Y %y .* as %d\/%m\/%Y %H:%M; or iso, epoch/],
  [['log', 'summary', two, '--delimiter', ';;'], /The delimiter is not one character: got “;;”, wanted one ASCII character/],
  [['log', 'summary', quote], /quote\.csv:4: A quote opens here and is never closed: got “2 more lines inside it”/],
  [['log', 'summary', xes, '--case', 'order', '--null', '?'], /log\.xes: An XES log is not read by these options: got “--case --null”, wanted no columns/],
  [['log', 'convert', one, join(dir, 'nowhere', 'out.csv')], /The log cannot be written there: got “.*nowhere\/out\.csv”, wanted a file in a folder that exists and may be written to \(ENOENT\)/],
  [['log', 'convert', one, join(dir, 'folder.parquet')], /The log cannot be written there: got “.*folder\.parquet”, wanted .*this is a folder/],
  [['log', 'summary', xes, '--case-attribute', 'site'], /log\.xes: An XES log is not read by this option: got “--case-attribute”/],
  [['log', 'summary', two, '--classifier', 'concept:name'], /two\.csv: A CSV file is not read by this option: got “--classifier”/],
  [['log', 'summary', timeless], /timeless\.xes:1: No event of the log can be read; the first: The event has no time:timestamp: wanted at least one event with a case, an activity and a time/],
  [['log', 'summary', nameless], /nameless\.xes:1: No event of the log can be read; the first: The event has no concept:name: wanted/],
  [['log', 'map', eventless], /eventless\.xes: There is no event in the log: wanted at least one event/],
  [['log', 'convert', eventless, join(dir, 'out.csv')], /eventless\.xes: There is no event in the log: wanted at least one event/],
  [['log', 'convert', timeless, join(dir, 'out.csv')], /timeless\.xes:1: No event of the log can be read/],
  [['log', 'summary', caseless], /caseless\.csv:2: None of the 2 rows can be read: no case: “case” is empty/],
  [['log', 'convert', xes, join(dir, 'out.csv'), '--activity', 'x'], /got “--activity”/],
  [['brief', join(dir, 'nonexist')], /There is no such folder: got “.*nonexist”/],
  [['brief', join(dir, 'empty')], /There is nothing of a company in this folder: got “.*empty”, wanted files such as company\.yaml/],
  [['brief', join(dir, 'empty'), '--view', 'Late orders'], /A company folder holds no saved views: got “Late orders”, wanted --view without a folder/],
  [['apply', join(dir, 'empty'), '--data', nowhere], /There is nothing of a company in this folder/],
  [['apply', join(dir, 'linked'), '--data', nowhere], /company\.yaml: This leads out of the company folder/],
  [['apply', join(import.meta.dirname, '../../test/company-folder/small'), '--dry-run', '--data', nowhere], /There is no workspace in this folder: got “.*mistyped”, wanted the --data of a workspace/],
  [['export', join(dir, 'out'), '--data', nowhere], /There is no workspace in this folder/],
  [['user', 'list', '--data', nowhere], /There is no workspace in this folder/],
  [['brief', '--data', nowhere], /There is no workspace in this folder/],
  [['verify', '--audit', '--data', nowhere], /There is no workspace in this folder/],
  [['import', join(dir, 'none.csv'), '--log', 'x', '--data', nowhere], /There is no such file: got “.*none\.csv”/],
  [['import', two, '--data', nowhere], /The import does not say where the events go/],
  [['verify', other, '--data', nowhere], /^hymnsheet: .*other\.json: This is not a brief: its id is missing: wanted a brief as hymnsheet brief --format json writes it\n$/],
  [['verify', almost, '--data', nowhere], /^hymnsheet: .*almost\.json: This is not a brief: its title is not what a brief has there: got “7”, wanted a brief as .*\n$/],
  [['verify', list, '--data', nowhere], /^hymnsheet: .*list\.json: This is not a brief: got “\[\]”, wanted .*\n$/],
  [['start', '--data', nowhere, '--port', '0', '--trust-proxy', 'my-proxy'], /--trust-proxy is not an address: got “my-proxy”, wanted an address or a range as 10\.0\.0\.0\/8/],
  [['start', '--data', nowhere, '--port', '0', '--trust-proxy', 'loopback, 10.0.0.0/33'], /--trust-proxy is not an address: got “10\.0\.0\.0\/33”/],
  [['start', '--data', '/proc/x/y', '--port', '0'], /\/proc\/x\/y: The data folder cannot be made: got “E[A-Z]+”, wanted a folder that this user may write to/],
  [['start', '--data', two, '--port', '0'], /two\.csv: The data folder cannot be made: got “ENOTDIR”/],
  [['user', 'list', '--server', 'elsewhere', '--token', 'x'], /--server is not an address: got “elsewhere”/],
])('%j exits 2 and says what was wanted', async (args, message) => {
  const { code, out, err } = await hymnsheet(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
  expect(err.split('\n').filter((l) => l.startsWith('hymnsheet: '))).toHaveLength(1);
  expect([nowhere, join(dir, 'out.csv')].filter((f) => existsSync(f))).toEqual([]);
}, 60_000);

test('a server that does not answer is named with its address', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => { server.once('listening', done); });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((done) => { server.close(done); });
  const { code, err } = await hymnsheet('user', 'list', '--server', address, '--token', 'x');
  expect([code, err]).toEqual([2, `hymnsheet: The server does not answer: got “${address}: ECONNREFUSED”, wanted a running server at --server\n`]);
});

test('what is no fault is read: one row, and a case that is called NA', async () => {
  expect(JSON.parse((await hymnsheet('log', 'summary', one, '--json')).out)).toMatchObject({ events: 1, start: { 'Take order': 1 } });
  const { out, err } = await hymnsheet('log', 'summary', na, '--json');
  expect(JSON.parse(out)).toMatchObject({ events: 4, cases: 2, rejected: { count: 0 } });
  expect(err).toContain("Guessed: --case case --activity activity --time time --null '?'\n");
  expect(err).toContain('Check: “NA” is taken as a value because “case” holds it');
}, 60_000);
