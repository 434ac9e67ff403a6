import type { Simulation } from './model.ts';
import { stops as isStop } from './demand.ts';
import type { Outage } from './model.ts';

/** What an outage did to one process: the year as it was against the same year without it, case by case. */
export interface OutageEffect {
  /** Case starts that met the stopped service, those that never came, those that came later. */
  readonly blockedStarts: number;
  readonly lostStarts: number;
  readonly shiftedStarts: number;
  /** Cases that were waiting and were never continued. */
  readonly lostCases: number;
  /** Waiting before the activities that the service supports (start minus the completion before), hours more than without the outage. */
  readonly delayHours: number;
  /** Of the waiting at these activities, hours that lie within 72 hours of the outage's start, against the same hours without it. */
  readonly delayHoursWithin72h: number;
  /** The first of these over all activities: what the delay did further on. */
  readonly delayHoursEverywhere: number;
  /** Cases that waited more than a quarter of an hour longer at a supported activity. */
  readonly delayedCases: number;
  /** Pence of margin of lost starts and lost cases; zero where the process has none. */
  readonly lostMargin: number;
}

/** The effect of an outage, from the run with it and the run without it (same seed, everything else the same). */
export function outageEffect(as: Simulation, without: Simulation, outage: Outage, margin: (key: number, from: Simulation) => number): OutageEffect {
  const supported = new Set(as.model.steps.flatMap((s, i) => (s.services.some((name) => outage.services.includes(name)) || pooled(as, i, outage) ? [i] : [])));
  const before = waits(without);
  const excess = new Map<number, number>();
  let everywhere = 0;
  forEachWait(as, (key, step, visit, wait) => {
    const base = before.get(instanceKey(key, step, visit));
    if (base === undefined) return;
    everywhere += wait - base;
    if (supported.has(step)) excess.set(key, (excess.get(key) ?? 0) + wait - base);
  });
  const blocked = as.demand.blocked[outage.id] ?? 0;
  const lostStarts = as.demand.lost[outage.id] ?? 0;
  const lostHere = lostKeys(as, without);
  const lost = new Set([...lostHere.inProcess, ...lostHere.starts]);
  return {
    blockedStarts: isStop(outage) ? blocked : 0,
    lostStarts,
    shiftedStarts: blocked - lostStarts,
    lostCases: lostHere.inProcess.length,
    delayHours: hours([...excess.values()].reduce((a, b) => a + b, 0)),
    delayHoursWithin72h: hours(waitingBetween(as, supported, outage.from, lost) - waitingBetween(without, supported, outage.from, lost)),
    delayHoursEverywhere: hours(everywhere),
    delayedCases: [...excess.values()].filter((e) => e > 900).length,
    lostMargin: [...lostHere.inProcess, ...lostHere.starts].reduce((sum, key) => sum + margin(key, without), 0),
  };
}

/** Seconds that cases waited at some steps within 72 hours of an instant, the given cases left out. */
function waitingBetween(sim: Simulation, steps: ReadonlySet<number>, from: number, leaveOut: ReadonlySet<number>): number {
  const { count, case: of, step, ready, start } = sim.instances;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    if (!steps.has(step[i]!) || leaveOut.has(sim.cases[of[i]!]!.key)) continue;
    sum += Math.max(0, Math.min(start[i]!, from + 72 * 3600) - Math.max(ready[i]!, from));
  }
  return sum;
}

function pooled(sim: Simulation, step: number, outage: Outage): boolean {
  const { case: of, step: steps, count } = sim.instances;
  const pool = sim.model.steps[step]?.pool;
  if (pool === undefined) return false;
  const hit = new Set(sim.model.pools.filter((p) => p.services.some((s) => outage.services.includes(s))).map((p) => p.name));
  if (hit.size === 0) return false;
  for (let i = 0; i < count; i += 1) if (steps[i] === step && hit.has(pool(sim.cases[of[i]!]!))) return true;
  return false;
}

const instanceKey = (key: number, step: number, visit: number): number => (key * 32 + step) * 8 + visit;

function forEachWait(sim: Simulation, see: (key: number, step: number, visit: number, wait: number) => void): void {
  const { count, case: of, step, visit, ready, start } = sim.instances;
  for (let i = 0; i < count; i += 1) see(sim.cases[of[i]!]!.key, step[i]!, visit[i]!, start[i]! - ready[i]!);
}

function waits(sim: Simulation): Map<number, number> {
  const found = new Map<number, number>();
  forEachWait(sim, (key, step, visit, wait) => found.set(instanceKey(key, step, visit), wait));
  return found;
}

/** Cases lost by the outage: those it dropped, and those that never started though they would have. */
function lostKeys(as: Simulation, without: Simulation): { inProcess: number[]; starts: number[] } {
  const here = new Map(as.cases.map((c) => [c.key, c]));
  const dropped = new Set(without.cases.filter((c) => c.lostBy >= 0).map((c) => c.key));
  return {
    inProcess: as.cases.filter((c) => c.lostBy >= 0 && !dropped.has(c.key)).map((c) => c.key),
    starts: without.cases.filter((c) => !here.has(c.key) && c.arrival < as.until).map((c) => c.key),
  };
}

function hours(seconds: number): number {
  return Math.round((seconds / 3600) * 100) / 100;
}
