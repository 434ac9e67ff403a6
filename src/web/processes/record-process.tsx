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
  return <EmptyState title="What is this process called, and who answers for it?" actions={may ? <LinkButton to="/settings/$part" params={{ part: 'new-process' }} search={{ log }} variant="filled">Record this process</LinkButton> : undefined}>{children}{may ? '' : ' An administrator or an editor can say it.'}</EmptyState>;
}
