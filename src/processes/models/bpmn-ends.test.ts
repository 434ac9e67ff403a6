import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsOf } from './bpmn-ends.ts';
import { block, bpmnOf, parseBpmn, soundnessOf, treeText } from './index.ts';
import { trees, wordsOfNet, wordsOfTree } from './testing.ts';

/** A BPMN process of nodes, each with the nodes that it leads to: s start, e1 e2 … ends, + and x gateways, others tasks. */
function bpmn(of: Readonly<Record<string, readonly string[]>>): string {
  const names = [...new Set([...Object.keys(of), ...Object.values(of).flat()])];
  const kind = (n: string) => (n === 's' ? 'startEvent' : /^e\d?$/.test(n) ? 'endEvent' : n.startsWith('+') ? 'parallelGateway' : n.startsWith('x') ? 'exclusiveGateway' : 'task');
  const flows = Object.entries(of).flatMap(([from, tos]) => tos.map((to) => [from, to]));
  return `<definitions><process id="p">\n${names.map((n) => `<${kind(n)} id="${n}"/>`).join('\n')}\n${flows.map(([from, to], i) => `<sequenceFlow id="f${i}" sourceRef="${from}" targetRef="${to}"/>`).join('')}</process></definitions>`;
}

const words = (of: Readonly<Record<string, readonly string[]>>) => [...wordsOfNet(parseBpmn(bpmn(of)), 6)].sort();

test.each([
  ['branches that end separately', { s: ['+'], '+': ['a', 'b'], a: ['e1'], b: ['e2'] }, ['a b', 'b a']],
  ['at one end event, by two flows', { s: ['+'], '+': ['a', 'b'], a: ['e'], b: ['e'] }, ['a b', 'b a']],
  ['a choice in one of them', { s: ['+'], '+': ['a', 'x'], a: ['e1'], x: ['b', 'c'], b: ['e2'], c: ['e3'] }, ['a b', 'a c', 'b a', 'c a']],
  ['one by one in some cases, side by side in others', { s: ['x'], x: ['a', '+'], a: ['e1'], '+': ['b', 'c'], b: ['e2'], c: ['e1'] }, ['a', 'b c', 'c b']],
  ['some joined before, some not', { s: ['+'], '+': ['a', 'b', 'c'], a: ['+2'], b: ['+2'], '+2': ['d'], d: ['e1'], c: ['e2'] }, ['a b c d', 'a b d c', 'a c b d', 'b a c d', 'b a d c', 'b c a d', 'c a b d', 'c b a d']],
  ['a loop that ends before they part', { s: ['x1'], x1: ['a'], a: ['x2'], x2: ['x1', '+'], '+': ['e1', 'e2'] }, ['a', 'a a', 'a a a', 'a a a a', 'a a a a a', 'a a a a a a']],
])('%s: the case is over when all have ended, and the model is sound', (_name, of, wanted) => {
  expect(words(of)).toEqual(wanted);
  expect(soundnessOf(parseBpmn(bpmn(of)))).toEqual([]);
});

test('without its last join a model of parallel parts means the same', () => {
  fc.assert(fc.property(fc.array(trees(['a', 'b', 'c'], 2), { minLength: 2, maxLength: 3 }), (children) => {
    const tree = block('parallel', children);
    const [text, apart] = [bpmnOf(tree), withoutJoin(bpmnOf(tree))];
    expect(apart).not.toBe(text);
    expect({ tree: treeText(tree), words: [...wordsOfNet(parseBpmn(apart), 4)].sort(), findings: soundnessOf(parseBpmn(apart)) }).toEqual({ tree: treeText(tree), words: [...wordsOfTree(tree, 4)].sort(), findings: soundnessOf(parseBpmn(text)) });
  }), { numRuns: 80 });
});

/** Each flow into the last gateway leads to an end event of its own instead. */
function withoutJoin(text: string): string {
  const [whole, join] = /<bpmn:sequenceFlow [^>]*sourceRef="([^"]+)" targetRef="end"[^>]*>/.exec(text)!;
  let n = 0;
  return text.replace(whole, '').replace(new RegExp(`<bpmn:parallelGateway id="${join}".*?</bpmn:parallelGateway>`), '').replace(/<bpmn:endEvent id="end".*?<\/bpmn:endEvent>/, '')
    .replaceAll(`targetRef="${join}"`, () => `targetRef="end${n++}"`).replace('</bpmn:process>', () => `${Array.from({ length: n }, (_, i) => `<bpmn:endEvent id="end${i}"/>`).join('')}</bpmn:process>`);
}

test.each([
  ['a loop that begins something each time', { s: ['x'], x: ['a'], a: ['+'], '+': ['x2', 'e1'], x2: ['x', 'e2'] }, ['e1'], /more than once in one case/],
  ['an end that is reached with another or without', { s: ['+'], '+': ['a', 'x'], a: ['e1'], x: ['x3', '+2'], '+2': ['x3', 'b'], x3: ['e2'], b: ['e3'] }, ['e1', 'e2', 'e3'], /with the others here in some cases/],
])('%s: refused, naming the end events', (_name, of, ids, detail) => {
  expect(() => parseBpmn(bpmn(of), 'm.bpmn')).toThrow(expect.objectContaining({ code: 'bad-input', detail: expect.stringMatching(detail), at: expect.objectContaining({ file: 'm.bpmn' }) }));
  const said = (() => { try { parseBpmn(bpmn(of)); return []; } catch (error) { const { value, errors } = error as { value?: string; errors?: { value?: string }[] }; return errors === undefined ? [value] : errors.map((e) => e.value); } })();
  expect(said.toSorted()).toEqual(ids);
});

test('a dead end is no end: it is told by soundness; twelve choices in each of two branches are looked at once each', () => {
  expect(soundnessOf(parseBpmn(bpmn({ s: ['+'], '+': ['x', 'c'], x: ['a', 'b'], a: ['+2'], c: ['+2'], '+2': ['e1'], b: ['e2'] }))).map((f) => f.kind)).toContain('dead-end');
  const branch = (n: string) => Object.fromEntries(Array.from({ length: 12 }, (_, i) => [[`x${n}${i}`, [`${n}${i}`, `${n}${i}o`]], [`${n}${i}`, [`x${n}${i}j`]], [`${n}${i}o`, [`x${n}${i}j`]], [`x${n}${i}j`, [i === 11 ? (n === 'p' ? 'e1' : 'e2') : `x${n}${i + 1}`]]]).flat()) as Record<string, string[]>;
  const net = parseBpmn(bpmn({ s: ['+'], '+': ['xp0', 'xq0'], ...branch('p'), ...branch('q') }));
  expect(net.transitions.at(-1)).toMatchObject({ label: null, inputs: [expect.any(Number), expect.any(Number)] });
  expect(endsOf({ places: 4, transitions: [{ label: null, inputs: [0], outputs: [2, 3] }] }, 0, [2, 3])).toEqual({ together: [[2, 3]], unclear: null });
});
