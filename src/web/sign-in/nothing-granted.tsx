import { useMe, useSignOut } from '../app/session.ts';
import { Button } from '@mantine/core';
import { PageHead } from '../ui/page-head.tsx';
import { Alone } from './alone.tsx';

/** For somebody who is signed in and whose posts give nothing yet: a sentence, and whom to ask. */
export function NothingGranted() {
  const me = useMe();
  const signOut = useSignOut();
  const ask = me?.ask ?? [];
  return (
    <Alone>
      <PageHead title="Signed in" meta={me?.email ?? 'Signed in'}>{me?.name === null || me === undefined ? 'You are signed in.' : `Welcome, ${me.name}.`} There is nothing for you to see yet.</PageHead>
      <p>{me?.posts.length === 0 ? 'You hold no post yet' : 'The posts that you hold have no permission yet'}; what you see here comes from your posts. {ask.length === 0 ? 'Ask whoever runs Hymnsheet in your company.' : `Ask ${names(ask)} for one.`}</p>
      <p><Button variant="filled" onClick={() => globalThis.location.reload()}>Look again</Button> <Button onClick={() => void signOut()}>Sign out</Button></p>
    </Alone>
  );
}

function names(ask: readonly string[]): string {
  return ask.length < 2 ? (ask[0] ?? '') : `${ask.slice(0, -1).join(', ')} or ${ask.at(-1)}`;
}
