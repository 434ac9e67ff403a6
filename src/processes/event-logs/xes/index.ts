export type { UnreadableValue, XesBatch, XesClassifier, XesColumn, XesOptions, XesRejection, XesReport } from './model.ts';
export { readXes, type ReadXesOptions, type XesSink } from './read.ts';
export { type LogSource, type SourceLimits } from './source.ts';
export { type StagedXes, stageXes } from './stage.ts';
