export { claimId, withId } from './identity.ts';
export { claimKey, sameFigure, sameWords, type Claim, type KeyParts, type RowsQuestion } from './model.ts';
export { claimRoutes } from './routes.ts';
export { allRowsOf, rowsOf, type AllRows, type ClaimRows, type RowsAnswer, type RowsAnswers, type RowsCtx, type RowsPage } from './rows.ts';
export { claimRowsSchema, claimSchema, claimSourceSchema, seriesSchema, type ClaimDocument } from './schemas.ts';
export { citedRecord, findClaim, saveClaims } from './store.ts';
