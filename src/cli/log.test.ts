import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test, vi } from 'vitest';
import { heard, type Heard } from '../../test/harness/command.ts';
import { registerLog } from './log.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-cli-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = join(dir, 'orders.csv');
const text = 'order;step;when\n1;register;2024-01-01 08:00\n1;"pay;now";2024-01-02 09:00\n2;register;2024-01-01 08:00\n2;;2024-01-01 08:30\n2;"pay;now";2024-01-01 08:01\n';
writeFileSync(file, text);
const flags = ['--case', 'order', '--activity', 'step', '--time', 'when'];

/** Runs a command; temporary folders go where the test can see that none is left. */
async function hymnsheet(args: readonly string[], input = ''): Promise<Heard> {
  vi.stubEnv('TMPDIR', dir);
  const root = new Command('hymnsheet');
  registerLog(root);
  return heard(root, args, input).finally(() => vi.unstubAllEnvs());
}

test('summary --json prints one document of the contract and nothing else', async () => {
  const { code, out, err } = await hymnsheet(['log', 'summary', file, ...flags, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({
    events: 4, cases: 2, activities: 2, variants: 1, start: { register: 2 }, end: { 'pay;now': 2 }, firstEvent: '2024-01-01T08:00:00Z', lastEvent: '2024-01-02T09:00:00Z',
    rejected: { count: 1, examples: [{ row: 4, line: 5, reason: 'no activity: “step” is empty', value: null }] },
  });
}, 60_000);

test('people get aligned tables, and are told what was guessed', async () => {
  const { code, out, err } = await hymnsheet(['log', 'map', file]);
  expect(code).toBe(0);
  expect(err).toContain('Guessed: --case order --activity step --time when\n');
  expect(out).toContain(`times  from      to            median         mean  shortest  longest
─────  ────────  ───────  ───────────  ───────────  ────────  ───────
    2  register  pay;now  12 h 31 min  12 h 31 min     1 min  1 d 1 h
`);
}, 60_000);

test('variants from standard input, as packed as may be', async () => {
  const { code, out } = await hymnsheet(['log', 'variants', '-', ...flags, '--json', '--limit', '1'], text);
  expect([code, JSON.parse(out)]).toEqual([0, [{ count: 2, activities: ['register', 'pay;now'] }]]);
  const people = await hymnsheet(['log', 'summary', '-', ...flags], text);
  expect(people.out).toMatch(/^4 events of 2 cases, 2 activities, 1 variant\.\n/);
  expect(people.out).toContain('1 event could not be read:\nline  reason');
}, 60_000);

test('convert writes a file that says the same', async () => {
  const xes = join(dir, 'orders.xes.gz');
  expect(await hymnsheet(['log', 'convert', file, xes, ...flags])).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote 4 events to .*orders\.xes\.gz\.\n1 event could not be read/) });
  const { out } = await hymnsheet(['log', 'variants', xes, '--json']);
  expect(JSON.parse(out)).toEqual([{ count: 2, activities: ['register', 'pay;now'] }]);
}, 60_000);

test.each([
  [['log', 'summary', 'nowhere.csv'], 2, /^hymnsheet: There is no such file: got “nowhere\.csv”/],
  [['log', 'summary', file, '--case', 'customer', '--activity', 'step', '--time', 'when'], 2, /^hymnsheet: .*orders\.csv:1: There is no such column: got “customer”, wanted one of: order, step, when/],
  [['log', 'summary', file, ...flags, '--zone', 'Mars/Olympus'], 2, /There is no such time zone: got “Mars\/Olympus”/],
  [['log', 'variants', file, '--limit', 'all'], 2, /wanted a whole number from 1/],
  [['log', 'convert', file, 'out.xlsx', ...flags], 2, /The name does not say in which format to write/],
  [['log', 'frobnicate', file], 2, /unknown command/],
])('%j exits %i and says why', async (args, code, message) => {
  const ran = await hymnsheet(args);
  expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(message) });
  expect(readdirSync(dir).filter((n) => n.startsWith('hymnsheet-'))).toEqual([]);
}, 60_000);

test.skipIf(!existsSync('../shared/logs'))('a packed XES log equals its oracle (skipped without ../shared)', async () => {
  const { out } = await hymnsheet(['log', 'summary', '../shared/logs/sepsis.xes.gz', '--json']);
  const want = JSON.parse(readFileSync('../shared/oracles/sepsis/summary.json', 'utf8'));
  expect(JSON.parse(out)).toMatchObject({ events: want.events, cases: want.cases, activities: want.activities, variants: want.variants, start: want.start_activities, end: want.end_activities });
}, 60_000);
