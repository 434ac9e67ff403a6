export { availability, budget, isAgreedMaintenance, type Availability, type AvailabilityInput, type Budget, type Stop } from './model-availability.ts';
export { longRun, longRunLevel, type LongRun } from './model-episodes.ts';
export { bounds, exactLimit, reached, unrelated, working, type NeedGroup, type Needs } from './model-structure.ts';
