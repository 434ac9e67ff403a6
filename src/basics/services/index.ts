export { serviceKind, type Service } from './kind.ts';
export { serviceCycles } from './model.ts';
