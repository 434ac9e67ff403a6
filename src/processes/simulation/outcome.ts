import { quantileSorted } from '../../maths/statistics/index.ts';
import { weeksBetween } from '../../maths/time/index.ts';
import { planOf, prepare, type Prepared } from './plan-of.ts';
import type { SimulatedWindow, SimulationModel } from './model.ts';
import { runPlan } from './run.ts';
import type { Scenario } from './scenario.ts';

/** What a run says of its window: cases completed in it, hours of work and of waiting for people, how busy pools were. */
export interface Outcome {
  /** Seconds from the first step to completion, ascending. */
  readonly cycleTimes: Float64Array;
  /** Cases completed in each ISO week of the zone that lies wholly in the window. */
  readonly weekly: readonly number[];
  readonly weeks: number;
  readonly workHours: number;
  /** In queues; delays that other work does not explain are not among them. */
  readonly waitingHours: number;
  /** Hours of work brought to each pool for every hour that its people were there; Infinity where nobody was. */
  readonly load: readonly number[];
  /** Hours that people of all pools were there. */
  readonly peopleHours: number;
  /** Cases that had come and were not complete, at the beginning and the end. */
  readonly open: readonly [number, number];
  readonly events: number;
}

/** Runs a model once. */
export function outcomeOf(prepared: Prepared, scenario: Scenario, seed: number): Outcome {
  const { model, window } = prepared;
  const plan = planOf(prepared, scenario, seed);
  const { began, completed, kinds, pools, events } = runPlan(plan);
  const within = (t: number) => t >= plan.countedFrom && t < plan.until;
  const cycleTimes = Float64Array.from(completed, (t, i) => (within(t) ? t - began[i]! : Number.NaN)).filter((t) => !Number.isNaN(t)).sort();
  const openAt = (t: number) => plan.cases.arrivals.reduce((n, a, i) => n + (a <= t && !(completed[i]! <= t) ? 1 : 0), 0);
  const origin = window.until - plan.until * 1000;
  const sum = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
  return {
    cycleTimes, events, weeks: (window.until - window.from) / (7 * 86_400_000),
    weekly: wholeWeeks(model.zone, window).map(({ start, end }) => completed.reduce((n, t) => n + (t * 1000 + origin >= start && t * 1000 + origin < end ? 1 : 0), 0)),
    workHours: sum(kinds.touch) / 3600, waitingHours: sum(kinds.wait) / 3600,
    load: [...pools.work].map((w, p) => (w === 0 ? 0 : w / pools.available[p]!)), peopleHours: pools.available.reduce((hours, seconds, p) => hours + seconds / 3600 / model.pools[p]!.atOnce, 0),
    open: [openAt(plan.countedFrom), openAt(plan.until)],
  };
}

/** ISO weeks of a zone that lie wholly in a window. */
export function wholeWeeks(zone: string, { from, until }: SimulatedWindow): { start: number; end: number }[] {
  return weeksBetween(zone, from, until).filter((w) => w.start >= from && w.end <= until);
}

/** The figures of an outcome that a change is judged by; hours and cases a week. */
export interface Figures {
  readonly medianCycleHours: number | null;
  readonly throughput: number;
  readonly workHours: number;
  readonly waitingHours: number;
}

function figuresOf({ cycleTimes, weeks, workHours, waitingHours }: Outcome): Figures {
  const median = quantileSorted(cycleTimes, 0.5);
  return { medianCycleHours: median === null ? null : median / 3600, throughput: cycleTimes.length / weeks, workHours: workHours / weeks, waitingHours: waitingHours / weeks };
}

/** What is kept of a run where many are made. */
export interface RunSummary {
  readonly figures: Figures;
  readonly load: readonly number[];
}

/** What is kept of a run: its figures and the load of its pools. */
export function summaryOf(run: Outcome): RunSummary {
  return { figures: figuresOf(run), load: run.load };
}

/** What a worker is asked: runs of a model, each scenario with each seed. */
export interface Replications {
  readonly model: SimulationModel;
  readonly window: SimulatedWindow;
  readonly scenarios: readonly Scenario[];
  readonly seeds: readonly number[];
}

/** Runs replications one after another; each gives the outcomes of all scenarios with one seed. */
export function* replicate({ model, window, scenarios, seeds }: Replications): Generator<Outcome[]> {
  const prepared = prepare(model, window);
  for (const seed of seeds) yield scenarios.map((s) => outcomeOf(prepared, s, seed));
}
