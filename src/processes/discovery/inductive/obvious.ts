import { activity, type Operator, type ProcessTree, silent, type VariantLog } from '../../models/index.ts';
import { fold } from './fold.ts';

/** Cases by what they did, activities joined by line ends. */
export type PlainLog = ReadonlyMap<string, number>;
type Groups = readonly (readonly string[])[];
interface Graph { readonly all: readonly string[]; readonly pairs: ReadonlyMap<string, number>; readonly start: ReadonlyMap<string, number>; readonly end: ReadonlyMap<string, number> }
interface How {
  readonly noise: number;
  /** As PM4Py 2.7.14 counts: where traces become equal in a parallel cut, the count of the last of them instead of their sum. */
  readonly lastOfEqual?: boolean;
}

const stepsOf = (trace: string) => (trace === '' ? [] : trace.split('\n'));
const sum = (counts: Iterable<number>) => [...counts].reduce((a, b) => a + b, 0);
const add = (to: Map<string, number>, key: string, n: number) => to.set(key, (to.get(key) ?? 0) + n);

/** A variant log in texts, in the order of its variants or of `place`. */
export function plainLog({ activities, sequences, counts }: VariantLog, place: (variant: number) => number = (i) => i): PlainLog {
  const order = [...sequences.keys()].sort((a, b) => place(a) - place(b));
  return new Map(order.map((i) => [Array.from(sequences[i]!, (a) => activities[a]!).join('\n'), counts[i]!]));
}

/** The inductive miner as its papers tell it, with texts and sets, at whatever cost: what the quick one is tested against. */
export function obviousTree(log: PlainLog, how: How): ProcessTree {
  const all = sum(log.values()), empty = log.get('') ?? 0;
  if (empty === all) return silent;
  const full = new Map([...log].filter(([trace]) => trace !== ''));
  return empty > how.noise * all ? fold('choice', [silent, treeOf(full, how)]) : treeOf(full, how);
}

function treeOf(log: PlainLog, how: How): ProcessTree {
  const graph = graphOf(log);
  const { all, start, end } = graph;
  if (all.length === 1 && [...log.keys()].join() === all[0]) return activity(all[0]!);
  const block = (kind: Operator, groups: Groups) => fold(kind, split(log, kind, groups, how).map((part) => obviousTree(part, how)));
  const cut = cutOf(graph) ?? (how.noise > 0 ? cutOf(withoutRare(graph, how.noise)) : null);
  if (cut !== null) return block(...cut);
  const apart = all.find((a) => all.length > 1 && [...log.keys()].every((t) => stepsOf(t).filter((s) => s === a).length === 1))
    ?? all.find((a) => cutOf(graphOf(project(log, all.filter((b) => b !== a)))) !== null);
  if (apart !== undefined) return fold('parallel', [[apart], all.filter((b) => b !== apart)].map((g) => obviousTree(project(log, g), how)));
  for (const strict of [true, false]) {
    const pieces = new Map<string, number>();
    for (const [trace, n] of log) {
      const marked = stepsOf(trace).map((s, i, steps) => (i > 0 && start.has(s) && (!strict || end.has(steps[i - 1]!)) ? `\t${s}` : s));
      for (const piece of marked.join('\n').split('\n\t')) add(pieces, piece, n);
    }
    if (sum(pieces.values()) > sum(log.values())) return fold('loop', [obviousTree(pieces, how), silent]);
  }
  return fold('loop', [silent, fold('choice', all.map(activity))]);
}

function graphOf(log: PlainLog): Graph {
  const [pairs, start, end] = [0, 1, 2].map(() => new Map<string, number>()) as [Map<string, number>, Map<string, number>, Map<string, number>];
  for (const [trace, n] of log) {
    const steps = stepsOf(trace);
    for (const [i, s] of steps.entries()) {
      if (i === 0) add(start, s, n);
      if (i === steps.length - 1) add(end, s, n);
      else add(pairs, `${s}\n${steps[i + 1]!}`, n);
    }
  }
  return { all: [...new Set([...log.keys()].flatMap(stepsOf))].sort(), pairs, start, end };
}

function withoutRare(graph: Graph, noise: number): Graph {
  const most = (a: string) => Math.max(graph.end.get(a) ?? 0, ...[...graph.pairs].filter(([pair]) => stepsOf(pair)[0] === a).map(([, n]) => n));
  return { ...graph, pairs: new Map([...graph.pairs].filter(([pair, n]) => n > noise * most(stepsOf(pair)[0]!))) };
}

function cutOf(graph: Graph): [Operator, Groups] | null {
  const { all, pairs, start, end } = graph;
  const follows = (a: string, b: string) => pairs.has(`${a}\n${b}`);
  const reached = new Map(all.map((a) => [a, closure([a], (x) => all.filter((y) => follows(x, y)))]));
  const reaches = (a: string, b: string) => reached.get(a)!.has(b);
  const choice = merged(all, (a, b) => follows(a, b) || follows(b, a));
  if (choice.length > 1) return ['choice', choice];
  const sequence = merged(all, (a, b) => reaches(a, b) === reaches(b, a)).sort(([a], [b]) => (reaches(a!, b!) ? -1 : 1));
  if (sequence.length > 1) return ['sequence', skippedTogether(sequence, graph)];
  const parallel = merged(all, (a, b) => !follows(a, b) || !follows(b, a)).sort((a, b) => a.length - b.length);
  for (let i = 0; i < parallel.length && parallel.length > 1;) {
    if (parallel[i]!.some((a) => start.has(a)) && parallel[i]!.some((a) => end.has(a))) i++;
    else {
      const [group] = parallel.splice(i, 1);
      parallel[Math.max(0, i - 1)]!.push(...group!);
    }
  }
  if (parallel.length > 1) return ['parallel', parallel];
  const sides = all.filter((a) => start.has(a) || end.has(a));
  const [starts, ends] = [[...start.keys()], [...end.keys()]];
  const some = (list: readonly string[], test: (a: string) => boolean) => list.some(test) && !list.every(test);
  const inside = (group: readonly string[]) => group.some((a) => sides.some((b) => (follows(b, a) && !end.has(b)) || (follows(a, b) && !start.has(b)))
    || some(starts, (s) => follows(a, s)) || some(ends, (e) => follows(e, a)));
  const others = merged(all.filter((a) => !sides.includes(a)), (a, b) => follows(a, b) || follows(b, a));
  const redo = others.filter((g) => !inside(g)).flat();
  return redo.length === 0 ? null : ['loop', [all.filter((a) => !redo.includes(a)), redo]];
}

function closure(from: readonly string[], next: (a: string) => readonly string[]): Set<string> {
  const found = new Set(from.flatMap(next));
  for (const a of found) for (const b of next(a)) found.add(b);
  return found;
}

/** Groups such that no two activities of different ones belong together, directly. */
function merged(all: readonly string[], together: (a: string, b: string) => boolean): string[][] {
  const groups: string[][] = [];
  for (const a of all) {
    const mine = groups.filter((g) => g.some((b) => together(a, b)));
    for (const g of mine) groups.splice(groups.indexOf(g), 1);
    groups.push([...mine.flat(), a].sort());
  }
  return groups.sort(([a], [b]) => (a! < b! ? -1 : 1));
}

/** Joins groups of a sequence that are left out together or not at all, unless nothing of the sequence would be left. */
function skippedTogether(groups: readonly string[][], { pairs, start, end }: Graph): Groups {
  const at = (a: string) => groups.findIndex((g) => g.includes(a));
  const moves = [...[...pairs.keys()].map((pair) => stepsOf(pair).map(at)), ...[...start.keys()].map((a) => [-1, at(a)]), ...[...end.keys()].map((a) => [at(a), groups.length])] as [number, number][];
  let home = groups.map((_, g) => g);
  const join = (p: number, q: number) => {
    if (home[q] === q) home = home.map((h) => (h === q ? p : h));
  };
  for (const [p] of groups.entries()) {
    if (home[p] !== p || !moves.some(([a, b]) => a < p && p < b)) continue;
    for (let q = p - 1; q >= 0 && moves.every(([a, b]) => a !== q || b <= p); q--) join(p, q);
    for (let q = p + 1; q < groups.length && moves.every(([a, b]) => b !== q || a >= p); q++) join(p, q);
  }
  const joined = groups.map((_, g) => groups.filter((_, q) => home[q] === g).flat().sort()).filter((g) => g.length > 0);
  return joined.length > 1 ? joined : groups;
}

function project(log: PlainLog, group: readonly string[], last = false): PlainLog {
  const part = new Map<string, number>();
  for (const [trace, n] of log) {
    const key = stepsOf(trace).filter((s) => group.includes(s)).join('\n');
    part.set(key, n + (last ? 0 : part.get(key) ?? 0));
  }
  return part;
}

function split(log: PlainLog, kind: Operator, groups: Groups, { lastOfEqual = false }: How): PlainLog[] {
  if (kind === 'parallel') return groups.map((g) => project(log, g, lastOfEqual));
  const parts = groups.map(() => new Map<string, number>());
  for (const [trace, n] of log) {
    const steps = stepsOf(trace).map((name) => ({ name, of: groups.findIndex((g) => g.includes(name)) }));
    for (const { of, names } of PIECES[kind](steps, groups.length)) add(parts[of]!, names.join('\n'), n);
  }
  return parts;
}

interface Step { readonly name: string; readonly of: number }
interface Piece { readonly of: number; readonly names: readonly string[] }
const piece = (of: number, steps: readonly Step[]): Piece => ({ of, names: steps.filter((s) => s.of === of).map((s) => s.name) });

const PIECES: Readonly<Record<'choice' | 'sequence' | 'loop', (steps: readonly Step[], k: number) => Piece[]>> = {
  choice: (steps, k) => {
    const votes = Array.from({ length: k }, (_, g) => steps.filter((s) => s.of === g).length);
    return [piece(votes.lastIndexOf(Math.max(...votes)), steps)];
  },
  sequence: (steps, k) => {
    let left = steps;
    return Array.from({ length: k }, (_, g) => {
      const gain = (n: number) => left.slice(0, n).reduce((had, s) => had + (s.of === g ? 1 : s.of > g ? -1 : 0), 0);
      const gains = Array.from({ length: left.length + 1 }, (_, n) => gain(n));
      const n = g === k - 1 ? left.length : gains.indexOf(Math.max(...gains));
      const mine = piece(g, left.slice(0, n));
      left = left.slice(n);
      return mine;
    });
  },
  loop: (steps) => {
    const runs: Step[][] = [[]];
    for (const [i, s] of steps.entries()) {
      if (s.of !== (steps[i - 1]?.of ?? 0)) runs.push([]);
      runs.at(-1)!.push(s);
    }
    if (runs.length % 2 === 0) runs.push([]);
    return runs.map((run, i) => piece(i % 2, run));
  },
};
