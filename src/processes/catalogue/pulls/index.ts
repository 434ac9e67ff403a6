export { Pulls, type PullParts } from './pulls.ts';
export { pullRoutes } from './routes.ts';
