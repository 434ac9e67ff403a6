import { type Difference, inWords, readable } from './words.ts';

/** Which cases of the split are meant: a side of it and, where a difference is named, of it those with its value or without it. */
export interface Those {
  readonly side: 'complete' | 'slow' | 'fast' | 'open';
  readonly of?: Difference | undefined;
  readonly has?: boolean;
  /** Of an attribute: all in which it is known, whatever its value. */
  readonly known?: boolean;
}

/** The cases as an address and the API say them. */
export function casesQuery({ side, of, has = true, known = false }: Those): Readonly<Record<string, string>> {
  if (of === undefined) return { side };
  const value = known ? null : of.kind === 'variant' ? String(of.filter?.variant?.[0] ?? '') : of.value;
  return { side, kind: of.kind, ...(of.name === null ? {} : { name: of.name }), ...(value === null ? {} : { value }), ...(has ? {} : { has: 'false' }) };
}

/** The cases that an address means, where the answer has them. */
export function casesMeant(counted: string | undefined, differences: readonly Difference[]): Those | undefined {
  if (counted === undefined) return undefined;
  const sides = (['complete', 'slow', 'fast', 'open'] as const).flatMap((side): Those[] => [{ side }, ...differences.flatMap((of) => [{ side, of }, { side, of, has: false }, { side, of, known: true }])]);
  return sides.find((those) => new URLSearchParams(casesQuery(those)).toString() === counted);
}

const SIDES = { complete: 'Cases', slow: 'Slow cases', fast: 'Fast cases', open: 'Cases that are not complete' } as const;

/**
 * In words.
 * @example casesTitle({ side: 'fast' }) // 'Fast cases'
 */
export function casesTitle({ side, of, has = true, known = false }: Those): string {
  if (of === undefined) return SIDES[side];
  if (known || of.value === null) return `${SIDES[side]} in which it is known: ${readable(of.name ?? of.kind)}`;
  return `${SIDES[side]} ${has ? 'in which this holds' : 'in which this does not hold'}: ${inWords(of)}`;
}
