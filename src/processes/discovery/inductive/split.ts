import type { Cut } from './cuts.ts';
import { type Traces, TracesBuilder } from './traces.ts';

/**
 * The log of each group of a cut. Where the cut holds for all traces each event goes to one of them; where it was found without rare pairs,
 * events that contradict it are left out (Leemans, Fahland, van der Aalst 2014, section 3.3).
 */
export function splitLog(traces: Traces, { kind, groups }: Cut): Traces[] {
  const group = new Int32Array(traces.activities.length), number = new Int32Array(traces.activities.length);
  const builders = groups.map((members, g) => {
    for (const [i, a] of members.entries()) [group[a], number[a]] = [g, i];
    return new TracesBuilder(Int32Array.from(members, (a) => traces.activities[a]!));
  });
  SPLITS[kind]({ ...traces, group, number, builders });
  return builders.map((b) => b.done());
}

interface Split extends Traces {
  readonly group: Int32Array;
  /** The number of each activity in its group. */
  readonly number: Int32Array;
  readonly builders: readonly TracesBuilder[];
}

const SPLITS: Readonly<Record<Cut['kind'], (s: Split) => void>> = { choice: splitChoice, sequence: splitSequence, parallel: splitParallel, loop: splitLoop };

/** A trace goes to the group of most of its events. */
function splitChoice({ symbols, ends, counts, group, number, builders }: Split): void {
  const votes = new Int32Array(builders.length);
  for (let t = 0; t < counts.length; t++) {
    let most = group[symbols[ends[t]!]!]!;
    for (let i = ends[t]!; i < ends[t + 1]!; i++) {
      const g = group[symbols[i]!]!;
      votes[g]!++;
      if (votes[g]! > votes[most]! || (votes[g] === votes[most] && g > most)) most = g;
    }
    for (let i = ends[t]!; i < ends[t + 1]!; i++) {
      const s = symbols[i]!;
      votes[group[s]!] = 0;
      if (group[s] === most) builders[most]!.put(number[s]!);
    }
    builders[most]!.end(counts[t]!);
  }
}

/** Each group in turn takes the piece of the trace in which its own events outweigh those of later groups the most. */
function splitSequence({ symbols, ends, counts, group, number, builders }: Split): void {
  const lastOf = new Int32Array(builders.length);
  for (let t = 0; t < counts.length; t++) {
    const hi = ends[t + 1]!;
    lastOf.fill(-1);
    for (let i = ends[t]!; i < hi; i++) lastOf[group[symbols[i]!]!] = i;
    let at = ends[t]!;
    for (let g = 0; g < builders.length; g++) {
      const last = g === builders.length - 1 ? hi : bestEnd(symbols, group, g, at, lastOf[g]!);
      for (; at < last; at++) if (group[symbols[at]!] === g) builders[g]!.put(number[symbols[at]!]!);
      builders[g]!.end(counts[t]!);
    }
  }
}

function bestEnd(symbols: Int32Array, group: Int32Array, g: number, from: number, last: number): number {
  let [best, least, cost] = [from, 0, 0];
  for (let i = from; i <= last; i++) {
    const of = group[symbols[i]!]!;
    if (of === g) cost--;
    else if (of > g) cost++;
    if (cost >= least) continue;
    least = cost;
    best = i + 1;
  }
  return best;
}

/** Each group has its own events of every trace. */
function splitParallel({ symbols, ends, counts, group, number, builders }: Split): void {
  for (let t = 0; t < counts.length; t++) {
    for (let i = ends[t]!; i < ends[t + 1]!; i++) builders[group[symbols[i]!]!]!.put(number[symbols[i]!]!);
    for (const builder of builders) builder.end(counts[t]!);
  }
}

/** The body, then by turns the rest and the body; it begins and ends with the body, were it empty. */
function splitLoop({ symbols, ends, counts, group, number, builders }: Split): void {
  for (let t = 0; t < counts.length; t++) {
    let now = 0;
    for (let i = ends[t]!; i < ends[t + 1]!; i++) {
      const g = group[symbols[i]!]!;
      if (g !== now) builders[now]!.end(counts[t]!);
      now = g;
      builders[g]!.put(number[symbols[i]!]!);
    }
    builders[now]!.end(counts[t]!);
    if (now !== 0) builders[0]!.end(counts[t]!);
  }
}
