// What-if: speed of the engine on M/M/c desks, and of calibration, runs and the check on the example's orders.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { importLog } from '../../src/processes/event-logs/index.ts';
import { simulateLog } from '../../src/processes/simulation/index.ts';
import { keyedUniform } from '../../src/maths/random/index.ts';
import type { Plan } from '../../src/processes/simulation/plan.ts';
import { runPlan } from '../../src/processes/simulation/run.ts';
import { type BenchRow, median } from '../report.ts';

const CASES = 200_000;

/** Cases through five desks of four people each, at a load of 80 %. */
function desks(): Plan {
  const arrivals = new Float64Array(CASES);
  for (let i = 1; i < CASES; i++) arrivals[i] = arrivals[i - 1]! - Math.log(keyedUniform(1, i)) / 3.2;
  const steps = [0, 1, 2, 3, 4, 5];
  return {
    until: arrivals.at(-1)! + 100, countedFrom: 0, stops: [], pools: steps.slice(1).map(() => ({ newestFirst: false })),
    cases: { arrivals, keys: Int32Array.from(arrivals.keys()), routes: new Int32Array(CASES) },
    routes: { from: Int32Array.of(0, 6), kinds: Int32Array.from(steps), after: Int32Array.from(steps, (i) => i - 1), delays: new Int32Array(6).fill(-1) },
    kinds: steps.map((i) => ({ pool: i - 1, ends: false })), capacity: { times: new Float64Array(5), pools: Int32Array.from(steps.slice(0, 5)), capacities: new Int32Array(5).fill(4) },
    draws: { uniform: (purpose, key, step) => keyedUniform(7, purpose, key, step), touch: (kind, u) => (kind === 0 ? 0 : -Math.log(u)), delay: () => 0, skipped: () => false },
  };
}

/** The engine first, then the whole of a study. */
export async function run(): Promise<BenchRow[]> {
  const plan = desks();
  const rates = Array.from({ length: 3 }, () => {
    const began = performance.now();
    return (runPlan(plan).events / (performance.now() - began)) * 1000;
  });
  return [{ name: 'simulation: engine', value: median(rates), unit: 'events/s', target: '≥ 1,000,000', ok: median(rates) >= 1e6 }, ...await northgate()];
}

async function northgate(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'simulation-bench-'));
  try {
    const path = fileURLToPath(new URL('../../examples/northgate/logs/orders.csv.gz', import.meta.url));
    const mapping = { case: 'order_id', activity: 'activity', time: 'completed_at', start: 'started_at', resource: 'employee', delimiter: ',', attributes: [{ column: 'warehouse', type: 'text' as const, of: 'case' as const }] };
    const { version } = await importLog({ dir, source: { path }, mapping, mode: 'replace' });
    const engine = await openEngine({ tempDir: dir, folders: [dir] });
    const c = await engine.connect();
    const began = performance.now();
    const rules = { zone: 'Europe/London', ends: ['Confirm delivery', 'Cancel order'], closedAfterSeconds: 30 * 86_400, holidays: [] };
    const { validation, replications } = await simulateLog(c, version, rules, { changes: [{ kind: 'touch', activity: 'Pick goods', factor: 0.8 }], replications: 20 });
    const seconds = (performance.now() - began) / 1000;
    c.close();
    await engine.close();
    return [
      { name: `simulation: study of 538 k events, check and ${replications.done} replications`, value: seconds, unit: 's', target: '≤ 60', ok: seconds <= 60 },
      { name: 'simulation: cycle times from real ones, held back', value: (validation.cycleTime.share ?? 0) * 100, unit: '% of mean' },
      { name: 'simulation: the same between real weeks', value: ((validation.cycleTime.noise.weeks ?? 0) / (validation.cycleTime.distance ?? 1)) * (validation.cycleTime.share ?? 0) * 100, unit: '% of mean' },
      { name: 'simulation: cases a week from real ones, held back', value: (validation.throughput.share ?? 0) * 100, unit: '%' },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
