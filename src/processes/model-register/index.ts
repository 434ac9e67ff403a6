export { type Discovered, Discoveries, type DiscoverAsk, keyOfCases, type LogInHand, logInHand } from './discoveries.ts';
export { processModelKind, type ProcessModel } from './kind.ts';
export { modelNet, type ModelRef, type NamedNet, storedModel } from './named-net.ts';
export { type ModelParts, modelRoutes } from './routes.ts';
