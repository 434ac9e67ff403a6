import type { Traces } from './traces.ts';

/** A directly-follows graph over activities 0 to n − 1: each pair once, in order of its first and then its second activity. */
export interface Follows {
  readonly n: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly counts: Float64Array;
  /** The pairs whose first activity is a lie from `out[a]` to `out[a + 1]`. */
  readonly out: Int32Array;
  /** How often traces start and end with each activity. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The directly-follows graph of traces, in time and memory in proportion to their symbols. */
export function followsOf({ activities, symbols, ends, counts }: Traces): Follows {
  const n = activities.length;
  const start = new Float64Array(n), end = new Float64Array(n);
  const steps = new Int32Array(n + 1);
  for (let t = 0; t < counts.length; t++) {
    const [lo, hi] = [ends[t]!, ends[t + 1]!];
    if (lo === hi) continue;
    start[symbols[lo]!]! += counts[t]!;
    end[symbols[hi - 1]!]! += counts[t]!;
    for (let i = lo; i < hi - 1; i++) steps[symbols[i]! + 1]!++;
  }
  for (let a = 0; a < n; a++) steps[a + 1]! += steps[a]!;
  const after = new Int32Array(steps[n]!), weight = new Float64Array(steps[n]!), at = steps.slice(0, n);
  for (let t = 0; t < counts.length; t++) {
    for (let i = ends[t]! + 1; i < ends[t + 1]!; i++) {
      const slot = at[symbols[i - 1]!]!++;
      after[slot] = symbols[i]!;
      weight[slot] = counts[t]!;
    }
  }
  return { n, ...pairsOf(n, steps, after, weight), start, end };
}

/** Adds up what follows each activity a, which lies from `steps[a]` to `steps[a + 1]`. */
function pairsOf(n: number, steps: Int32Array, after: Int32Array, weight: Float64Array): Pick<Follows, 'from' | 'to' | 'counts' | 'out'> {
  const sums = new Float64Array(n), out = new Int32Array(n + 1), from = new Int32Array(after.length), to = new Int32Array(after.length), counts = new Float64Array(after.length);
  let size = 0;
  for (let a = 0; a < n; a++) {
    const first = size;
    for (let i = steps[a]!; i < steps[a + 1]!; i++) {
      const b = after[i]!;
      if (sums[b] === 0) to[size++] = b;
      sums[b]! += weight[i]!;
    }
    to.subarray(first, size).sort();
    for (let e = first; e < size; e++) {
      from[e] = a;
      counts[e] = sums[to[e]!]!;
      sums[to[e]!] = 0;
    }
    out[a + 1] = size;
  }
  return { from: from.slice(0, size), to: to.slice(0, size), counts: counts.slice(0, size), out };
}

/** A graph of pairs given as first × n + second, in order. */
export function graph(n: number, keys: Float64Array, counts: Float64Array, start: Float64Array, end: Float64Array): Follows {
  const from = Int32Array.from(keys, (key) => Math.floor(key / n)), to = Int32Array.from(keys, (key) => key % n);
  const out = new Int32Array(n + 1);
  for (const a of from) out[a + 1]!++;
  for (let a = 0; a < n; a++) out[a + 1]! += out[a]!;
  return { n, from, to, counts, out, start, end };
}

/**
 * The graph without pairs that are not more than `noise` times as frequent as what most often comes after the same activity, the end of
 * the trace being one of these (Leemans, Fahland, van der Aalst, 2014).
 */
export function withoutRare(f: Follows, noise: number): Follows {
  const strongest = Float64Array.from(f.end);
  for (let e = 0; e < f.from.length; e++) strongest[f.from[e]!] = Math.max(strongest[f.from[e]!]!, f.counts[e]!);
  const kept: number[] = [];
  for (let e = 0; e < f.from.length; e++) if (f.counts[e]! > noise * strongest[f.from[e]!]!) kept.push(e);
  return graph(f.n, Float64Array.from(kept, (e) => f.from[e]! * f.n + f.to[e]!), Float64Array.from(kept, (e) => f.counts[e]!), f.start, f.end);
}
