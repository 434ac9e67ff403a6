export { ALIGN_SECONDS, alignLog, deadline } from './align-log.ts';
export { type Deviation, deviationsOf } from './deviations.ts';
export { type Fitness, fitnessOf } from './fitness.ts';
export { replay, replayFitnessOf } from './replay.ts';
export { processRuleKind, ruleRoutes } from './rules/index.ts';
