/** Days `from` to `to`, both included; without `to` until further notice. */
export interface Term {
  readonly from: string;
  readonly to?: string | undefined;
}

/**
 * Whether a day (`2026-03-31`) lies in a term.
 * @example within({ from: '2026-01-01', to: '2026-03-31' }, '2026-03-31') // true
 */
export function within(term: Term, day: string): boolean {
  return term.from <= day && (term.to === undefined || day <= term.to);
}

/**
 * Indexes of terms that begin before an earlier one has ended.
 * @example overlappingTerms([{ from: '2026-01-01' }, { from: '2026-02-01' }]) // [1]
 */
export function overlappingTerms(terms: readonly Term[]): number[] {
  const order = terms.map((t, i) => ({ t, i })).sort((a, b) => (a.t.from < b.t.from ? -1 : a.t.from > b.t.from ? 1 : a.i - b.i));
  const overlapping: number[] = [];
  let last = '';
  for (const { t, i } of order) {
    if (t.from <= last) overlapping.push(i);
    const end = t.to ?? '9999-12-31';
    if (end > last) last = end;
  }
  return overlapping.sort((a, b) => a - b);
}
