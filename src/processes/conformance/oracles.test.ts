import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { fitsAsSaid, noLogs } from './testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-conformance-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

// The larger logs are in oracles.slow.test.ts.
test.skipIf(noLogs).each([
  ['running-example', 'running-example.xes'], ['sepsis', 'sepsis.xes.gz'], ['bpic2013-closed-problems', 'bpic2013-closed-problems.xes.gz'],
])('%s: fits its noise-0 model, in replay and alignments; with noise as an independent implementation says (skipped where it says nothing)', async (name, file) => expect(fitsAsSaid(c, dir, { name, file })).resolves.toBeUndefined(), 60_000);
