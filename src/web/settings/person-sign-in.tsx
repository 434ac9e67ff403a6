import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answer, api, forget } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCompany } from '../app/session.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { when } from '../ui/format.ts';
import { ErrorState } from '../ui/states.tsx';
import { fieldProblems } from './form/field-problems.ts';
import { OneTime } from './one-time.tsx';
import { signInsAsked, stateWords, useLinks, type Invited, type SignIn } from './sign-ins.ts';
import { SignInButton } from './sign-in-button.tsx';
import { may, setsOf } from './sets.ts';
import { useGrants } from './grants.ts';
import css from './settings.module.css';

/** Whether a person can sign in and what they may do then: invite, another link, end. */
export function PersonSignIn({ person, held }: { readonly person: Invited; readonly held: readonly string[] }) {
  const { zone } = useCompany();
  const signIns = useQuery(signInsAsked);
  const link = useLinks();
  if (signIns.data === undefined) return null;
  const signIn = signIns.data.items.find((s) => s.person === person.id && s.state !== 'ended');
  const state = stateWords(signIn, zone);
  return (
    <section>
      <h2>Sign-in</h2>
      <p>{person.name} {signIn === undefined ? 'cannot sign in' : `signs in as ${signIn.email}: ${state}`}. <WhatTheyMay held={held} /></p>
      {link.data === undefined ? null : <OneTime what={`The link for ${link.data.name}.`} value={link.data.url} until={when(link.data.expiresAt, zone)} />}
      {signIn === undefined && person.email === undefined ? <InviteBy person={person} link={link} /> : <div className={css.inline}><SignInButton person={person} signIn={signIn} link={link} />{signIn === undefined ? null : <End of={signIn} name={person.name} />}</div>}
      {link.error === null || asProblem(link.error).at?.path === 'email' ? null : <ErrorState error={link.error} />}
    </section>
  );
}

function WhatTheyMay({ held }: { readonly held: readonly string[] }) {
  const { grants, now } = useGrants();
  if (grants === undefined) return null;
  const sets = setsOf(grants, 'post', held, now);
  if (sets.length === 0) return <>Their posts give no permission yet, so they would see nothing.</>;
  return <>Through their posts they may {sets.map((s) => may[s])[0]}.</>;
}

function End({ of, name }: { readonly of: SignIn; readonly name: string }) {
  const client = useQueryClient();
  const end = useMutation({ mutationFn: async () => answer(api.DELETE('/sign-ins/{id}', { params: { path: { id: of.id } } })), onSuccess: async () => forget(client, '/sign-ins') });
  return <><ConfirmButton verb="End sign-in" sure="End it and every session now" of={name} busy={end.isPending} act={() => end.mutate()} />{end.error === null ? null : <ErrorState error={end.error} />}</>;
}

/** For somebody without an address in the register: one to sign in with. */
function InviteBy({ person, link }: { readonly person: Invited; readonly link: ReturnType<typeof useLinks> }) {
  const [email, setEmail] = useState('');
  const submit = (event: FormEvent) => { event.preventDefault(); link.mutate({ person, signIn: undefined, email: email.trim().toLowerCase() }); };
  const wrong = link.error === null ? undefined : fieldProblems(asProblem(link.error), ['email']).at.get('email');
  return (
    <form className={css.row} onSubmit={submit} noValidate>
      <TextInput label="Address to sign in with" type="email" w={320} value={email} error={wrong} onChange={(e) => setEmail(e.currentTarget.value)} />
      <Button type="submit" loading={link.isPending}>Invite</Button>
    </form>
  );
}
