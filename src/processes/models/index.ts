export { netSize, type PetriNet, type Transition } from './petri-net.ts';
export { parsePnml } from './pnml-read.ts';
export { pnmlOf } from './pnml-write.ts';
export { activity, block, type Operator, parseTree, type ProcessTree, silent, treeText } from './process-tree.ts';
export { netOfTree } from './tree-net.ts';
export { type VariantLog, variantLogOf } from './variant-log.ts';
