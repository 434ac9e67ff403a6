import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { activity, block, netSize, parseTree, type ProcessTree, silent, treeText, variantLogOf } from './index.ts';

const { tree } = fc.letrec<{ tree: ProcessTree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, fc.string().map(activity), fc.constant(silent),
    fc.tuple(fc.constantFrom('sequence' as const, 'choice' as const, 'parallel' as const, 'loop' as const), fc.array(tie('tree'), { minLength: 1, maxLength: 4 })).map(([kind, children]) => block(kind, children))),
}));

test('a tree and its text are the same, whatever the names hold', () => {
  expect(treeText(block('sequence', [activity('a'), silent]))).toBe("->( 'a', tau )");
  expect(parseTree("X( 'a', tau )").kind).toBe('choice');
  fc.assert(fc.property(tree, (t) => { expect(parseTree(treeText(t))).toEqual(t); }));
});

test('what is no tree is refused with its place', () => {
  for (const [text, column] of [['', 1], ["->( 'a'", 8], ["'a' 'b'", 5], ["Y( 'a' )", 1], ["->( 'a', )", 10], ["'a", 3], ["->('a'".repeat(600), undefined]] as const) {
    expect(() => parseTree(text)).toThrow(expect.objectContaining({ code: 'bad-input', ...(column === undefined ? {} : { at: { column } }) }));
  }
});

const oracle = new URL('../../../../shared/oracles/sepsis/models.json', import.meta.url);
test.skipIf(!existsSync(oracle))('the trees of an independent implementation are read', () => {
  const text = (JSON.parse(readFileSync(oracle, 'utf8')) as Record<string, string>)['inductive_noise_0.0']!;
  expect(treeText(parseTree(text))).toBe(text);
});

test('equal traces are one variant; arcs are counted without their weights', () => {
  const log = variantLogOf([['a', 'b'], ['b'], ['a', 'b'], []]);
  expect({ ...log, sequences: log.sequences.map((s) => [...s]) }).toEqual({ activities: ['a', 'b'], sequences: [[0, 1], [1], []], counts: [2, 1, 1] });
  expect(variantLogOf([['a', 'b'], ['a', 'b']]).counts).toEqual([2]);
  expect(netSize({ places: [{ id: 'p' }, { id: 'q' }], transitions: [{ id: 't', label: 'a', inputs: [0, 0], outputs: [1] }, { id: 'u', label: null, inputs: [1], outputs: [] }], initial: [0], final: [1] }))
    .toEqual({ places: 2, transitions: 2, silent: 1, arcs: 3 });
});
