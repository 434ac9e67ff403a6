// The map of imported events, from moves kept in memory, against a hand-written query on a native sorted DuckDB table; and a change of filter
// through the server's own routes, in a process of its own whose memory is measured.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EngineConnection } from '../../src/platform/event-engine/index.ts';
import { type DatasetVersion, map, relations } from '../../src/processes/event-logs/index.ts';
import { makeMoves } from '../../src/processes/event-logs/questions/moves.ts';
import { pairs } from '../../src/processes/event-logs/questions/pairs.ts';
import { type BenchRow, median } from '../report.ts';
import { SIZES, timed, withMadeLog } from './made-log.ts';

const RUNS = 5;
const FILTER = { started: { from: '2025-04-01T00:00:00Z', to: '2025-07-01T00:00:00Z' } };
const D = 'epoch_us(next_time) - epoch_us("time")';
const COUNTS = `count(*), avg(${D})`, ALL = `${COUNTS}, quantile_cont(${D}, [0.5, 0.9, 0.95]), min(${D}), max(${D}), sum(${D}) / 1e6`;

/** What somebody would write. */
const byHand = (figures: string, from = 'native_events') => `SELECT activity, next_activity, ${figures} FROM ${from} WHERE next_activity IS NOT NULL GROUP BY ALL ORDER BY 3 DESC`;
const CHOSEN = `(SELECT * FROM native_events WHERE "case" IN (SELECT "case" FROM native_cases WHERE "first" >= TIMESTAMP '2025-04-01' AND "first" < TIMESTAMP '2025-07-01'))`;

interface Child {
  readonly page: number[];
  readonly first: number;
  readonly peakMb: number;
}

async function throughTheServer(version: DatasetVersion): Promise<Child> {
  const child = fileURLToPath(new URL('./map-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, version.dir, version.id], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Child;
}

async function measure(events: number, version: DatasetVersion, c: EngineConnection): Promise<BenchRow[]> {
  const r = relations(version);
  const child = await throughTheServer(version);
  const fromParts = await timed(() => map(c, version));
  const making = await timed(() => makeMoves(c, version, 'bench_moves'));
  const moves = { pairs: 'bench_moves.pairs', moves: 'bench_moves.moves' };
  await c.run(`CREATE TABLE native_events AS SELECT * FROM ${r.events} ORDER BY "case", "position"`);
  await c.run(`CREATE TABLE native_cases AS SELECT * FROM ${r.cases} ORDER BY "case"`);
  const kinds: readonly (readonly [string, () => Promise<unknown>, string, number])[] = [
    ['counts and mean', () => pairs(c, version, { filter: null, moves, figures: ', avg(d) / 1e6 AS mean' }), byHand(COUNTS), 150],
    ['with median, P90, P95, least, most, sum', () => map(c, version, {}, { moves }), byHand(ALL), 500],
    ['the same, filtered to a quarter', () => map(c, version, FILTER, { moves }), byHand(ALL, CHOSEN), 500],
  ];
  const size = `${events / 1e6} M events`;
  const rows: BenchRow[] = [];
  for (const [name, ours, hand, most] of kinds) {
    const rounds: { ours: number; hand: number }[] = [];
    for (let i = 0; i < RUNS; i++) rounds.push({ hand: await timed(() => c.rows(hand)), ours: await timed(ours) });
    const [ms, ratio] = [median(rounds.map((x) => x.ours)), median(rounds.map((x) => x.ours / x.hand))];
    rows.push({ name: `map of ${size}, ${name}`, value: ms, unit: 'ms', target: `≤ ${most}, or ≤ 1.2 × by hand`, ok: ms <= most || ratio <= 1.2 }, { name: '  ÷ by hand on a native sorted table', value: ratio, unit: '×' });
  }
  return [
    ...rows,
    { name: `map of ${size} from the parts, before its moves are there`, value: fromParts, unit: 'ms' }, { name: `making the moves of ${size}`, value: making, unit: 'ms' },
    { name: `filter changed to new map and counts through HTTP, ${size}`, value: median(child.page), unit: 'ms', target: '≤ 700', ok: median(child.page) <= 700 }, { name: '  the slowest of them', value: Math.max(...child.page), unit: 'ms' },
    { name: '  the very first map, cold', value: child.first, unit: 'ms' }, { name: `peak memory of the server's process, ${size}`, value: child.peakMb, unit: 'MB', target: '≤ 800', ok: child.peakMb <= 800 },
  ];
}

/** At each size, with and without a filter. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const events of SIZES) rows.push(...await withMadeLog(events, (version, c) => measure(events, version, c)));
  return rows;
}
