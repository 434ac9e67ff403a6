import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { logFile } from '../versions/log-file.ts';
import { flatten, ocelMap, readOcel } from './index.ts';
import type { OcelMap } from './map.ts';
import { asJson, asSqlite, asXml, type TestOcel } from './testing.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-ocel-'));
let engine: EventEngine;
let c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

async function clear(): Promise<void> {
  for (const { n, t } of await c.rows<{ n: string; t: string }>(`SELECT table_name AS n, table_type AS t FROM information_schema.tables WHERE table_schema = 'main'`)) await c.run(`DROP ${t === 'VIEW' ? 'VIEW' : 'TABLE'} IF EXISTS "${n}"`);
}

const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '"', "'", '<', '&', ';', '\n', '\\', 'é', '😀', '{', ']', ','), minLength: 1, maxLength: 6 });
const id = (prefix: string) => fc.tuple(fc.nat(20), text).map(([n, t]) => `${prefix}${n}${t}`);
const time = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 0, 1, n)).toISOString());
const types = (prefix: string) => fc.constantFrom(...['a', 'b & "c"', 'd'].map((t) => `${prefix} ${t}`));
const value = text.map((t) => `v${t}v`);

const logs: fc.Arbitrary<TestOcel> = fc.tuple(fc.uniqueArray(id('o'), { minLength: 1, maxLength: 6 }), fc.uniqueArray(id('e'), { minLength: 1, maxLength: 12 })).chain(([objects, events]) => {
  const relations = fc.uniqueArray(fc.tuple(fc.constantFrom(...objects), fc.constantFrom('q', 'of "it"', 'r')), { maxLength: 5, selector: ([o, q]) => `${o}\n${q}` });
  return fc.record({
    objects: fc.tuple(...objects.map((o) => fc.record({ id: fc.constant(o), type: types('type'), attributes: fc.array(fc.tuple(fc.constantFrom('price', 'Price of'), time, value), { maxLength: 3 }), objects: relations }))),
    events: fc.tuple(...events.map((e) => fc.record({ id: fc.constant(e), type: types('do'), time, attributes: fc.dictionary(fc.constantFrom('who', 'how much'), value), objects: relations }))),
  });
});

/** Everything that a log says, in the order of its names. */
const contentsOf = (log: TestOcel) => ({
  events: log.events.map((e) => [e.id, e.type, e.time]).sort(), objects: log.objects.map((o) => [o.id, o.type]).sort(),
  e2o: log.events.flatMap((e) => e.objects.map(([o, q]) => [e.id, o, q])).sort(), o2o: log.objects.flatMap((o) => o.objects.map(([t, q]) => [o.id, t, q])).sort(),
  eventValues: log.events.flatMap((e) => Object.entries(e.attributes).map(([n, v]) => [e.id, n, v])).sort(), objectValues: log.objects.flatMap((o) => o.attributes.map(([n, t, v]) => [o.id, n, t, v])).sort(),
});

async function contents(): Promise<ReturnType<typeof contentsOf>> {
  const list = async (sql: string) => (await c.rows<{ x: string[] }>(sql)).map((r) => r.x).sort();
  const iso = (t: string) => `strftime(${t}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
  return {
    events: await list(`SELECT [id, type, ${iso('time')}] AS x FROM ocel_events`), objects: await list('SELECT [id, type] AS x FROM ocel_objects'),
    e2o: await list('SELECT [e.id, o.id, qualifier] AS x FROM ocel_e2o r JOIN ocel_events e ON e."row" = event JOIN ocel_objects o ON o."row" = object'), o2o: await list('SELECT [s.id, t.id, qualifier] AS x FROM ocel_o2o JOIN ocel_objects s ON s."row" = source JOIN ocel_objects t ON t."row" = target'),
    eventValues: await list('SELECT [e.id, name, value] AS x FROM ocel_event_values JOIN ocel_events e ON e."row" = event'), objectValues: await list(`SELECT [o.id, name, ${iso('time')}, value] AS x FROM ocel_object_values JOIN ocel_objects o ON o."row" = object`),
  };
}

async function read(path: string) {
  await clear();
  const file = await logFile({ path }, dir);
  return (await readOcel(c, file.source(), file.encoding!, { tempDir: dir })).report;
}

/** Random logs in all three encodings read to the same events, objects, relations and values; `numRuns` of them. */
export function testEncodings(numRuns: number): void {
  test('any log written as JSON, XML or SQLite is told by its content and read as it was', async () => {
    await fc.assert(fc.asyncProperty(logs, async (log) => {
      const want = contentsOf(log);
      writeFileSync(join(dir, 'a'), asJson(log));
      writeFileSync(join(dir, 'b'), gzipSync(asXml(log)));
      for (const path of [join(dir, 'a'), join(dir, 'b'), asSqlite(log, join(dir, 'c'))]) {
        const report = await read(path);
        expect(await contents()).toEqual(want);
        expect(report.findings.filter((f) => f.outcome !== 'noted')).toEqual([]);
      }
    }), { numRuns });
  });
}

const tally = (names: readonly string[]) => Object.fromEntries([...new Set(names)].map((n) => [n, names.filter((x) => x === n).length]));
const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
const told = (lives: Pick<OcelMap, 'objectTypes' | 'links' | 'repeats'>) => JSON.parse(JSON.stringify(Object.values(lives).map((list) => list.map((x) => JSON.stringify(Object.entries(x).map(([k, v]) => [k, typeof v === 'object' ? Object.entries(v).sort() : typeof v === 'number' ? v.toFixed(6) : v]).sort())).sort()))) as string[][];

/** What objects live through, and which others they meet in events that concern both, worked out one object at a time. */
function livesOf(log: TestOcel): Pick<OcelMap, 'objectTypes' | 'links' | 'repeats'> {
  const typeOf = new Map(log.objects.map((o) => [o.id, o.type]));
  const types = [...new Set(typeOf.values())];
  const lives = log.objects.map((o) => ({ type: o.type, events: log.events.filter((e) => e.objects.some(([x]) => x === o.id)).toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time)) }));
  const met = (events: TestOcel['events'], type: string) => new Set(events.flatMap((e) => e.objects.map(([x]) => x)).filter((x) => typeOf.get(x) === type)).size;
  const lived = (type: string) => lives.filter((l) => l.type === type && l.events.length > 0);
  const pairs = types.flatMap((objectType) => types.filter((t) => t !== objectType).map((other) => ({ objectType, other })));
  return {
    objectTypes: types.map((name) => ({ name, objects: lives.filter((l) => l.type === name).length, withEvents: lived(name).length, start: tally(lived(name).map((l) => l.events[0]!.type)), end: tally(lived(name).map((l) => l.events.at(-1)!.type)) })),
    links: pairs.flatMap(({ objectType, other }) => {
      const n = lived(objectType).map((l) => met(l.events, other)).filter((m) => m > 0);
      return n.length === 0 ? [] : [{ objectType, other, objects: n.length, several: n.filter((m) => m > 1).length, mean: mean(n), most: Math.max(...n) }];
    }),
    repeats: pairs.flatMap(({ objectType, other }) => [...new Set(log.events.map((e) => e.type))].flatMap((activity) => {
      const own = lived(objectType).map((l) => l.events.filter((e) => e.type === activity)).filter((events) => events.length > 0);
      const times = own.map((events) => events.filter((e) => met([e], other) > 0)).filter((events) => events.length > 1 && met(events, other) > 1).map((events) => events.length);
      return times.length === 0 ? [] : [{ objectType, activity, other, objects: times.length, of: own.length, mean: mean(times) }];
    })),
  };
}

/** Random logs answer as an obvious reference does; `numRuns` of them. */
export function testReference(numRuns: number): void {
  test('the map of objects and the flattened log equal an obvious reference', async () => {
    await fc.assert(fc.asyncProperty(logs, async (log) => {
      writeFileSync(join(dir, 'a'), asJson(log));
      const report = await read(join(dir, 'a'));
      const { edges, activities, objectTypes, links, repeats } = await ocelMap(c);
      expect(told({ objectTypes, links, repeats })).toEqual(told(livesOf(log)));
      const want = new Map<string, { seconds: number[]; objects: Set<string>; pairs: Set<string> }>();
      for (const o of log.objects) {
        const own = log.events.map((e, i) => ({ e, i })).filter(({ e }) => e.objects.some(([x]) => x === o.id)).sort((a, b) => Date.parse(a.e.time) - Date.parse(b.e.time) || a.i - b.i).map(({ e }) => e);
        own.slice(1).forEach((b, i) => {
          const a = own[i]!, key = JSON.stringify([o.type, a.type, b.type]);
          const edge = want.get(key) ?? want.set(key, { seconds: [], objects: new Set(), pairs: new Set() }).get(key)!;
          edge.seconds.push((Date.parse(b.time) - Date.parse(a.time)) / 1000);
          edge.objects.add(o.id);
          edge.pairs.add(JSON.stringify([a.id, b.id]));
        });
      }
      const median = (x: number[]) => { const s = x.toSorted((a, b) => a - b); return (s[(s.length - 1) >> 1]! + s[s.length >> 1]!) / 2; };
      const plain = [...want].map(([key, e]) => [...(JSON.parse(key) as string[]), e.seconds.length, e.objects.size, e.pairs.size, Math.min(...e.seconds), Math.max(...e.seconds), median(e.seconds).toFixed(3), (e.seconds.reduce((a, b) => a + b, 0) / e.seconds.length).toFixed(3)].join('|')).sort();
      expect(edges.map((e) => [e.objectType, e.from, e.to, e.count, e.objects, e.eventPairs, e.min, e.max, e.median.toFixed(3), e.mean.toFixed(3)].join('|')).sort()).toEqual(plain);
      for (const a of activities) for (const [type, n] of Object.entries(a.objectTypes)) {
        const own = log.events.filter((e) => e.type === a.name).map((e) => new Set(e.objects.map(([o]) => o).filter((o) => log.objects.find((x) => x.id === o)!.type === type)));
        expect(n).toEqual({ events: own.filter((s) => s.size > 0).length, relations: own.reduce((sum, s) => sum + s.size, 0), objects: new Set(own.flatMap((s) => [...s])).size, sharedEvents: own.filter((s) => s.size > 1).length });
      }
      const type = log.objects[0]!.type;
      const pairs = log.events.flatMap((e) => [...new Set(e.objects.map(([o]) => o))].filter((o) => log.objects.find((x) => x.id === o)!.type === type).map((o) => `${o}|${e.type}|${e.id}`)).sort();
      if (pairs.length === 0) return;
      const { flat } = await flatten(c, report, type, 'a');
      const staged = await c.rows<{ x: string }>(`SELECT k.value || '|' || a.value || '|' || e."@ocel:event" AS x FROM stage_events e JOIN stage_dictionary k ON k."column" = 'case' AND k.code = e."case" JOIN stage_dictionary a ON a."column" = 'activity' AND a.code = e.activity`);
      expect(staged.map((r) => r.x).sort()).toEqual(pairs);
      expect([flat.rows, flat.events, flat.cases]).toEqual([pairs.length, new Set(pairs.map((p) => p.split('|').at(-1))).size, new Set(pairs.map((p) => p.split('|')[0])).size]);
    }), { numRuns });
  });
}
