/** What a service needs of others: all groups, of each group at least `needed` of its members. */
export interface NeedGroup {
  readonly needed: number;
  readonly members: readonly string[];
}

/** For each service what it needs; a service that is absent needs nothing. */
export type Needs = ReadonlyMap<string, readonly NeedGroup[]>;

/**
 * Which services work, given those that are themselves up: one works while itself and enough of all that it needs work. Rings of
 * services that need each other work while all of them are up (greatest fixed point).
 */
export function working(needs: Needs, up: ReadonlySet<string>): Set<string> {
  const works = new Set(up);
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of works) {
      const met = (needs.get(id) ?? []).every((g) => g.members.filter((m) => works.has(m)).length >= g.needed);
      if (!met) changed = works.delete(id);
    }
  }
  return works;
}

/** At most this many services are worked out exactly; above it only the bounds are given. */
export const exactLimit = 18;

/**
 * The chance that `root` works if services failed unrelated to each other, each up by itself with its own share: exact, by walking all
 * states of the services that `root` reaches, so that a need shared by two branches counts once. Null beyond `exactLimit` services or
 * where a share is not known. Only ever shown as “if failures were unrelated” (METHODS §6).
 * @example unrelated('s', new Map(), new Map([['s', 0.99]])) // 0.99
 */
export function unrelated(root: string, needs: Needs, shares: ReadonlyMap<string, number>): number | null {
  const all = reached(root, needs);
  if (all.length > exactLimit || all.some((id) => !shares.has(id))) return null;
  const walk = (i: number, up: Set<string>, chance: number): number => {
    if (chance === 0) return 0;
    const id = all[i];
    if (id === undefined) return working(needs, up).has(root) ? chance : 0;
    const share = shares.get(id)!;
    const without = walk(i + 1, up, chance * (1 - share));
    const withIt = new Set(up).add(id);
    return without + walk(i + 1, withIt, chance * share);
  };
  return walk(0, new Set(), 1);
}

/** Everything that `root` needs, directly or through others, itself first. */
export function reached(root: string, needs: Needs): string[] {
  const seen = new Set([root]);
  for (const id of seen) for (const group of needs.get(id) ?? []) for (const member of group.members) seen.add(member);
  return [...seen];
}

/**
 * What is certain about something that needs all of several services, knowing only each one's share: at least max(0, 1 − Σ(1 − A)), at
 * most the smallest (Fréchet bounds); 1 and 1 for none.
 * @example bounds([0.99, 0.98]) // { lo: 0.97, hi: 0.98 }
 */
export function bounds(shares: readonly number[]): { lo: number; hi: number } {
  return { lo: Math.max(0, 1 - shares.reduce((sum, a) => sum + (1 - a), 0)), hi: Math.min(1, ...shares) };
}
