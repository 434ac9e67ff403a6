import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface ConfirmButtonProps {
  /** What it does: “Revoke”. */
  readonly verb: string;
  /** What the second press says: “Revoke it now”. */
  readonly sure: string;
  /** On what, for those who hear it. */
  readonly of?: ReactNode;
  readonly busy?: boolean;
  readonly act: () => void;
}

/** A button for what cannot be undone by pressing it again: the first press asks, the second does; moving away forgets the first. */
export function ConfirmButton({ verb, sure, of, busy = false, act }: ConfirmButtonProps) {
  const [asked, setAsked] = useState(false);
  const press = () => { if (asked) { setAsked(false); act(); } else setAsked(true); };
  return <Button size="compact-sm" variant={asked ? 'filled' : 'default'} loading={busy} onClick={press} onBlur={() => setAsked(false)}><span aria-live="polite">{asked ? sure : verb}</span>{of === undefined ? null : <span className="visually-hidden"> {of}</span>}</Button>;
}
