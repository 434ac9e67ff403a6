/** Sets of numbers 0 to n − 1 that grow together. */
export class Union {
  private readonly parent: Int32Array;

  constructor(n: number) {
    this.parent = Int32Array.from({ length: n }, (_, i) => i);
  }

  /** The number that stands for the set of this one: the smallest. */
  find(a: number): number {
    let root = a;
    while (this.parent[root] !== root) root = this.parent[root]!;
    for (let at = a; at !== root;) {
      const next = this.parent[at]!;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.parent[Math.max(x, y)] = Math.min(x, y);
  }

  /** The sets, in order of their smallest numbers. */
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    for (let a = 0; a < this.parent.length; a++) {
      const root = this.find(a);
      const set = sets.get(root);
      if (set === undefined) sets.set(root, [a]);
      else set.push(a);
    }
    return [...sets.values()];
  }
}

/**
 * The strongly connected component of each node of a graph, numbered so that every arc between two of them leads to the higher number
 * (Tarjan 1972, without recursion). The arcs of node a are `to[out[a]]` to `to[out[a + 1] − 1]`.
 */
export function strongComponents(n: number, out: Int32Array, to: Int32Array): { readonly of: Int32Array; readonly size: number } {
  const of = new Int32Array(n).fill(-1), order = new Int32Array(n).fill(-1), low = new Int32Array(n), at = out.slice(0, n);
  const stack: number[] = [], path: number[] = [];
  let seen = 0, size = 0;
  const enter = (a: number) => {
    order[a] = low[a] = seen++;
    stack.push(a);
    path.push(a);
  };
  const leave = (a: number) => {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) low[above] = Math.min(low[above]!, low[a]!);
    if (low[a] !== order[a]) return;
    for (let b = -1; b !== a;) {
      b = stack.pop()!;
      of[b] = size;
    }
    size++;
  };
  for (let root = 0; root < n; root++) {
    if (order[root]! >= 0) continue;
    enter(root);
    for (let a = path.at(-1); a !== undefined; a = path.at(-1)) {
      if (at[a] === out[a + 1]) {
        leave(a);
        continue;
      }
      const b = to[at[a]!++]!;
      if (order[b]! < 0) enter(b);
      else if (of[b]! < 0) low[a] = Math.min(low[a]!, order[b]!);
    }
  }
  return { of: of.map((c) => size - 1 - c), size };
}
