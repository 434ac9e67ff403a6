import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine, type EngineConnection, type EventEngine } from '../../platform/event-engine/index.ts';
import { importLog, type DatasetVersion } from '../event-logs/index.ts';
import { processCases } from './rows.ts';
import { eventSource } from './source.ts';
import { weeklyPerformance } from './weekly.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-source-'));
let engine: EventEngine;
let c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

async function version(lines: readonly string[]): Promise<DatasetVersion> {
  const path = join(dir, `log-${lines.length}.csv`);
  writeFileSync(path, ['case,activity,time,step,who', ...lines.map((l) => (l.split(',').length === 4 ? `${l},Sue` : l)), ''].join('\n'));
  const mapping = { case: 'case', activity: 'activity', time: 'time', lifecycle: 'step', resource: 'who', delimiter: ',', attributes: [] };
  return (await importLog({ dir, source: { path }, mapping, mode: 'replace', threads: 1 })).version;
}

const asOf = Date.parse('2026-06-24T00:00:00Z');
const rules = { zone: 'UTC', ends: ['Pack'], closedAfterSeconds: null, targetSeconds: null, calendar: null };
/** One activity of a case on a day of June: its start at 9 and its completion at 11. */
const done = (of: string, activity: string, day: string) => [`${of},${activity},2026-06-${day}T09:00:00Z,start`, `${of},${activity},2026-06-${day}T11:00:00Z,complete`];

test('the start and the completion of one activity are one step: no rework, and the case ends when its end activity completes', async () => {
  const log = await version([...done('a', 'Pick', '01'), ...done('a', 'Pack', '02'), ...done('b', 'Pick', '01'), ...done('b', 'Pick', '03'), ...done('b', 'Pack', '04')]);
  const { weeks } = await weeklyPerformance(c, eventSource(log), rules, { asOf });
  expect(weeks[0]).toMatchObject({ started: 2, throughput: 2, rework: 1, cycleMedian: (26 + 74) / 2 * 3600 });
  const rows = await processCases(c, log, { which: 'completed', from: weeks[0]!.week.start, to: weeks[0]!.week.end, asOf, ends: ['Pack'], closedAfterSeconds: 0, targetSeconds: null }, { limit: 10, offset: 0 });
  expect(rows.rows.map((r) => [r[0], r[2], r[4]])).toEqual([['a', '2026-06-02T11:00:00.000Z', 'no'], ['b', '2026-06-04T11:00:00.000Z', 'yes']]);
});

test('a log that records starts only is measured by them', async () => {
  const starts = ['a,Pick,2026-06-01T09:00:00Z,start', 'a,Pack,2026-06-02T09:00:00Z,start'];
  const { weeks } = await weeklyPerformance(c, eventSource(await version(starts)), rules, { asOf });
  expect(weeks[0]).toMatchObject({ started: 1, throughput: 1, rework: 0, cycleMedian: 24 * 3600 });
});

test('a step that one person starts and another completes is one step', async () => {
  const handed = ['a,Pick,2026-06-01T09:00:00Z,start,Sue', 'a,Pick,2026-06-01T10:00:00Z,complete,Pete', 'a,Pack,2026-06-02T09:00:00Z,complete,Sue'];
  const { weeks } = await weeklyPerformance(c, eventSource(await version(handed)), rules, { asOf });
  expect(weeks[0]).toMatchObject({ throughput: 1, rework: 0, cycleMedian: 24 * 3600 });
});
