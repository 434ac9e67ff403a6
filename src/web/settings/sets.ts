import type { Me } from '../api/types.ts';

export type PermissionSet = Me['sets'][number];

/** The sets, from most to least. */
export const permissionSets: readonly PermissionSet[] = ['administrator', 'editor', 'finance', 'contributor', 'viewer'];

/** What a set allows, to be read after “may”. */
export const may: Readonly<Record<PermissionSet, string>> = {
  administrator: 'do everything: people, posts, permissions, keys, the audit and erasing people',
  editor: 'read everything, change processes, services, functions and suppliers, bring in events and keep briefs',
  finance: 'read everything and keep briefs',
  contributor: 'read everything, bring in events and keep briefs',
  viewer: 'read everything and change nothing',
};

interface Granted { readonly holder: { readonly kind: string; readonly id: string }; readonly set: PermissionSet; readonly from: string; readonly to: string | null }

/**
 * Whether a grant runs at an instant: from its start up to, not including, its end.
 * @example runs({ from: '2026-01-01T00:00:00Z', to: null }, '2026-01-01T00:00:00Z') // true
 */
export function runs({ from, to }: Pick<Granted, 'from' | 'to'>, now: string): boolean {
  const at = Date.parse(now);
  return Date.parse(from) <= at && (to === null || at < Date.parse(to));
}

/** The sets that these posts or this key have at an instant, each once, from most to least. */
export function setsOf(grants: readonly Granted[], kind: 'post' | 'key', ids: readonly string[], now: string): PermissionSet[] {
  return permissionSets.filter((set) => grants.some((g) => g.set === set && g.holder.kind === kind && ids.includes(g.holder.id) && runs(g, now)));
}
