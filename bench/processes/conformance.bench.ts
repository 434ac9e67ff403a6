// Token replay and optimal alignments of public logs on an independent implementation's models; skipped where the logs are not at hand.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { alignLog, fitnessOf, replay, replayFitnessOf } from '../../src/processes/conformance/index.ts';
import { variantLog } from '../../src/processes/discovery/index.ts';
import { importLog } from '../../src/processes/event-logs/index.ts';
import { netOfTree, parseTree, type PetriNet, type VariantLog } from '../../src/processes/models/index.ts';
import { type BenchRow, median } from '../report.ts';

const RUNS = 3;
const shared = new URL('../../../shared/', import.meta.url);
const uci = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: 'D/M/YYYY HH:MM', nullText: '?' };
const LOGS = { bpic2012: ['bpic2012.xes.gz', {}], 'uci-incident': ['uci-incident.csv.gz', uci], sepsis: ['sepsis.xes.gz', {}] } as const;
const WORK: readonly { readonly log: keyof typeof LOGS; readonly noise: '0.0' | '0.2'; readonly method: 'replay' | 'alignments'; readonly seconds: number }[] = [
  { log: 'bpic2012', noise: '0.0', method: 'replay', seconds: 0.5 }, { log: 'bpic2012', noise: '0.2', method: 'alignments', seconds: 15 },
  { log: 'uci-incident', noise: '0.2', method: 'alignments', seconds: 0.5 }, { log: 'sepsis', noise: '0.2', method: 'alignments', seconds: 0.5 }, { log: 'sepsis', noise: '0.0', method: 'alignments', seconds: 15 },
];

const METHODS = {
  replay: async (net: PetriNet, log: VariantLog) => replayFitnessOf(log, replay(net, log)),
  alignments: async (net: PetriNet, log: VariantLog) => fitnessOf(log, await alignLog(net, log)),
};

async function variantLogs(): Promise<Map<string, VariantLog>> {
  const dir = mkdtempSync(join(tmpdir(), 'conformance-bench-'));
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  try {
    const logs = new Map<string, VariantLog>();
    for (const [name, [file, mapping]] of Object.entries(LOGS)) {
      const { version } = await importLog({ dir, source: { path: new URL(`logs/${file}`, shared).pathname }, mapping, mode: 'replace' });
      logs.set(name, await variantLog(c, version));
    }
    return logs;
  } finally {
    c.close();
    await engine.close();
    rmSync(dir, { recursive: true });
  }
}

const LIMIT = 1;

/** Seconds from the start of a comparison of bpic2012 with its noise-0.2 model that may take one second, until its bounds are there. */
async function boundsRow(logs: ReadonlyMap<string, VariantLog>): Promise<BenchRow> {
  const models = JSON.parse(readFileSync(new URL('oracles/bpic2012/models.json', shared), 'utf8')) as Record<string, string>;
  const [net, log] = [netOfTree(parseTree(models['inductive_noise_0.2']!)), logs.get('bpic2012')!];
  const times: number[] = [];
  let told = '';
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now();
    const { exact, lower, upper } = fitnessOf(log, await alignLog(net, log, { seconds: LIMIT }));
    times.push((performance.now() - began) / 1000);
    told = exact ? 'exact by then' : `not exact, fitness ${lower.toFixed(3)} to ${upper.toFixed(3)}`;
  }
  const value = median(times);
  return { name: `bounds of bpic2012 within 2 s, noise-0.2 model, limit ${LIMIT} s: ${told}`, value, unit: 's', target: '≤ 2', ok: value <= 2 };
}

/** Seconds from variants and model in memory to an exact fitness; an answer that is not exact reaches no target. */
export async function run(): Promise<BenchRow[]> {
  if (!existsSync(shared)) return [{ name: 'conformance: skipped, the public logs are not here', value: 0, unit: 'rows' }];
  const logs = await variantLogs();
  const rows: BenchRow[] = [];
  for (const { log, noise, method, seconds } of WORK) {
    const models = JSON.parse(readFileSync(new URL(`oracles/${log}/models.json`, shared), 'utf8')) as Record<string, string>;
    const net = netOfTree(parseTree(models[`inductive_noise_${noise}`]!));
    const times: number[] = [];
    let exact = true;
    for (let i = 0; i < RUNS; i++) {
      const began = performance.now();
      exact &&= (await METHODS[method](net, logs.get(log)!)).exact;
      times.push((performance.now() - began) / 1000);
    }
    const value = median(times);
    rows.push({ name: `${method} of ${log}, noise-${Number(noise)} model${exact ? '' : ', not exact'}`, value, unit: 's', target: `≤ ${seconds}`, ok: exact && value <= seconds });
  }
  return [...rows, await boundsRow(logs)];
}
