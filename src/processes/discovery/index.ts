export { variantLog } from './variant-log.ts';
export { inductiveTree, type InductiveOptions } from './inductive/miner.ts';
