import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { map, summary } from '../questions/index.ts';
import { importLog } from '../versions/index.ts';
import { dir, type Flat, read, shared, testOracle } from './oracle-logs.ts';

testOracle('ocel2-order', 'ocel2-order.sqlite', 'sqlite');

test.skipIf(!existsSync(shared)).each(['orders', 'customers', 'items', 'employees', 'packages'])('the orders imported by their %s answer as their oracle (skipped without ../shared)', async (objectType) => {
  const want = read<Flat>('ocel2-order/flattened_sql')[objectType]!;
  const { version } = await importLog({ dir, source: { path: `${shared}/logs/ocel2-order.sqlite` }, mapping: { objectType }, mode: 'replace' });
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 });
  const c = await engine.connect();
  const [s, m] = [await summary(c, version), await map(c, version)];
  c.close();
  await engine.close();
  expect(s).toMatchObject({ events: want.events, cases: want.cases, variants: want.variants, start: want.start, end: want.end, rejected: { count: 0 } });
  expect(m.edges.map((e) => [e.from, e.to, e.count]).sort()).toEqual(want.dfg.map((e) => [e.from, e.to, e.freq]).sort());
  for (const e of want.dfg) expect(Math.abs(m.edges.find((x) => x.from === e.from && x.to === e.to)!.mean / (e.mean_s || 1) - Number(e.mean_s > 0))).toBeLessThan(1e-6);
}, 60_000);
