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

const uci = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: 'D/M/YYYY HH:MM', nullText: '?' };

test.skipIf(noLogs).each([
  ['receipt', 'receipt.xes.gz', {}], ['uci-incident', 'uci-incident.csv.gz', uci], ['bpic2012', 'bpic2012.xes.gz', {}],
])('%s: fits its noise-0 model, in replay and alignments; with noise as an independent implementation says (skipped where it says nothing)', async (name, file, mapping) => expect(fitsAsSaid(c, dir, { name, file, mapping })).resolves.toBeUndefined(), 300_000);
