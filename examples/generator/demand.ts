import { DAY, HOUR, dateText, dayOf, toLocal, weekday } from './civil-time.ts';
import { exponential, uniform, wordKey } from './draws.ts';
import type { Arrival, DemandStream, DemandTruth, Outage, Parameters } from './model.ts';

const GAP = wordKey('gap');
const LOSE = wordKey('demand lost');
const RETURN = wordKey('demand returns');

/** A start moved by outages, counting what was planted. */
class Diversion {
  readonly blocked: Record<string, number>;
  readonly lost: Record<string, number>;
  private readonly seed: number;
  private readonly byStream: ReadonlyMap<string, readonly Outage[]>;

  constructor(p: Parameters, seed: number) {
    this.seed = seed;
    this.blocked = Object.fromEntries(p.outages.map((o) => [o.id, 0]));
    this.lost = { ...this.blocked };
    this.byStream = new Map(p.model.demand.map((d) => [d.name, p.outages.filter((o) => stops(o) && o.services.some((s) => d.services.includes(s)))]));
  }

  /** When a start that is wanted at `time` happens, or undefined where it never does. */
  timeOf(stream: string, time: number, key: number): number | undefined {
    const outage = this.byStream.get(stream)?.find((o) => time >= o.from && time < o.until);
    if (outage === undefined) return time;
    this.blocked[outage.id]! += 1;
    if (uniform(this.seed, LOSE, key) >= outage.demandLost) return outage.until + Math.round(exponential(uniform(this.seed, RETURN, key), outage.demandReturns));
    this.lost[outage.id]! += 1;
    return undefined;
  }
}

/**
 * Case starts of a process in order of time, as outages left them: a Poisson process by the hour of the week, the season and the holidays;
 * a start that meets a stopped service is lost or comes back after restoration.
 */
export function caseStarts(p: Parameters, seed: number): { arrivals: Arrival[]; truth: DemandTruth } {
  const diversion = new Diversion(p, seed);
  const arrivals = [...wantedStarts(p, seed), ...(p.extra ?? [])].flatMap((start) => {
    const time = diversion.timeOf(start.stream, start.time, start.key);
    return time === undefined ? [] : [{ ...start, time }];
  });
  arrivals.sort((a, b) => a.time - b.time || a.key - b.key);
  return { arrivals, truth: { blocked: diversion.blocked, lost: diversion.lost } };
}

export function stops(outage: Outage): boolean {
  return outage.slowdown === Number.POSITIVE_INFINITY;
}

/** Case starts that people wanted, before any outage; `key` is the same in every run of the seed. */
export function wantedStarts(p: Parameters, seed: number): Arrival[] {
  const found: Arrival[] = [];
  p.model.demand.forEach((stream, index) => {
    poissonTimes(stream, p, seed, (time, n) => {
      const key = n * 16 + index;
      const draw = (purpose: string): number => uniform(seed, wordKey(purpose), key, wordKey(p.model.id));
      found.push({ time, stream: stream.name, key, attributes: stream.attributes(draw), amount: stream.amount?.(draw) ?? 0 });
    });
  });
  return found.sort((a, b) => a.time - b.time || a.key - b.key);
}

/** Instants of a Poisson process whose rate is constant within each hour: unit-rate gaps are spent at the hour's rate. */
function poissonTimes(stream: DemandStream, p: Parameters, seed: number, see: (time: number, n: number) => void): void {
  const total = stream.profile.reduce((a, b) => a + b, 0);
  const name = wordKey(stream.name);
  const begin = Math.floor((p.from - p.warmUp) / HOUR) * HOUR;
  let n = 0;
  let owed = -Math.log(uniform(seed, GAP, name, 0));
  for (let hour = begin; hour < p.until; hour += HOUR) {
    const rate = (stream.perWeek * weight(stream, p, hour)) / total;
    let used = 0;
    while (owed <= rate - used) {
      used += owed;
      see(hour + Math.floor((used / rate) * HOUR), n);
      n += 1;
      owed = -Math.log(uniform(seed, GAP, name, n));
    }
    owed -= rate - used;
  }
}

function weight(stream: DemandStream, p: Parameters, hour: number): number {
  const local = toLocal(hour);
  const day = dayOf(local);
  const byHour = stream.profile[weekday(day) * 24 + Math.floor((local - day * DAY) / HOUR)] ?? 0;
  return byHour * (stream.season?.(day) ?? 1) * (p.model.holidays.has(dateText(day)) ? stream.holidayShare : 1);
}

/**
 * Case starts in each hour since the simulation's first, for methods that need counts and no cases (seconds for years at 600 an hour).
 * @returns counts by hour and the planted numbers of blocked and lost starts of each outage
 */
export function hourlyCounts(p: Parameters, seed: number): { from: number; counts: Uint32Array; truth: DemandTruth } {
  const diversion = new Diversion(p, seed);
  const counts = new Uint32Array(Math.ceil((p.until - p.from) / HOUR));
  const count = (stream: string, wanted: number, key: number): void => {
    const time = diversion.timeOf(stream, wanted, key);
    if (time !== undefined && time >= p.from && time < p.until) counts[Math.floor((time - p.from) / HOUR)]! += 1;
  };
  p.model.demand.forEach((stream, index) => {
    poissonTimes(stream, p, seed, (time, n) => count(stream.name, time, n * 16 + index));
  });
  for (const start of p.extra ?? []) count(start.stream, start.time, start.key);
  return { from: p.from, counts, truth: { blocked: diversion.blocked, lost: diversion.lost } };
}
