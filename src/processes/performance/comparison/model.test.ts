import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignChains, partings } from './model.ts';

const chain = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 });

/** The longest common subsequence by trying all of the shorter one's. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  for (let pick = 0; pick < 2 ** a.length; pick++) {
    const some = a.filter((_, i) => (pick >> i) % 2 === 1);
    let at = 0;
    for (const x of b) if (x === some[at]) at++;
    if (at === some.length) best = Math.max(best, at);
  }
  return best;
}

test('two chains share as many lines as they can', () => {
  fc.assert(fc.property(chain, chain, (a, b) => { expect(alignChains([a, b]).filter((l) => l.at[0] !== null && l.at[1] !== null)).toHaveLength(longestCommon(a, b)); }), { numRuns: 200 });
});

test('every chain is whole and in order, whatever stands beside it; no line is empty', () => {
  fc.assert(fc.property(fc.array(chain, { minLength: 1, maxLength: 4 }), (chains) => {
    const lines = alignChains(chains);
    chains.forEach((c, n) => {
      expect(lines.flatMap((l) => (l.at[n] === null ? [] : [l.at[n]]))).toEqual(c.map((_, i) => i));
      expect(lines.flatMap((l) => (l.at[n] === null ? [] : [l.activity]))).toEqual(c);
    });
    for (const l of lines) expect(l.at.some((p) => p !== null)).toBe(true);
  }));
});

test('where they part, and where they meet again', () => {
  expect(partings(alignChains([['a', 'b', 'd'], ['a', 'c', 'd']]))).toEqual([{ after: 'a', before: 'd', ways: [['b'], ['c']] }]);
  expect(partings(alignChains([['a', 'b'], ['a', 'b', 'c', 'c'], ['x', 'a', 'b']]))).toEqual([{ after: null, before: 'a', ways: [[], [], ['x']] }, { after: 'b', before: null, ways: [[], ['c', 'c'], []] }]);
  expect(partings(alignChains([['a'], ['a']]))).toEqual([]);
  expect(alignChains([['a', 'b', 'd'], ['a', 'c', 'd']]).map((s) => s.activity)).toEqual(['a', 'b', 'c', 'd']);
});
