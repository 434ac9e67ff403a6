import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts the worker whose source file is `source`; in a build the same worker lies in dist/workers/ under its base name.
 * @example spawnWorker(new URL('./xes-scan.worker.ts', import.meta.url), { file: 'log.xes' })
 */
export function spawnWorker(source: URL, workerData?: unknown): Worker {
  // Only in a build does this module's own address end with .js; then sources are gone.
  if (import.meta.url.endsWith('.ts')) return new Worker(typescriptEntry(source), { workerData, execArgv: [] });
  const name = basename(source.pathname).replace(/\.ts$/, '.js');
  // The bundler may have put this module into dist/ or into a folder of shared parts below it.
  const built = [new URL(`./workers/${name}`, import.meta.url), new URL(`../workers/${name}`, import.meta.url)];
  return new Worker(built.find((url) => existsSync(url)) ?? built[0]!, { workerData });
}

/** A module that loads a TypeScript file: Node 20 starts a worker's own file without the loaders that `--import` registers. */
function typescriptEntry(source: URL): URL {
  const tsx = new URL('dist/esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))).href;
  return new URL(`data:text/javascript,${encodeURIComponent(`import { tsImport } from ${JSON.stringify(tsx)}; await tsImport(${JSON.stringify(source.href)}, ${JSON.stringify(source.href)});`)}`);
}
