import type { Tx } from '../db/index.ts';
import type { HeldPost, WriteCtx } from '../write/index.ts';

/** What sign-in asks of the registers of people and posts, which lie below it (DESIGN §1); app.ts fills it. */
export interface People {
  /** The posts that a person holds at an instant, as holder or as deputy. */
  readonly holdings: (person: string, at: Date) => Promise<readonly HeldPost[]>;
  readonly find: (tx: Tx, person: string) => Promise<{ name: string; email: string | null } | undefined>;
  readonly postExists: (tx: Tx, post: string) => Promise<boolean>;
  /** The names of the people who hold any of these posts at an instant. */
  readonly holdersOf: (posts: readonly string[], at: Date) => Promise<readonly string[]>;
  /** Every appointment to a post: the person it was given to, and the id of the actor that recorded it. */
  readonly appointments: (post: string) => Promise<readonly { readonly post: string; readonly givenTo: string; readonly givenBy: string; readonly recordedAt: Date }[]>;
  /** Records the first administrator, or finds them by address, together with a post for them that they hold from now on. */
  readonly appointAdministrator: (ctx: WriteCtx, who: { name: string; email: string }) => Promise<{ person: string; post: string }>;
}
