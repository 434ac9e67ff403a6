import { Button, Progress } from '@mantine/core';
import { bytes } from '../ui/format.ts';
import css from './sources.module.css';

interface SendingProps {
  readonly name: string;
  readonly sent: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How much of a file has been sent, with a way to stop. */
export function Sending({ name, sent, total, onCancel }: SendingProps) {
  const share = total === 0 ? 0 : Math.min(100, (sent / total) * 100);
  return (
    <div>
      <Progress.Root size="lg" className={css.progress ?? ''}><Progress.Section value={share} aria-label={`Sending ${name}`} color="var(--hs-accent)" /></Progress.Root>
      <p aria-live="polite">{share < 100 ? `Sending ${name}: ${bytes(sent)} of ${bytes(total)}` : `Looking at ${name} …`}</p>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
