export * from './fields/index.ts';
export { bodyHash, canonical } from './canonical.ts';
export { mustBeAllowed, registerChanges, type RegisterChanges } from './change.ts';
export { defineKind, refTo, singleId, type AnyKind, type Finding, type Kind, type KindRecord, type KindRef, type Reference, type Shape } from './model.ts';
export { kindsByName, ownersOf, type Kinds, type LookUp } from './owners.ts';
export { readBody, recordWords, type BodyFault } from './read-body.ts';
export { currentRecord, currentRecords, pageOfRecords, recordHistory, recordsReferringTo, recordVersion, type AsOf } from './read.ts';
export { closeVersions, insertRecords, insertVersions, lockAll, lockForChange, removeReferences, setApplied, setRetired, supersede, type NewVersion } from './store.ts';
export type { RecordSource, RecordVersion } from './tables.ts';
