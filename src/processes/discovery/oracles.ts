import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../platform/event-engine/index.ts';
import { importLog, type ImportOrder } from '../event-logs/index.ts';
import { block, netOfTree, netSize, parseTree, type ProcessTree, treeText, type VariantLog } from '../models/index.ts';
import { inductiveTree, variantLog } from './index.ts';

export const shared = '../shared';

/** A log that an independent implementation found models of. */
export type OracleLog = readonly [name: string, file: string, mapping: ImportOrder['mapping']];

// With noise the oracle loses counts: where traces become equal by leaving activities out (parallel cuts), it
// keeps the count of the last of them instead of their sum. What is rare then differs, and with it these three trees.
const differs = ['sepsis 0.2', 'uci-incident 0.2', 'bpic2012 0.2'];
const incident = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: '%d/%m/%Y %H:%M', nullText: '?' };

export const smallLogs: readonly OracleLog[] = [['running-example', 'running-example.xes', undefined], ['sepsis', 'sepsis.xes.gz', undefined], ['receipt', 'receipt.xes.gz', undefined], ['bpic2013-closed-problems', 'bpic2013-closed-problems.xes.gz', undefined]];
export const largeLogs: readonly OracleLog[] = [['uci-incident', 'uci-incident.csv.gz', incident], ['bpic2012', 'bpic2012.xes.gz', undefined]];

/** How our models of a log compare with its oracle's, by noise: `wanted` is what they have to be. */
export async function besideOracle([name, file, mapping]: OracleLog): Promise<{ found: unknown[]; wanted: unknown[] }> {
  const want = JSON.parse(readFileSync(`${shared}/oracles/${name}/models.json`, 'utf8')) as Record<string, string>;
  const { log, cases } = await read(file, mapping);
  const each = ['0.0', '0.2'].map((noise) => {
    const [ours, theirs] = [inductiveTree(log, { noise: Number(noise) }), parseTree(want[`inductive_noise_${noise}`]!)];
    const [size, most] = [netSize(netOfTree(ours)), netSize(netOfTree(theirs))];
    const near = (['places', 'transitions', 'arcs'] as const).every((of) => Math.abs(size[of] / most[of] - 1) <= 0.2);
    const said = { noise, tree: treeText(ours), cases: log.counts.reduce((a, b) => a + b, 0) };
    return { found: { ...said, near, same: treeText(sorted(ours)) === treeText(sorted(theirs)) }, wanted: { ...said, cases, near: true, same: !differs.includes(`${name} ${noise}`) } };
  });
  return { found: each.map((e) => e.found), wanted: each.map((e) => e.wanted) };
}

async function read(file: string, mapping: ImportOrder['mapping']): Promise<{ log: VariantLog; cases: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-discovery-'));
  try {
    const { version } = await importLog({ dir, source: { path: `${shared}/logs/${file}` }, mapping, mode: 'replace' });
    const engine = await openEngine({ tempDir: dir, folders: [dir] });
    const c = await engine.connect();
    const log = await variantLog(c, version);
    c.close();
    await engine.close();
    return { log, cases: version.manifest.counts.cases };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The same tree with the children of choices and parallel blocks in the order of their texts. */
function sorted(tree: ProcessTree): ProcessTree {
  if (!('children' in tree)) return tree;
  const children = tree.children.map(sorted);
  return block(tree.kind, tree.kind === 'choice' || tree.kind === 'parallel' ? children.sort((a, b) => (treeText(a) < treeText(b) ? -1 : 1)) : children);
}
