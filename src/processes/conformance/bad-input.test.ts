import { expect, test } from 'vitest';
import { netOfTree, parseTree, type PetriNet, variantLogOf } from '../models/index.ts';
import { fitHere } from './fit-here.ts';

const places = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `p${i}` }));
const straight = netOfTree(parseTree("->( 'a', 'b' )"));
const fit = (net: PetriNet, traces: string[][], method: 'alignments' | 'replay' = 'alignments') => fitHere(net, variantLogOf(traces), { fit: method });

test('an empty log fits; cases of one event, and activities that the model does not know, have their deviations', () => {
  for (const method of ['alignments', 'replay'] as const) expect(fit(straight, [], method)).toMatchObject({ fitness: { cases: 0, fitness: 1, exact: true }, deviations: [] });
  expect(fit(straight, [['b'], ['x']]).deviations.map((d) => [d.kind, d.activity, d.after, d.cases])).toEqual([['extra', 'x', null, 1], ['skipped', 'a', null, 1], ['skipped', 'a', 'x', 1], ['skipped', 'b', 'x', 1]]);
  expect(fit(straight, [['b'], ['x']], 'replay')).toMatchObject({ fitness: { fittingCases: 0, exact: true }, deviations: [] });
});

test('dead parts change nothing; a net without an end, and one that never leaves its start, are problems that say so', () => {
  const dead: PetriNet = { places: places(4), transitions: [{ id: 't', label: 'a', inputs: [0], outputs: [1] }, { id: 'u', label: 'b', inputs: [2], outputs: [3] }], initial: [0], final: [1] };
  expect(fit(dead, [['a'], ['a', 'b']]).fitness).toMatchObject({ exact: true, fittingCases: 1, averageCost: 0.5 });
  const noEnd: PetriNet = { ...dead, final: [3] };
  expect(() => fit(noEnd, [['a']])).toThrow(expect.objectContaining({ code: 'bad-input', detail: 'No case can get from the start of this model to its end' }));
  expect(() => fit({ places: [], transitions: [], initial: [], final: [] }, [['a']])).not.toThrow();
});

test('an unbounded net, and one with silent loops that make tokens, end with bounds', () => {
  const unbounded: PetriNet = { places: places(3), transitions: [{ id: 't', label: null, inputs: [0], outputs: [0, 1] }, { id: 'u', label: 'a', inputs: [1], outputs: [] }, { id: 'v', label: null, inputs: [0], outputs: [2] }], initial: [0], final: [2] };
  let asked = 0;
  const { fitness } = fitHere(unbounded, variantLogOf([['a', 'a', 'a']]), { fit: 'alignments' }, () => ++asked > 5000);
  expect([fitness.lower <= 1, fitness.upper]).toEqual([true, 1]);
  expect(fit(unbounded, [['a', 'a', 'a']], 'replay').fitness).toMatchObject({ cases: 1 });
}, 60_000);

test('replay on a net in which silent steps make tokens for ever ends with a value and says that it is not exact, and ends where it is told to', () => {
  // s → s + m silently, m → nothing silently, s → e by a; the same with a second kind of token.
  const one: PetriNet = { places: places(3), transitions: [{ id: 't', label: null, inputs: [0], outputs: [0, 1] }, { id: 'u', label: null, inputs: [1], outputs: [] }, { id: 'v', label: 'a', inputs: [0], outputs: [2] }], initial: [0], final: [2] };
  const two: PetriNet = { ...one, places: places(4), transitions: [...one.transitions, { id: 'w', label: null, inputs: [0], outputs: [0, 3] }, { id: 'x', label: 'b', inputs: [1, 3], outputs: [] }] };
  expect(fit(one, [['a'], ['a', 'a']], 'replay').fitness).toMatchObject({ fittingCases: 1, exact: false, upper: 1 });
  let asked = 0;
  const { fitness } = fitHere(two, variantLogOf([['b', 'a', 'b', 'b', 'a'], ['a', 'b', 'a']]), { fit: 'replay' }, () => ++asked > 20);
  expect([fitness.exact, fitness.lower <= fitness.upper, asked]).toEqual([false, true, 21]);
});

test('without any time the answer is that time ended, not that the model is too large', () => {
  const wide = netOfTree(parseTree(`+( ${Array.from('abcdefgh', (a) => `'${a}'`).join(', ')} )`));
  expect(() => fitHere(wide, variantLogOf([['a']]), { fit: 'alignments' }, () => true)).toThrow(expect.objectContaining({ code: 'too-long', value: expect.stringMatching(/^\d+ places, \d+ steps$/), wanted: 'more time, or a smaller model' }));
  expect(fit(wide, [[...'abcdefgh']]).fitness).toMatchObject({ fitness: 1, exact: true });
});
