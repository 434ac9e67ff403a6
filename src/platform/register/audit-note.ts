import type { AuditNote } from '../audit/index.ts';
import type { AnyKind } from './model.ts';

/** What a change of a record says beside its action: ids and hashes. */
interface NoteDetail {
  readonly version: string;
  readonly hash?: string;
  readonly before?: string;
  readonly sha256?: string;
}

/**
 * The audit entry of a change. Where a kind holds personal data its id is often made of a name, and a hash of a name can be found by trying
 * names: such a record is named by its version's id, and nothing else is said, so that a person can be erased and the chain stays.
 */
export function recordNote(kind: AnyKind, action: string, id: string, { version, hash, before, sha256 }: NoteDetail): AuditNote {
  const earlier = before === undefined ? {} : { before };
  if (kind.personal.length > 0) return { action, subjectKind: kind.name, subjectId: version, detail: { version, ...earlier } };
  return { action, subjectKind: kind.name, subjectId: id, detail: { version, ...(hash === undefined ? {} : { hash }), ...(sha256 === undefined ? {} : { sha256 }), ...earlier } };
}
