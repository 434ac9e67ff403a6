export { Discoveries, type DiscoverAsk, keyOfCases, type LogInHand, logInHand } from './discoveries.ts';
export { processModelKind, type ProcessModel } from './kind.ts';
export { modelNet, type ModelRef, type NamedNet, storedModel } from './model-net.ts';
