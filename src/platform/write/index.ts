export { anySet, permits, permissionSets, systemActor, type Actor, type HeldPost, type PermissionSet } from './actor.ts';
export { defineWrite, notAllowed, parse, pathText, type Ctx, type WriteCtx, type WriteSpec } from './write.ts';
