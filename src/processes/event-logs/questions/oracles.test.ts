import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { type ImportOrder, importLog } from '../versions/index.ts';
import { caseDurations, map, summary, variants } from './index.ts';

const shared = '../shared';
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-oracles-'));
afterAll(() => rmSync(dir, { recursive: true }));

const running = { case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp' };
const incident = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: '%d/%m/%Y %H:%M', nullText: '?' };
const logs: [string, string, ImportOrder['mapping']][] = [
  ['running-example', 'running-example.csv', running], ['running-example', 'running-example.xes', undefined], ['uci-incident', 'uci-incident.csv.gz', incident],
  ['sepsis', 'sepsis.xes.gz', undefined], ['receipt', 'receipt.xes.gz', undefined], ['bpic2013-closed-problems', 'bpic2013-closed-problems.xes.gz', undefined], ['bpic2012', 'bpic2012.xes.gz', undefined],
];
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

interface Summary { events: number; cases: number; activities: number; variants: number; start_activities: Record<string, number>; end_activities: Record<string, number>; activity_counts: Record<string, number>; time_range: [string, string]; case_duration_s: { mean: number; median: number; min: number; max: number } }
interface Edge { from: string; to: string; freq: number; mean: number; median: number; min: number; max: number; sum: number }

// Small buckets make these logs cross them, as only very large ones do in use.
const both = logs.flatMap(([oracle, file, mapping]) => [[oracle, file, mapping, undefined] as const, ...(/sepsis|receipt|2013/.test(oracle) ? [[oracle, file, mapping, 3000] as const] : [])]);
test.skipIf(!existsSync(shared)).each(both)('%s (%s) equals its oracle (skipped without ../shared)', async (oracle, file, mapping, perBucket) => {
  const read = <T>(name: string) => JSON.parse(readFileSync(`${shared}/oracles/${oracle}/${name}.json`, 'utf8').replaceAll(': NaN', ': null')) as T;
  const { version } = await importLog({ dir, source: { path: `${shared}/logs/${file}` }, mapping, mode: 'replace', threads: 2, ...(perBucket === undefined ? {} : { perBucket }) });
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 });
  const c = await engine.connect();
  try {
    const want = read<Summary>('summary');
    const s = await summary(c, version);
    expect(s).toMatchObject({ events: want.events, cases: want.cases, activities: want.activities, variants: want.variants, rejected: { count: 0, examples: [] } });
    expect([s.start, s.end]).toEqual([want.start_activities, want.end_activities]);
    expect([s.firstEvent, s.lastEvent].map((t) => Date.parse(t!))).toEqual(want.time_range.map((t) => Date.parse(t)));
    const m = await map(c, version);
    expect(Object.fromEntries(m.activities.map((a) => [a.name, a.count]))).toEqual(want.activity_counts);
    const edges = new Map(m.edges.map((e) => [`${e.from}\n${e.to}`, e]));
    const dfg = read<Edge[]>('dfg');
    expect(m.edges).toHaveLength(dfg.length);
    for (const e of dfg) {
      const ours = edges.get(`${e.from}\n${e.to}`);
      expect(ours?.count).toBe(e.freq);
      for (const figure of ['mean', 'median', 'min', 'max', 'sum'] as const) expect(close(ours![figure], e[figure]), `${e.from} → ${e.to}: ${figure} ${ours![figure]} for ${e[figure]}`).toBe(true);
    }
    const d = await caseDurations(c, version);
    for (const figure of ['mean', 'median', 'min', 'max'] as const) expect(close(d![figure], want.case_duration_s[figure])).toBe(true);
    const all = await variants(c, version);
    expect(all.reduce((sum, v) => sum + v.count, 0)).toBe(want.cases);
    const byPath = new Map(all.map((v) => [v.activities.join('\n'), v.count]));
    const frequent = read<{ count: number; variant: string[] }[]>('variants');
    expect(all.slice(0, frequent.length).map((v) => v.count)).toEqual(frequent.map((v) => v.count));
    for (const v of frequent) expect(byPath.get(v.variant.join('\n'))).toBe(v.count);
    expect(version.manifest.buckets > 1).toBe(perBucket !== undefined && want.events > perBucket);
  } finally {
    c.close();
    await engine.close();
  }
}, 60_000);
