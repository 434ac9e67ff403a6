import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import css from '../settings.module.css';

interface DiscloseProps {
  /** What opens, as a verb: “Appoint a successor”. */
  readonly verb: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A form that waits behind its verb, so that the page stays quiet until somebody means to act; the focus goes in with it and comes back. */
export function Disclose({ verb, children }: DiscloseProps) {
  const [shown, setShown] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (shown) firstField(frame.current)?.focus();
    else if (moved.current) button.current?.focus();
    moved.current = shown;
  }, [shown]);
  if (!shown) return <p className={css.verb}><Button ref={button} onClick={() => setShown(true)}>{verb}</Button></p>;
  return <section ref={frame} aria-label={verb} className={css.opened}><h3>{verb}</h3>{children(() => setShown(false))}</section>;
}

/** The first field that a form asks for. */
export function firstField(within: HTMLElement | null): HTMLElement | null {
  return within?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea') ?? null;
}
