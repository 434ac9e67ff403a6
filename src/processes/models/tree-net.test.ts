import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { netOfTree, netSize, parseTree, treeText } from './index.ts';
import { trees, wordsOfNet, wordsOfTree } from './testing.ts';

test('a net says what its tree says, from one place without arcs in to one without arcs out', () => {
  fc.assert(fc.property(trees(['a', 'b', 'c']), (tree) => {
    const net = netOfTree(tree);
    expect({ tree: treeText(tree), words: [...wordsOfNet(net, 4)].sort() }).toEqual({ tree: treeText(tree), words: [...wordsOfTree(tree, 4)].sort() });
    expect([net.initial.length, net.final.length]).toEqual([1, 1]);
    for (const t of net.transitions) expect([t.outputs.includes(net.initial[0]!), t.inputs.includes(net.final[0]!), t.inputs.length > 0, t.outputs.length > 0]).toEqual([false, false, true, true]);
  }), { numRuns: 300 });
});

test.each([
  ["->( 'a', +( 'b', 'c' ) )", { places: 6, transitions: 4, silent: 1, arcs: 10 }],
  ["->( 'a', +( 'b', 'c' ), 'd' )", { places: 6, transitions: 4, silent: 0, arcs: 10 }],
  ["->( 'a', X( tau, *( 'b', tau ) ), 'c' )", { places: 3, transitions: 3, silent: 0, arcs: 6 }],
  ["->( *( 'a', 'b' ), *( 'c', 'd' ) )", { places: 6, transitions: 7, silent: 3, arcs: 14 }],
  ['tau', { places: 2, transitions: 1, silent: 1, arcs: 2 }],
])('%s needs no more than %o', (text, size) => {
  expect(netSize(netOfTree(parseTree(text)))).toEqual(size);
});

const oracles = new URL('../../../../shared/oracles/', import.meta.url);
interface Models { readonly 'inductive_noise_0.0': string; readonly 'inductive_noise_0.2': string; readonly petri: Record<'im' | 'imf', { places: number; transitions: number; invisible: number; arcs: number }> }
test.skipIf(!existsSync(oracles)).each(['running-example', 'sepsis', 'receipt', 'bpic2012', 'bpic2013-closed-problems', 'uci-incident'])('%s: as large as an independent implementation makes its nets, or smaller (skipped without ../shared)', (log) => {
  const want = JSON.parse(readFileSync(new URL(`${log}/models.json`, oracles), 'utf8')) as Models;
  for (const [noise, of] of [['0.0', 'im'], ['0.2', 'imf']] as const) {
    const size = netSize(netOfTree(parseTree(want[`inductive_noise_${noise}`])));
    const most = want.petri[of];
    expect({ ...size, larger: size.places > most.places || size.silent > most.invisible || size.arcs > most.arcs, steps: size.transitions - size.silent }).toEqual({ ...size, larger: false, steps: most.transitions - most.invisible });
  }
});

test('a choice of ten thousand and a deep tree are translated at once', () => {
  const wide = netOfTree({ kind: 'loop', children: [{ kind: 'silent' }, { kind: 'choice', children: Array.from({ length: 10_000 }, (_, i) => ({ kind: 'loop', children: [{ kind: 'activity', activity: `${i}` }, { kind: 'silent' }] })) }] });
  expect(netSize(wide).transitions).toBe(40_002);
});
