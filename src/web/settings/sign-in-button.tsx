import { Button } from '@mantine/core';
import type { Invited, SignIn, useLinks } from './sign-ins.ts';
import css from './settings.module.css';

interface SignInButtonProps {
  readonly person: Invited;
  readonly signIn: SignIn | undefined;
  readonly link: ReturnType<typeof useLinks>;
}

/** Makes the one-time link of a person: to join, or to choose another password. */
export function SignInButton({ person, signIn, link }: SignInButtonProps) {
  if (signIn === undefined && person.email === undefined) return <span className={css.quiet}>needs an address</span>;
  const busy = link.isPending && link.variables.person.id === person.id;
  return <Button size="compact-sm" loading={busy} onClick={() => link.mutate({ person, signIn })}>{signIn === undefined ? 'Invite' : 'New link'}<span className="visually-hidden"> for {person.name}</span></Button>;
}
