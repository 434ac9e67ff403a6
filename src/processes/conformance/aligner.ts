import { Distances, FAR } from './distances.ts';
import { Layers } from './layers.ts';
import type { StateGraph } from './state-graph.ts';

/** Bounds on the cost of an alignment; the upper one is that of an alignment that was found. */
export interface Cost {
  readonly lower: number;
  readonly upper: number;
}

/** What is looked at: states at each event, and what they may cost. */
export interface Effort {
  readonly width: number;
  readonly cost: number;
}

/** An alignment as pairs: the event's position or −1, and the model's label or −1. Silent steps are left out. */
export type Moves = Int32Array;

const ENTRIES_HELD = 4_000_000;
/** From so many states on an event takes long enough for looking at the clock. */
const MANY = 64;

/**
 * Optimal alignments of sequences with a model of known states, one event after another: per event the states that a run may be in after
 * explaining it, each with its least cost. A state that a cheaper one reaches by model moves is left out, since going there can wait;
 * so few are left. Sequences that begin alike share that beginning.
 */
export class Aligner {
  readonly distances: Distances;
  private readonly graph: StateGraph;
  /** Per label the steps that have it. */
  private readonly stepsOf: Int32Array[];
  /** By state and label: triples of a state after the step, the model moves before it, and the step. */
  private readonly jumps = new Map<number, Int32Array>();
  private readonly layers = new Layers();
  private readonly best: Int32Array;
  private readonly parent: Int32Array;
  private readonly step: Int32Array;
  private prefix: Int32Array = new Int32Array(0);
  private effort: Effort = { width: 0, cost: 0 };

  constructor(graph: StateGraph) {
    this.graph = graph;
    this.distances = new Distances(graph);
    const lists: number[][] = graph.labels.map(() => []);
    for (const [e, l] of graph.label.entries()) if (l >= 0) lists[l]!.push(e);
    this.stepsOf = lists.map((l) => Int32Array.from(l));
    this.best = new Int32Array(graph.states).fill(FAR);
    this.parent = new Int32Array(graph.states);
    this.step = new Int32Array(graph.states);
  }

  /** Model moves of the shortest run from start to end. */
  get shortest(): number {
    return this.distances.row(this.graph.initial).cost[this.graph.final]!;
  }

  /**
   * The cost of aligning a sequence of labels (−1: unknown to the model) where at most `effort.width` states of at most `effort.cost` are kept
   * at each event; exact where the bounds meet, the upper one endless where none is left. Null where `stop` ended it.
   */
  cost(sequence: Int32Array, effort: Effort, stop: () => boolean): Cost | null {
    const { layers } = this;
    let at = this.shared(sequence, effort);
    if (at < 0) {
      layers.clear();
      layers.push(this.graph.initial, 0, -1, -1);
      layers.close(FAR);
      at = 0;
    }
    layers.keep(at + 1);
    this.prefix = sequence.subarray(0, at);
    for (; at < sequence.length; at++) {
      if (layers.entries > ENTRIES_HELD || ((at & 7) === 7 && stop())) return null;
      if (!this.advance(sequence[at]!, stop)) return null;
      this.prefix = sequence.subarray(0, at + 1);
    }
    const { cost } = this.end();
    return { lower: Math.min(cost, layers.dropped(sequence.length)), upper: cost === FAR ? Infinity : cost };
  }

  /** The alignment that the last `cost` found, for the same sequence. */
  moves(): Moves {
    const { layers, distances } = this;
    const backward: number[] = [];
    let { entry } = this.end();
    const walk = (from: number, to: number) => { for (const l of distances.way(from, to).reverse()) backward.push(l, -1); };
    walk(layers.state(entry), this.graph.final);
    for (let i = layers.count - 2; i >= 0; i--) {
      const [step, before] = [layers.step(entry), layers.parent(entry)];
      if (step < 0) backward.push(-1, i);
      else {
        backward.push(this.graph.label[step]!, i);
        walk(layers.state(before), distances.sourceOf(step));
      }
      entry = before;
    }
    return Int32Array.from(backward.reverse());
  }

  private shared(sequence: Int32Array, effort: Effort): number {
    if (this.effort !== effort || this.layers.count === 0) {
      this.effort = effort;
      return -1;
    }
    const most = Math.min(sequence.length, this.prefix.length, this.layers.count - 1);
    let at = 0;
    while (at < most && sequence[at] === this.prefix[at]) at++;
    return at;
  }

  private end(): { cost: number; entry: number } {
    const { layers, distances, graph } = this;
    let found = { cost: FAR, entry: -1 };
    for (let e = layers.start(layers.count - 1); e < layers.entries; e++) {
      const cost = layers.cost(e) + distances.row(layers.state(e)).cost[graph.final]!;
      if (cost < found.cost) found = { cost, entry: e };
    }
    return found;
  }

  /** False where `stop` ended it: then nothing is kept. */
  private advance(label: number, stop: () => boolean): boolean {
    const { layers } = this;
    const last = layers.count - 1;
    const touched: number[] = [];
    const end = layers.entries;
    for (let e = layers.start(last); e < end; e++) {
      const [state, cost] = [layers.state(e), layers.cost(e)];
      this.propose(touched, state, cost + 1, e, -1);
      if (label < 0) continue;
      if (touched.length > MANY && stop()) return this.forget(touched);
      const jumps = this.jumpsOf(state, label);
      for (let j = 0; j < jumps.length; j += 3) this.propose(touched, jumps[j]!, cost + jumps[j + 1]!, e, jumps[j + 2]!);
    }
    const lost = this.keepBest(touched, stop);
    if (lost < 0) return this.forget(touched);
    layers.close(Math.min(lost, layers.dropped(last)));
    for (const s of touched) this.best[s] = FAR;
    return true;
  }

  private forget(touched: readonly number[]): false {
    for (const s of touched) this.best[s] = FAR;
    this.layers.clear();
    return false;
  }

  private propose(touched: number[], state: number, cost: number, parent: number, step: number): void {
    if (cost >= this.best[state]!) return;
    if (this.best[state] === FAR) touched.push(state);
    this.best[state] = cost;
    this.parent[state] = parent;
    this.step[state] = step;
  }

  /** Keeps the states that no cheaper one implies, the cheapest `width` of them; says the least cost of one left out, −1 where `stop` ended it. */
  private keepBest(touched: number[], stop: () => boolean): number {
    const { best, layers } = this;
    touched.sort((a, b) => best[a]! - best[b]! || a - b);
    const kept: number[] = [];
    for (const s of touched) {
      if (kept.some((k) => best[k]! + this.distances.row(k).cost[s]! <= best[s]!)) continue;
      if (kept.length === this.effort.width || best[s]! > this.effort.cost) return best[s]!;
      if (kept.length > MANY && stop()) return -1;
      kept.push(s);
      layers.push(s, best[s]!, this.parent[s]!, this.step[s]!);
    }
    return FAR;
  }

  private jumpsOf(state: number, label: number): Int32Array {
    const key = state * this.stepsOf.length + label;
    const known = this.jumps.get(key);
    if (known !== undefined) return known;
    const jumps = Int32Array.from(this.findJumps(state, label));
    this.jumps.set(key, jumps);
    return jumps;
  }

  /** A step reached by more model moves than the state after it needs anyway is no better than skipping the event. */
  private findJumps(state: number, label: number): number[] {
    const { graph, distances } = this;
    const { cost } = distances.row(state);
    const least = new Map<number, { cost: number; step: number }>();
    for (const e of this.stepsOf[label]!) {
      const [c, to] = [cost[distances.sourceOf(e)]!, graph.to[e]!];
      if (c < FAR && c <= cost[to]! && c < (least.get(to)?.cost ?? FAR)) least.set(to, { cost: c, step: e });
    }
    const kept: number[] = [];
    for (const [to, found] of [...least].sort((a, b) => a[1].cost - b[1].cost || a[0] - b[0])) {
      let implied = false;
      for (let j = 0; j < kept.length && !implied; j += 3) implied = kept[j + 1]! + distances.row(kept[j]!).cost[to]! <= found.cost;
      if (!implied) kept.push(to, found.cost, found.step);
    }
    if (graph.wild >= 0 && cost[graph.wild]! < FAR) kept.push(graph.wild, cost[graph.wild]!, -1);
    return kept;
  }
}
