import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import css from './typed-confirmation.module.css';

interface TypedConfirmationProps {
  /** What has to be typed, letter by letter. */
  readonly word: string;
  readonly verb: string;
  readonly busy: boolean;
  readonly act: () => void;
}

/** For what can never be undone: the button works once the reader has typed what it is about. */
export function TypedConfirmation({ word, verb, busy, act }: TypedConfirmationProps) {
  const [typed, setTyped] = useState('');
  const right = word !== '' && typed.trim().normalize('NFC') === word.normalize('NFC');
  const submit = (event: FormEvent) => { event.preventDefault(); if (right) { setTyped(''); act(); } };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput label={word === '' ? 'Type it again to confirm' : `Type “${word}” to confirm`} autoComplete="off" spellCheck={false} value={typed} onChange={(e) => setTyped(e.currentTarget.value)} />
      <Button type="submit" className={css.stop} disabled={!right} loading={busy}>{verb}</Button>
    </form>
  );
}
