import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts the worker whose source file is `source`; in a build the same worker lies in dist/workers/ under its base name.
 * @example spawnWorker(new URL('./xes-scan.worker.ts', import.meta.url), { file: 'log.xes' })
 */
export function spawnWorker(source: URL, workerData?: unknown): Worker {
  // Only in a build does this module's own address end with .js; then sources are gone.
  if (import.meta.url.endsWith('.ts')) return new Worker(fileURLToPath(source), { workerData, execArgv: ['--import', 'tsx'] });
  const name = basename(source.pathname).replace(/\.ts$/, '.js');
  return new Worker(new URL(`./workers/${name}`, import.meta.url), { workerData });
}
