export type { ActorKind, AuditNote } from './model.ts';
export { recordAudit } from './store.ts';
