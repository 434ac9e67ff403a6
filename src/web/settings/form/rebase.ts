/** What comes of two people changing one record: theirs where only they changed a field, mine where I did, and the fields where both did. */
export interface Rebased<D> {
  readonly value: D;
  readonly both: readonly (keyof D & string)[];
}

/**
 * Puts what was typed on top of what somebody else saved meanwhile; nothing typed is lost.
 * @example rebase({ name: 'A', email: 'a' }, { name: 'B', email: 'a' }, { name: 'A', email: 'z' }) // { value: { name: 'B', email: 'z' }, both: [] }
 */
export function rebase<D extends object>(before: D, mine: D, theirs: D): Rebased<D> {
  const keys = Object.keys(mine) as (keyof D & string)[];
  const touched = (of: D, key: keyof D) => !same(of[key], before[key]);
  const value = Object.fromEntries(keys.map((key) => [key, touched(mine, key) ? mine[key] : theirs[key]])) as D;
  return { value, both: keys.filter((key) => touched(mine, key) && touched(theirs, key) && !same(mine[key], theirs[key])) };
}

/** Whether two drafts say the same; drafts are texts, and lists of them, in one order. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
