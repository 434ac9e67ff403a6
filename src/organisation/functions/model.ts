/**
 * Cycles in a map from id to parent, each once, beginning at its smallest id.
 * @example ancestorCycles(new Map([['a', 'b'], ['b', 'a'], ['c', 'a']])) // [['a', 'b']]
 */
export function ancestorCycles(parents: ReadonlyMap<string, string | undefined>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of parents.keys()) {
    const path: string[] = [];
    const at = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && !done.has(id) && !at.has(id)) {
      at.set(id, path.length);
      path.push(id);
      id = parents.get(id);
    }
    const from = id === undefined ? undefined : at.get(id);
    if (from !== undefined) cycles.push(smallestFirst(path.slice(from)));
    for (const p of path) done.add(p);
  }
  return cycles;
}

function smallestFirst(cycle: string[]): string[] {
  const least = cycle.reduce((best, id, i) => (id < (cycle[best] ?? '') ? i : best), 0);
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}
