import type { Get } from '../../api/types.ts';

/** A rule as the API takes it. */
export type Rule = Get<'/event-logs/{id}/rule-check'>['rule'];
export type RuleKind = Rule['kind'];

/** What each kind of rule is called, and what its activities are. */
export const KINDS: readonly { readonly value: RuleKind; readonly label: string; readonly activities: readonly string[] }[] = [
  { value: 'follows', label: 'One must be followed by another', activities: ['Each', 'Is followed by'] },
  { value: 'only-after', label: 'One comes only after another', activities: ['Wait with', 'Until there was'] },
  { value: 'never-both', label: 'Never both in one case', activities: ['Never both', 'And'] },
  { value: 'different-people', label: 'Not by the same person', activities: ['Who does', 'Must not do'] },
  { value: 'at-most', label: 'Not more often than', activities: ['Activity'] },
  { value: 'starts-with', label: 'Every case begins with', activities: ['Activity'] },
  { value: 'ends-with', label: 'Every case ends with', activities: ['Activity'] },
];

export const WITHINS = [{ value: 'any', label: 'at any later time' }, { value: 'directly', label: 'as the very next event' }, { value: 'hours', label: 'within hours' }, { value: 'working', label: 'within working hours' }] as const;
export type Within = (typeof WITHINS)[number]['value'];

/** What is typed of a rule. */
export interface RuleDraft {
  readonly kind: RuleKind;
  readonly first: string;
  readonly second: string;
  readonly within: Within;
  readonly hours: string;
  readonly times: string;
}

/**
 * The rule that was typed; undefined while something is missing or the two are one.
 * @example ruleOf({ kind: 'at-most', first: 'Remind', second: '', within: 'any', hours: '', times: '2' }) // { kind: 'at-most', activity: 'Remind', times: 2 }
 */
export function ruleOf({ kind, first, second, within, hours, times }: RuleDraft): Rule | undefined {
  const two = kind === 'follows' || kind === 'only-after' || kind === 'never-both' || kind === 'different-people';
  if (first === '' || (two && (second === '' || second === first))) return undefined;
  switch (kind) {
    case 'follows': {
      if (within === 'any' || within === 'directly') return { kind, first, followedBy: second, ...(within === 'directly' ? { directly: true } : {}) };
      const limit = Number(hours);
      if (hours.trim() === '' || !(limit >= 0 && limit <= 1_000_000)) return undefined;
      return { kind, first, followedBy: second, ...(within === 'hours' ? { withinHours: limit } : { withinWorkingHours: limit }) };
    }
    case 'only-after': return { kind, activity: first, after: second };
    case 'never-both': case 'different-people': return { kind, a: first, b: second };
    case 'at-most': return /^\d{1,6}$/.test(times.trim()) ? { kind, activity: first, times: Number(times) } : undefined;
    default: return { kind, activity: first };
  }
}
