export { claimRowsSchema, claimSchema, claimSourceSchema, seriesSchema, type ClaimDocument } from './claims/schemas.ts';
