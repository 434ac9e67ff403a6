export { foldJobs } from './fold.ts';
export { batchRoutes } from './routes.ts';
export { batchesNotIn, lockBatches, waitingPseudonyms } from './store.ts';
