import type { Noun } from './units.ts';

/**
 * A noun from its singular by the rules of English spelling: query, queries; box, boxes; order, orders.
 * @example nounOf('purchase query').many // 'purchase queries'
 */
export function nounOf(one: string): Noun {
  if (/[^aeiou]y$/i.test(one)) return { one, many: `${one.slice(0, -1)}ies` };
  return { one, many: `${one}${/(s|x|z|ch|sh)$/i.test(one) ? 'es' : 's'}` };
}
