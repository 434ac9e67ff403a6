import type { ProcessTree } from './process-tree.ts';

/** How often an activity happens in one run of a model; `most` is null where there is no end to it. */
export interface ActivityUse {
  readonly activity: string;
  readonly least: number;
  readonly most: number | null;
}

/**
 * How often each activity of a tree happens at least and at most in one run, in the order of the tree.
 * @example activityUse(parseTree("->( 'a', X( tau, 'b' ) )")) // [{ activity: 'a', least: 1, most: 1 }, { activity: 'b', least: 0, most: 1 }]
 */
export function activityUse(tree: ProcessTree): ActivityUse[] {
  return [...uses(tree)].map(([activity, [least, most]]) => ({ activity, least, most: most === Number.POSITIVE_INFINITY ? null : most }));
}

type Uses = Map<string, readonly [least: number, most: number]>;

function uses(tree: ProcessTree): Uses {
  if (tree.kind === 'silent') return new Map();
  if (tree.kind === 'activity') return new Map([[tree.activity, [1, 1]]]);
  const parts = tree.children.map(uses);
  if (tree.kind === 'choice') return chosen(parts);
  const [body, ...again] = tree.kind === 'loop' ? parts.map((part, i) => repeated(part, i === 0)) : parts;
  const all: Uses = new Map(body);
  for (const part of again) for (const [a, [least, most]] of part) all.set(a, [(all.get(a)?.[0] ?? 0) + least, (all.get(a)?.[1] ?? 0) + most]);
  return all;
}

function chosen(parts: readonly Uses[]): Uses {
  const all: Uses = new Map();
  const seenIn = new Map<string, number>();
  for (const part of parts) {
    for (const [a, [least, most]] of part) {
      const before = all.get(a);
      all.set(a, [Math.min(before?.[0] ?? least, least), Math.max(before?.[1] ?? most, most)]);
      seenIn.set(a, (seenIn.get(a) ?? 0) + 1);
    }
  }
  for (const [a, [, most]] of all) if (seenIn.get(a)! < parts.length) all.set(a, [0, most]);
  return all;
}

function repeated(part: Uses, body: boolean): Uses {
  return new Map([...part].map(([a, [least]]) => [a, [body ? least : 0, Number.POSITIVE_INFINITY]]));
}

/**
 * The activities that a run of the tree can begin with and end with.
 * @example edgesOf(parseTree("->( X( tau, 'a' ), 'b' )")) // { first: ['a', 'b'], last: ['b'] }
 */
export function edgesOf(tree: ProcessTree): { first: string[]; last: string[] } {
  return { first: [...atEnd(tree, 'first').names], last: [...atEnd(tree, 'last').names] };
}

interface Edge { readonly names: Set<string>; readonly empty: boolean }

function atEnd(tree: ProcessTree, side: 'first' | 'last'): Edge {
  if (tree.kind === 'silent') return { names: new Set(), empty: true };
  if (tree.kind === 'activity') return { names: new Set([tree.activity]), empty: false };
  if (tree.kind === 'sequence') return through(side === 'first' ? tree.children : tree.children.toReversed(), side);
  const parts = tree.children.map((c) => atEnd(c, side));
  if (tree.kind === 'loop') return { names: new Set([...parts[0]!.names, ...(parts[0]!.empty ? parts.slice(1).flatMap((p) => [...p.names]) : [])]), empty: parts[0]!.empty };
  return { names: new Set(parts.flatMap((p) => [...p.names])), empty: tree.kind === 'choice' ? parts.some((p) => p.empty) : parts.every((p) => p.empty) };
}

function through(children: readonly ProcessTree[], side: 'first' | 'last'): Edge {
  const names = new Set<string>();
  for (const child of children) {
    const edge = atEnd(child, side);
    for (const n of edge.names) names.add(n);
    if (!edge.empty) return { names, empty: false };
  }
  return { names, empty: true };
}
