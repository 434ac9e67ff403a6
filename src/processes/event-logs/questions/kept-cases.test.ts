import { afterAll, beforeAll, expect, test } from 'vitest';
import { testLogs, type TestLogs } from '../../performance/steps/testing.ts';
import { codesAmong, KeptCases } from './index.ts';
import { relations } from '../versions/index.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('a list of cases is told once, whatever its pages; the one not used for longest makes room', async () => {
  const version = await logs.import('case,activity,time', Array.from({ length: 7 }, (_, k) => `k${k},a,2026-03-0${k + 1}T00:00:00Z`), { zone: 'UTC', timeFormat: 'iso' });
  const kept = new KeptCases(8);
  let told = 0;
  const page = (key: string, after: number) => kept.page(logs.c, version, key, () => { told++; return codesAmong(logs.c, { sql: `SELECT "case" FROM ${relations(version).cases} WHERE id <> '${key}' UNION ALL SELECT 3`, values: [] }); }, { limit: 4, after });
  const first = await page('k1', -1);
  expect([first.items.map((k) => k.id), first.total, first.next]).toEqual([['k0', 'k2', 'k3', 'k4'], 6, 4]);
  const second = await page('k1', first.next!);
  expect([second.items.map((k) => k.id), second.total, second.next, told]).toEqual([['k5', 'k6'], 6, null, 1]);
  await page('k2', -1);
  await page('k1', -1);
  expect(told).toBe(3);
  expect(await kept.page(logs.c, version, 'none', async () => new Int32Array(), { limit: 4, after: -1 })).toEqual({ items: [], total: 0, next: null });
});
