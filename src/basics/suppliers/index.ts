export { supplierKind, type Supplier } from './kind.ts';
