import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { agrees, few, importRandom } from './explorations.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-explorations-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

test('sixty random logs, each whole and under five random filters: the answers of the obvious reference', async () => {
  let passed = 0;
  for (let seed = 5; seed < 65; seed++) {
    const log = await importRandom(c, dir, seed);
    for (const filter of [{}, ...fc.sample(few, { seed, numRuns: 5 })]) passed += (await agrees(c, log, filter)) > 0 ? 1 : 0;
  }
  expect(passed).toBeGreaterThan(180);
});
