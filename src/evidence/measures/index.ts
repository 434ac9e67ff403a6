export { measureKind } from './kind.ts';
