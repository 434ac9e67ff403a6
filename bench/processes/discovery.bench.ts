// The inductive miner on the variants of real logs, and on more and more variants of the largest: its cost must grow with them, no faster.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { inductiveTree, variantLog } from '../../src/processes/discovery/index.ts';
import { importLog } from '../../src/processes/event-logs/index.ts';
import { bpmnOf, netOfTree, type VariantLog } from '../../src/processes/models/index.ts';
import { type BenchRow, median } from '../report.ts';

const RUNS = 3;
const LOG = '../shared/logs/bpic2012.xes.gz';
/** PM4Py 2.7.14 on two cores of such a machine, seconds. */
const PM4PY = { 0: 10.2, 0.2: 10.3 } as const;

function ms(work: () => unknown): number {
  return median(Array.from({ length: RUNS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }));
}

/** Trees of both noises, what follows from them, and the cost a variant of parts of the log. */
export async function run(): Promise<BenchRow[]> {
  if (!existsSync(LOG)) return [{ name: `inductive miner: skipped, there is no ${LOG}`, value: 0, unit: 'ms' }];
  const dir = mkdtempSync(join(tmpdir(), 'discovery-bench-'));
  const { version } = await importLog({ dir, source: { path: LOG }, mode: 'replace' });
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  const began = performance.now();
  const log = await variantLog(c, version);
  const loaded = performance.now() - began;
  c.close();
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
  return [{ name: `bpic2012: ${log.counts.length} variants loaded`, value: loaded, unit: 'ms' }, ...([0, 0.2] as const).flatMap((noise) => mined(log, noise)), ...written(log), ...growing(log)];
}

function mined(log: VariantLog, noise: 0 | 0.2): BenchRow[] {
  const took = ms(() => inductiveTree(log, { noise }));
  const times = (PM4PY[noise] * 1000) / took;
  return [{ name: `inductive miner bpic2012, noise ${noise}`, value: took, unit: 'ms', target: '≤ 300', ok: took <= 300 }, { name: '… times as fast as PM4Py', value: times, unit: '×', target: '≥ 20', ok: times >= 20 }];
}

function written(log: VariantLog): BenchRow[] {
  const tree = inductiveTree(log);
  return [{ name: 'its tree to a net', value: ms(() => netOfTree(tree)), unit: 'ms' }, { name: 'its tree to BPMN with its drawing', value: ms(() => bpmnOf(tree)), unit: 'ms' }];
}

/** Every fourth, every second and all variants. */
function growing(log: VariantLog): BenchRow[] {
  return [4, 2, 1].map((each) => {
    const kept = [...log.counts.keys()].filter((v) => v % each === 0);
    const part = { ...log, sequences: kept.map((v) => log.sequences[v]!), counts: kept.map((v) => log.counts[v]!) };
    const symbols = part.sequences.reduce((sum, s) => sum + s.length, 0);
    return { name: `${kept.length} variants, an event of them`, value: (ms(() => inductiveTree(part)) * 1e6) / symbols, unit: 'ns' };
  });
}
