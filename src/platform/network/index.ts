export { type Range } from './ranges.ts';
export { reachable } from './resolve.ts';
export { networkRoutes } from './routes.ts';
export { allowedRanges } from './store.ts';
