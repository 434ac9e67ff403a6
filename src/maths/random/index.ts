export { drawExponential, drawGamma, drawInteger, drawNormal, drawPoisson, shuffled } from './draws.ts';
export { keyedUniform } from './keyed.ts';
export { seededRandom, seedOf, xoshiro128ss, type Random } from './xoshiro.ts';
