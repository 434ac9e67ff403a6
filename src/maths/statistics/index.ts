export { clopperPearson, jeffreys, wilson, type ShareInterval } from './binomial.ts';
export { changeOfWeek, weeklyBootstrap, type Change, type ChangeOptions } from './bootstrap.ts';
export { mean, quantile, quantileSorted } from './quantile.ts';
export { differenceOfCounts, differenceOfShares, type DifferenceInterval } from './difference.ts';
export { falseDiscovery } from './false-discovery.ts';
export { normalTails, rankDifference, type RankDifference, type Tied } from './rank-sum.ts';
