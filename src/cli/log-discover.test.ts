import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { netOfTree, netSize, parseBpmn, parsePnml, parseTree } from '../processes/models/index.ts';
import { registerLogDiscover } from './log-discover.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-discover-'));
afterAll(() => rmSync(dir, { recursive: true }));
const file = join(dir, 'orders.csv');
const rows = ['register,check,pay', 'register,check,pay', 'register,pay'].flatMap((steps, i) => steps.split(',').map((step, k) => `${i},${step},2024-01-0${k + 1} 08:00`));
writeFileSync(file, `order,step,when\n${rows.join('\n')}\n`);
const flags = ['--case', 'order', '--activity', 'step', '--time', 'when'];

async function discover(...args: string[]) {
  const root = new Command('hymnsheet');
  registerLogDiscover(root.command('log'));
  return heard(root, ['log', 'discover', ...args]);
}

test('--json is the document of the contract', async () => {
  const { code, out } = await discover(file, ...flags, '--noise', '0', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ tree: "->( 'register', X( tau, 'check' ), 'pay' )", places: 4, transitions: 4, arcs: 8 });
}, 60_000);

test('people read an outline', async () => {
  const { out } = await discover(file, ...flags, '--noise', '0');
  expect(out).toBe("Model of 3 cases in 2 variants. Every case fits it.\n\none after another\n  register\n  perhaps\n    check\n  pay\n\nAs a tree: ->( 'register', X( tau, 'check' ), 'pay' )\n");
}, 60_000);

test('BPMN and PNML hold the model, to stdout or to a file that names its format', async () => {
  const size = { places: 4, transitions: 4, silent: 1, arcs: 8 };
  expect(netSize(parsePnml((await discover(file, ...flags, '--format', 'pnml')).out))).toEqual(size);
  const path = join(dir, 'orders.bpmn');
  expect(await discover(file, ...flags, '--output', path)).toMatchObject({ code: 0, out: `Wrote the model to ${path}.\n` });
  expect(netSize(parseBpmn(readFileSync(path, 'utf8')))).toEqual(size);
}, 60_000);

test.each([
  [['--noise', 'much'], /wanted a number from 0 to 1/], [['--algorithm', 'alpha'], /Allowed choices are inductive/], [['--format', 'pdf'], /Allowed choices are tree, bpmn, pnml/],
  [['--output', join(dir, 'no', 'such.pnml')], /cannot be written there/], [['--json', '--format', 'bpmn'], /--json prints its own document/],
])('%j exits 2 and says why', async (args, message) => {
  expect(await discover(file, ...flags, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
}, 60_000);

test.skipIf(!existsSync('../shared'))('a real log gives a model of the size of its tree (skipped without ../shared)', async () => {
  const found = JSON.parse((await discover('../shared/logs/sepsis.xes.gz', '--noise', '0', '--json')).out) as { tree: string; places: number };
  expect(found.places).toBe(netSize(netOfTree(parseTree(found.tree))).places);
}, 60_000);
