export { betaQuantile, fQuantile, incompleteBeta } from './beta.ts';
export { lnGamma } from './gamma.ts';
export { normalQuantile } from './normal.ts';
