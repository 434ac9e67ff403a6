export { variantLog } from './variant-log.ts';
