import type { AuditNote } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { emit } from '../../platform/jobs/index.ts';
import type { WriteCtx } from '../../platform/write/index.ts';
import type { Mode, Reading, StagedVersion } from './model.ts';
import { addVersion, flipCurrent } from './store.ts';

/** Keeps what pseudonyms stand for, apart from everything else (DESIGN §9). */
export type KeepPseudonyms = (tx: Tx, eventLog: string, entries: StagedVersion['personal'], at: Date) => Promise<void>;

export interface Publication {
  readonly eventLog: string;
  /** The version that was current when this one was staged. */
  readonly expected: string | null;
  readonly mode: Mode;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly reading: Reading;
  readonly staged: StagedVersion;
}

/** The domain event of a new current version. */
export const eventLogPublished = 'event-log.published';

/**
 * Makes a staged version the current one, in the caller's transaction: its row, the flip, the pseudonyms, and the event that others hear.
 * @throws Problem `changed-meanwhile` where another import became current since it was staged
 */
export async function publish({ tx, actor, clock }: WriteCtx, p: Publication, keepPseudonyms: KeepPseudonyms): Promise<AuditNote[]> {
  const at = clock.now();
  const { staged, eventLog } = p;
  const detail = { version: staged.id, sha256: p.fileSha256, mode: p.mode, events: staged.report.events, cases: staged.report.cases, rejected: staged.report.rejected };
  if (staged.id === p.expected) return [{ action: 'event-log.import-again', subjectKind: 'event-log', subjectId: eventLog, detail }];
  await addVersion(tx, { ...p, parent: p.mode === 'append' ? p.expected : null, at, by: actor });
  if (!(await flipCurrent(tx, eventLog, p.expected, staged.id, at))) {
    throw problem('changed-meanwhile', { detail: 'Another import into this event log finished first', value: eventLog, wanted: 'the import once more, on what is current now' });
  }
  await keepPseudonyms(tx, eventLog, staged.personal, at);
  await emit(tx, eventLogPublished, { eventLog, version: staged.id });
  return [{ action: 'event-log.import', subjectKind: 'event-log', subjectId: eventLog, detail }];
}
