import type { WorkingHours } from './working-time.ts';

/**
 * What a simulated process is made of. Instants are whole seconds since 1970 UTC, lengths are seconds, shares lie in 0 … 1.
 */
export interface ProcessModel {
  readonly id: string;
  readonly demand: readonly DemandStream[];
  readonly steps: readonly Step[];
  readonly pools: readonly Pool[];
  /** Days on which demand falls to each stream's `holidayShare`. */
  readonly holidays: ReadonlySet<string>;
}

export type Attributes = Readonly<Record<string, string | number>>;

/** A kind of case start, such as a sales channel. */
export interface DemandStream {
  readonly name: string;
  /** Cases in a normal week. */
  readonly perWeek: number;
  /** 168 weights from Monday 00:00 to Sunday 23:00, wall clock. */
  readonly profile: readonly number[];
  /** Factor on a local day (days since 1970-01-01). */
  readonly season?: (day: number) => number;
  readonly holidayShare: number;
  /** Services without which nothing arrives. */
  readonly services: readonly string[];
  readonly attributes: (draw: Draw) => Attributes;
  /** Money of the case in pence, for models that follow it. */
  readonly amount?: (draw: Draw) => number;
}

/** A uniform number in (0, 1) for a named purpose of one case. */
export type Draw = (purpose: string) => number;

export interface Step {
  readonly name: string;
  readonly first?: boolean;
  /** The people who do it, or none when it runs by itself. */
  readonly pool?: (c: SimulatedCase) => string;
  /** Hands-on time in seconds: mean and coefficient of variation. */
  readonly touch: (c: SimulatedCase) => readonly [mean: number, cv: number];
  /** Services without which it cannot start. */
  readonly services: readonly string[];
  /** The first instant at which it may start for a reason other than people (a collection, a payment term). */
  readonly release?: (ready: number, c: SimulatedCase, draw: Draw) => number;
  /** What follows; nothing ends this path. More than one name runs side by side. */
  readonly next: (c: SimulatedCase, draw: Draw, now: number) => readonly string[];
  /** The case's money after the step, where the step can alter it. */
  readonly amount?: (c: SimulatedCase, draw: Draw) => number;
  readonly urgent?: (c: SimulatedCase) => boolean;
}

export interface Pool {
  readonly name: string;
  /** Services without which these people cannot work (a site's network). */
  readonly services: readonly string[];
  readonly shifts: readonly Shift[];
  /** Share of days on which a person is away; holidays and illness. */
  readonly absence: (day: number) => number;
}

export interface Shift {
  readonly hours: WorkingHours;
  readonly people: readonly Worker[];
}

export interface Worker {
  readonly name: string;
  /** Local days (since 1970-01-01) of the first and the first no longer worked. */
  readonly from?: number;
  readonly until?: number;
}

export interface SimulatedCase {
  /** The same in every run of the same seed, whatever outages there are. */
  readonly key: number;
  readonly stream: string;
  readonly attributes: Attributes;
  arrival: number;
  amount: number;
  /** How often each step has been started, by the step's place in the model. */
  readonly visits: number[];
  /** How often each step has been completed. */
  readonly completed: number[];
  /** The outage that lost the case, or -1. */
  lostBy: number;
}

/** Something that stops or slows a service. */
export interface Outage {
  readonly id: string;
  readonly services: readonly string[];
  readonly from: number;
  readonly until: number;
  /** Factor on touch time while it lasts: 1 has no effect, Infinity stops the work. */
  readonly slowdown: number;
  /** Share of blocked case starts that never come back. */
  readonly demandLost: number;
  /** Mean seconds after restoration at which the others come. */
  readonly demandReturns: number;
  /** Share of cases waiting for the service at its restoration that are never continued. */
  readonly casesLost: number;
}

/** A change that makes one step quicker or slower from a day on, growing over a ramp. */
export interface Change {
  readonly id: string;
  readonly step: string;
  readonly applies: (c: SimulatedCase) => boolean;
  readonly from: number;
  readonly ramp: number;
  /** Factor on touch time when in full effect; 1 changes nothing. */
  readonly touchFactor: number;
}

export interface Arrival {
  readonly time: number;
  readonly stream: string;
  readonly key: number;
  readonly attributes: Attributes;
  readonly amount: number;
}

export interface Parameters {
  readonly model: ProcessModel;
  /** Cases from this instant on are reported. */
  readonly from: number;
  /** Nothing after this instant has happened yet. */
  readonly until: number;
  /** Seconds simulated before `from` so that queues are as on any other day. */
  readonly warmUp: number;
  readonly outages: readonly Outage[];
  readonly changes: readonly Change[];
  /** Case starts that come from elsewhere (contacts about late orders). */
  readonly extra?: readonly Arrival[];
}

/** The activity instances of all cases in columns, ordered by case, completion, start. */
export interface Instances {
  readonly count: number;
  /** Place in `Simulation.cases`. */
  readonly case: Int32Array;
  /** Place in the model's steps. */
  readonly step: Uint8Array;
  readonly visit: Uint8Array;
  /** When the case came to the step (the completion before it); known to the simulator only. */
  readonly ready: Float64Array;
  readonly start: Float64Array;
  readonly complete: Float64Array;
  /** Place in `Simulation.people`, or -1. */
  readonly person: Int16Array;
  /** The case's money in pence afterwards. */
  readonly amount: Float64Array;
}

export interface Simulation {
  readonly model: ProcessModel;
  readonly from: number;
  readonly until: number;
  readonly cases: readonly SimulatedCase[];
  readonly instances: Instances;
  readonly people: readonly string[];
  readonly demand: DemandTruth;
}

export interface DemandTruth {
  /** For each outage: case starts that would have come while it lasted. */
  readonly blocked: Readonly<Record<string, number>>;
  /** Of these, the ones that never came. */
  readonly lost: Readonly<Record<string, number>>;
}
