export { measureKind, type Measure } from './kind.ts';
