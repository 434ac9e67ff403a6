import { importLog, readVersion } from './index.ts';

// Imports in a process of its own, so that a test can kill it; tells its parent when it begins.
const { dir, path, mapping, parent } = JSON.parse(process.argv[2]!) as { dir: string; path: string; mapping: never; parent: string };
process.send?.('begun');
await importLog({ dir, source: { path }, mapping, mode: 'append', parent: await readVersion(dir, parent), threads: 2 });
process.disconnect?.();
