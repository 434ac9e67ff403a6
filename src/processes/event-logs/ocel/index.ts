export { EVENT_ID, type Flattened, flatten, refuseType } from './flatten.ts';
export type { OcelLink, OcelRepeat } from './links.ts';
export { type ObjectFilter, type OcelMap, type OcelMapActivity, type OcelMapEdge, ocelMap } from './map.ts';
export type { FlatReport, OcelEncoding, OcelFinding, OcelReport } from './model.ts';
export { type OcelPersons, personTypes, refusePersonType, shownTypes, stillOpen } from './persons.ts';
export { readOcel } from './read.ts';
export { reportOn } from './settle.ts';
