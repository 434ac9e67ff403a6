export * from './fields/index.ts';
export { defineKind, refTo, singleId, type AnyKind, type Finding, type Kind, type KindRecord, type Reference, type Shape } from './model.ts';
