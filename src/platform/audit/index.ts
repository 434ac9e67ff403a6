export { linkHash, type ChainFinding } from './chain.ts';
export { canonicalEntry, emptyChain, printHead, readHead, type ActorKind, type AuditHead, type AuditNote, type PrintedHead } from './model.ts';
export { startSealer, type Sealer } from './sealer.ts';
export { head as auditHead, recordAudit } from './store.ts';
export { verifyAudit, type AuditVerification } from './verify.ts';
export { auditRoutes } from './routes.ts';
