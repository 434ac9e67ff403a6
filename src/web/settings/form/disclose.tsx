import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import css from '../settings.module.css';

interface DiscloseProps {
  /** What opens, as a verb: “Appoint a successor”. */
  readonly verb: string;
  readonly open?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A form that waits behind its verb, so that the page stays quiet until somebody means to act. */
export function Disclose({ verb, open = false, children }: DiscloseProps) {
  const [shown, setShown] = useState(open);
  if (!shown) return <p className={css.verb}><Button onClick={() => setShown(true)}>{verb}</Button></p>;
  return <div className={css.opened}><h3>{verb}</h3>{children(() => setShown(false))}</div>;
}
