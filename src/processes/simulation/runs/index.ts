export { type RecordedDistributions, simulatedDistributions } from './distributions.ts';
export { simulationRoutes } from './routes.ts';
export { SimulationRuns } from './runs.ts';
