// CSV import of 5 M events against DuckDB doing the same by hand, in turns; each run is a fresh process.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { EVENTS, makeCsv } from './event-csv.ts';
import { type BenchRow, median } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;

/** What an import in a process of its own took. */
export interface CsvRun {
  readonly ms: number;
  readonly events: number;
  readonly peakMb: number;
  readonly cpuMs: number;
}

/** The program that imports one file, bundled as it ships, since a loader of TypeScript would be measured too. */
export async function csvChild(): Promise<string> {
  const out = join(root, 'node_modules', '.cache', 'bench-csv');
  mkdirSync(out, { recursive: true });
  const common = { bundle: true, packages: 'external', platform: 'node', target: 'node20.19', format: 'esm', logLevel: 'warning' } as const;
  await build({ ...common, entryPoints: [join(root, 'bench/csv-child.ts')], outdir: out });
  await build({ ...common, entryPoints: [join(root, 'src/processes/event-logs/csv/csv-scan.worker.ts')], outdir: join(out, 'workers') });
  return join(out, 'csv-child.js');
}

/** Import of a made CSV file to a queryable version: time, rate and peak memory, and the ratio to the same by hand. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'csv-bench-'));
  try {
    const [child, file] = [await csvChild(), join(folder, 'events.csv')];
    await makeCsv(file);
    const once = (mode: 'ours' | 'hand'): CsvRun => {
      const done = JSON.parse(execFileSync(process.execPath, [child, mode, file, folder], { encoding: 'utf8' })) as CsvRun;
      if (done.events !== EVENTS) throw new Error(`${mode}: ${done.events} events of ${EVENTS}`);
      for (const name of readdirSync(folder)) if (name !== 'events.csv') rmSync(join(folder, name), { recursive: true });
      return done;
    };
    const pairs = Array.from({ length: RUNS }, () => ({ hand: once('hand'), ours: once('ours') }));
    const middle = (figure: (p: (typeof pairs)[number]) => number) => median(pairs.map(figure));
    const [ratio, rate] = [middle((p) => p.ours.ms / p.hand.ms), EVENTS / (middle((p) => p.ours.ms) / 1000)];
    return [
      { name: `CSV import of ${EVENTS.toLocaleString('en-GB')} events`, value: middle((p) => p.ours.ms) / 1000, unit: 's' },
      { name: 'CSV import', value: rate, unit: 'events/s', target: '≥ 1,000,000', ok: rate >= 1_000_000 },
      { name: 'CSV import ÷ DuckDB by hand', value: ratio, unit: '×', target: '≤ 2', ok: ratio <= 2 },
      { name: 'CSV import ÷ by hand, processor time', value: middle((p) => p.ours.cpuMs / p.hand.cpuMs), unit: '×' },
      { name: 'CSV import, peak memory', value: middle((p) => p.ours.peakMb), unit: 'MB' },
      { name: 'by hand, peak memory', value: middle((p) => p.hand.peakMb), unit: 'MB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
