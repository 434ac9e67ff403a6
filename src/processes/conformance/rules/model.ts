/** A rule that a case keeps or breaks, in terms of activities. */
export type Rule =
  /** Each `first` is followed by the other: later in the case, or as the very next event; within so many elapsed hours where they are given. */
  | { readonly kind: 'follows'; readonly first: string; readonly followedBy: string; readonly directly?: boolean; readonly withinHours?: number }
  /** No case has both. */
  | { readonly kind: 'never-both'; readonly a: string; readonly b: string }
  /** Nobody does both in one case. */
  | { readonly kind: 'different-people'; readonly a: string; readonly b: string }
  | { readonly kind: 'at-most'; readonly activity: string; readonly times: number }
  | { readonly kind: 'starts-with'; readonly activity: string }
  | { readonly kind: 'ends-with'; readonly activity: string };

/** How the cases of a log keep to a rule. */
export interface RuleAnswer {
  /** Cases that the rule is about. */
  readonly concerned: number;
  readonly broken: number;
  /** Cases of which the log does not say it: hours that are not over where the log ends, or nobody named. */
  readonly undecided: number;
  /** Cases that break it, in order of first appearance. */
  readonly items: readonly { readonly id: string }[];
  /** Where the next page begins; null on the last. */
  readonly next: number | null;
}
