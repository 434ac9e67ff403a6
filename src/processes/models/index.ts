export { netSize, type PetriNet, type Transition } from './petri-net.ts';
export { parseBpmn } from './bpmn-read.ts';
export { bpmnOf } from './bpmn-write.ts';
export { parsePnml } from './pnml-read.ts';
export { pnmlOf } from './pnml-write.ts';
export { activity, block, type Operator, parseTree, type ProcessTree, silent, treeText } from './process-tree.ts';
export { netOfTree } from './tree-net.ts';
export { outlineOf } from './tree-outline.ts';
export { type VariantLog, variantLogOf } from './variant-log.ts';
