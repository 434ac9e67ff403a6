import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { agrees, few, type Imported, importRandom } from './explorations.ts';
import type { LogFilter } from './filter.ts';
import { map, variants } from './index.ts';
import { obvious } from './obvious.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-exploration-'));
let engine: EventEngine, c: EngineConnection;
const logs: Imported[] = [];

beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 });
  c = await engine.connect();
  for (const seed of [1, 2, 3, 4]) logs.push(await importRandom(c, dir, seed));
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

test('maps, summaries, variants and cases of random logs under random filters are those of the obvious reference', async () => {
  let passed = 0;
  await fc.assert(fc.asyncProperty(fc.nat(3), few, async (i, filter) => { passed += (await agrees(c, logs[i]!, filter)) > 0 ? 1 : 0; }), { seed: 20_251_123, numRuns: 60 });
  expect(passed).toBeGreaterThan(30);
});

test('each part of a filter alone: what it lets pass is as the reference says, and it lets neither all nor none pass', async () => {
  const log = logs[0]!;
  const parts: LogFilter[] = [
    { started: { from: '2025-01-05T00:00:00Z' } }, { completed: { to: '2025-01-13T00:00:00Z' } }, { active: { from: '2025-01-04T00:00:00Z', to: '2025-01-05T00:00:00Z' } }, { activities: ['A', 'B'] }, { without: ['C'] }, { start: ['A', 'B'] },
    { end: ['E→F'] }, { top: 3 }, { minSeconds: 900_000 }, { maxSeconds: 900_000 }, { attributes: [{ name: 'region', values: ['north', 'east'] }] }, { attributes: [{ name: 'size', values: ['2.5'], not: true }] },
    ...[false, true].flatMap((later) => [false, true].map((never) => ({ follows: [{ from: 'A', to: 'B', later, never }] }))), { follows: [{ from: 'A', to: 'A', later: true }] },
  ];
  const all = obvious(log.log, {}).cases.length;
  for (const part of parts) {
    const n = await agrees(c, log, part);
    expect([part, n > 0, n < all]).toEqual([part, true, true]);
  }
});

test('several variants by their numbers', async () => {
  const { version } = logs[1]!;
  const [, second, third] = await variants(c, version);
  expect(await variants(c, version, { filter: { variants: [third!.variant, second!.variant] } })).toEqual([second, third]);
});

test.each<[LogFilter, string]>([
  [{ activities: ['Z'] }, 'Z'], [{ follows: [{ from: 'A', to: 'Y' }] }, 'Y'], [{ end: ['X'] }, 'X'], [{ variants: [0, 9999] }, '9999'], [{ attributes: [{ name: 'weight', values: ['1'] }] }, 'weight'], [{ active: { to: 'soon' } }, 'soon'],
])('%j asks for what the log does not have, and is told so', async (filter, value) => {
  await expect(map(c, logs[0]!.version, filter)).rejects.toMatchObject({ code: 'bad-input', value });
});
