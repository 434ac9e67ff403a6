import { nounOf, type Difference, type Evidence, type Figure, type Noun, type Quantity } from '../../language/index.ts';
import type { Claim } from '../../evidence/claims/index.ts';
import type { SheetInput } from './model.ts';

/** What a claim's unit is in words; the noun is of cases. */
export function quantityOf(claim: Claim, noun: Noun): Quantity {
  switch (claim.unit) {
    case 's': return { kind: 'duration' };
    case 'working s': return { kind: 'working-duration' };
    case 'share': return { kind: 'share' };
    case 'services': return { kind: 'count', noun: serviceNoun };
    case 'cases': return { kind: 'count', noun };
    default: throw new RangeError(`No sentence knows the unit “${claim.unit}”`);
  }
}

export const serviceNoun: Noun = nounOf('service');
export const stopNoun: Noun = nounOf('stop');

/** The figure of a claim; null where it has none. A bound from unknown time is no sampling interval, so the known share is said. */
export function figureOf(claim: Claim, noun: Noun): Figure | null {
  if (claim.estimate === null) return null;
  const sampled = claim.level !== null && claim.level < 1;
  return { claim: claim.id, quantity: quantityOf(claim, noun), estimate: claim.estimate, lo: sampled ? claim.lo : null, hi: sampled ? claim.hi : null };
}

/** The comparison of a claim; null where it has none. An agreed level is exact, so nothing is too small to matter. */
export function differenceOf(claim: Claim, noun: Noun): Difference | null {
  const { comparator, estimate } = claim;
  if (comparator === null || comparator.estimate === null || estimate === null) return null;
  return { claim: claim.id, quantity: quantityOf(claim, noun), now: estimate, before: comparator.estimate, lo: comparator.lo, hi: comparator.hi, tolerance: comparator.level === 1 ? 0 : null, comparison: comparator.name };
}

/** A count that a claim's n gives: how many stops, how many services it looked at. */
export const countOf = (claim: Claim, noun: Noun, value: number = claim.n): Figure => ({ claim: claim.id, quantity: { kind: 'count', noun }, estimate: value, lo: null, hi: null });

/** What was agreed, from the claim that was held against it. */
export function agreedOf(claim: Claim): Figure | null {
  const target = claim.parameters['targetSeconds'];
  if (claim.measure === 'on-time-share' && typeof target === 'number') return { claim: claim.id, quantity: { kind: 'duration' }, estimate: target, lo: null, hi: null };
  if (claim.comparator?.level === 1 && claim.comparator.estimate !== null) return { claim: claim.id, quantity: { kind: 'share' }, estimate: claim.comparator.estimate, lo: null, hi: null };
  return null;
}

const isFigure = (f: Figure | null): f is Figure => f !== null;

/** All that the sentences of a sheet may rest on, for the check that none says more. `masked` are its names, dates and comparisons. */
export function evidenceOf(input: SheetInput, masked: readonly string[]): Evidence {
  const withNoun = [
    ...input.processes.flatMap((p) => p.claims.map((claim) => ({ claim, noun: nounOf(p.caseNoun) }))),
    ...[...input.services.flatMap((s) => s.claims), ...input.claims].map((claim) => ({ claim, noun: serviceNoun })),
  ];
  const company = input.claims.flatMap((c) => [countOf(c, serviceNoun), countOf(c, serviceNoun, c.n - (c.estimate ?? 0))]);
  return {
    figures: [
      ...withNoun.flatMap(({ claim, noun }) => [figureOf(claim, noun), agreedOf(claim)].filter(isFigure)),
      ...input.services.flatMap((s) => s.claims.map((c) => countOf(c, stopNoun))), ...company,
    ],
    differences: withNoun.flatMap(({ claim, noun }) => { const d = differenceOf(claim, noun); return d === null ? [] : [d]; }),
    against: [
      ...input.services.flatMap((s) => s.claims.flatMap((c) => (c.comparator?.level === 1 && c.comparator.hi !== null && c.comparator.hi < 0 ? [{ claim: c.id, sign: -1 as const }] : []))),
      ...input.claims.flatMap((c) => (c.measure === 'services-below-level' && (c.estimate ?? 0) > 0 ? [{ claim: c.id, sign: -1 as const }] : [])),
    ],
    chances: [], licences: [], masked: [...masked, ...withNoun.flatMap(({ claim }) => (claim.comparator === null ? [] : [claim.comparator.name]))],
  };
}
