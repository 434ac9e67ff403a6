export { calibrate } from './calibrate/calibrate.ts';
export type { SimulationModel, SimulationRules } from './model.ts';
export type { Change } from './scenario.ts';
export { study as simulateLog, type Study, type StudyOptions } from './study.ts';
export { simulationRoutes, SimulationRuns } from './runs/index.ts';
