export { calibrate } from './calibrate/calibrate.ts';
export type { SimulationModel, SimulationRules } from './model.ts';
export type { Change } from './scenario.ts';
export { differenceInWords, shownFigures } from './shown.ts';
export { study as simulateLog, type Study, type StudyOptions } from './study.ts';
export { distributionColumns, distributionOf, distributionRows, type SimulatedDistribution } from './distributions.ts';
export { type RecordedDistributions, simulatedDistributions, simulationRoutes, SimulationRuns } from './runs/index.ts';
export { simulationMethod } from './what-if.ts';
