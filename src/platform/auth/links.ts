import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { AuditNote } from '../audit/index.ts';
import { problem } from '../errors/index.ts';
import { anySet, defineWrite, parse, systemActor, type Actor, type Ctx, type WriteCtx } from '../write/index.ts';
import { linkHours, type LinkPurpose } from './model.ts';
import type { People } from './people.ts';
import { acceptInput, setUpDetails } from './schemas.ts';
import { addGrants, addLink, ensureUser, grantsTo, openLink, setPassword, spendLink, type LinkRow } from './store.ts';

/** A link that works once; its token is shown now and stored only as a hash. */
export interface OneTimeLink {
  /** The address of the page with the token in its fragment, which browsers do not send and servers do not log. */
  readonly url: string;
  readonly expiresAt: Date;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
const pages: Record<LinkPurpose, string> = { 'set-up': 'set-up', invitation: 'invitation', reset: 'invitation' };

/** Makes a link inside a write; earlier ones of the same purpose and user stop working. */
export async function newLink({ tx, clock }: WriteCtx, purpose: LinkPurpose, userId: string | null, origin: string): Promise<{ link: OneTimeLink; note: AuditNote }> {
  const token = randomBytes(32).toString('base64url');
  const at = clock.now();
  const expiresAt = new Date(at.getTime() + linkHours[purpose] * 3_600_000);
  const id = await addLink(tx, { purpose, userId, tokenHash: hashOf(token), at, expiresAt });
  const note = { action: 'link.create', subjectKind: 'link', subjectId: id, detail: { purpose, ...(userId === null ? {} : { signIn: userId }) } };
  return { link: { url: `${origin}/${pages[purpose]}#${token}`, expiresAt }, note };
}

/** Makes the link by which the first administrator, or one who lost the password, sets up their sign-in. Lasts 24 h. */
export const createSetupLink = defineWrite<{ origin: string }, OneTimeLink>({
  name: 'set-up-link.create',
  input: z.object({ origin: z.string() }),
  sets: ['administrator'],
  run: async (ctx, { origin }) => {
    const { link, note } = await newLink(ctx, 'set-up', null, origin);
    return { result: link, audit: [note] };
  },
});

/** What a link is for. @throws Problem `link-not-valid`. */
export async function inspectLink({ db, clock }: Pick<Ctx, 'db' | 'clock'>, token: string): Promise<LinkRow> {
  const link = await openLink(db, hashOf(token), clock.now());
  if (link === undefined) throw notValid();
  return link;
}

/**
 * Uses a link: sets the password, and for a set-up makes the administrator. Resolves with the address to sign in with. Of two who come at
 * the same time one gets it.
 * @throws Problem `link-not-valid`, `bad-input`.
 */
export async function acceptLink({ db, clock }: Pick<Ctx, 'db' | 'clock'>, people: People, raw: unknown): Promise<{ email: string }> {
  const input = parse(acceptInput, raw);
  const link = await inspectLink({ db, clock }, input.token);
  const details = link.purpose === 'set-up' ? parse(setUpDetails, input) : undefined;
  // Before the transaction: it takes a tenth of a second on purpose.
  const hash = await hashPassword(input.password);
  const actor: Actor = link.userId === null ? systemActor : { kind: 'person', id: link.userId, sets: new Set(anySet), posts: [] };
  return accept(people)({ db, clock, actor }, { link, hash, ...(details === undefined ? {} : { details }) });
}

interface Acceptance {
  readonly link: LinkRow;
  readonly hash: string;
  readonly details?: { readonly name: string; readonly email: string };
}

const accept = (people: People) => defineWrite<Acceptance, { email: string }>({
  name: 'link.accept',
  input: z.custom<Acceptance>(),
  sets: anySet,
  run: async (ctx, { link, hash, details }) => {
    const at = ctx.clock.now();
    if (!(await spendLink(ctx.tx, link.id, at))) throw notValid();
    const user = details === undefined ? { id: link.userId ?? '', email: link.email ?? '' } : await setUp(ctx, people, details);
    await setPassword(ctx.tx, { id: randomUUID(), userId: user.id, hash, at });
    return { result: { email: user.email }, audit: [{ action: 'link.accept', subjectKind: 'sign-in', subjectId: user.id, detail: { link: link.id, purpose: link.purpose } }] };
  },
});

/** The administrator's person, post, sign-in and permission. */
async function setUp(ctx: WriteCtx, people: People, { name, email }: { name: string; email: string }): Promise<{ id: string; email: string }> {
  const at = ctx.clock.now();
  const { person, post } = await people.appointAdministrator(ctx, { name, email });
  const id = await ensureUser(ctx.tx, { id: randomUUID(), name, email, person, at });
  if (id === undefined) throw problem('bad-input', { detail: 'This address belongs to another sign-in', value: email, wanted: 'an address of your own', at: { path: 'email' } });
  const held = await grantsTo(ctx.tx, 'post', [post]);
  const has = held.some((g) => g.set === 'administrator' && g.from <= at && g.to === null);
  if (!has) await addGrants(ctx.tx, [{ holder: { kind: 'post', id: post }, set: 'administrator', from: at, to: null, grantedBy: { kind: ctx.actor.kind, id: ctx.actor.id }, grantedAt: at }]);
  return { id, email };
}

function notValid(): Error {
  return problem('link-not-valid', { detail: 'This link was used, is too old, or was replaced by a newer one', wanted: 'a new link from an administrator, or from `hymnsheet user reset-admin` on the machine' });
}
