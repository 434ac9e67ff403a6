import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { pnmlOf, netOfTree, parseTree } from '../processes/models/index.ts';
import { registerLogConformance } from './log-conformance.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-conformance-'));
afterAll(() => rmSync(dir, { recursive: true }));
const write = (name: string, text: string) => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const log = write('log.csv', `case,activity,time\n${['1,order', '1,pay', '1,ship', '2,order', '2,ship'].map((row, i) => `${row},2024-01-0${i + 1}T00:00:00Z\n`).join('')}`);
const tree = "->( 'order', 'pay', 'ship' )";

async function hymnsheet(...args: string[]) {
  const root = new Command('hymnsheet');
  registerLogConformance(root.command('log'));
  return heard(root, ['log', 'conformance', log, '--case', 'case', '--activity', 'activity', '--time', 'time', ...args]);
}

test('one document of the contract, from a tree and from PNML, by both methods', async () => {
  const answer = { cases: 2, fittingCases: 1, exact: true };
  for (const model of [write('model.txt', tree), write('model.pnml', pnmlOf(netOfTree(parseTree(tree))))]) {
    const aligned = JSON.parse((await hymnsheet('--model', model, '--json')).out) as Record<string, unknown>;
    expect(aligned).toEqual({ method: 'alignments', ...answer, fitness: 0.9, averageCost: 0.5, lower: 0.9, upper: 0.9 });
    expect(JSON.parse((await hymnsheet('--model', model, '--json', '--method', 'replay')).out)).toMatchObject({ method: 'replay', ...answer });
  }
}, 60_000);

test('people read it in words, with what is left out and extra', async () => {
  const { out } = await hymnsheet('--model', write('model.txt', tree));
  expect(out).toContain('1 of 2 cases keep to the model.');
  expect(out).toMatch(/1 {2}left out {2}pay {7}order/);
}, 60_000);

test('what is no model, or has no way to its end, is a problem that names it', async () => {
  const said = async (...args: string[]) => {
    const { code, err } = await hymnsheet(...args);
    return `${code} ${err}`;
  };
  expect(await said('--model', write('bad.txt', '->( order )'))).toMatch(/^2 .*bad\.txt.*This is not a process tree/s);
  expect(await said('--model', join(dir, 'none.pnml'))).toMatch(/^2 .*There is no such file/s);
  expect(await said()).toMatch(/^2 .*--model/s);
  expect(await said('--model', join(dir, 'none.pnml'), '--time-limit', '0')).toMatch(/^2 .*wanted seconds above 0, at most 86400/s);
  const dead = '<pnml><net id="n"><place id="p"/><place id="q"/><place id="r"/><transition id="t"><name><text>order</text></name></transition><arc id="1" source="p" target="t"/><arc id="2" source="r" target="t"/><arc id="3" source="t" target="q"/><initialMarking/></net></pnml>'.replace('<place id="p"/>', '<place id="p"><initialMarking><text>1</text></initialMarking></place>').replace('<initialMarking/>', '');
  expect(await said('--model', write('dead.pnml', dead))).toMatch(/^2 .*No case can get from the start of this model to its end/s);
}, 60_000);
