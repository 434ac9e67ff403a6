import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../app/search.ts';
import { type Condition, conditionsOf, inWords, withCondition, withConditions, without } from './conditions.ts';
import { flowSearch } from './search.ts';

const names = { activities: ['Check credit', 'Ship', 'a→b'], attributes: ['region', 'org:group'] };
const activity = fc.constantFrom(...names.activities);
const instant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z');
const one: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('period' as const), of: fc.constantFrom('started' as const, 'active' as const, 'completed' as const), from: instant, to: instant }),
  fc.record({ kind: fc.constant('activity' as const), name: activity, has: fc.boolean() }),
  fc.record({ kind: fc.constant('ends' as const), side: fc.constantFrom('start' as const, 'end' as const), names: fc.uniqueArray(activity, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('follows' as const), how: fc.constantFrom('directly' as const, 'eventually' as const, 'neverDirectly' as const, 'never' as const), from: activity, to: activity }),
  fc.record({ kind: fc.constant('variants' as const), numbers: fc.uniqueArray(fc.nat(9), { minLength: 1 }) }),
  fc.record({ kind: fc.constant('top' as const), most: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('duration' as const), min: fc.nat(9), max: fc.integer({ min: 10, max: 99 }) }),
  fc.record({ kind: fc.constant('attribute' as const), name: fc.constantFrom(...names.attributes), values: fc.uniqueArray(fc.constantFrom('north', 'A:1', 'x=y&z', '50 %'), { minLength: 1 }), not: fc.boolean() }),
);

describe('the conditions of an address', () => {
  it('survive the way into it and back, names with arrows and colons included', () => {
    fc.assert(fc.property(one, (condition) => {
      const address = stringifySearch(withCondition({ log: 'orders' }, condition, names));
      const again = flowSearch(parseSearch(address));
      expect(again.log).toBe('orders');
      expect(conditionsOf(again, names)).toEqual([condition]);
      expect(conditionsOf(without(again, condition, names), names)).toEqual([]);
    }), { seed: 7 });
  });

  it('are added to those there; of a kind that there can be one of, in its place', () => {
    const s = withConditions({}, [{ kind: 'activity', name: 'Ship', has: true }, { kind: 'top', most: 3 }]);
    expect(conditionsOf(withCondition(s, { kind: 'activity', name: 'a→b', has: true }))).toHaveLength(3);
    expect(conditionsOf(withCondition(s, { kind: 'top', most: 5 }))).toEqual([{ kind: 'activity', name: 'Ship', has: true }, { kind: 'top', most: 5 }]);
  });

  it('read in plain words', () => {
    const said: [Condition, string][] = [
      [{ kind: 'follows', how: 'directly', from: 'Check credit', to: 'Ship' }, '“Check credit” directly followed by “Ship”'], [{ kind: 'follows', how: 'never', from: 'A', to: 'B' }, '“A” never followed by “B”'],
      [{ kind: 'duration', min: 259_200 }, 'Lasted 3 days or more'], [{ kind: 'duration', min: 3600, max: 7200 }, 'Lasted 60 min to 2 h'], [{ kind: 'duration', max: 86_400 }, 'Lasted 1 day or less'],
      [{ kind: 'period', of: 'completed', from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }, 'Ended from 1 Mar 2026, before 1 Apr 2026'], [{ kind: 'period', of: 'active', to: 'nonsense' }, 'Under way before nonsense'],
      [{ kind: 'attribute', name: 'region', values: ['north', 'south'], not: false }, 'region is “north” or “south”'], [{ kind: 'attribute', name: 'region', values: ['north', 'south'], not: true }, 'region is not “north” nor “south”'],
      [{ kind: 'ends', side: 'end', names: ['Ship'] }, 'Ends with “Ship”'], [{ kind: 'activity', name: 'Ship', has: false }, 'Without “Ship”'], [{ kind: 'variants', numbers: [4, 7] }, '2 variants'], [{ kind: 'top', most: 5 }, 'The 5 most frequent variants'],
    ];
    for (const [condition, words] of said) expect(inWords(condition, 'UTC').replaceAll('\u00a0', ' ')).toBe(words);
  });
});
