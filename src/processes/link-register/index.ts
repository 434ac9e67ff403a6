export { type LinkSide, processLinkKind, type ProcessLink } from './kind.ts';
