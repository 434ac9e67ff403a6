import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { activity, block, netOfTree, parseTree, type PetriNet, type ProcessTree, silent, type Transition, variantLogOf } from '../models/index.ts';
import { alignHere } from './align-here.ts';

const { tree } = fc.letrec<{ tree: ProcessTree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3 }, fc.constantFrom('a', 'b', 'c', 'd').map(activity), fc.constant(silent),
    fc.tuple(fc.constantFrom('sequence' as const, 'choice' as const, 'parallel' as const), fc.array(tie('tree'), { minLength: 1, maxLength: 3 })).map(([kind, children]) => block(kind, children)),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((children) => block('loop', children))),
}));
const place = fc.nat({ max: 4 });
const places = (minLength: number, maxLength: number) => fc.array(place, { minLength, maxLength });
/** Any net of five places: not sound, not safe, with weights, steps from nothing and into nothing; mostly with an end that some run reaches. */
const anyNet: fc.Arbitrary<PetriNet> = fc.record({
  transitions: fc.array(fc.record({ label: fc.constantFrom('a', 'b', 'c', null), inputs: fc.oneof({ weight: 30, arbitrary: places(1, 2) }, { weight: 1, arbitrary: places(0, 3) }), outputs: fc.oneof({ weight: 8, arbitrary: places(1, 1) }, { weight: 2, arbitrary: places(0, 2) }) }), { minLength: 2, maxLength: 7 }),
  initial: places(1, 2), walk: fc.array(fc.nat(), { maxLength: 8 }), other: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: places(0, 2) }),
}).map(({ transitions, initial, walk, other }) => {
  const net = { places: [0, 1, 2, 3, 4].map((p) => ({ id: `p${p}` })), transitions: transitions.map((t, i) => ({ id: `t${i}`, ...t })), initial };
  const end = walk.reduce<readonly number[]>((marking, pick) => {
    const next = net.transitions.map((t) => fired(t, marking)).filter((m) => m !== null);
    return next.length === 0 ? marking : next[pick % next.length]!;
  }, initial);
  return { ...net, final: other ?? end };
});
const trace = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { maxLength: 7 });

function fired(t: Transition, marking: readonly number[]): number[] | null {
  const rest = [...marking];
  return t.inputs.every((p) => rest.includes(p) && rest.splice(rest.indexOf(p), 1).length === 1) ? [...rest, ...t.outputs] : null;
}

/** Dijkstra on the synchronous product, as the definition says; null where it met `most` states without an answer. */
function bruteForce(net: PetriNet, events: readonly string[], most: number): number | 'none' | null {
  const key = (at: number, marking: readonly number[]) => `${at};${marking.toSorted((a, b) => a - b).join()}`;
  const goal = key(events.length, net.final);
  const buckets: { at: number; marking: readonly number[] }[][] = [[{ at: 0, marking: net.initial }]];
  const done = new Set<string>();
  for (let cost = 0; cost < buckets.length; cost++) {
    const bucket = buckets[cost] ??= [];
    for (const { at, marking } of bucket) {
      const here = key(at, marking);
      if (done.has(here)) continue;
      if (here === goal) return cost;
      if (done.size >= most) return null;
      done.add(here);
      const go = (more: number, next: { at: number; marking: readonly number[] }) => (buckets[cost + more] ??= []).push(next);
      if (at < events.length) go(1, { at: at + 1, marking });
      for (const t of net.transitions) {
        const after = fired(t, marking);
        if (after === null) continue;
        go(t.label === null ? 0 : 1, { at, marking: after });
        if (t.label !== null && t.label === events[at]) go(0, { at: at + 1, marking: after });
      }
    }
  }
  return 'none';
}

/** Whether moves are an alignment: they tell the events in order, and a run of the model. */
function isAlignment(net: PetriNet, events: readonly string[], pairs: readonly (readonly [number, string | null])[]): boolean {
  const told = pairs.flatMap(([at]) => (at < 0 ? [] : [at]));
  if (told.length !== events.length || told.some((at, i) => at !== i)) return false;
  if (pairs.some(([at, label]) => at >= 0 && label !== null && events[at] !== label)) return false;
  return bruteForce(net, pairs.flatMap(([, label]) => (label === null ? [] : [label])), 20_000) === 0;
}

/** What is wrong with an alignment of which an exhaustive search knows the cost; null where nothing is. */
function wrong(net: PetriNet, events: readonly string[], truth: number, limits = { states: 5000, tokens: 50_000 }): string | null {
  const { costs: [cost], moves: [moves], labels } = alignHere(net, variantLogOf([events]), undefined, limits);
  if (cost!.lower !== truth || cost!.upper !== truth) return `${cost!.lower} to ${cost!.upper} instead of ${truth}`;
  if (moves === null || moves === undefined) return truth === 0 ? null : 'no moves';
  const pairs = Array.from({ length: moves.length / 2 }, (_, i) => [moves[2 * i]!, labels[moves[2 * i + 1]!] ?? null] as const);
  const deviating = pairs.filter(([at, label]) => at < 0 || label === null).length;
  return deviating === truth && isAlignment(net, events, pairs) ? null : `no alignment of cost ${truth}: ${JSON.stringify(pairs)}`;
}

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

test('500 random trees and traces: as an exhaustive search', () => {
  let found = 0;
  fc.assert(fc.property(tree, trace, (t, events) => {
    const net = netOfTree(t);
    const truth = bruteForce(net, events, 20_000);
    if (typeof truth !== 'number') return;
    found++;
    expect(wrong(net, events, truth)).toBeNull();
  }), { numRuns: 500, seed: 1 });
  expect(found).toBe(500);
});

test('500 random nets of any kind, also unsound and unbounded: as an exhaustive search, or bounds around it, or no way', () => {
  const met = { exact: 0, bounds: 0, none: 0 };
  const limits = { states: 80, tokens: 5000 };
  fc.assert(fc.property(anyNet, trace, (net, events) => {
    const truth = bruteForce(net, events, 1000);
    const align = () => alignHere(net, variantLogOf([events]), undefined, limits);
    const code = codeOf(align);
    if (truth === null || code === 'too-large') return;
    expect(code).toBe(truth === 'none' ? 'bad-input' : null);
    if (truth === 'none') return void met.none++;
    const { lower, upper } = align().costs[0]!;
    expect([Math.min(lower, truth), Math.max(upper, truth)]).toEqual([lower, upper]);
    expect(lower < upper ? null : wrong(net, events, truth, limits)).toBeNull();
    met[lower < upper ? 'bounds' : 'exact']++;
  }), { numRuns: 500, seed: 2 });
  expect(met.exact).toBeGreaterThan(300);
  expect(met.none).toBeGreaterThan(10);
});

test('known answers: skipped, extra, swapped, unknown, empty', () => {
  const net = netOfTree(parseTree("->( 'a', +( 'b', 'c' ), 'd' )"));
  const costs = (...traces: string[][]) => alignHere(net, variantLogOf(traces)).costs.map((c) => c.upper);
  expect(costs(['a', 'b', 'c', 'd'], ['a', 'c', 'b', 'd'], ['a', 'c', 'd'], ['a', 'b', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'], ['x', 'a', 'b', 'c', 'd'], [])).toEqual([0, 0, 1, 1, 2, 1, 4]);
  expect(alignHere(net, variantLogOf([])).costs).toEqual([]);
});
