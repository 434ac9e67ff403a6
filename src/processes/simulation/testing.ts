import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableMean } from '../../maths/distributions/index.ts';
import { drawExponential, drawInteger, seededRandom } from '../../maths/random/index.ts';
import { type EngineConnection, openEngine } from '../../platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../event-logs/index.ts';
import { calibrate, type Change, type SimulationModel, type SimulationRules } from './index.ts';
import { outcomeOf } from './outcome.ts';
import { prepare } from './plan-of.ts';
import { scenarioOf } from './scenario.ts';

/** For tests: an engine with a folder of its own. */
export interface Bench {
  readonly c: EngineConnection;
  /** Imports lines of case, activity, start, end, who; without starts where these are not to be read. */
  readonly imported: (name: string, lines: readonly string[], starts?: boolean) => Promise<DatasetVersion>;
  readonly close: () => Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-simulation-'));
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  const c = await engine.connect();
  const imported = async (name: string, lines: readonly string[], starts = true): Promise<DatasetVersion> => {
    const path = join(dir, `${name}.csv`);
    writeFileSync(path, `case,activity,start,end,who\n${lines.join('\n')}\n`);
    const mapping = { case: 'case', activity: 'activity', time: 'end', ...(starts ? { start: 'start' } : {}), resource: 'who', delimiter: ',', attributes: [] };
    return (await importLog({ dir, source: { path }, mapping, mode: 'replace', threads: 1 })).version;
  };
  const close = async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); };
  return { c, imported, close };
}

export const HOUR = 3_600_000, WEEK = 168 * HOUR, monday = Date.UTC(2026, 0, 5);
export const deskRules: SimulationRules = { zone: 'UTC', ends: ['Serve'], closedAfterSeconds: 7 * 86_400, holidays: [] };

/** A desk of some people round the clock, an hour of work each on average, oldest first unless it is said otherwise: M/M/c, whose mean wait Erlang gives. */
export function desk(people: number, rate: number, weeks: number, seed: number, { newestFirst = false } = {}): string[] {
  const random = seededRandom(seed);
  const free = Array.from({ length: people }, () => 0);
  const iso = (t: number) => new Date(monday + t).toISOString();
  const waiting: { id: number; came: number }[] = [];
  const lines: string[] = [];
  const serveUntil = (now: number) => {
    for (;;) {
      const first = Math.min(...free);
      const next = newestFirst ? waiting.at(-1) : waiting[0];
      if (next === undefined || first > now) return;
      const begin = Math.max(next.came, first);
      const idle = free.flatMap((f, p) => (f <= begin ? [p] : []));
      const who = idle[drawInteger(random, idle.length)]!;
      waiting.splice(newestFirst ? -1 : 0, 1);
      free[who] = begin + drawExponential(random, HOUR);
      lines.push(`${next.id},Ask,${iso(next.came)},${iso(next.came)},`, `${next.id},Serve,${iso(begin)},${iso(free[who]!)},p${who}`);
    }
  };
  for (let t = drawExponential(random, HOUR / rate), id = 0; t < weeks * WEEK; t += drawExponential(random, HOUR / rate), id++) {
    // Who is free by now took what waited before this one came.
    serveUntil(t);
    waiting.push({ id, came: t });
    serveUntil(t);
  }
  serveUntil(Infinity);
  return lines;
}

/** The mean wait in hours with so many servers of a mean hands-on time in hours (Erlang 1917). */
export function erlangWait(servers: number, rate: number, work = 1): number {
  const load = rate * work;
  let b = 1;
  for (let i = 1; i <= servers; i++) b = (load * b) / (i + load * b);
  return ((b / (1 - (load / servers) * (1 - b))) * work) / (servers - load);
}

/** The mean wait in hours in the queue of a model, over so many weeks. */
export function meanWait(model: SimulationModel, changes: readonly Change[], weeks: number): number {
  const { waitingHours, cycleTimes } = outcomeOf(prepare(model, { from: monday, until: monday + weeks * WEEK }), scenarioOf(model, changes), 5);
  return waitingHours / cycleTimes.length;
}

/** A desk calibrated from its log, in which every week has the level of all weeks. */
export async function calibratedDesk(bench: Bench, name: string, lines: readonly string[], weeks: number): Promise<SimulationModel> {
  const model = await calibrate(bench.c, await bench.imported(name, lines), deskRules, { from: monday, until: monday + weeks * WEEK });
  return { ...model, arrivals: { ...model.arrivals, weekly: model.source.cases / weeks, spread: 0, known: [] } };
}

/** What theory says of a planted desk with a change; the mean hands-on time and the cases an hour are those of its model. */
export const deskTruths: readonly (readonly [name: string, changes: readonly Change[], wait: (work: number, rate: number) => number])[] = [
  ['as it is', [], (work, rate) => erlangWait(3, rate, work)],
  ['one more person', [{ kind: 'people', activity: 'Serve', by: 1 }], (work, rate) => erlangWait(4, rate, work)],
  ['work in 7 tenths of the time', [{ kind: 'touch', activity: 'Serve', factor: 0.7 }], (work, rate) => erlangWait(3, rate, 0.7 * work)],
  ['eight tenths of the cases', [{ kind: 'arrivals', factor: 0.8 }], (work, rate) => erlangWait(3, rate * 0.8, work)],
];

/** Mean hands-on time in hours and cases an hour of a desk's model. */
export function deskOf(model: SimulationModel): readonly [work: number, rate: number] {
  return [tableMean(model.kinds.find((k) => model.activities[k.activity] === 'Serve')!.touch) / 3600, model.arrivals.weekly / 168];
}
