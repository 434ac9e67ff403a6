import { Button, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answer, api } from '../api/client.ts';
import { useMe } from '../app/session.ts';
import { ErrorState } from '../ui/states.tsx';
import css from './settings.module.css';

/** One's own password: changing it ends one's other sessions. */
export function PasswordPart() {
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: async () => answer(api.POST('/auth/password', { body: { current, next } })),
    onSuccess: () => { setCurrent(''); setNext(''); notifications.show({ message: 'Your password is changed; other sessions are ended.' }); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); change.mutate(); };
  if (me?.kind !== 'person') return null;
  return (
    <section>
      <h2>Your password</h2>
      <form className={css.row} onSubmit={submit}>
        <input type="text" autoComplete="username" value={me.email ?? ''} readOnly hidden />
        <PasswordInput label="Now" w={220} autoComplete="current-password" required withAsterisk={false} value={current} onChange={(e) => setCurrent(e.currentTarget.value)} />
        <PasswordInput label="New, at least 12 characters" w={220} autoComplete="new-password" minLength={12} required withAsterisk={false} value={next} onChange={(e) => setNext(e.currentTarget.value)} />
        <Button type="submit" loading={change.isPending}>Change it</Button>
      </form>
      {change.error === null ? null : <ErrorState error={change.error} />}
    </section>
  );
}
