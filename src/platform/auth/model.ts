import type { Actor, PermissionSet } from '../write/index.ts';

/** Shortest and longest password, in characters. */
export const passwordLength = { min: 12, max: 128 };
/** Days that a session lasts, from the sign-in; it is not prolonged. */
export const sessionDays = 7;
/** Hours that a one-time link lasts. */
export const linkHours = { 'set-up': 24, invitation: 7 * 24, reset: 24 } as const;
export type LinkPurpose = keyof typeof linkHours;
/** Hours for which somebody cannot sign for a post that they gave themselves. */
export const selfAppointmentHours = 24;
/** Failed passwords for one address in so many minutes, after which it waits for the rest of them. */
export const attemptLimit = { failures: 10, minutes: 15 };

const hour = 3_600_000;

/** Who was given a post and by whom, both as ids of the register of people (null: by nobody in it), and when it was recorded. */
export interface Appointment {
  readonly post: string;
  readonly givenTo: string;
  readonly givenBy: string | null;
  readonly recordedAt: Date;
}

/** Who signs: the actor, and the person of the register behind it. */
export interface Signer {
  readonly actor: Actor;
  readonly person: string | null;
}

export type SigningAnswer =
  | { readonly may: true; readonly deputy: boolean }
  | { readonly may: false; readonly why: 'not-a-person' | 'does-not-hold-the-post' | 'gave-it-to-themselves' };

/**
 * Whether somebody may sign as `post` at `now`: only a person, who holds it now (or stands in as deputy, and is shown as deputy), and who did
 * not give it to themselves in the last 24 hours, as holder or as deputy.
 * @example canSign({ actor: key, person: null }, 'coo', [], new Date()) // { may: false, why: 'not-a-person' }
 */
export function canSign({ actor, person }: Signer, post: string, appointments: readonly Appointment[], now: Date): SigningAnswer {
  if (actor.kind !== 'person' || person === null) return { may: false, why: 'not-a-person' };
  const held = actor.posts.filter((p) => p.post === post);
  if (held.length === 0) return { may: false, why: 'does-not-hold-the-post' };
  const since = now.getTime() - selfAppointmentHours * hour;
  const self = appointments.some((a) => a.post === post && a.givenTo === person && a.givenBy === person && a.recordedAt.getTime() > since);
  if (self) return { may: false, why: 'gave-it-to-themselves' };
  return { may: true, deputy: held.every((p) => p.deputy) };
}

/**
 * Whether signatures are by as many different people as there are signatures, whatever posts they hold.
 * @example differentPeople(['p1', 'p1']) // false
 */
export function differentPeople(signers: readonly string[]): boolean {
  return new Set(signers).size === signers.length;
}

/** A grant of a permission set, from an instant up to but not including another (null: until it is ended). */
export interface Granted {
  readonly set: PermissionSet;
  readonly from: Date;
  readonly to: Date | null;
}

/**
 * The sets granted at `now`.
 * @example [...setsAt([{ set: 'viewer', from: new Date(0), to: null }], new Date(1))] // ['viewer']
 */
export function setsAt(grants: readonly Granted[], now: Date): Set<PermissionSet> {
  return new Set(grants.filter((g) => g.from <= now && (g.to === null || now < g.to)).map((g) => g.set));
}

/** The headers by which a browser says where a request comes from. */
export interface RequestOrigin {
  readonly origin: string | undefined;
  readonly site: string | undefined;
}

/**
 * Whether a request that carries our cookie comes from our own pages: its Origin is one of `origins`, or the browser says same-origin. A
 * request that says neither is not believed.
 * @example isSameOrigin({ origin: 'https://evil.example', site: 'cross-site' }, ['https://ops.example']) // false
 */
export function isSameOrigin({ origin, site }: RequestOrigin, origins: readonly string[]): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return origins.includes(origin);
  return site === 'same-origin';
}

/** An operating-system user's name as an actor's id: what a command line may claim, cut to what such names hold. */
export function operatorId(claimed: string | undefined, fallback: string): string {
  return claimed !== undefined && /^[a-z0-9_][a-z0-9._-]{0,63}\$?$/i.test(claimed) ? claimed : fallback;
}
