export { betaQuantile, fQuantile, incompleteBeta } from './beta.ts';
export { kolmogorovSmirnov, wasserstein1 } from './distance.ts';
export { lnGamma } from './gamma.ts';
export { normalQuantile } from './normal.ts';
export { quantileAt, quantileTable, tableMean, tableShares } from './quantile-table.ts';
