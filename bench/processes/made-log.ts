import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineConnection, openEngine } from '../../src/platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../../src/processes/event-logs/index.ts';
import { EVENTS, makeCsv, MAPPING } from '../event-csv.ts';

/** A fifth of the log, the log, and with HYMNSHEET_BENCH_LARGE four times it: cost must grow with them. */
export const SIZES: readonly number[] = [EVENTS / 5, EVENTS, ...(process.env['HYMNSHEET_BENCH_LARGE'] === undefined ? [] : [EVENTS * 4])];

/** Does some work on a made log of so many events, imported into a folder of its own. */
export async function withMadeLog<T>(events: number, work: (version: DatasetVersion, c: EngineConnection) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'processes-bench-'));
  try {
    const file = join(dir, 'events.csv');
    await makeCsv(file, events);
    const { version } = await importLog({ dir, source: { path: file }, mapping: MAPPING, mode: 'replace' });
    const engine = await openEngine({ tempDir: dir, folders: [dir], memoryLimit: '3GB' });
    const c = await engine.connect();
    try {
      return await work(version, c);
    } finally {
      c.close();
      await engine.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
