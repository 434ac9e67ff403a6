import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { oneCodeEach, openRawTables } from './raw-tables.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-ocel-raw-'));
let engine: EventEngine;
let c: EngineConnection;
beforeAll(async () => {
  engine = await openEngine({ tempDir: dir });
  c = await engine.connect();
});
afterAll(async () => {
  c.close();
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});

test('more different texts than are kept get several codes, which are made one before they are compared', async () => {
  const tables = await openRawTables(c, 2);
  const relations: [string | null, string, string | null][] = [['e1', 'o1', 'a'], ['e1', 'o2', null], ['e2', 'o3', 'b'], ['e3', 'o1', 'a'], ['e1', 'o2', 'c'], [null, 'o3', 'a']];
  relations.forEach(([event, object, qualifier], i) => tables.add('ocel_raw_e2o', 2 ** 33 + i, event, object, qualifier, i + 1, null));
  tables.add('ocel_raw_o2o', 9, 'o1', 'o3', null, null, 'object_object');
  tables.close();
  const codes = () => c.rows<{ n: number; different: number }>('SELECT count(*) AS n, count(DISTINCT text) AS different FROM ocel_raw_object_ids');
  const texts = () => c.rows('SELECT r."row", e.text AS event, o.text AS object, q.text AS qualifier, line, r.place FROM ocel_raw_e2o r LEFT JOIN ocel_raw_event_ids e ON e.code = r.event JOIN ocel_raw_object_ids o ON o.code = r.object LEFT JOIN ocel_raw_words q ON q.code = r.qualifier ORDER BY 1');
  const want = relations.map(([event, object, qualifier], i) => ({ row: 2 ** 33 + i, event, object, qualifier, line: i + 1, place: null }));
  expect(await texts()).toEqual(want);
  const [before] = await codes();
  expect(before!.n).toBeGreaterThan(before!.different);
  await oneCodeEach(c);
  expect(await codes()).toEqual([{ n: 3, different: 3 }]);
  expect(await texts()).toEqual(want);
  expect(await c.rows('SELECT s.text AS source, t.text AS target, w.text AS place FROM ocel_raw_o2o r JOIN ocel_raw_object_ids s ON s.code = r.source JOIN ocel_raw_object_ids t ON t.code = r.target JOIN ocel_raw_words w ON w.code = r.place')).toEqual([{ source: 'o1', target: 'o3', place: 'object_object' }]);
});
