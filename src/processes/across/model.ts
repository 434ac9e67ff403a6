import { monthOf, type Interval } from '../../maths/time/index.ts';
import type { ProcessLink } from '../link-register/index.ts';
import type { Times } from '../performance/steps/model.ts';

/** One side of a hand-over: what is shared, which steps count, which cases. */
export interface Side {
  /** Attribute that holds the shared key; null: the case id. */
  readonly key: string | null;
  /** Null: any step of the process that hands over, the first of the one that takes up. */
  readonly activities: readonly string[] | null;
  readonly only: { readonly attribute: string; readonly values: readonly string[] } | null;
}

/** A link in one direction. */
export interface Edge {
  readonly link: string;
  readonly back: boolean;
  readonly from: Side & { readonly process: string };
  readonly to: Side & { readonly process: string };
  readonly givenUpAfterSeconds: number | null;
}

/**
 * The directions in which a link is measured: the one that it names; where neither side names steps, whichever process came first hands
 * over to the other, so both.
 */
export function edgesOf(link: string, { from, to, givenUpAfter }: ProcessLink): Edge[] {
  const side = (s: ProcessLink['from']) => ({ process: s.process, key: s.key ?? null, activities: s.activities ?? null, only: s.only ?? null });
  const edge = { link, givenUpAfterSeconds: givenUpAfter?.seconds ?? null };
  const forward: Edge = { ...edge, back: false, from: side(from), to: side(to) };
  return from.activities === undefined && to.activities === undefined ? [forward, { ...edge, back: true, from: side(to), to: side(from) }] : [forward];
}

/** What became of the cases of the process that hands over, those with a key and a step after which they are handed over; they add up. */
export interface Senders {
  readonly takenUp: number;
  /** The other process had begun before them: it hands over to them. */
  readonly otherWay: number;
  /** Nobody has taken them up yet, and it is too soon to say that nobody will. */
  readonly waiting: number;
  /** A case of the other process has the key, and did no such step since. */
  readonly notTakenUp: number;
  /** No case of the other process has the key. */
  readonly noPartner: number;
}

/** How many cases share a key with how many. */
export interface Partners {
  readonly fromCases: number;
  readonly fromWithKey: number;
  readonly fromLinked: number;
  /** Of those linked, the ones with more than one partner. */
  readonly fromSeveral: number;
  readonly toCases: number;
  readonly toWithKey: number;
  readonly toLinked: number;
  readonly toSeveral: number;
}

/** Hand-over waits in some time: elapsed, and in the working hours of the process that takes up where it has a calendar. */
export interface Waits {
  readonly wait: Times | null;
  readonly working: Times | null;
}

/** One ISO week of an edge, by when cases were taken up. */
export interface WeekOfWaits extends Waits {
  readonly id: string;
  readonly monday: string;
}

/** Some time with its name: a month 2026-10, or the whole record. */
export interface Window extends Interval {
  readonly id: string;
}

/** All that is measured of an edge; instants in milliseconds, times in seconds. */
export interface EdgeFigures {
  readonly senders: Senders;
  readonly partners: Partners;
  readonly waitingSince: { readonly oldest: number; readonly totalSeconds: number } | null;
  readonly horizonSeconds: number | null;
  readonly whole: Waits;
  readonly window: Window;
  readonly inWindow: Waits;
  readonly weeks: readonly WeekOfWaits[];
  /** The hand-overs in the window by the steps between which they were. */
  readonly steps: readonly StepWaits[];
}

/** Hand-overs from one step to another, in seconds. */
export interface StepWaits {
  readonly left: string;
  readonly entered: string;
  readonly n: number;
  readonly total: number;
  /** In working hours of the process that takes up; null where none are agreed. */
  readonly working: number | null;
  /** The waits in ascending order; null where they are too many to hold. */
  readonly waits: Float64Array | null;
}

/** The name of the window that leaves nothing out. */
export const wholeRecord = 'whole record';

/** After this share of the waits measured nobody is waited for any more, where nothing was agreed. */
export const horizonShare = 0.99;

/**
 * The time that an edge's figures are of: the last calendar month that was over at `end`, or the whole record where that began later.
 * @example windowOf('UTC', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 9)).id // '2026-10'
 */
export function windowOf(zone: string, first: number, end: number): Window {
  const running = monthOf(zone, end);
  const month = running.end <= end ? running : monthOf(zone, running.start - 1);
  return month.start >= monthOf(zone, first).start && month.end > first ? month : { id: wholeRecord, start: first, end };
}
