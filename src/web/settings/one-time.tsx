import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import css from './settings.module.css';

/** Something that is shown once and never again: a key or a link, to be copied now; it comes into view and takes the focus. */
export function OneTime({ what, value, until }: { readonly what: string; readonly value: string; readonly until?: string }) {
  const clipboard = useClipboard({ timeout: 2000 });
  const shown = useRef<HTMLOutputElement>(null);
  useEffect(() => { if (value !== '') shown.current?.focus(); }, [value]);
  return (
    <output ref={shown} tabIndex={-1} className={css.secret}>
      <p><b>{what}</b> It is shown now and never again{until === undefined ? '' : `, and works until ${until}`}.</p>
      <p><code>{value}</code></p>
      <Button onClick={() => clipboard.copy(value)}>{clipboard.copied ? 'Copied' : 'Copy'}</Button>
    </output>
  );
}
