export { simulationRoutes } from './routes.ts';
export { SimulationRuns } from './runs.ts';
