import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../platform/event-engine/index.ts';
import { importLog, type ImportOrder, relations } from '../event-logs/index.ts';
import { block, netOfTree, netSize, parseTree, type ProcessTree, treeText } from '../models/index.ts';
import { inductiveTree, variantLog } from './index.ts';
import { obviousTree, plainLog } from './inductive/obvious.ts';

export const shared = '../shared';

/** A log that an independent implementation found models of. */
export type OracleLog = readonly [name: string, file: string, mapping: ImportOrder['mapping']];

// With noise the oracle loses counts: where traces become equal in a parallel cut, it keeps the count of the last of them
// instead of their sum. The reference, made to count so, gives its trees to the letter; counting right, it gives ours.
const differs = ['sepsis 0.2', 'uci-incident 0.2', 'bpic2012 0.2'];
const incident = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: '%d/%m/%Y %H:%M', nullText: '?' };

export const smallLogs: readonly OracleLog[] = [['running-example', 'running-example.xes', undefined], ['sepsis', 'sepsis.xes.gz', undefined], ['receipt', 'receipt.xes.gz', undefined], ['bpic2013-closed-problems', 'bpic2013-closed-problems.xes.gz', undefined]];
export const largeLogs: readonly OracleLog[] = [['uci-incident', 'uci-incident.csv.gz', incident], ['bpic2012', 'bpic2012.xes.gz', undefined]];

/** How our models of a log compare with its oracle's, by noise: `wanted` is what they have to be. */
export async function besideOracle([name, file, mapping]: OracleLog): Promise<{ found: unknown[]; wanted: unknown[] }> {
  const want = JSON.parse(readFileSync(`${shared}/oracles/${name}/models.json`, 'utf8')) as Record<string, string>;
  const { log, cases, first } = await read(file, mapping);
  const each = ['0.0', '0.2'].map((share) => {
    const noise = Number(share), text = (tree: ProcessTree) => treeText(sorted(tree));
    const [ours, theirs] = [inductiveTree(log, { noise }), parseTree(want[`inductive_noise_${share}`]!)];
    const differ = differs.includes(`${name} ${share}`);
    // The oracle met the variants in the order of the case ids, as texts.
    const miscounted = differ ? obviousTree(plainLog(log, (i) => first.get(log.numbers[i]!)!), { noise, lastOfEqual: true }) : ours;
    const right = differ ? obviousTree(plainLog(log), { noise }) : theirs;
    const counted = log.counts.reduce((a, b) => a + b, 0);
    return { found: { share, near: near(ours, theirs), cases: counted, ours: text(ours), oracle: text(miscounted) }, wanted: { share, near: true, cases, ours: text(right), oracle: text(theirs) } };
  });
  return { found: each.map((e) => e.found), wanted: each.map((e) => e.wanted) };
}

/** Whether the nets of two trees are of one size, within a fifth. */
function near(a: ProcessTree, b: ProcessTree): boolean {
  const [ours, theirs] = [netSize(netOfTree(a)), netSize(netOfTree(b))];
  return (['places', 'transitions', 'arcs'] as const).every((of) => Math.abs(ours[of] / theirs[of] - 1) <= 0.2);
}

interface Read { readonly log: Awaited<ReturnType<typeof variantLog>>; readonly cases: number; readonly first: ReadonlyMap<number, number> }

async function read(file: string, mapping: ImportOrder['mapping']): Promise<Read> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-discovery-'));
  try {
    const { version } = await importLog({ dir, source: { path: `${shared}/logs/${file}` }, mapping, mode: 'replace' });
    const engine = await openEngine({ tempDir: dir, folders: [dir] });
    const c = await engine.connect();
    const log = await variantLog(c, version);
    const order = await c.rows<{ variant: number }>(`SELECT variant FROM ${relations(version).cases} GROUP BY variant ORDER BY min(id)`);
    c.close();
    await engine.close();
    return { log, cases: version.manifest.counts.cases, first: new Map(order.map(({ variant }, i) => [variant, i])) };
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
