export { alignLog, replayLog } from './align-log.ts';
export { COMPARE_SECONDS } from './elsewhere.ts';
export { type Deviation, deviationsOf } from './deviations.ts';
export { type Fitness, fitnessOf } from './fitness.ts';
export { replay, replayFitnessOf } from './replay.ts';
export { processRuleKind, ruleRoutes } from './rules/index.ts';
export { fitRoutes } from './fit/routes.ts';
