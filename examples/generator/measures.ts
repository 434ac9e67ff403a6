import { DAY, dateText, dayOf, isoWeek, toInstant, toLocal, weekday } from './civil-time.ts';
import type { Simulation } from './model.ts';
import { workingSeconds, type WorkingHours } from './working-time.ts';

/** What a process measure needs to know of the process. */
export interface MeasureRules {
  /** The first of these completes a case. */
  readonly ends: readonly string[];
  /** Elapsed seconds within which a case is on time. */
  readonly target: number;
  /** Seconds of silence after which a case without an end counts as closed. */
  readonly closedAfter: number;
  readonly hours: WorkingHours;
}

/** Counts over all rows of a log, as `log summary` gives them. */
export interface LogCounts {
  readonly events: number;
  readonly cases: number;
  readonly activities: number;
  readonly variants: number;
  readonly start: Readonly<Record<string, number>>;
  readonly end: Readonly<Record<string, number>>;
  readonly byActivity: Readonly<Record<string, number>>;
  readonly firstEvent: number;
  readonly lastEvent: number;
}

/** The measures of one ISO week in London; seconds where a time is meant, shares in 0 … 1, null where no case was completed. */
export interface WeekMeasures {
  readonly week: string;
  /** Monday, `YYYY-MM-DD`. */
  readonly from: string;
  readonly started: number;
  readonly throughput: number;
  readonly cycleMedian: number | null;
  readonly cycleP90: number | null;
  readonly workingMedian: number | null;
  readonly workingP90: number | null;
  readonly workInProgress: number;
  readonly reworkShare: number | null;
  readonly onTimeShare: number | null;
}

/** A case as its log shows it. */
export interface CaseView {
  readonly place: number;
  readonly first: number;
  readonly last: number;
  readonly completed: number | undefined;
  readonly repeats: boolean;
  readonly activities: readonly number[];
}

/** Cases as the log shows them: an event is a row at its completion; a case is complete at its first end, or closed at its last event once silent. */
export function caseViews(sim: Simulation, rules: MeasureRules): CaseView[] {
  const ends = new Set(rules.ends.map((name) => sim.model.steps.findIndex((s) => s.name === name)));
  const views: CaseView[] = [];
  const { count, case: of, step, complete } = sim.instances;
  for (let i = 0; i < count; ) {
    const place = of[i]!;
    const activities: number[] = [];
    const first = complete[i]!;
    let ended: number | undefined;
    let last = first;
    for (; i < count && of[i] === place; i += 1) {
      activities.push(step[i]!);
      last = complete[i]!;
      if (ended === undefined && ends.has(step[i]!)) ended = last;
    }
    const closed = ended ?? (sim.until - last >= rules.closedAfter ? last : undefined);
    views.push({ place, first, last, completed: closed, repeats: new Set(activities).size < activities.length, activities });
  }
  return views;
}

/** The counts of a log. */
export function logCounts(sim: Simulation, views: readonly CaseView[]): LogCounts {
  const name = (step: number | undefined): string => sim.model.steps[step ?? -1]?.name ?? '';
  const byActivity = tally(views.flatMap((v) => v.activities.map(name)));
  return {
    events: sim.instances.count,
    cases: views.length,
    activities: Object.keys(byActivity).length,
    variants: new Set(views.map((v) => v.activities.join(','))).size,
    start: tally(views.map((v) => name(v.activities[0]))),
    end: tally(views.map((v) => name(v.activities.at(-1)))),
    byActivity,
    firstEvent: views.reduce((least, v) => Math.min(least, v.first), Number.POSITIVE_INFINITY),
    lastEvent: views.reduce((most, v) => Math.max(most, v.last), Number.NEGATIVE_INFINITY),
  };
}

/** How often each word occurs, most frequent first, then by name. */
export function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** The measures of every complete ISO week of the period; the running week is left out. */
export function weeklyMeasures(sim: Simulation, views: readonly CaseView[], rules: MeasureRules): WeekMeasures[] {
  const weeks: WeekMeasures[] = [];
  const monday = (instant: number): number => dayOf(toLocal(instant)) - weekday(dayOf(toLocal(instant)));
  const byWeek = groupByWeek(views, monday);
  for (let day = monday(sim.from); day < monday(sim.until); day += 7) {
    const end = toInstant((day + 7) * DAY);
    const done = byWeek.get(day) ?? [];
    const elapsed = done.map((v) => v.completed! - v.first).sort((a, b) => a - b);
    const worked = done.map((v) => workingSeconds(rules.hours, v.first, v.completed!)).sort((a, b) => a - b);
    weeks.push({
      week: isoWeek(day), from: dateText(day),
      started: views.filter((v) => v.first >= toInstant(day * DAY) && v.first < end).length,
      throughput: done.length,
      cycleMedian: quantile(elapsed, 0.5), cycleP90: quantile(elapsed, 0.9),
      workingMedian: quantile(worked, 0.5), workingP90: quantile(worked, 0.9),
      workInProgress: views.filter((v) => v.first < end && (v.completed === undefined || v.completed >= end)).length,
      reworkShare: share(done, (v) => v.repeats),
      onTimeShare: share(done, (v) => v.completed! - v.first <= rules.target),
    });
  }
  return weeks;
}

function groupByWeek(views: readonly CaseView[], monday: (instant: number) => number): Map<number, CaseView[]> {
  const groups = new Map<number, CaseView[]>();
  for (const v of views) {
    if (v.completed === undefined) continue;
    const day = monday(v.completed);
    const group = groups.get(day);
    if (group === undefined) groups.set(day, [v]);
    else group.push(v);
  }
  return groups;
}

function share(cases: readonly CaseView[], holds: (v: CaseView) => boolean): number | null {
  return cases.length === 0 ? null : cases.filter(holds).length / cases.length;
}

/**
 * A quantile of sorted numbers by linear interpolation between order statistics (Hyndman and Fan's type 7), null for none.
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}
