import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawExponential, drawInteger, seededRandom } from '../../maths/random/index.ts';
import { type EngineConnection, openEngine } from '../../platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../event-logs/index.ts';
import type { SimulationRules } from './index.ts';

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

/** A desk of some people round the clock, first come, first served, an hour of work each: M/M/c, whose waits Erlang gives. */
export function desk(people: number, rate: number, weeks: number, seed: number): string[] {
  const random = seededRandom(seed);
  const free = Array.from({ length: people }, () => 0);
  const iso = (t: number) => new Date(monday + t).toISOString();
  const lines: string[] = [];
  for (let t = 0, i = 0; ; i++) {
    t += drawExponential(random, HOUR / rate);
    if (t >= weeks * WEEK) return lines;
    const first = Math.min(...free);
    const idle = free.flatMap((f, p) => (f <= Math.max(t, first) ? [p] : []));
    const who = idle[drawInteger(random, idle.length)]!;
    const begin = Math.max(t, free[who]!);
    free[who] = begin + drawExponential(random, HOUR);
    lines.push(`${i},Ask,${iso(t)},${iso(t)},`, `${i},Serve,${iso(begin)},${iso(free[who]!)},p${who}`);
  }
}
