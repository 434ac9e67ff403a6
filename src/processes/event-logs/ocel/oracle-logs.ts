import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { flatten, ocelMap, readOcel } from './index.ts';
import type { OcelEncoding } from './model.ts';

export const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-ocel-oracles-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
export const shared = '../shared';
/** What an oracle says. */
export const read = <T>(name: string) => JSON.parse(readFileSync(`${shared}/oracles/${name}.json`, 'utf8')) as T;

type Step = { readonly from: string; readonly to: string };
const inOrder = <T extends Step>(steps: readonly T[]) => steps.toSorted((a, b) => (a.from === b.from ? Number(a.to > b.to) - 0.5 : Number(a.from > b.from) - 0.5));
/** A number of seconds, within a millionth of it. */
const near = (seconds: number) => expect.closeTo(seconds, 6 - Math.floor(Math.log10(Math.max(1, seconds)))) as number;

interface Sql { events: number; objects: number; e2o_distinct: number; o2o: number; event_types: Record<string, number>; object_types: Record<string, number>; mapped_object_types_without_objects: string[]; time_range: [[string, string]]; e2o_dangling_object: number; e2o_dangling_event: number; o2o_dangling: number }
export type Flat = Record<string, { events: number; cases: number; variants: number; start: Record<string, number>; end: Record<string, number>; dfg: { from: string; to: string; freq: number; mean_s: number }[] }>;

/** An object-centric log holds what its oracle says, and flattened by each object type it is what that says. */
export function testOracle(oracle: string, file: string, encoding: OcelEncoding): void {
  test.skipIf(!existsSync(shared))(`${oracle}: ${file} holds what its oracle says, also flattened by each object type (skipped without ../shared)`, async () => {
    const want = read<Sql>(`${oracle}/ocel_sql`);
    const engine = await openEngine({ tempDir: dir });
    const c = await engine.connect();
    try {
      const { report } = await readOcel(c, { path: `${shared}/logs/${file}` }, encoding, { tempDir: dir });
      expect(report).toMatchObject({ events: want.events, objects: want.objects, relations: want.e2o_distinct, objectRelations: want.o2o, eventTypes: want.event_types, objectTypes: want.object_types });
      expect(report.findings.filter((f) => f.code.includes('dangling'))).toEqual([]);
      const [range] = await c.rows<{ lo: string; hi: string }>(`SELECT strftime(min(time), '%Y-%m-%d %H:%M:%S') AS lo, strftime(max(time), '%Y-%m-%d %H:%M:%S') AS hi FROM ocel_events`);
      // The same log, but its JSON was written by a clock an hour behind the others.
      expect([range!.lo, range!.hi]).toEqual(encoding === 'json' ? ['2022-01-09 14:00:00', '2022-02-28 22:00:00'] : want.time_range[0]);
      const flat = read<Flat>(`${oracle}/flattened_sql`);
      const found = await ocelMap(c);
      for (const [type, f] of Object.entries(flat)) {
        const edges = found.edges.filter((e) => e.objectType === type);
        expect(inOrder(edges).map((e) => [e.from, e.to, e.count, e.mean])).toEqual(inOrder(f.dfg).map((e) => [e.from, e.to, e.freq, near(e.mean_s)]));
        expect(found.objectTypes.find((t) => t.name === type)).toMatchObject({ withEvents: f.cases, start: f.start, end: f.end });
      }
      for (const [objectType, f] of Object.entries(flat)) {
        const done = await flatten(c, report, objectType, file);
        expect(done.flat).toMatchObject({ objectType, cases: f.cases, rows: f.events });
        const named = '(SELECT e."case", a.value AS a, e."time", e."row" FROM stage_events e JOIN stage_dictionary a ON a."column" = \'activity\' AND a.code = e.activity)';
        const [v] = await c.rows<{ n: number }>(`SELECT count(DISTINCT v) AS n FROM (SELECT list(a ORDER BY "time", "row") AS v FROM ${named} GROUP BY "case")`);
        expect(v!.n).toBe(f.variants);
        const steps = await c.rows<{ a: string; b: string; n: number; mean: number }>(`SELECT a, b, count(*) AS n, avg(epoch_us(t2) - epoch_us("time")) / 1e6 AS mean FROM (SELECT *, lead(a) OVER w AS b, lead("time") OVER w AS t2 FROM ${named} WINDOW w AS (PARTITION BY "case" ORDER BY "time", "row")) WHERE b IS NOT NULL GROUP BY a, b ORDER BY a, b`);
        expect(steps.map((s) => [s.a, s.b, s.n, s.mean])).toEqual(inOrder(f.dfg).map((e) => [e.from, e.to, e.freq, near(e.mean_s)]));
        for (const table of ['stage_events', 'stage_cases', 'stage_dictionary']) await c.run(`DROP TABLE ${table}`);
      }
    } finally {
      c.close();
      await engine.close();
    }
  }, 60_000);
}
