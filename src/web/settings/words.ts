/**
 * Names as a list in a sentence.
 * @example listed(['COO', 'CIO', 'CEO']) // 'COO, CIO and CEO'
 */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
