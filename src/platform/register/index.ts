export * from './fields/index.ts';
export { bodyHash, canonical } from './canonical.ts';
export { defineKind, refTo, singleId, type AnyKind, type Finding, type Kind, type KindRecord, type Reference, type Shape } from './model.ts';
export { readBody, recordWords, type BodyFault } from './read-body.ts';
