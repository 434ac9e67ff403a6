/**
 * Groups of services that need each other (strongly connected, two or more), each sorted, in order of their first member.
 * Tarjan (1972), with a stack of our own so that a long chain cannot overflow.
 * @example serviceCycles(new Map([['a', ['b']], ['b', ['a']], ['c', ['a']]])) // [['a', 'b']]
 */
export function serviceCycles(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  const enter = (id: string) => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  for (const root of needs.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = needs.get(top.id)?.[top.next];
      if (to !== undefined) {
        top.next += 1;
        if (!index.has(to)) path.push(enter(to));
        else if (isOpen.has(to)) lower(low, top.id, index.get(to));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(low, above.id, low.get(top.id));
      if (low.get(top.id) === index.get(top.id)) groups.push(close(open, isOpen, top.id));
    }
  }
  return groups.filter((g) => g.length > 1).map((g) => g.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

function lower(low: Map<string, number>, id: string, by: number | undefined): void {
  if (by !== undefined && by < (low.get(id) ?? Infinity)) low.set(id, by);
}

function close(open: string[], isOpen: Set<string>, root: string): string[] {
  const group = open.splice(open.lastIndexOf(root));
  for (const id of group) isOpen.delete(id);
  return group;
}
