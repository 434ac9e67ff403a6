import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { netOfTree, parseModel, parseTree, type PetriNet, soundnessOf } from './index.ts';
import { trees } from './testing.ts';

const net = (places: number, transitions: [string | null, number[], number[]][], initial = [0], final = [places - 1]): PetriNet => ({ places: Array.from({ length: places }, (_, i) => ({ id: `p${i}` })), transitions: transitions.map(([label, inputs, outputs], i) => ({ id: `t${i}`, label, inputs, outputs })), initial, final });
const told = (n: PetriNet) => soundnessOf(n).map((f) => [f.kind, f.serious, f.detail]);

test('every process tree is sound', () => {
  expect(soundnessOf(parseModel("->( 'a', 'b' )"))).toEqual([]);
  fc.assert(fc.property(trees(['a', 'b', 'c']), (tree) => {
    expect(soundnessOf(netOfTree(tree)).filter((f) => f.kind !== 'no-activity')).toEqual([]);
  }), { numRuns: 200 });
});

test('what is odd is named, with the way there', () => {
  expect(told(net(2, [['a', [0], [1]], ['b', [1], [1]]]))).toEqual([]);
  expect(told(net(4, [['a', [0], [3]], ['lost', [1], [2]]]))).toEqual([['never-happens', false, 'One part of the model can never happen: “lost”.']]);
  // Both branches of a choice are waited for.
  expect(told(net(4, [['a', [0], [1]], ['b', [0], [2]], ['join', [1, 2], [3]]]))).toEqual([
    ['never-happens', false, 'One part of the model can never happen: “join”.'], ['never-ends', true, 'No case can ever come to its end in this model.'],
  ]);
  expect(told(net(4, [['a', [0], [1]], ['b', [0], [2]], ['c', [1], [3]], ['d', [2], [2]]]))).toEqual([['dead-end', false, 'Some ways through the model never come to an end: after “b” for example.']]);
  expect(told(net(4, [['a', [0], [1, 2]], ['b', [1], [3]], ['c', [2], [3]]]))).toEqual([
    ['never-ends', true, 'Every case leaves a part of the model open at its end: after “a”, “b” for example. What runs side by side has to be joined before the end.'],
  ]);
  expect(told(net(4, [['a', [0], [1, 2]], ['b', [1], [3]], [null, [2], []]]))).toEqual([['left-over', false, 'A case can end while a part of it is still open: after “a”, “b” for example.']]);
  expect(told(net(3, [['a', [0], [0, 1]], ['b', [0, 1], [2]]]))[0]).toEqual(['piles-up', false, 'Work can pile up in the model without end: after “a”, the same can begin again and again before it is finished.']);
  expect(told(net(2, [[null, [0], [1]]]))).toEqual([['no-activity', false, 'The model has no activity with a name.']]);
  expect(told(net(3, [['a', [0, 0], [1]], ['b', [1], [2]]], [0, 0]))).toEqual([]);
});

test('a model of more states than are looked at ends all the same, and what can never happen is told', () => {
  const wide = netOfTree(parseTree(`+( ${Array.from({ length: 30 }, (_, i) => `->( 'a${i}', 'b${i}' )`).join(', ')} )`));
  const begun = performance.now();
  expect(told(wide)).toEqual([['not-all-seen', false, 'The model has more than 5,000 states: whether every case can come to an end was not looked at in all of them.']]);
  const cut = { ...wide, places: [...wide.places, { id: 'nowhere' }], transitions: [...wide.transitions, { id: 'x', label: 'lost', inputs: [wide.places.length], outputs: [0] }] };
  expect(told(cut).map(([kind]) => kind)).toEqual(['never-happens', 'not-all-seen']);
  const long = netOfTree(parseTree(`->( ${Array.from({ length: 4_000 }, (_, i) => `'a${i}'`).join(', ')} )`));
  expect(told(long)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
