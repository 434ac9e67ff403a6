import type { Generated } from 'kysely';

export type ActorKind = 'person' | 'key' | 'operator' | 'system';

/** What a write says about itself. `detail` holds ids, hashes and counts only: never a name or an address (DESIGN §9, erasure). */
export interface AuditNote {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditEntryTable {
  id: Generated<number>;
  at: Date;
  actorKind: ActorKind;
  actorId: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
}

export interface AuditSealTable {
  seq: number;
  entryId: number;
  hash: Buffer;
}
