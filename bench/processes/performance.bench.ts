// Waits, edges and the rest of the performance questions on imported events, with a working calendar and without, and beside a hand-written query for the waits.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineConnection, openEngine } from '../../src/platform/event-engine/index.ts';
import { type DatasetVersion, importLog, relations } from '../../src/processes/event-logs/index.ts';
import { activityTimes, batches, edgeTimes, handOvers, rework, withSteps } from '../../src/processes/performance/index.ts';
import { StepCache, type StepsAsked } from '../../src/processes/performance/steps/step-cache.ts';
import { EVENTS, makeCsv, MAPPING } from '../event-csv.ts';
import { type BenchRow, median } from '../report.ts';

const RUNS = 3;
const office = { zone: 'Europe/London', weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })), exceptions: new Map([['2025-12-25', []]]) };

/** What somebody would write for the waits alone. */
const byHand = (events: string) => `SELECT activity, next_activity, count(*), avg(w), quantile_cont(w, [0.5, 0.9]), sum(w) / 1e6 FROM (SELECT activity, next_activity, epoch_us(next_time) - epoch_us("time") AS w FROM ${events}) WHERE next_activity IS NOT NULL GROUP BY ALL`;

async function timed(rows: BenchRow[], name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  rows.push({ name, value: performance.now() - began, unit: 'ms' });
}

/** As the server keeps them: the first question makes the steps, the next finds them. */
async function kept(rows: BenchRow[], cache: StepCache, asked: StepsAsked): Promise<void> {
  for (const name of ['first question', 'a question about kept steps']) await timed(rows, `${name}: waits of pairs, elapsed and working`, () => cache.with(asked, edgeTimes));
}

async function once(c: EngineConnection, version: DatasetVersion, cache: StepCache, round: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await timed(rows, 'waits of pairs, by hand', () => c.rows(byHand(relations(version).events)));
  for (const [name, calendar] of [['elapsed', null], ['elapsed and working', office]] as const) {
    const began = performance.now();
    await withSteps(c, version, { calendar }, async (steps) => {
      rows.push({ name: `steps made, ${name}`, value: performance.now() - began, unit: 'ms' });
      await timed(rows, `times of activities, ${name}`, () => activityTimes(steps));
      await timed(rows, `times of pairs, ${name}`, () => edgeTimes(steps));
      if (calendar !== null) return;
      await timed(rows, 'rework', () => rework(steps));
      await timed(rows, 'hand-overs', () => handOvers(steps));
      await timed(rows, 'batches', () => batches(steps));
    });
  }
  await kept(rows, cache, { c, eventLog: `round ${round}`, version, calendar: office });
  return rows;
}

/** Medians of three. */
export async function run(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'performance-bench-'));
  try {
    const file = join(dir, 'events.csv');
    await makeCsv(file);
    const { version } = await importLog({ dir, source: { path: file }, mapping: MAPPING, mode: 'replace' });
    const engine = await openEngine({ tempDir: dir, folders: [dir] });
    const c = await engine.connect();
    const cache = new StepCache(engine);
    const all: BenchRow[][] = [];
    for (let i = 0; i < RUNS; i++) all.push(await once(c, version, cache, i));
    c.close();
    await engine.close();
    return all[0]!.map((row, i) => ({ ...row, name: `${row.name}, ${EVENTS.toLocaleString('en-GB')} events`, value: median(all.map((rows) => rows[i]!.value)) }));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
