import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { answer, api, asks } from '../api/client.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Alone } from './alone.tsx';
import css from './alone.module.css';

/** Sign-in with an e-mail address and a password; leads back to where the reader was going. */
export function SignInPage() {
  const { to = '/' } = useSearch({ from: '/sign-in' });
  const me = useQuery(asks('/me'));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: async () => answer(api.POST('/auth/sign-in', { body: { email, password } })),
    // A whole load, so that nothing read as a stranger stays; only addresses of this site are followed.
    onSuccess: () => globalThis.location.assign(/^\/(?![/\\])/.test(to) ? to : '/'),
  });
  const submit = (event: FormEvent) => { event.preventDefault(); signIn.mutate(); };
  return (
    <Alone>
      <PageHead title="Sign in" meta="Sign in">Good to see you.</PageHead>
      {me.data?.needsSetUp === true ? <EmptyState title="Nobody can sign in yet">The server printed a one-time set-up link when it started. Open that link to become the first administrator.</EmptyState> : null}
      <form className={css.form} onSubmit={submit}>
        <TextInput label="E-mail address" type="email" autoComplete="username" required withAsterisk={false} value={email} onChange={(e) => setEmail(e.currentTarget.value)} />
        <PasswordField label="Password" autoComplete="current-password" required withAsterisk={false} value={password} onChange={(e) => setPassword(e.currentTarget.value)} />
        <Button type="submit" variant="filled" loading={signIn.isPending}>Sign in</Button>
      </form>
      {signIn.error === null ? null : <ErrorState error={signIn.error} />}
    </Alone>
  );
}
