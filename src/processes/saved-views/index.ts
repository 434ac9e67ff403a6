export { viewCheck } from './check.ts';
export { viewClaims, viewMethod, type ViewQuestion } from './figures.ts';
export { addressOf, filterOfView, savedViewKind, type SavedView } from './kind.ts';
export { logCasesAnswer } from './rows.ts';
