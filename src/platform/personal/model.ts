/** A figure about fewer people than this is not shown: it would say something about one of them. */
export const fewestPeople = 5;

/**
 * Whether a figure about `n` people may be shown.
 * @example enoughPeople(4) // false
 * @throws RangeError for anything but a count.
 */
export function enoughPeople(n: number): boolean {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`a count of people is a whole number from 0, got ${n}`);
  return n >= fewestPeople;
}
