import { strongComponents, Union } from './components.ts';
import type { Follows } from './follows.ts';

/**
 * Groups of activities such that each can reach all of those in later groups and none in earlier ones, as many as there are; groups that
 * can only be skipped together with a neighbour are joined to it, unless nothing would be left of the sequence.
 */
export function sequenceGroups(f: Follows): number[][] {
  const { of, size } = strongComponents(f.n, f.out, f.to);
  if (size === 1) return [];
  const position = seriesOf(arcsBetween(f, of, size));
  const groups: number[][] = [];
  for (let a = 0; a < f.n; a++) (groups[position[of[a]!]!] ??= []).push(a);
  if (groups.length < 2) return groups;
  const joined = joinSkipped(f, groups);
  return joined.length > 1 ? joined : groups;
}

interface Arcs { readonly after: readonly (readonly number[])[]; readonly before: readonly (readonly number[])[] }

function arcsBetween({ from, to }: Follows, of: Int32Array, size: number): Arcs {
  const after = Array.from({ length: size }, () => new Set<number>());
  for (let e = 0; e < from.length; e++) if (of[from[e]!] !== of[to[e]!]) after[of[from[e]!]!]!.add(of[to[e]!]!);
  const before: number[][] = Array.from({ length: size }, () => []);
  for (const [a, set] of after.entries()) for (const b of set) before[b]!.push(a);
  return { after: after.map((s) => [...s]), before };
}

/**
 * For each node of an acyclic graph, numbered in a topological order, in which part of its longest series it lies. The order can be cut
 * behind a node where every last one up to there has an arc to every first one beyond: then, and only then, all of the one side reach
 * all of the other. The arcs between the two are counted while the cut moves, so that all cuts take one walk over the graph.
 */
function seriesOf({ after, before }: Arcs): Int32Array {
  const n = after.length;
  const part = new Int32Array(n);
  const missing = Int32Array.from(before, (b) => b.length);
  const last = new Uint8Array(n), first = Uint8Array.from(before, (b) => Number(b.length === 0));
  let lasts = 0, firsts = first.reduce((sum, x) => sum + x, 0), arcs = 0, at = 0;
  for (let v = 0; v < n; v++) {
    part[v] = at;
    for (const x of before[v]!) if (last[x] === 1) arcs--;
    first[v] = 0;
    firsts--;
    for (const x of before[v]!) {
      if (last[x] === 0) continue;
      for (const y of after[x]!) if (first[y] === 1) arcs--;
      last[x] = 0;
      lasts--;
    }
    for (const y of after[v]!) {
      if (--missing[y]! > 0) continue;
      first[y] = 1;
      firsts++;
      for (const x of before[y]!) if (last[x] === 1) arcs++;
    }
    last[v] = 1;
    lasts++;
    for (const y of after[v]!) if (first[y] === 1) arcs++;
    if (arcs === lasts * firsts) at++;
  }
  return part;
}

function joinSkipped(f: Follows, groups: readonly number[][]): number[][] {
  const k = groups.length;
  const { skipped, farthest, nearest } = reaches(f, groups);
  const union = new Union(k);
  const taken = new Uint8Array(k);
  const take = (p: number, q: number) => {
    if (taken[q] === 0) union.join(q, p);
    taken[q] = 1;
  };
  for (let p = 0; p < k; p++) {
    if (!skipped[p] || taken[p] === 1) continue;
    for (let q = p - 1; q >= 0 && farthest[q]! <= p; q--) take(p, q);
    for (let q = p + 1; q < k && nearest[q]! >= p; q++) take(p, q);
  }
  return union.sets().map((set) => set.flatMap((g) => groups[g]!).sort((a, b) => a - b));
}

/** Which groups some trace passes over, and the last group that each leads to and the first that leads to it; beyond them at the ends of traces. */
function reaches({ n, from, to, start, end }: Follows, groups: readonly (readonly number[])[]): { skipped: boolean[]; farthest: Float64Array; nearest: Float64Array } {
  const k = groups.length;
  const group = new Int32Array(n);
  for (const [g, members] of groups.entries()) for (const a of members) group[a] = g;
  const farthest = new Float64Array(k).fill(-Infinity), nearest = new Float64Array(k).fill(Infinity);
  const passes = new Int32Array(k + 1);
  const pass = (a: number, b: number) => {
    if (a >= 0) farthest[a] = Math.max(farthest[a]!, b === k ? Infinity : b);
    if (b < k) nearest[b] = Math.min(nearest[b]!, a === -1 ? -Infinity : a);
    if (b - a < 2) return;
    passes[a + 1]!++;
    passes[b]!--;
  };
  for (let e = 0; e < from.length; e++) pass(group[from[e]!]!, group[to[e]!]!);
  for (let a = 0; a < n; a++) {
    if (start[a]! > 0) pass(-1, group[a]!);
    if (end[a]! > 0) pass(group[a]!, k);
  }
  let open = 0;
  return { skipped: Array.from({ length: k }, (_, p) => (open += passes[p]!) > 0), farthest, nearest };
}
