import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { map, summary } from '../questions/index.ts';
import { importLog } from '../versions/index.ts';
import { ocelMap, readOcel } from './index.ts';
import { dir, type Flat, read, shared, testOracle } from './oracle-logs.ts';

testOracle('ocel2-example', 'ocel20_example.jsonocel', 'json');
testOracle('ocel2-example', 'ocel20_example.xmlocel', 'xml');
testOracle('ocel2-example', 'ocel20_example.sqlite', 'sqlite');

test.skipIf(!existsSync(shared))('the example imported by an object type answers as its oracle (skipped without ../shared)', async () => {
  const want = read<Flat>('ocel2-example/flattened_sql')['Invoice']!;
  const { version, report } = await importLog({ dir, source: { path: `${shared}/logs/ocel20_example.sqlite` }, mapping: { objectType: 'Invoice' }, mode: 'replace' });
  expect(report.ocel?.flat).toEqual({ objectType: 'Invoice', cases: 3, events: 9, rows: 9, shared: 0, mostCases: 1, eventsOutside: 4, objectsWithoutEvents: 0 });
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 });
  const c = await engine.connect();
  const [s, m] = [await summary(c, version), await map(c, version)];
  c.close();
  await engine.close();
  expect(s).toMatchObject({ events: want.events, cases: want.cases, variants: want.variants, start: want.start, end: want.end, rejected: { count: 0 } });
  expect(m.edges.map((e) => [e.from, e.to, e.count]).sort()).toEqual(want.dfg.map((e) => [e.from, e.to, e.freq]).sort());
}, 60_000);

test.skipIf(!existsSync(shared))('the object-centric map of the example counts pairs of events, objects and both as its oracle does (skipped without ../shared)', async () => {
  type Couples = Record<string, Record<string, number>>;
  const want = read<{ ocdfg: { event_couples: Couples; unique_objects: Couples; total_objects: Couples }; object_changes: number }>('ocel2-example/ocel');
  const engine = await openEngine({ tempDir: dir });
  const c = await engine.connect();
  const { report } = await readOcel(c, { path: `${shared}/logs/ocel20_example.sqlite` }, 'sqlite', { tempDir: dir });
  expect(report.objectChanges).toBe(want.object_changes);
  const { edges } = await ocelMap(c);
  const couples = (figure: 'eventPairs' | 'objects' | 'count') => {
    const by: Couples = {};
    for (const e of edges) (by[e.objectType] ??= {})[`${e.from}->${e.to}`] = e[figure];
    return by;
  };
  expect([couples('eventPairs'), couples('objects'), couples('count')]).toEqual([want.ocdfg.event_couples, want.ocdfg.unique_objects, want.ocdfg.total_objects]);
  c.close();
  await engine.close();
});
