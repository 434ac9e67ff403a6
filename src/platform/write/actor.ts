import type { ActorKind } from '../audit/model.ts';

/** What a post or a key may do, from most to least (DESIGN §3). */
export const permissionSets = ['administrator', 'editor', 'finance', 'contributor', 'viewer'] as const;
export type PermissionSet = (typeof permissionSets)[number];

/** Every set: for what anybody who is signed in may read. */
export const anySet: readonly PermissionSet[] = permissionSets;

/** A post held now: as its holder, or as deputy inside a dated delegation. */
export interface HeldPost {
  readonly post: string;
  readonly deputy: boolean;
}

/** Who acts: a person, an API key, the operator of this machine (command line), or the system itself (jobs). */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly sets: ReadonlySet<PermissionSet>;
  readonly posts: readonly HeldPost[];
}

export const systemActor: Actor = { kind: 'system', id: 'system', sets: new Set(permissionSets), posts: [] };

/**
 * Whether `actor` may act: one of its sets is named, or it holds a post that owns the record or one of the record's parents.
 * `owners` undefined means the record has no owner.
 */
export function permits(actor: Actor, sets: readonly PermissionSet[], owners: readonly string[] = []): boolean {
  if (sets.some((s) => actor.sets.has(s))) return true;
  return actor.kind !== 'key' && actor.posts.some((held) => owners.includes(held.post));
}
