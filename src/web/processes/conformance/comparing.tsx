import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import css from './conformance.module.css';
import flow from '../flow.module.css';

/** A comparison under way: since when, and a way to stop it; or that it was stopped, and a way to begin again. */
export function Comparing({ stopped, onStop, onAgain }: { readonly stopped: boolean; readonly onStop: () => void; readonly onAgain: () => void }) {
  const seconds = useSeconds(!stopped);
  return (
    <>
      <output className={css.note}>{stopped ? 'The comparison was stopped; nothing of it was kept.' : 'Each different way of an ended case is compared with the model, for ten seconds at most; what is known by then is shown.'}</output>
      <div className={`${flow.buttons} no-print`}>{stopped ? <Button onClick={onAgain}>Compare again</Button> : <><Button onClick={onStop}>Stop</Button><span className={css.clock}>{seconds} s</span></>}</div>
    </>
  );
}

/** Whole seconds since it began. */
function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return undefined;
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 250);
    return () => { clearInterval(timer); setSeconds(0); };
  }, [running]);
  return seconds;
}
