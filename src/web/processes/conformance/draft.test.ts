import { expect, test } from 'vitest';
import { ruleOf, type RuleDraft } from './draft.ts';

const draft = (d: Partial<RuleDraft>): RuleDraft => ({ kind: 'follows', first: 'a', second: 'b', within: 'any', hours: '', times: '', ...d });

test('what was typed as a rule', () => {
  expect([draft({}), draft({ within: 'directly' }), draft({ within: 'hours', hours: '4.5' }), draft({ within: 'working', hours: '8' }), draft({ kind: 'only-after' }), draft({ kind: 'never-both' }), draft({ kind: 'different-people' }), draft({ kind: 'at-most', second: '', times: '2' }), draft({ kind: 'ends-with', second: '' })].map(ruleOf)).toEqual([
    { kind: 'follows', first: 'a', followedBy: 'b' }, { kind: 'follows', first: 'a', followedBy: 'b', directly: true }, { kind: 'follows', first: 'a', followedBy: 'b', withinHours: 4.5 }, { kind: 'follows', first: 'a', followedBy: 'b', withinWorkingHours: 8 },
    { kind: 'only-after', activity: 'a', after: 'b' }, { kind: 'never-both', a: 'a', b: 'b' }, { kind: 'different-people', a: 'a', b: 'b' }, { kind: 'at-most', activity: 'a', times: 2 }, { kind: 'ends-with', activity: 'a' },
  ]);
});

test('what is not whole is no rule yet', () => {
  expect([draft({ first: '' }), draft({ second: '' }), draft({ second: 'a' }), draft({ within: 'hours', hours: ' ' }), draft({ within: 'working', hours: '-1' }), draft({ kind: 'at-most', times: '1.5' })].map(ruleOf)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});
