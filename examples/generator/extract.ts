import type { DemandTruth, Instances, Parameters, SimulatedCase, Simulation } from './model.ts';

/** A piece of work that is done; `case` is the place among all cases of the run. */
export interface Finished {
  readonly case: number;
  readonly step: number;
  readonly visit: number;
  readonly came: number;
  readonly start: number;
  readonly complete: number;
  readonly person: number;
  readonly amount: number;
}

/** What a record of the period shows of a run: the cases that started in it, their work in columns by case, completion and start. */
export function extract(p: Parameters, all: readonly SimulatedCase[], finished: readonly Finished[], people: readonly string[], demand: DemandTruth): Simulation {
  const place = new Map<number, number>();
  all.forEach((c, i) => {
    if (c.arrival >= p.from) place.set(i, place.size);
  });
  const work = finished.filter((f) => place.has(f.case)).sort((a, b) => a.case - b.case || a.complete - b.complete || a.start - b.start);
  return { model: p.model, from: p.from, until: p.until, cases: all.filter((c) => c.arrival >= p.from), instances: columns(work, place), people, demand };
}

function columns(work: readonly Finished[], place: ReadonlyMap<number, number>): Instances {
  return {
    count: work.length,
    case: Int32Array.from(work, (f) => place.get(f.case)!),
    step: Uint8Array.from(work, (f) => f.step),
    visit: Uint8Array.from(work, (f) => f.visit),
    ready: Float64Array.from(work, (f) => f.came),
    start: Float64Array.from(work, (f) => f.start),
    complete: Float64Array.from(work, (f) => f.complete),
    person: Int16Array.from(work, (f) => f.person),
    amount: Float64Array.from(work, (f) => f.amount),
  };
}
