/** What is agreed of a process that its simulation needs to know. */
export interface SimulationRules {
  readonly zone: string;
  /** The first of these completes a case; none: its last event does. */
  readonly ends: readonly string[];
  /** A case without an end is over once silent for so long, in seconds; null: the 99th percentile of the log's gaps. */
  readonly closedAfterSeconds: number | null;
  /** Closed days, YYYY-MM-DD. */
  readonly holidays: readonly string[];
}

/** A process as calibrated from its log: plain data that can be sent to a worker. Times in seconds. */
export interface SimulationModel {
  readonly zone: string;
  /** Day numbers (from 1970-01-01) on which the holiday's share of cases comes. */
  readonly holidays: readonly number[];
  readonly activities: readonly string[];
  /** Values of the case attribute that decides who does the work; one empty text where there is none. */
  readonly classes: readonly string[];
  readonly classAttribute: string | null;
  readonly arrivals: ArrivalModel;
  readonly routes: RouteModel;
  /** Of activity a for class k: at k × activities + a. */
  readonly kinds: readonly KindModel[];
  readonly delays: readonly DelayModel[];
  readonly pools: readonly PoolModel[];
  /** Warm-up that fills the queues before anything is counted. */
  readonly warmUpSeconds: number;
  /** What had to be assumed, in words. */
  readonly assumptions: readonly string[];
  /** What it was calibrated from: the dataset version and the stretch of it, instants in milliseconds. */
  readonly source: { readonly version: string; readonly from: number; readonly until: number; readonly cases: number; readonly steps: number };
}

export interface ArrivalModel {
  /** Cases in a week without a holiday, after the weeks that are known. */
  readonly weekly: number;
  /** The same for weeks that are known, by the day number of their Monday. */
  readonly known: readonly { readonly monday: number; readonly cases: number }[];
  /** Shares of the week's cases in its 168 hours, Monday 00:00 first, wall clock. */
  readonly profile: Float64Array;
  /** Squared coefficient of variation of weekly cases beyond that of chance. */
  readonly spread: number;
  /** Cases on a holiday for each on a normal day of its weekday. */
  readonly holidayShare: number;
}

/** The different ways of cases, as drawn: route r has the activities from `from[r]` to `from[r + 1]`. */
export interface RouteModel {
  readonly from: Int32Array;
  readonly activities: Int32Array;
  /** The class of its cases. */
  readonly classes: Int32Array;
  /** Cases that took it or an earlier one. */
  readonly cumulated: Float64Array;
  /** Pairs of activities that happen in any order: neither waits for the other. */
  readonly sideBySide: readonly (readonly [number, number])[];
}

export interface KindModel {
  readonly activity: number;
  /** −1: nobody is needed, or nobody is known. */
  readonly pool: number;
  readonly ends: boolean;
  /** Quantile table of hands-on time. */
  readonly touch: Float64Array;
}

/** Delays before a kind of work between two activities of its route: quantile tables, and which of them holds for the hour of the week at which it became ready. */
export interface DelayModel {
  readonly kind: number;
  /** What it waited for. */
  readonly after: number;
  /** What is done next in the route, −1 at its end; null: whatever is, for what is rare. */
  readonly next: number | null;
  readonly tables: readonly Float64Array[];
  readonly at: Int16Array;
}

export interface PoolModel {
  /** The activities that they do most. */
  readonly name: string;
  readonly people: number;
  /** Pieces of work that one person has in hand at once. */
  readonly atOnce: number;
  readonly newestFirst: boolean;
  /** People at work in the 48 half hours of days that were seen, by weekday (0 Monday) and, last, holidays; drawn from by simulated days. Of those who are still there. */
  readonly days: readonly (readonly Uint16Array[])[];
  /** Days that need not be drawn, because it is known who was at work. */
  readonly known: StaffedStretch;
}

/** People at work in the 48 half hours of days in a row, from the day number of the first. */
export interface StaffedStretch {
  readonly from: number;
  readonly days: readonly Uint16Array[];
}

/** A stretch of simulated time, in milliseconds since 1970. */
export interface SimulatedWindow {
  readonly from: number;
  readonly until: number;
}

/** Weights and thresholds of calibration, pinned by a test. */
export const calibration = {
  /** Two kinds of work are one pool's where the same people do so much of both. */
  samePool: 0.5,
  /** A kind of work needs people where so much of it has a start and a person. */
  attended: 0.8,
  /** Neither order of two activities is much more frequent than the other. */
  sideBySide: 0.5,
  /** Shorter breaks between two pieces of work are no idle time. */
  breakMinutes: 5,
  /** People are away after so many hours without work. */
  shiftGapHours: 8,
  /** Shorter shifts than this are taken to last as long as their pool is open. */
  shortShiftHours: 4,
  /** A pool that is open for longer than this a day works in shifts. */
  longestDayHours: 12,
  /** People who begin no further apart than this on most days work the same shift. */
  sameShiftHours: 2,
  staffingWeeks: 8,
  /** People who worked on so many days, and then were not there for so long and longer than ever before, have left; likewise those who came. */
  regularDays: 5,
  awayDays: 21,
  levelWeeks: 8,
  touchWeeks: 12,
  /** Fewer observations than this have no table of their own. */
  leastForTable: 30,
  leastRecentTouches: 200,
  /** Cases of which routes are drawn. */
  mostRoutes: 20_000,
  /** An attribute decides who works where people see so much of one value only. */
  onePlace: 0.95,
  mostClasses: 12,
} as const;
