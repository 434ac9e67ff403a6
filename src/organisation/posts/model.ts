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

/** A post as far as holding it goes. */
export interface PostTerms {
  readonly id: string;
  readonly holders: readonly (Term & { readonly person: string })[];
  readonly delegations: readonly (Term & { readonly deputy: string })[];
}

/** Who holds a post on a day, or undefined: it is vacant. */
export function holderOn(post: PostTerms, day: string): string | undefined {
  return post.holders.find((h) => within(h, day))?.person;
}

/**
 * The posts that a person holds on a day, as holder or, inside a delegation, as deputy. A vacant post has no deputy: nobody is there to stand in for.
 * @example heldPosts([{ id: 'coo', holders: [{ person: 'ben', from: '2026-01-01' }], delegations: [] }], 'ben', '2026-05-04') // [{ post: 'coo', deputy: false }]
 */
export function heldPosts(posts: readonly PostTerms[], person: string, day: string): { post: string; deputy: boolean }[] {
  return posts.flatMap((post): { post: string; deputy: boolean }[] => {
    const holder = holderOn(post, day);
    if (holder === undefined) return [];
    if (holder === person) return [{ post: post.id, deputy: false }];
    return post.delegations.some((d) => d.deputy === person && within(d, day)) ? [{ post: post.id, deputy: true }] : [];
  });
}

/** A version of a post, by whom and when it was recorded. */
export interface PostVersion extends PostTerms {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Who was given a post, as holder or as deputy, by whom, and when that was recorded. */
export interface PostAppointment {
  readonly post: string;
  readonly givenTo: string;
  readonly givenBy: string;
  readonly recordedAt: Date;
}

/** Every appointment to a post, from its versions in the order of recording: a term that a version has and the one before had not. */
export function appointmentsOf(versions: readonly PostVersion[]): PostAppointment[] {
  let before = new Set<string>();
  return versions.flatMap((v) => {
    const terms = [...v.holders.map((h) => ({ to: h.person, key: `${h.person} ${h.from}` })), ...v.delegations.map((d) => ({ to: d.deputy, key: `${d.deputy} ${d.from} as deputy` }))];
    const given = terms.filter((t) => !before.has(t.key)).map((t) => ({ post: v.id, givenTo: t.to, givenBy: v.recordedBy, recordedAt: v.recordedAt }));
    before = new Set(terms.map((t) => t.key));
    return given;
  });
}
