import { MarkingSpace } from './marking-space.ts';
import type { PetriNet } from '../models/index.ts';

/** The states of a model and the steps between them; a label is a number into `labels`, −1 a silent step. */
export interface StateGraph {
  readonly states: number;
  readonly labels: readonly string[];
  /** Steps of state s are offsets[s] to offsets[s + 1] in `to` and `label`. */
  readonly offsets: Int32Array;
  readonly to: Int32Array;
  readonly label: Int32Array;
  readonly initial: number;
  readonly final: number;
  /** A state that allows everything, in the place of states that were not looked at; −1 where all were. */
  readonly wild: number;
}

/** What became of looking at all states of a model. */
export interface Explored {
  /** States from which the end is reached, or null where no way to the end was found. */
  readonly graph: StateGraph | null;
  /** All states, with a wild one for those not looked at: it allows at least what the model does. Null where `graph` is all there is. */
  readonly relaxed: StateGraph | null;
}

/** How far states are looked at. */
export interface ExploreLimits {
  readonly states: number;
  /** Tokens of all markings together. */
  readonly tokens: number;
}

export const EXPLORE_LIMITS: ExploreLimits = { states: 50_000, tokens: 4_000_000 };

interface Step { readonly from: number; readonly to: number; readonly label: number }

/**
 * The reachable markings of a net, those with the fewest visible steps before them first, until `limits` or `stop` end it.
 * @example explore(netOfTree(parseTree("X( 'a', 'b' )"))).graph?.states // 2
 */
export function explore(net: PetriNet, limits: ExploreLimits = EXPLORE_LIMITS, stop: () => boolean = () => false): Explored {
  const space = new MarkingSpace(net);
  const labels = [...new Set(net.transitions.flatMap((t) => (t.label === null ? [] : [t.label])))];
  const codes = new Map(labels.map((l, i) => [l, i]));
  const labelOf = net.transitions.map((t) => (t.label === null ? -1 : codes.get(t.label)!));
  const steps: Step[] = [];
  const seen = new Set<number>();
  const initial = space.idOf(net.initial);
  let complete = true;
  for (let now = [initial]; now.length > 0 && complete;) {
    const next: number[] = [];
    for (const from of now) {
      if (seen.has(from)) continue;
      if (seen.size >= limits.states || space.tokensHeld > limits.tokens || stop()) {
        complete = false;
        break;
      }
      seen.add(from);
      space.enabled(from, (t) => {
        const to = space.after(from, t);
        if (to !== from || labelOf[t]! >= 0) steps.push({ from, to, label: labelOf[t]! });
        if (!seen.has(to)) (labelOf[t]! < 0 ? now : next).push(to);
        return space.tokensHeld <= 2 * limits.tokens;
      });
      if (space.tokensHeld > 2 * limits.tokens) complete = false;
    }
    now = next;
  }
  const found = { labels, steps, initial, final: space.idOf(net.final) };
  return { graph: towardsEnd(found, complete ? null : seen), relaxed: complete ? null : withWild(found, seen) };
}

interface Found { readonly labels: readonly string[]; readonly steps: readonly Step[]; readonly initial: number; readonly final: number }

function towardsEnd({ labels, steps, initial, final }: Found, only: ReadonlySet<number> | null): StateGraph | null {
  const into = new Map<number, number[]>();
  for (const s of steps) {
    const list = into.get(s.to);
    if (list === undefined) into.set(s.to, [s.from]);
    else list.push(s.from);
  }
  const alive = new Map([[final, 0]]);
  for (const state of alive.keys()) for (const from of into.get(state) ?? []) if (!alive.has(from)) alive.set(from, alive.size);
  if (!alive.has(initial)) return null;
  const kept = steps.filter((s) => alive.has(s.from) && alive.has(s.to) && (only === null || only.has(s.from)));
  return graphOf(labels, alive.size, kept.map((s) => ({ from: alive.get(s.from)!, to: alive.get(s.to)!, label: s.label })), alive.get(initial)!, 0, -1);
}

function withWild({ labels, steps, initial, final }: Found, seen: ReadonlySet<number>): StateGraph {
  const numbers = new Map([...seen].map((s, i) => [s, i]));
  const wild = numbers.size;
  const of = (state: number) => numbers.get(state) ?? wild;
  // Whatever is wild may also be the end: a silent step leads there.
  const end = numbers.get(final) ?? wild;
  const all = steps.filter((s) => seen.has(s.from)).map((s) => ({ from: of(s.from), to: of(s.to), label: s.label }));
  return graphOf(labels, wild + 1, [...all, ...(end === wild ? [] : [{ from: wild, to: end, label: -1 }])], of(initial), end, wild);
}

function graphOf(labels: readonly string[], states: number, steps: readonly Step[], initial: number, final: number, wild: number): StateGraph {
  const sorted = distinct(steps, states);
  const offsets = new Int32Array(states + 1);
  for (const s of sorted) offsets[s.from + 1]!++;
  for (let i = 0; i < states; i++) offsets[i + 1]! += offsets[i]!;
  return { states, labels, offsets, to: Int32Array.from(sorted, (s) => s.to), label: Int32Array.from(sorted, (s) => s.label), initial, final, wild };
}

function distinct(steps: readonly Step[], states: number): Step[] {
  const sorted = steps.toSorted((a, b) => a.from - b.from || a.label - b.label || a.to - b.to);
  return sorted.filter((s, i) => {
    const last = sorted[i - 1];
    return s.from < states && !(last !== undefined && last.from === s.from && last.label === s.label && last.to === s.to);
  });
}
