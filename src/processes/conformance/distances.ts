import type { StateGraph } from './state-graph.ts';

/** Farther than any way. */
export const FAR = 0x3fffffff;

/** From one state: visible steps on the shortest way to each state, and the last step on it. */
export interface Row {
  readonly cost: Int32Array;
  readonly via: Int32Array;
}

const ENTRIES_HELD = 12_000_000;

/** Shortest ways between the states of a graph, silent steps for nothing and visible steps for one, worked out when asked for. */
export class Distances {
  readonly graph: StateGraph;
  private readonly sources: Int32Array;
  private rows = new Map<number, Row>();

  constructor(graph: StateGraph) {
    this.graph = graph;
    this.sources = new Int32Array(graph.to.length);
    for (let s = 0; s < graph.states; s++) this.sources.fill(s, graph.offsets[s]!, graph.offsets[s + 1]!);
  }

  row(state: number): Row {
    const known = this.rows.get(state);
    if (known !== undefined) return known;
    if ((this.rows.size + 1) * this.graph.states > ENTRIES_HELD) this.rows = new Map();
    const row = this.search(state);
    this.rows.set(state, row);
    return row;
  }

  /** Labels of the visible steps on a shortest way. */
  way(from: number, to: number): number[] {
    const { via } = this.row(from);
    const labels: number[] = [];
    for (let at = to; at !== from; at = this.sources[via[at]!]!) if (this.graph.label[via[at]!]! >= 0) labels.push(this.graph.label[via[at]!]!);
    return labels.reverse();
  }

  sourceOf(step: number): number {
    return this.sources[step]!;
  }

  private search(start: number): Row {
    const { states, offsets, to, label } = this.graph;
    const cost = new Int32Array(states).fill(FAR);
    const via = new Int32Array(states).fill(-1);
    cost[start] = 0;
    let now = [start];
    for (let level = 0; now.length > 0; level++) {
      const next: number[] = [];
      for (const s of now) {
        if (cost[s] !== level) continue;
        for (let e = offsets[s]!; e < offsets[s + 1]!; e++) {
          const silent = label[e]! < 0;
          const c = silent ? level : level + 1;
          if (c >= cost[to[e]!]!) continue;
          cost[to[e]!] = c;
          via[to[e]!] = e;
          (silent ? now : next).push(to[e]!);
        }
      }
      now = next;
    }
    return { cost, via };
  }
}
