/** A half-open stretch of time [start, end), both instants in milliseconds since 1970 UTC. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * The same time as disjoint intervals in order: overlapping and touching ones become one, empty ones vanish.
 * @example merge([{ start: 5, end: 9 }, { start: 0, end: 6 }]) // [{ start: 0, end: 9 }]
 */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  if (isMerged(intervals)) return intervals;
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of intervals.filter((i) => i.end > i.start).sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

function isMerged(intervals: readonly Interval[]): boolean {
  for (let i = 0; i < intervals.length; i++) if (intervals[i]!.end <= intervals[i]!.start || (i > 0 && intervals[i]!.start <= intervals[i - 1]!.end)) return false;
  return true;
}

/** All the time in `a` or `b`, merged. */
export function union(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return merge([...a, ...b]);
}

/**
 * The time in both `a` and `b`, merged.
 * @example intersect([{ start: 0, end: 6 }], [{ start: 4, end: 9 }]) // [{ start: 4, end: 6 }]
 */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const [x, y] = [merge(a), merge(b)];
  const out: Interval[] = [];
  // A few stops among many days: begin where the first of them can matter.
  for (let i = y.length === 0 ? x.length : firstEndingAfter(x, y[0]!.start), j = x.length === 0 ? 0 : firstEndingAfter(y, x[0]!.start); i < x.length && j < y.length; ) {
    const start = Math.max(x[i]!.start, y[j]!.start);
    const end = Math.min(x[i]!.end, y[j]!.end);
    if (start < end) out.push({ start, end });
    if (x[i]!.end < y[j]!.end) i++;
    else j++;
  }
  return out;
}

/** Index of the first interval that ends after `t`, by bisection. */
function firstEndingAfter(merged: readonly Interval[], t: number): number {
  let [lo, hi] = [0, merged.length];
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    if (merged[middle]!.end > t) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}

/**
 * The time in `a` that is not in `b`, merged.
 * @example subtract([{ start: 0, end: 6 }], [{ start: 2, end: 3 }]) // [{ start: 0, end: 2 }, { start: 3, end: 6 }]
 */
export function subtract(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const holes = merge(b);
  if (holes.length === 0) return merge(a);
  const out: Interval[] = [];
  let first = 0;
  for (const { start, end } of merge(a)) {
    while (first < holes.length && holes[first]!.end <= start) first++;
    let from = start;
    for (let j = first; j < holes.length && holes[j]!.start < end; j++) {
      if (holes[j]!.start > from) out.push({ start: from, end: holes[j]!.start });
      from = Math.max(from, holes[j]!.end);
    }
    if (from < end) out.push({ start: from, end });
  }
  return out;
}

/**
 * How long the intervals last together, in milliseconds; time covered twice counts once.
 * @example duration([{ start: 0, end: 6 }, { start: 4, end: 9 }]) // 9
 */
export function duration(intervals: readonly Interval[]): number {
  let sum = 0;
  for (const { start, end } of merge(intervals)) sum += end - start;
  return sum;
}
