import { grouped, nounOf } from '../../../language/index.ts';
import type { Rule, RuleAnswer } from './rule.ts';

const quoted = (activity: string) => `“${activity}”`;
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${grouped(n)} times`);
const hours = (n: number, kind: string) => `${Number.isInteger(n) ? grouped(n) : String(n)} ${kind}${n === 1 ? 'hour' : 'hours'}`;

/** The time that a rule gives, as words that begin with a blank; none where it gives none. */
function within(rule: Rule): string {
  if (rule.kind !== 'follows') return '';
  if (rule.withinWorkingHours !== undefined) return ` within ${hours(rule.withinWorkingHours, 'working ')}`;
  return rule.withinHours === undefined ? '' : ` within ${hours(rule.withinHours, '')}`;
}

/**
 * A rule as a business person says it.
 * @example ruleInWords({ kind: 'only-after', activity: 'Ship', after: 'Check credit' }) // '“Ship” comes only after “Check credit”.'
 */
export function ruleInWords(rule: Rule): string {
  switch (rule.kind) {
    case 'follows': return `${quoted(rule.first)} is ${rule.directly === true ? 'directly ' : ''}followed by ${quoted(rule.followedBy)}${within(rule)}.`;
    case 'only-after': return `${quoted(rule.activity)} comes only after ${quoted(rule.after)}.`;
    case 'never-both': return `Never both ${quoted(rule.a)} and ${quoted(rule.b)} in one case.`;
    case 'different-people': return `${quoted(rule.a)} and ${quoted(rule.b)} are done by different people.`;
    case 'at-most': return rule.times === 0 ? `${quoted(rule.activity)} does not happen.` : `${quoted(rule.activity)} happens at most ${times(rule.times)} in a case.`;
    case 'starts-with': return `Each case begins with ${quoted(rule.activity)}.`;
    case 'ends-with': return `Each case ends with ${quoted(rule.activity)}.`;
  }
}

/** What is true of a case that breaks the rule. */
function broken(rule: Rule): string {
  switch (rule.kind) {
    case 'follows': return `${quoted(rule.first)} was not ${rule.directly === true ? 'directly ' : ''}followed by ${quoted(rule.followedBy)}${within(rule)}`;
    case 'only-after': return `${quoted(rule.activity)} came without ${quoted(rule.after)} before it`;
    case 'never-both': return `there were both ${quoted(rule.a)} and ${quoted(rule.b)}`;
    case 'different-people': return `the same person did ${quoted(rule.a)} and ${quoted(rule.b)}`;
    case 'at-most': return rule.times === 0 ? `there was ${quoted(rule.activity)}` : `${quoted(rule.activity)} happened more than ${times(rule.times)}`;
    case 'starts-with': return `the first event was not ${quoted(rule.activity)}`;
    case 'ends-with': return `the last event was not ${quoted(rule.activity)}`;
  }
}

/**
 * How many cases broke a rule, as a sentence; `one` is what a case is, in the singular.
 * @example answerInWords({ kind: 'starts-with', activity: 'Order' }, { concerned: 9, broken: 2, undecided: 0 }, 'order') // 'In 2 of 9 orders the first event was not “Order”.'
 */
export function answerInWords(rule: Rule, { concerned, broken: n, undecided }: RuleAnswer, one: string): string {
  const { many } = nounOf(one);
  if (concerned === 0) return `None of the ${many} in view is one that this rule is about.`;
  const open = undecided === 0 ? '' : ` Of ${grouped(undecided)} it cannot be said.`;
  const kept = concerned - n - undecided;
  if (n === 0) return undecided === 0 ? `All ${grouped(concerned)} ${concerned === 1 ? one : many} that it is about kept it.` : `${grouped(kept)} of ${grouped(concerned)} ${many} kept it, none broke it.${open}`;
  return `In ${grouped(n)} of ${grouped(concerned)} ${concerned === 1 ? one : many} ${broken(rule)}.${open}`;
}
