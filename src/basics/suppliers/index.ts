export { supplierKind } from './kind.ts';
