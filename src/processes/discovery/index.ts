export { MOST_SYMBOLS, variantLog } from './variant-log.ts';
export { DISCOVERY_SECONDS, type DiscoverLimits, discoverTree } from './discover.ts';
export { inductiveTree, type InductiveOptions } from './inductive/miner.ts';
