// Reads an object-centric file (path), imports it by a type, and asks for its map; or only parses it, to compare. Prints times in milliseconds, the
// events of the file and the peak memory of this process as JSON.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { importLog } from '../../src/processes/event-logs/index.ts';
import { objectMap } from '../../src/processes/event-logs/questions/index.ts';

const [what = '', path = '', objectType = ''] = process.argv.slice(2);
const began = performance.now();
const since = () => performance.now() - began;
if (what === 'parse') {
  const events = (JSON.parse(readFileSync(path, 'utf8')) as { events: unknown[] }).events.length;
  say({ ms: since(), events });
} else {
  const dir = mkdtempSync(join(tmpdir(), 'ocel-bench-'));
  const { version, report } = await importLog({ dir, source: { path }, mapping: { objectType }, mode: 'replace' });
  const ms = since();
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  const asked = performance.now();
  await objectMap(c, version, {});
  say({ ms, events: report.ocel?.events ?? 0, mapMs: performance.now() - asked });
  c.close();
  await engine.close();
  rmSync(dir, { recursive: true });
}

function say(measured: { readonly ms: number; readonly events: number; readonly mapMs?: number }): void {
  process.stdout.write(JSON.stringify({ ...measured, peakMb: process.resourceUsage().maxRSS / 1000 }));
}
