import { drawExponential, drawInteger, seededRandom } from '../../src/maths/random/index.ts';

const HOUR = 3_600_000, WEEK = 168 * HOUR;

/** A desk of so many people round the clock, first come, first served: M/M/c, and what its log says of it. */
export interface Desk {
  readonly csv: string;
  /** Cases an hour over the last eight weeks, and the mean hours of hands-on work: what the future is expected to be. */
  readonly rate: number;
  readonly work: number;
}

export function deskLog({ people, rate, weeks, seed, monday }: { readonly people: number; readonly rate: number; readonly weeks: number; readonly seed: number; readonly monday: number }): Desk {
  const random = seededRandom(seed);
  const free = Array.from({ length: people }, () => 0);
  const iso = (t: number) => new Date(monday + t).toISOString();
  const lines: string[] = [];
  let [recent, worked, n] = [0, 0, 0];
  for (let t = drawExponential(random, HOUR / rate); t < weeks * WEEK; t += drawExponential(random, HOUR / rate)) {
    const first = Math.min(...free);
    const idle = free.flatMap((f, p) => (f <= Math.max(t, first) ? [p] : []));
    const who = idle[drawInteger(random, idle.length)]!;
    const begin = Math.max(t, free[who]!), touch = drawExponential(random, HOUR);
    free[who] = begin + touch;
    n += 1;
    worked += touch / HOUR;
    if (t >= (weeks - 8) * WEEK) recent += 1;
    lines.push(`${n},Ask,${iso(t)},${iso(t)},\n${n},Serve,${iso(begin)},${iso(free[who]!)},p${who}\n`);
  }
  return { csv: `case,activity,start,end,who\n${lines.join('')}`, rate: recent / 8 / 168, work: worked / n };
}

/** The mean wait in hours with c servers (Erlang 1917). */
export function erlangWait(servers: number, rate: number, work: number): number {
  const load = rate * work;
  let b = 1;
  for (let i = 1; i <= servers; i++) b = (load * b) / (i + load * b);
  return ((b / (1 - (load / servers) * (1 - b))) * work) / (servers - load);
}

export const deskMapping = { case: 'case', activity: 'activity', time: 'end', start: 'start', resource: 'who', attributes: [] };
