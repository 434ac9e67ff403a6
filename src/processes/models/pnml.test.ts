import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { netOfTree, parsePnml, parseTree, type PetriNet, pnmlOf } from './index.ts';
import { trees } from './testing.ts';

test('a net is the same after writing and reading, whatever its steps are called', () => {
  fc.assert(fc.property(trees(['a', 'b', '<&">\n é', 'x\ty']), (tree) => {
    const net = netOfTree(tree);
    expect(parsePnml(pnmlOf(net))).toEqual(net);
  }), { numRuns: 50 });
  const weighted: PetriNet = { places: [{ id: 'p' }, { id: 'q' }], transitions: [{ id: 't', label: 'a', inputs: [0, 0], outputs: [1] }], initial: [0, 0], final: [1] };
  expect(parsePnml(pnmlOf(weighted))).toEqual(weighted);
});

test('silent steps and markings stand as other tools write them', () => {
  const text = pnmlOf(netOfTree(parseTree("+( 'a', 'b\u0001' )")));
  expect(text).toContain('<toolspecific tool="ProM" version="6.4" activity="$invisible$"');
  expect(text).toContain('<initialMarking><text>1</text></initialMarking>');
  expect(text).toContain('<finalmarkings>');
  expect(text).toContain('<text>b\uFFFD</text>');
});

const net = (inside: string, after = '') => `<pnml:pnml xmlns:pnml="x"><pnml:net id="n"><page id="g">${inside}</page>${after}</pnml:net></pnml:pnml>`;
const STEP = '<place id="p"/><place id="q"/>\n<transition id="t"><name><value>do it</value></name></transition><arc source="p" target="t"/><arc source="t" target="q"><inscription><text>Default,2</text></inscription></arc>';

test('other dialects: prefixes, values for texts, no markings, all places in the final one', () => {
  expect(parsePnml(net(STEP))).toEqual({ places: [{ id: 'p' }, { id: 'q' }], transitions: [{ id: 't', label: 'do it', inputs: [0], outputs: [1, 1] }], initial: [0], final: [1] });
  expect(parsePnml(net(STEP, '<finalmarkings><marking><place idref="p"><text>0</text></place><place idref="q"><text>2</text></place></marking></finalmarkings>')).final).toEqual([1, 1]);
});

test.each([
  ['<pnml', /not well-formed/], ['', /empty|not well-formed/], ['<a/>', /no PNML/], ['<!DOCTYPE pnml [<!ENTITY x "y">]><pnml/>', /document type/], ['<pnml><net/><net/></pnml>', /more than one net/],
  [net('<place id="p"/>\n<place id="p"/>'), /^m\.pnml:2: Two nodes have the same id: got “p”/], [net('<place/>'), /no id/], [net(`${STEP}\n<arc source="t" target="nowhere"/>`), /^m\.pnml:3: The target of an arc is nowhere in the net: got “nowhere”/],
  [net(`${STEP}<arc id="z" source="p" target="q"/>`), /joins two places/], [net(`${STEP}<arc id="z" source="p" target="t" type="inhibitor"/>`), /inhibitor/], [net(STEP.replace('Default,2', '-1')), /weight of an arc cannot be read: got “-1”/],
  [net(STEP.replace('"q"/>', '"q"><initialMarking><text>999999999</text></initialMarking></place>')), /tokens of a place/], [net('<place id="p"/><place id="q"/>'), /where it starts: got “2 places/], [net('<referencePlace id="r" ref="p"/>'), /referencePlace is not supported: got “r”/],
  [`${'<a>'.repeat(300)}`, /too large/],
])('%j is refused with its place', (text, message) => {
  expect(() => parsePnml(text, 'm.pnml')).toThrow(expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(message) }));
});

test.skipIf(!existsSync('../shared'))('a large real net goes there and back (skipped without ../shared)', () => {
  const tree = (JSON.parse(readFileSync('../shared/oracles/bpic2012/models.json', 'utf8')) as Record<string, string>)['inductive_noise_0.0']!;
  const large = netOfTree(parseTree(tree));
  expect(parsePnml(pnmlOf(large))).toEqual(large);
});
