/**
 * All that a run needs, settled before it begins. Times are seconds after the plan's origin. A kind of work is what is done for a class of
 * cases (an activity, in one warehouse); a route is the kinds of work of a case, each after the one before that it waits for.
 */
export interface Plan {
  /** Nothing happens after this. */
  readonly until: number;
  /** Work, waits and use of people are counted from here on; what is before fills the queues. */
  readonly countedFrom: number;
  readonly cases: PlannedCases;
  readonly routes: Routes;
  readonly kinds: readonly PlannedKind[];
  /** Of each pool: whether the newest waiting work is taken first. */
  readonly pools: readonly { readonly newestFirst: boolean }[];
  /** Changes of how much work each pool can do at once, in order of time; none before the first. */
  readonly capacity: CapacityChanges;
  /** Stretches in which a kind of work is not begun, in any order. */
  readonly stops: readonly { readonly kind: number; readonly from: number; readonly until: number }[];
  readonly draws: Draws;
}

export interface PlannedCases {
  /** Ascending. */
  readonly arrivals: Float64Array;
  /** What the luck of a case is drawn by: the same case in another run has the same key. */
  readonly keys: Int32Array;
  readonly routes: Int32Array;
}

/** Steps of route r are those from `from[r]` to `from[r + 1]`. */
export interface Routes {
  readonly from: Int32Array;
  readonly kinds: Int32Array;
  /** Place within the route of the step that this one waits for; −1 where it can begin with the case. */
  readonly after: Int32Array;
  /** What the delay before the step is drawn from; −1: none. */
  readonly delays: Int32Array;
}

export interface PlannedKind {
  /** −1: nobody is needed. */
  readonly pool: number;
  /** A case is complete when such work first is; where a route has none, with its last step. */
  readonly ends: boolean;
}

export interface CapacityChanges {
  readonly times: Float64Array;
  readonly pools: Int32Array;
  readonly capacities: Int32Array;
}

/** What is drawn for the step of a case, in seconds, from a uniform number. */
export interface Draws {
  /** A number in (0, 1) by purpose (0 delay, 1 touch, 2 skip), case and step. */
  readonly uniform: (purpose: number, key: number, step: number) => number;
  readonly touch: (kind: number, u: number) => number;
  /** Between being ready and queueing, not explained by other work. */
  readonly delay: (which: number, ready: number, u: number) => number;
  readonly skipped: (kind: number, u: number) => boolean;
}
