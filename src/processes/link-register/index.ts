export { processLinkKind, type ProcessLink } from './kind.ts';
