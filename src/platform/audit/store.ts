import type { Tx } from '../db/index.ts';
import type { Actor } from '../write/actor.ts';
import type { AuditEntryTable, AuditNote, AuditSealTable } from './model.ts';

declare module '../db/tables.ts' {
  interface Tables {
    auditEntry: AuditEntryTable;
    auditSeal: AuditSealTable;
  }
}

/** Writes the entries of one write, in its transaction. */
export async function recordAudit(tx: Tx, actor: Actor, at: Date, notes: readonly AuditNote[]): Promise<void> {
  const rows = notes.map((n) => ({ at, actorKind: actor.kind, actorId: actor.id, action: n.action, subjectKind: n.subjectKind, subjectId: n.subjectId, detail: n.detail ?? {} }));
  // One statement holds at most 65,535 parameters; an applied folder can name more records than that.
  for (let i = 0; i < rows.length; i += 5000) await tx.insertInto('auditEntry').values(rows.slice(i, i + 5000)).execute();
}
