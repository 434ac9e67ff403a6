import { problem } from '../errors/index.ts';
import type { AnyKind } from './model.ts';

/** Kinds by name, as every register operation needs them. */
export interface Kinds {
  readonly all: readonly AnyKind[];
  /** @throws Problem `not-found` for a name that no kind has. */
  of(name: string): AnyKind;
}

/** The kinds of a program by name. */
export function kindsByName(all: readonly AnyKind[]): Kinds {
  const byName = new Map(all.map((k) => [k.name, k]));
  return {
    all,
    of: (name) => {
      const kind = byName.get(name);
      if (kind === undefined) throw problem('not-found', { detail: 'There is no such kind of record', value: name, wanted: `one of: ${[...byName.keys()].join(', ')}` });
      return kind;
    },
  };
}

/** The body of a record that holds, or undefined. */
export type LookUp = (kind: string, id: string) => Promise<unknown> | unknown;

/** The posts that own a record: its own owner and those of every record that it lies under. */
export async function ownersOf(kinds: Kinds, kindName: string, body: unknown, lookUp: LookUp): Promise<string[]> {
  const owners = new Set<string>();
  const seen = new Set<string>();
  const walk = async (kind: AnyKind, at: unknown): Promise<void> => {
    const owner = kind.owner(at);
    if (owner !== undefined) owners.add(owner);
    for (const parent of kind.parents(at)) {
      const key = `${parent.kind} ${parent.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const above = await lookUp(parent.kind, parent.id);
      if (above !== undefined) await walk(kinds.of(parent.kind), above);
    }
  };
  await walk(kinds.of(kindName), body);
  return [...owners].sort();
}
