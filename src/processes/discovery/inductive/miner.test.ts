import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawInteger, type Random, seededRandom, shuffled } from '../../../maths/random/index.ts';
import { block, netOfTree, type ProcessTree, treeText, variantLogOf } from '../../models/index.ts';
import { accepts, wordsOfTree } from '../../models/testing.ts';
import { inductiveTree } from '../index.ts';
import { largeLogs } from './testing.ts';

const mined = (traces: readonly string[], noise = 0) => treeText(inductiveTree(variantLogOf(traces.map((t) => (t === '' ? [] : t.split(' ')))), { noise }));

test.each([
  [['a'], "'a'"], [[''], 'tau'], [['', 'a'], "X( tau, 'a' )"], [['a a a'], "*( 'a', tau )"],
  [['a b c', 'a c b'], "->( 'a', +( 'b', 'c' ) )"],
  [['a c', 'b c'], "->( X( 'a', 'b' ), 'c' )"],
  [['a b', 'a b c a b'], "*( ->( 'a', 'b' ), 'c' )"],
  [['a c', 'a b c'], "->( 'a', X( tau, 'b' ), 'c' )"],
  // The two in the middle are left out together or not at all.
  [['a b c d', 'a d'], "->( 'a', X( tau, ->( 'b', 'c' ) ), 'd' )"],
  [['a b a c b', 'c a b b', 'b c a c', 'a a', 'b', 'c'], "+( X( tau, *( 'a', tau ) ), X( tau, *( 'b', tau ) ), X( tau, *( 'c', tau ) ) )"],
])('%j is %s', (traces, tree) => {
  expect(mined(traces)).toBe(tree);
});

test('noise leaves rare ways aside, none and all at its ends', () => {
  const log = [...Array.from({ length: 40 }, () => 'a b c d'), 'c d a b', ...Array.from({ length: 3 }, () => '')];
  expect(mined(log)).toBe("X( tau, +( 'a', 'b', ->( 'c', 'd' ) ) )");
  expect(mined(log, 0.2)).toBe("->( 'a', 'b', 'c', 'd' )");
  for (const noise of [-0.1, 1.1, Number.NaN]) expect(() => mined(log, noise)).toThrow(/a number from 0 to 1/);
  expect(() => mined([])).toThrow(expect.objectContaining({ code: 'bad-input' }));
});

const letters = fc.constantFrom(...'abcde');
const logs = fc.array(fc.array(letters, { maxLength: 7 }), { minLength: 1, maxLength: 12 });

test('without noise every trace of any log fits, and each of its activities stands once in the tree', () => {
  fc.assert(fc.property(logs, (log) => {
    const tree = inductiveTree(variantLogOf(log));
    const net = netOfTree(tree);
    expect(log.filter((t) => !accepts(net, t))).toEqual([]);
    expect(activitiesOf(tree)).toEqual([...new Set(log.flat())].sort());
  }), { numRuns: 250 });
});

test('the order of the cases makes no difference, and noise invents no activity', () => {
  fc.assert(fc.property(logs, fc.double({ min: 0, max: 1, noNaN: true }), (log, noise) => {
    const tree = inductiveTree(variantLogOf(log), { noise });
    expect(treeText(inductiveTree(variantLogOf(log.toReversed()), { noise }))).toBe(treeText(tree));
    const found = activitiesOf(tree);
    expect(new Set(found).size).toBe(found.length);
    expect([...new Set(log.flat())]).toEqual(expect.arrayContaining(found));
  }));
});

function activitiesOf(tree: ProcessTree): string[] {
  return (tree.kind === 'activity' ? [tree.activity] : tree.kind === 'silent' ? [] : tree.children.flatMap(activitiesOf)).sort();
}

// The class for which rediscovery is proved (Leemans, Fahland, van der Aalst 2013, theorem 14): no activity twice, no silent step, and no
// loop whose body can both start and end with the same activity.
const shapes = fc.letrec<{ tree: ProcessTree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3, depthIdentifier: 'shape' }, fc.constant<ProcessTree>({ kind: 'activity', activity: '?' }),
    fc.tuple(fc.constantFrom('sequence' as const, 'choice' as const, 'parallel' as const, 'loop' as const), tie('tree'), tie('tree')).map(([kind, a, b]) => block(kind, [a, b]))),
})).tree;

function named(tree: ProcessTree, next = { at: 0 }): ProcessTree {
  return tree.kind === 'activity' ? { kind: 'activity', activity: 'abcdefgh'[next.at++] ?? '?' } : tree.kind === 'silent' ? tree : block(tree.kind, tree.children.map((c) => named(c, next)));
}

function rediscoverable(tree: ProcessTree): boolean {
  if (!('children' in tree)) return true;
  const sides = wordsOfTree(tree.children[0]!, 6);
  const firsts = new Set([...sides].map((w) => w[0])), lasts = new Set([...sides].map((w) => w.at(-1)));
  return tree.children.every(rediscoverable) && (tree.kind !== 'loop' || [...firsts].every((a) => !lasts.has(a)));
}

test('random trees are found again from what they play', () => {
  const trees = shapes.map((t) => named(t)).filter((t) => activitiesOf(t).length <= 6 && rediscoverable(t));
  fc.assert(fc.property(trees, fc.integer(), (tree, seed) => {
    const random = seededRandom(seed);
    const found = inductiveTree(variantLogOf(Array.from({ length: 400 }, () => played(tree, random))));
    expect({ tree: treeText(tree), words: [...wordsOfTree(found, 6)].sort() }).toEqual({ tree: treeText(tree), words: [...wordsOfTree(tree, 6)].sort() });
  }), { numRuns: 100 });
});

function played(tree: ProcessTree, random: Random): string[] {
  const draw = (n: number) => drawInteger(random, n);
  switch (tree.kind) {
    case 'activity': return [tree.activity];
    case 'silent': return [];
    case 'sequence': return tree.children.flatMap((c) => played(c, random));
    case 'choice': return played(tree.children[draw(tree.children.length)]!, random);
    case 'parallel': {
      const parts = tree.children.map((c) => played(c, random));
      return shuffled(random, parts.flatMap((p, i) => p.map(() => i))).map((i) => parts[i]!.shift()!);
    }
    case 'loop': {
      const trace = played(tree.children[0]!, random);
      while (draw(2) === 0) trace.push(...played(tree.children[1]!, random), ...played(tree.children[0]!, random));
      return trace;
    }
  }
}

test.each(Object.entries(largeLogs(1000)))('a thousand activities, %s: answered within seconds', (_, log) => {
  const net = netOfTree(inductiveTree(variantLogOf(log)));
  expect(net.transitions.filter((t) => t.label !== null)).toHaveLength(new Set(log.flat()).size);
});

test('what checks may end the work', () => {
  const check = () => { throw new Error('enough'); };
  expect(() => inductiveTree(variantLogOf([['a', 'b']]), { check })).toThrow('enough');
});
