export { claimId, withId } from './identity.ts';
export { claimKey, sameFigure, type Claim, type KeyParts, type RowsQuestion } from './model.ts';
export { claimRowsSchema, claimSchema, claimSourceSchema, seriesSchema, type ClaimDocument } from './schemas.ts';
