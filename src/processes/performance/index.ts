export { processClaims, processSeries, weeklyMethod, weeksBeforeName, type ProcessClaimsInput } from './claims.ts';
export { processMeasures, type ProcessMeasure } from './measures.ts';
export { comparedWeeks, type Performance, type PerformanceRules, type WeekMeasures } from './model.ts';
export { weeklyPerformance, type EventSource, type MeasureOptions } from './weekly.ts';
export { datasetOf, measuredAsOf, measureProcess, processCasesAnswer, processInputs, ProcessMeasures, type EventStore, type ProcessEvidence, type ProcessInputs } from './evidence.ts';
export { performanceRoutes } from './routes.ts';
