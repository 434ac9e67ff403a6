import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { problem } from '../errors/index.ts';
import { defineWrite } from '../write/index.ts';
import { newLink, type OneTimeLink } from './links.ts';
import type { People } from './people.ts';
import { idParams, inviteInput } from './schemas.ts';
import { endUser, ensureUser, signInById, type SignIn } from './store.ts';

const withOrigin = { origin: z.string() };

/** Adds a person of the register to those who can sign in, by a link on which they choose a password. */
export const invite = (people: People) => defineWrite<z.output<typeof inviteInput> & { origin: string }, { signIn: SignIn; link: OneTimeLink }>({
  name: 'sign-in.invite',
  input: inviteInput.extend(withOrigin),
  sets: ['administrator'],
  run: async (ctx, { person, email, origin }) => {
    const known = await people.find(ctx.tx, person);
    if (known === undefined) throw problem('bad-input', { detail: 'There is no such person in the register', value: person, wanted: 'the id of a person', at: { path: 'person' } });
    const address = email ?? known.email;
    if (address === null) throw problem('bad-input', { detail: 'This person has no address in the register', value: person, wanted: 'an email address to sign in with', at: { path: 'email' } });
    const id = await ensureUser(ctx.tx, { id: randomUUID(), name: known.name, email: address, person, at: ctx.clock.now() });
    if (id === undefined) throw problem('bad-input', { detail: 'This address is another person’s', value: address, wanted: 'an address that nobody else signs in with', at: { path: 'email' } });
    const { link, note } = await newLink(ctx, 'invitation', id, origin);
    const signIn = await signInById(ctx.tx, id);
    if (signIn === undefined) throw new Error('a sign-in was not recorded');
    return { result: { signIn, link }, audit: [{ action: 'sign-in.invite', subjectKind: 'sign-in', subjectId: id }, note] };
  },
});

/** Makes the link on which somebody who lost their password chooses another; the old one works until then. */
export const resetLink = defineWrite<{ id: string; origin: string }, OneTimeLink>({
  name: 'sign-in.reset-link',
  input: idParams.extend(withOrigin),
  sets: ['administrator'],
  run: async (ctx, { id, origin }) => {
    const signIn = await signInById(ctx.tx, id);
    if (signIn === undefined || signIn.endedAt !== null) throw noSignIn(id);
    const { link, note } = await newLink(ctx, signIn.hasPassword ? 'reset' : 'invitation', id, origin);
    return { result: link, audit: [note] };
  },
});

/** Ends somebody's sign-in and their sessions at once; what they did stays on record. Nobody ends their own. */
export const endSignIn = defineWrite<{ id: string }, { done: true }>({
  name: 'sign-in.end',
  input: idParams,
  sets: ['administrator'],
  run: async ({ tx, clock, actor }, { id }) => {
    if (actor.kind === 'person' && actor.id === id) throw problem('bad-input', { detail: 'This is your own sign-in', value: id, wanted: 'another administrator to end it' });
    if (!(await endUser(tx, id, clock.now()))) throw noSignIn(id);
    return { result: { done: true }, audit: [{ action: 'sign-in.end', subjectKind: 'sign-in', subjectId: id }] };
  },
});

function noSignIn(id: string): Error {
  return problem('not-found', { detail: 'Nobody signs in under this id', value: id, wanted: 'the id of a sign-in in the list that has not ended' });
}
