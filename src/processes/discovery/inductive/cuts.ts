import type { Operator } from '../../models/index.ts';
import { Union } from './components.ts';
import type { Follows } from './follows.ts';
import { sequenceGroups } from './sequence-cut.ts';

/** How the activities of a log fall apart: by which operator and into which groups, at least two. */
export interface Cut {
  readonly kind: Operator;
  readonly groups: readonly (readonly number[])[];
}

/**
 * The first cut that a directly-follows graph has, of exclusive choice, sequence, concurrency and loop (Leemans, Fahland, van der Aalst
 * 2013, section 4; sequences as in Leemans 2017, section 6.1.1); null where it has none. Takes time in proportion to activities and pairs.
 */
export function findCut(f: Follows): Cut | null {
  if (f.n < 2) return null;
  for (const [kind, groupsOf] of [['choice', choiceGroups], ['sequence', sequenceGroups], ['parallel', parallelGroups], ['loop', loopGroups]] as const) {
    const groups = groupsOf(f);
    if (groups.length > 1) return { kind, groups };
  }
  return null;
}

function choiceGroups({ n, from, to }: Follows): number[][] {
  const union = new Union(n);
  for (let e = 0; e < from.length; e++) union.join(from[e]!, to[e]!);
  return union.sets();
}

/** Groups with every pair between them both ways, each with a start and an end of traces: one without them goes to the group before it. */
function parallelGroups(f: Follows): number[][] {
  const groups = notBothWays(f).sort((a, b) => a.length - b.length || a[0]! - b[0]!);
  for (let i = 0; i < groups.length && groups.length > 1;) {
    const group = groups[i]!;
    if (group.some((a) => f.start[a]! > 0) && group.some((a) => f.end[a]! > 0)) {
      i++;
      continue;
    }
    groups.splice(i, 1);
    const other = i === 0 ? 0 : i - 1;
    groups[other] = [...groups[other]!, ...group].sort((a, b) => a - b);
  }
  return groups;
}

/** Components of the graph that joins activities unless each follows the other; walked without ever writing that dense graph down. */
function notBothWays(f: Follows): number[][] {
  const components: number[][] = [];
  const both = bothWays(f);
  let waiting = Array.from({ length: f.n }, (_, a) => a);
  const beside = new Int32Array(f.n).fill(-1);
  while (waiting.length > 0) {
    const component = [waiting.shift()!];
    for (const a of component) {
      for (const b of both[a]!) beside[b] = a;
      const rest: number[] = [];
      for (const b of waiting) (beside[b] === a ? rest : component).push(b);
      waiting = rest;
    }
    components.push(component.sort((a, b) => a - b));
  }
  return components;
}

function bothWays({ n, from, to, out }: Follows): number[][] {
  const both: number[][] = Array.from({ length: n }, () => []);
  const before: number[][] = Array.from({ length: n }, () => []);
  for (let e = 0; e < from.length; e++) before[to[e]!]!.push(from[e]!);
  const after = new Int32Array(n).fill(-1);
  for (let a = 0; a < n; a++) {
    for (let e = out[a]!; e < out[a + 1]!; e++) after[to[e]!] = a;
    for (const b of before[a]!) if (after[b] === a) both[a]!.push(b);
  }
  return both;
}

/**
 * The body of a loop, with every start and end of traces, and what leads from its ends back to its starts. A component that is entered
 * from elsewhere, left to elsewhere, or that knows only some of the starts or ends belongs to the body.
 */
function loopGroups(f: Follows): number[][] {
  const { n, from, to, start, end } = f;
  const body = Uint8Array.from({ length: n }, (_, a) => Number(start[a]! > 0 || end[a]! > 0));
  const union = new Union(n);
  for (let e = 0; e < from.length; e++) if (body[from[e]!] === 0 && body[to[e]!] === 0) union.join(from[e]!, to[e]!);
  const [starts, ends] = [start, end].map((of) => of.reduce((sum, x) => sum + Number(x > 0), 0));
  const inside = new Uint8Array(n);
  const toStarts = new Int32Array(n), fromEnds = new Int32Array(n);
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e]!, to[e]!];
    if (body[a] === body[b]) continue;
    if (body[a] === 1 && end[a]! > 0) fromEnds[b]!++;
    else if (body[b] === 1 && start[b]! > 0) toStarts[a]!++;
    else inside[union.find(body[a] === 1 ? b : a)] = 1;
  }
  for (let a = 0; a < n; a++) {
    if (body[a] === 1) continue;
    if ((toStarts[a]! > 0 && toStarts[a] !== starts) || (fromEnds[a]! > 0 && fromEnds[a] !== ends)) inside[union.find(a)] = 1;
  }
  const groups: [number[], number[]] = [[], []];
  for (let a = 0; a < n; a++) groups[body[a] === 1 || inside[union.find(a)] === 1 ? 0 : 1].push(a);
  return groups[1].length === 0 ? [groups[0]] : groups;
}
