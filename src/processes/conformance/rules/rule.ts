import { z } from 'zod';
import { nameField } from '../../../platform/register/index.ts';

const activity = (what: string) => nameField().describe(what);
const hours = z.number({ error: 'hours from 0 to 1,000,000' }).min(0, { error: 'hours from 0 to 1,000,000' }).max(1_000_000, { error: 'hours from 0 to 1,000,000' });
const kinds = ['follows', 'only-after', 'never-both', 'different-people', 'at-most', 'starts-with', 'ends-with'] as const;

const follows = z.strictObject({
  kind: z.literal('follows').describe('Each of the first is followed by the other'),
  first: activity('What must be followed'), followedBy: activity('What must come after it in the same case'),
  directly: z.boolean().optional().describe('As the very next event'),
  withinHours: hours.optional().describe('Done within so many hours after the first was done, nights and weekends included'),
  withinWorkingHours: hours.optional().describe('Done within so many working hours of the process after the first was done'),
});
const onlyAfter = z.strictObject({ kind: z.literal('only-after').describe('One comes only after the other was done at least once'), activity: activity('What must wait'), after: activity('What must have been done before it') });
const pair = { a: activity('One activity'), b: activity('The other activity') };
const neverBoth = z.strictObject({ kind: z.literal('never-both').describe('No case has both'), ...pair });
const differentPeople = z.strictObject({ kind: z.literal('different-people').describe('Nobody does both in one case'), ...pair });
const atMost = z.strictObject({ kind: z.literal('at-most').describe('No case has it more often'), activity: activity('What is counted'), times: z.int({ error: 'a whole number from 0' }).min(0, { error: 'a whole number from 0' }).describe('So many times in a case') });
const startsWith = z.strictObject({ kind: z.literal('starts-with').describe('Each case begins with it'), activity: activity('The first event') });
const endsWith = z.strictObject({ kind: z.literal('ends-with').describe('Each case ends with it'), activity: activity('The last event') });

const shapes = z.discriminatedUnion('kind', [follows, onlyAfter, neverBoth, differentPeople, atMost, startsWith, endsWith], { error: `a kind of rule: ${kinds.join(', ')}` });

/** A rule that a case keeps or breaks, in terms of activities. */
export type Rule = z.output<typeof shapes>;

/** A rule as people write it. */
export const ruleSchema = shapes
  .refine((rule) => new Set(activitiesOf(rule)).size === activitiesOf(rule).length, { error: 'two different activities' })
  .refine((rule) => rule.kind !== 'follows' || rule.withinHours === undefined || rule.withinWorkingHours === undefined, { error: 'hours or working hours, not both' });

/** How the cases of a log keep to a rule. */
export interface RuleAnswer {
  /** Cases that the rule is about. */
  readonly concerned: number;
  readonly broken: number;
  /** Cases of which the log does not say it: hours that are not over where the log ends, or nobody named. */
  readonly undecided: number;
}

/**
 * The activities that a rule speaks of, in its order.
 * @example activitiesOf({ kind: 'never-both', a: 'Ship', b: 'Cancel' }) // ['Ship', 'Cancel']
 */
export function activitiesOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'follows': return [rule.first, rule.followedBy];
    case 'only-after': return [rule.activity, rule.after];
    case 'never-both': case 'different-people': return [rule.a, rule.b];
    default: return [rule.activity];
  }
}
