import { findCut } from './cuts.ts';
import { type Follows, graph } from './follows.ts';
import { type Traces, TracesBuilder } from './traces.ts';

/** What is left of the steps that a search may cost. Steps, not seconds: the same log always gives the same model. */
export interface Budget {
  search: number;
  all: number;
}

/** The first activity that occurs exactly once in every trace; null without one. */
export function oncePerTrace({ activities, symbols, ends, counts }: Traces): number | null {
  const n = activities.length;
  const seen = new Int32Array(n), wrong = new Uint8Array(n), here = new Int32Array(n);
  for (let t = 0; t < counts.length; t++) {
    for (let i = ends[t]!; i < ends[t + 1]!; i++) {
      const s = symbols[i]!;
      if (here[s] === t + 1) wrong[s] = 1;
      here[s] = t + 1;
      seen[s]!++;
    }
  }
  const found = seen.findIndex((times, s) => times === counts.length && wrong[s] === 0);
  return found < 0 ? null : found;
}

/**
 * The first activity without which the log has a cut; null where there is none, or where the search would cost more than the budget. Each
 * candidate's graph is the log's with the pairs on both sides of it closed up; no log is written down for it.
 */
export function concurrentActivity(traces: Traces, follows: Follows, budget: Budget): number | null {
  const { n } = follows;
  if (n < 3 || n * (n + follows.from.length) + traces.symbols.length > budget.search) return null;
  const closed = closedPairs(traces);
  for (let a = 0; a < n; a++) {
    budget.search -= n + follows.from.length;
    if (findCut(without(follows, a, closed[a]!)) !== null) return a;
  }
  return null;
}

/** What follows what where a run of one activity is taken out: pairs as first × n + second, starts and ends of traces. */
interface Closed { readonly pairs: Set<number>; readonly start: Set<number>; readonly end: Set<number> }

function closedPairs({ activities, symbols, ends, counts }: Traces): Closed[] {
  const n = activities.length;
  const closed = Array.from({ length: n }, (): Closed => ({ pairs: new Set(), start: new Set(), end: new Set() }));
  for (let t = 0; t < counts.length; t++) {
    const [lo, hi] = [ends[t]!, ends[t + 1]!];
    for (let i = lo, j = lo; i < hi; i = j) {
      while (j < hi && symbols[j] === symbols[i]) j++;
      const of = closed[symbols[i]!]!;
      if (i > lo && j < hi) of.pairs.add(symbols[i - 1]! * n + symbols[j]!);
      else if (j < hi) of.start.add(symbols[j]!);
      else if (i > lo) of.end.add(symbols[i - 1]!);
    }
  }
  return closed;
}

/** The graph without activity a, the others numbered on; that a pair occurs is all that a cut asks of it. */
function without(f: Follows, a: number, { pairs, start, end }: Closed): Follows {
  const n = f.n - 1;
  const number = (b: number) => (b > a ? b - 1 : b);
  const keys: number[] = [];
  for (let e = 0; e < f.from.length; e++) if (f.from[e] !== a && f.to[e] !== a) keys.push(number(f.from[e]!) * n + number(f.to[e]!));
  const more = [...pairs].map((key) => number(Math.floor(key / f.n)) * n + number(key % f.n));
  const all = Float64Array.from(new Set([...keys, ...more])).sort();
  const sides = (of: Float64Array, extra: Set<number>) => {
    const side = of.filter((_, b) => b !== a);
    for (const b of extra) side[number(b)]!++;
    return side;
  };
  return graph(n, all, all, sides(f.start, start), sides(f.end, end));
}

/** The traces cut in two wherever an activity that some trace starts with comes, in the strict way only after one that some trace ends with; null where that cuts none. */
export function repeated(traces: Traces, follows: Follows, strict: boolean): Traces | null {
  const { symbols, ends, counts } = traces;
  const builder = new TracesBuilder(traces.activities);
  let cuts = 0;
  for (let t = 0; t < counts.length; t++) {
    for (let i = ends[t]!; i < ends[t + 1]!; i++) {
      if (i > ends[t]! && follows.start[symbols[i]!]! > 0 && (!strict || follows.end[symbols[i - 1]!]! > 0)) {
        builder.end(counts[t]!);
        cuts++;
      }
      builder.put(symbols[i]!);
    }
    builder.end(counts[t]!);
  }
  return cuts === 0 ? null : builder.done();
}
