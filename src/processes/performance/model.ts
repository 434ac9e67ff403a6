import { weeksBetween, type Week, type WorkingCalendar } from '../../maths/time/index.ts';

/** What the measures need to know of a process; times in seconds. */
export interface PerformanceRules {
  readonly zone: string;
  /** The first of these completes a case. */
  readonly ends: readonly string[];
  /** A case without an end is closed, at its last event, once silent for so long; null: the 99th percentile of its log's gaps. */
  readonly closedAfterSeconds: number | null;
  /** On time is within this, elapsed; null where no target was agreed. */
  readonly targetSeconds: number | null;
  readonly calendar: WorkingCalendar | null;
}

/** The measures of one ISO week; seconds and shares; null where nothing completed or nothing was agreed. */
export interface WeekMeasures {
  readonly week: Week;
  /** Cases that began before the log did could still run then, and are not in it: only quick ones are, so it is no week to compare with. */
  readonly settling: boolean;
  readonly started: number;
  readonly throughput: number;
  readonly cycleMedian: number | null;
  readonly cycleP90: number | null;
  readonly workingMedian: number | null;
  readonly workingP90: number | null;
  readonly workInProgress: number;
  readonly rework: number;
  readonly onTime: number | null;
}

/** All weeks of a log as known at `asOf`, the running one left out. */
export interface Performance {
  readonly weeks: readonly WeekMeasures[];
  readonly closedAfterSeconds: number | null;
  /** Cases closed by silence, without an end. */
  readonly closedBySilence: number;
  /** Nine in ten completed cases take no longer, in seconds: for so long after its first event a log settles. Null without a completed case. */
  readonly settlesAfterSeconds: number | null;
  readonly lastEvent: number | null;
}

/**
 * The ISO weeks that may be measured: from the week of the first event to the last that is over at `asOf`. A process without an agreed
 * end closes its cases by silence, so its latest weeks are left out until that silence has passed (METHODS §0).
 */
export function measurableWeeks(rules: Pick<PerformanceRules, 'zone' | 'ends'>, firstEvent: number, asOf: number, closedAfterMs: number): Week[] {
  const settled = rules.ends.length > 0 ? asOf : asOf - closedAfterMs;
  return firstEvent > settled ? [] : weeksBetween(rules.zone, firstEvent, settled).filter((w) => w.end <= settled);
}

/** Cases in progress at the end of each week, from how many started and completed in it; nothing completes before it starts. */
export function inProgress(started: readonly number[], completed: readonly number[]): number[] {
  let open = 0;
  return started.map((s, i) => (open += s - completed[i]!));
}

/** How many weeks before a week it is compared with. */
export const comparedWeeks = 12;

/**
 * Whether most of a week lies in the time in which a log settles: from its first event on for as long as nine in ten completed cases take.
 * Cases under way when the log began are missing from it, so those seen completed first are the quick ones.
 */
export function isSettling({ start, end }: Pick<Week, 'start' | 'end'>, firstEvent: number, settlesAfterSeconds: number | null): boolean {
  return settlesAfterSeconds !== null && (start + end) / 2 < firstEvent + settlesAfterSeconds * 1000;
}

/**
 * The weeks that a week is compared with: those of the 12 before it in which the log had settled, without its first, which is hardly ever
 * whole; fewer where there are fewer. A week that is settling itself is compared with none.
 */
export function weeksBefore(weeks: readonly WeekMeasures[], at: number): WeekMeasures[] {
  return weeks[at]?.settling === true ? [] : weeks.slice(Math.max(1, at - comparedWeeks), at).filter((w) => !w.settling);
}
