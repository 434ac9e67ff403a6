import type { ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay } from '../app/session.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { EmptyState } from '../ui/states.tsx';

interface RecordProcessProps {
  readonly log: string;
  /** What there is once the process is on record. */
  readonly children: ReactNode;
}

/** The way on from a log of which nobody has said yet which process it records. */
export function RecordProcess({ log, children }: RecordProcessProps) {
  const may = useMay('administrator', 'editor');
  return <EmptyState title="What is this process called, and who answers for it?" actions={may ? <ToRecord log={log} variant="filled" /> : undefined}>{children}{may ? '' : ' An administrator or an editor can say it.'}</EmptyState>;
}

/** The same on a page that has much to show without it. */
export function RecordProcessToo({ log, children }: RecordProcessProps) {
  const may = useMay('administrator', 'editor');
  return <p className="no-print">{children} {may ? <ToRecord log={log} size="compact-sm" /> : 'An administrator or an editor can say it.'}</p>;
}

function ToRecord({ log, ...look }: Pick<RecordProcessProps, 'log'> & ButtonProps) {
  return <LinkButton to="/settings/$part" params={{ part: 'new-process' }} search={{ log }} {...look}>Record this process</LinkButton>;
}
