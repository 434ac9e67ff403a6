// The map's figures on imported events against a hand-written query on the same Parquet parts, and against a native sorted DuckDB table.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineConnection, openEngine } from '../../src/platform/event-engine/index.ts';
import { type DatasetVersion, importLog, type LogFilter, map, relations } from '../../src/processes/event-logs/index.ts';
import { EVENTS, makeCsv, MAPPING } from '../event-csv.ts';
import { type BenchRow, median } from '../report.ts';

const RUNS = 5;
const FILTER: LogFilter = { started: { from: '2025-04-01T00:00:00Z', to: '2025-07-01T00:00:00Z' } };

/** What somebody would write: the same figures, straight from the files. */
function byHand(events: string): string {
  const d = 'epoch_us(next_time) - epoch_us("time")';
  return `SELECT activity, next_activity, count(*), avg(${d}), median(${d}), quantile_cont(${d}, 0.9), min(${d}), max(${d}), sum(${d}) / 1e6 FROM ${events} WHERE next_activity IS NOT NULL GROUP BY ALL ORDER BY 3 DESC`;
}
const activitiesByHand = (events: string) => `SELECT activity, count(*), count(*) FILTER ("position" = 0), count(*) FILTER (next_activity IS NULL) FROM ${events} GROUP BY ALL`;

interface Round {
  readonly ours: number;
  readonly hand: number;
  readonly native: number;
}

async function rounds(c: EngineConnection, version: DatasetVersion, filter: LogFilter | undefined): Promise<Round[]> {
  const r = relations(version);
  const chosen = `"case" IN (SELECT "case" FROM CASES WHERE "first" >= TIMESTAMP '2025-04-01' AND "first" < TIMESTAMP '2025-07-01')`;
  const from = (events: string, cases: string) => (filter === undefined ? events : `(SELECT * FROM ${events} WHERE ${chosen.replace('CASES', cases)})`);
  const time = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const hand = async (events: string) => { await c.rows(byHand(events)); await c.rows(activitiesByHand(events)); };
  const out: Round[] = [];
  for (let i = 0; i < RUNS; i++) {
    out.push({ hand: await time(() => hand(from(r.events, r.cases))), ours: await time(() => map(c, version, filter)), native: await time(() => hand(from('native_events', 'native_cases'))) });
  }
  return out;
}

/** Both with and without a filter. */
export async function run(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'map-bench-'));
  try {
    const file = join(dir, 'events.csv');
    await makeCsv(file);
    const { version } = await importLog({ dir, source: { path: file }, mapping: MAPPING, mode: 'replace' });
    const engine = await openEngine({ tempDir: dir, folders: [dir], memoryLimit: '3GB' });
    const c = await engine.connect();
    const r = relations(version);
    await c.run(`CREATE TABLE native_events AS SELECT * FROM ${r.events} ORDER BY "case", "position"`);
    await c.run(`CREATE TABLE native_cases AS SELECT * FROM ${r.cases} ORDER BY "case"`);
    const rows: BenchRow[] = [];
    for (const [name, filter] of [['map', undefined], ['map, filtered', FILTER]] as const) {
      const all = await rounds(c, version, filter);
      const [toHand, toNative] = [median(all.map((x) => x.ours / x.hand)), median(all.map((x) => x.ours / x.native))];
      rows.push(
        { name: `${name} of ${EVENTS.toLocaleString('en-GB')} events`, value: median(all.map((x) => x.ours)), unit: 'ms' },
        { name: `${name} ÷ by hand on the same parts`, value: toHand, unit: '×', target: '≤ 1.2', ok: toHand <= 1.2 },
        { name: `${name} ÷ by hand on a native sorted table`, value: toNative, unit: '×', target: '≤ 2.5', ok: toNative <= 2.5 },
      );
    }
    c.close();
    await engine.close();
    return rows;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
