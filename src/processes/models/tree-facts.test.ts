import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityUse, edgesOf, parseTree, treeText } from './index.ts';
import { trees, wordsOfTree } from './testing.ts';

test('how often an activity happens, and what begins and ends', () => {
  expect(activityUse(parseTree("->( 'a', X( tau, 'b' ), 'a', *( 'c', 'd' ) )"))).toEqual([{ activity: 'a', least: 2, most: 2 }, { activity: 'b', least: 0, most: 1 }, { activity: 'c', least: 1, most: null }, { activity: 'd', least: 0, most: null }]);
  expect(edgesOf(parseTree("->( X( tau, 'a' ), 'b' )"))).toEqual({ first: ['a', 'b'], last: ['b'] });
});

test('it is what all runs of a tree say', () => {
  fc.assert(fc.property(trees(['a', 'b', 'c'], 2), (tree) => {
    const words = [...wordsOfTree(tree, 7)].map((w) => (w === '' ? [] : w.split(' ')));
    fc.pre(words.length > 0);
    const whole = words.every((w) => w.length < 7);
    const times = (w: string[], a: string) => w.filter((x) => x === a).length;
    const name = treeText(tree);
    for (const { activity, least, most } of activityUse(tree)) {
      const counts = words.map((w) => times(w, activity));
      // Runs of up to seven steps show the least where it is at most that, and never more than the most.
      expect([name, activity, Math.min(...counts) >= least, Math.max(...counts) <= (most ?? 7)]).toEqual([name, activity, true, true]);
      const exact = [Math.min(...counts), most === null ? 0 : Math.max(...counts)];
      expect([name, activity, whole ? exact : []]).toEqual([name, activity, whole ? [least, most ?? 0] : []]);
    }
    const { first, last } = edgesOf(tree);
    expect([name, words.every((w) => w.length === 0 || (first.includes(w[0]!) && last.includes(w.at(-1)!)))]).toEqual([name, true]);
    const seen = [new Set(words.flatMap((w) => w.slice(0, 1))), new Set(words.flatMap((w) => w.slice(-1)))];
    expect([name, whole ? [new Set(first), new Set(last)] : []]).toEqual([name, whole ? seen : []]);
  }), { numRuns: 300 });
});
