export { drawExponential, drawInteger, drawNormal, shuffled } from './draws.ts';
export { seededRandom, seedOf, xoshiro128ss, type Random } from './xoshiro.ts';
