import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { fieldProblems, noProblems } from '../settings/form/field-problems.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Alone } from './alone.tsx';
import css from './alone.module.css';

const words = {
  'set-up': { title: 'Set up', head: 'Welcome. You are the first administrator.', lead: 'Say who you are and choose a password. This link works once.' },
  invitation: { title: 'Join', head: 'Welcome. Choose a password.', lead: 'You were invited to the common sheet. This link works once.' },
  reset: { title: 'New password', head: 'Choose a new password.', lead: 'This link works once; earlier sessions are ended.' },
} as const;

const SHORTEST_PASSWORD = 12;

/** A one-time link: the first set-up, an invitation or a new password. Its token is in the fragment, so it reaches no log. */
export function LinkPage() {
  const [token] = useState(() => globalThis.location.hash.slice(1));
  const link = useQuery({ queryKey: ['link', token], queryFn: async () => answer(api.POST('/auth/link/inspect', { body: { token } })), retry: false, staleTime: Number.POSITIVE_INFINITY });
  if (link.error !== null) return <Alone><PageHead title="Link" meta="One-time link">This link does not work.</PageHead><ErrorState error={link.error} /><p><Link to="/sign-in">Sign in</Link></p></Alone>;
  if (link.data === undefined) return <Alone><Loading what="the link" /></Alone>;
  return <LinkForm token={token} purpose={link.data.purpose} known={link.data.email} />;
}

function LinkForm({ token, purpose, known }: { readonly token: string; readonly purpose: keyof typeof words; readonly known: string | null }) {
  const first = purpose === 'set-up';
  const [name, setName] = useState('');
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: async () => {
      const { email: signedUp } = await answer(api.POST('/auth/link/accept', { body: { token, password, ...(first ? { name, email } : {}) } }));
      await answer(api.POST('/auth/sign-in', { body: { email: signedUp, password } }));
    },
    onSuccess: () => globalThis.location.assign('/'),
  });
  const submit = (event: FormEvent) => { event.preventDefault(); accept.mutate(); };
  const said = words[purpose];
  const problems = accept.error === null ? noProblems : fieldProblems(asProblem(accept.error), ['name', 'email', 'password']);
  return (
    <Alone>
      <PageHead title={said.title} meta="One-time link">{said.head}</PageHead>
      <p>{said.lead}</p>
      <form className={css.form} onSubmit={submit} noValidate>
        {first ? <TextInput label="Your name" autoComplete="name" required withAsterisk={false} value={name} error={problems.at.get('name')} onChange={(e) => setName(e.currentTarget.value)} /> : null}
        <TextInput label="E-mail address" type="email" autoComplete="username" required withAsterisk={false} value={email} error={problems.at.get('email')} readOnly={!first} onChange={(e) => setEmail(e.currentTarget.value)} />
        <PasswordField label="Password" description={`At least ${SHORTEST_PASSWORD} characters; a few words in a row do well.`} autoComplete="new-password" required withAsterisk={false} value={password} error={problems.at.get('password')} onChange={(e) => setPassword(e.currentTarget.value)} />
        <Button type="submit" variant="filled" loading={accept.isPending}>{first ? 'Set up and sign in' : 'Save and sign in'}</Button>
      </form>
      {accept.error === null || (problems.at.size > 0 && problems.rest.length === 0) ? null : <ErrorState error={accept.error} />}
    </Alone>
  );
}
