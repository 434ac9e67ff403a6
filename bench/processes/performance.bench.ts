// Every question about time at each size, each in CPU time a million events too: cost must grow with the events, no faster. And the peak memory of asking them all.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { giveBackMemory } from '../../src/cli/memory.ts';
import type { DatasetVersion } from '../../src/processes/event-logs/index.ts';
import { type BenchRow, median } from '../report.ts';
import { SIZES, withMadeLog } from './made-log.ts';

const RUNS = 3;
/** What somebody waits for, in milliseconds at 5 M events. */
const TARGETS: Readonly<Record<string, number>> = { 'where time goes, asked first': 8000, 'where time goes, of kept steps': 4000 };
const TARGET_EVENTS = 5_000_000;

interface Child {
  readonly took: readonly { readonly name: string; readonly ms: number; readonly cpu: number }[];
  readonly peakMb: number;
}

async function askedAll({ dir, id }: DatasetVersion): Promise<Child> {
  const child = fileURLToPath(new URL('./performance-child.ts', import.meta.url));
  const env = { ...process.env };
  // As the server does.
  giveBackMemory(env);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, dir, id], { maxBuffer: 1 << 24, env });
  return JSON.parse(stdout) as Child;
}

async function measure(events: number, version: DatasetVersion): Promise<BenchRow[]> {
  const runs: Child[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await askedAll(version));
  const size = `${events / 1e6} M events`;
  const rows = runs[0]!.took.flatMap(({ name }, i): BenchRow[] => {
    const ms = median(runs.map((run) => run.took[i]!.ms));
    const most = events === TARGET_EVENTS ? TARGETS[name] : undefined;
    return [
      { name: `${name}, ${size}`, value: ms, unit: 'ms', ...(most === undefined ? {} : { target: `≤ ${most}`, ok: ms <= most }) },
      { name: '  CPU a million events', value: (median(runs.map((run) => run.took[i]!.cpu)) * 1e9) / events, unit: 'ms' },
    ];
  });
  const peak = median(runs.map((run) => run.peakMb));
  return [...rows, { name: `peak memory of a process that asks all of these, ${size}`, value: peak, unit: 'MB', ...(events === TARGET_EVENTS ? { target: '≤ 800', ok: peak <= 800 } : {}) }];
}

/** Medians of three. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const events of SIZES) rows.push(...await withMadeLog(events, (version) => measure(events, version)));
  return rows;
}
