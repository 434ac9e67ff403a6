export { type Flattened, flatten, refuseType } from './flatten.ts';
export { type OcelMap, type OcelMapActivity, type OcelMapEdge, ocelMap } from './map.ts';
export type { FlatReport, OcelEncoding, OcelFinding, OcelReport } from './model.ts';
export { readOcel } from './read.ts';
