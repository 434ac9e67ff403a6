export { availabilityMethod, belowLevel, serviceHealth, stopInHours, type ServiceHealth, type ServiceHealthInput } from './claims.ts';
export { belowLevelClaim, downNowClaim } from './company.ts';
export { availability, budget, isAgreedMaintenance, type Availability, type AvailabilityInput, type Budget, type Stop } from './model-availability.ts';
export { longRun, longRunLevel, type LongRun } from './model-episodes.ts';
export { bounds, exactLimit, reached, unrelated, working, type NeedGroup, type Needs } from './model-structure.ts';
export { lastWhole, windowOf, type LevelWindow, type NamedWindow } from './model-window.ts';
export { healthRecords, measureServices, needsOf, servicesAnswer, serviceStopsAnswer, type BasicsEvidence, type HealthRecords, type HealthTime, type ServiceEvidence } from './evidence.ts';
export { healthRoutes } from './routes.ts';
