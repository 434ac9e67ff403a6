import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useMe } from '../app/session.ts';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states.tsx';
import { fieldProblems, noProblems } from './form/field-problems.ts';
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
  const problems = change.error === null ? noProblems : fieldProblems(asProblem(change.error), ['current', 'next'], (place) => (asProblem(change.error).code === 'sign-in-failed' ? 'current' : place));
  return (
    <section>
      <h2>Your password</h2>
      <form className={css.row} onSubmit={submit} noValidate>
        <input type="text" autoComplete="username" value={me.email ?? ''} readOnly hidden />
        <PasswordField className={css.grow ?? ''} label="Now" w={240} autoComplete="current-password" value={current} error={problems.at.get('current')} onChange={(e) => setCurrent(e.currentTarget.value)} />
        <PasswordField className={css.grow ?? ''} label="New, at least 12 characters" w={240} autoComplete="new-password" value={next} error={problems.at.get('next')} onChange={(e) => setNext(e.currentTarget.value)} />
        <Button type="submit" loading={change.isPending}>Change it</Button>
      </form>
      {change.error === null || problems.at.size > 0 ? null : <ErrorState error={change.error} />}
    </section>
  );
}
