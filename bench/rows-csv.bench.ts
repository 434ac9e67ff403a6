// Cases as CSV, over HTTP to a reader who throws them away: four times the cases should take about four times as long, in the same memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../src/platform/event-engine/index.ts';
import { buildServer } from '../src/platform/http/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import { systemActor } from '../src/platform/write/index.ts';
import { type DatasetVersion, importLog, questionRoutes } from '../src/processes/event-logs/index.ts';
import { EVENTS, makeCsv, MAPPING } from './event-csv.ts';
import { type BenchRow, median } from './report.ts';

const RUNS = 5;
// A filter over the events: worked out for every page, it would cost the square of their number.
const FILTER = 'attribute=region:north&attribute=resource:user007';
const ALL = '';

interface Download {
  readonly ms: number;
  readonly rows: number;
  /** Most of the JavaScript heap beyond what was used before, in MB. */
  readonly heap: number;
}

async function download(address: string): Promise<Download> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let [most, rows] = [before, -1];
  const began = performance.now();
  for await (const chunk of (await fetch(address)).body!) {
    most = Math.max(most, process.memoryUsage().heapUsed);
    for (const byte of chunk as Uint8Array) if (byte === 10) rows++;
  }
  return { ms: performance.now() - began, rows, heap: (most - before) / 1e6 };
}

/** Both sizes, with a filter and without. */
export async function run(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'rows-csv-bench-'));
  try {
    const versions = new Map<string, DatasetVersion>();
    for (const [name, events] of [['small', EVENTS / 10], ['large', (4 * EVENTS) / 10]] as const) {
      const path = join(dir, `${name}.csv`);
      await makeCsv(path, events);
      versions.set(name, (await importLog({ dir, source: { path }, mapping: MAPPING, mode: 'replace' })).version);
    }
    const engine = await openEngine({ tempDir: dir, folders: [dir] });
    const ctx = { db: undefined as never, clock: systemClock, actor: systemActor };
    const http = await buildServer({ routes: questionRoutes({ engine, currentVersion: async (_, id) => versions.get(id) }), identify: async () => ({ ...ctx, actor: { ...systemActor, sets: new Set(['viewer' as const]) } }), stranger: ctx, version: '1' });
    const address = await http.listen({ host: '127.0.0.1', port: 0 });
    const rows: BenchRow[] = [];
    for (const [name, query] of [['all', ALL], ['filtered', FILTER]] as const) {
      const of = async (log: string) => { const all: Download[] = []; for (let i = 0; i < RUNS; i++) all.push(await download(`${address}/api/v1/event-logs/${log}/cases.csv?${query}`)); return all; };
      const [small, large] = [await of('small'), await of('large')];
      const [ratio, factor] = [median(large.map((d) => d.ms)) / median(small.map((d) => d.ms)), large[0]!.rows / small[0]!.rows];
      rows.push(
        { name: `cases.csv, ${name}: ${large[0]!.rows.toLocaleString('en-GB')} rows`, value: median(large.map((d) => d.ms)), unit: 'ms' },
        { name: `cases.csv, ${name}: time ÷ rows, large ÷ small`, value: ratio / factor, unit: '×', target: '≤ 1.5', ok: ratio / factor <= 1.5 },
        { name: `cases.csv, ${name}: heap`, value: median(large.map((d) => d.heap)), unit: 'MB', target: '≤ 100', ok: median(large.map((d) => d.heap)) <= 100 },
      );
    }
    await http.close();
    await engine.close();
    return rows;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
