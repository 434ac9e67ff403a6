export { incidentKind, type Incident } from './kind.ts';
