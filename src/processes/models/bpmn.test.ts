import { BpmnModdle } from 'bpmn-moddle';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bpmnLayout } from './bpmn-layout.ts';
import { activity, block, bpmnOf, netSize, parseBpmn, parseTree, silent, treeText } from './index.ts';
import { trees, wordsOfNet, wordsOfTree } from './testing.ts';

const names = ['a', 'b', '<&">\n é'];

test('the document is BPMN to the reference reader, without a warning, and each element is drawn', async () => {
  await fc.assert(fc.asyncProperty(trees(names), async (tree) => {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(bpmnOf(tree));
    expect(warnings).toEqual([]);
    const elements = rootElement.rootElements[0]!.flowElements;
    expect(rootElement.diagrams[0]!.plane.planeElement.map((e) => e.bpmnElement?.id)).toEqual(elements.map((e) => e.id));
    const tasks = elements.filter((e) => e.$type === 'bpmn:Task').map((e) => e.name);
    expect(tasks.every((name) => names.includes(name!))).toBe(true);
  }), { numRuns: 60 });
});

test('what is written is read as a net of the same language', () => {
  fc.assert(fc.property(trees(['a', 'b', 'c']), (tree) => {
    expect({ tree: treeText(tree), words: [...wordsOfNet(parseBpmn(bpmnOf(tree)), 4)].sort() }).toEqual({ tree: treeText(tree), words: [...wordsOfTree(tree, 4)].sort() });
  }), { numRuns: 200 });
});

test('the box of a task holds its name', () => {
  const boxOf = (name: string) => { const { width, height } = bpmnLayout(activity(name)).nodes.find((n) => n.kind === 'task')!; return [width, height]; };
  expect([boxOf('Ship'), boxOf('Send the confirmation'), boxOf('Send letter of confirmation by post'), boxOf('Receive the completed application form from the applicant')]).toEqual([[110, 64], [110, 64], [110, 80], [160, 80]]);
  expect(boxOf('Donaudampfschifffahrtsgesellschaftskapitän')).toEqual([160, 64]);
  expect(boxOf(`${'form '.repeat(60)}end`)).toEqual([160, 284]);
});

test('nothing overlaps; arrows begin and end at the borders of what they join', () => {
  fc.assert(fc.property(trees(['a', 'b', 'Receive the completed application form from the applicant'], 4), (tree) => {
    const { nodes, flows } = bpmnLayout(tree);
    for (const [i, a] of nodes.entries()) {
      expect(nodes.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)).toEqual([]);
      expect([a.x >= 0, a.y >= 0]).toEqual([true, true]);
    }
    const at = new Map(nodes.map((n) => [n.id, n]));
    const away = ([x, y]: readonly [number, number], id: string) => {
      const n = at.get(id)!;
      return Math.max(Math.abs(x - (n.x + n.width / 2)) - n.width / 2, Math.abs(y - (n.y + n.height / 2)) - n.height / 2);
    };
    expect(flows.filter((f) => away(f.points[0]!, f.from) !== 0 || away(f.points.at(-1)!, f.to) !== 0)).toEqual([]);
    // Lines run straight across or straight down.
    for (const f of flows) for (const [i, [x, y]] of f.points.slice(1).entries()) expect(x === f.points[i]![0] || y === f.points[i]![1]).toBe(true);
  }));
});

test('steps that are wider than a page go on in a further row, joined by one arrow between the rows', () => {
  const { nodes, flows } = bpmnLayout(block('sequence', Array.from({ length: 20 }, (_, i) => activity(`step ${i + 1}`))));
  const tasks = nodes.filter((n) => n.kind === 'task');
  const rows = [...new Set(tasks.map((n) => n.y))];
  expect(rows.map((y) => tasks.filter((n) => n.y === y).map((n) => n.name))).toEqual([8, 8, 4].map((many, row) => Array.from({ length: many }, (_, i) => `step ${row * 8 + i + 1}`)));
  expect(Math.max(...nodes.map((n) => n.x + n.width)) - Math.min(...nodes.map((n) => n.x))).toBeLessThan(1250);
  expect(flows.filter((f) => f.points.length > 2).map((f) => f.points.length)).toEqual([6, 6]);
  const crossed = flows.flatMap((f) => f.points.slice(1).flatMap(([x, y], i) => { const [u, v] = f.points[i]!; return nodes.filter((n) => Math.min(x, u) < n.x + n.width && Math.max(x, u) > n.x && Math.min(y, v) < n.y + n.height && Math.max(y, v) > n.y); }));
  expect(crossed).toEqual([]);
});

const bpmn = (inside: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">\n${inside}\n</process></definitions>`;
const flow = (from: string, to: string, inside = '') => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;
const ends = '<startEvent id="s"/><endEvent id="e"/>';

test('tasks of every kind, flows that meet in a task and part behind it, events on the way', () => {
  const net = parseBpmn(bpmn(`${ends}<laneSet/><userTask id="a" name="A"/><serviceTask id="b"/><exclusiveGateway id="x"/><intermediateCatchEvent id="i"><timerEventDefinition/></intermediateCatchEvent>
    ${flow('s', 'x')}${flow('x', 'a')}${flow('x', 'i')}${flow('i', 'a')}${flow('a', 'b')}${flow('b', 'e')}<textAnnotation id="n"/><dataObject id="d"/>`));
  expect([...wordsOfNet(net, 5)]).toEqual(['A b']);
  expect(netSize(net).silent).toBe(0);
  const parted = parseBpmn(bpmn(`${ends}<task id="a"/><task id="b"/><task id="c"/><parallelGateway id="g"/>${flow('s', 'a')}${flow('a', 'b')}${flow('a', 'c')}${flow('b', 'g')}${flow('c', 'g')}${flow('g', 'e')}`));
  expect([...wordsOfNet(parted, 5)].sort()).toEqual(['a b c', 'a c b']);
});

test.each([
  ['<a/>', /no BPMN process: got “a”/], ['<definitions/>', /no BPMN process/],
  [bpmn('<task id="a"/>').replace('</definitions>', '<process id="q"><task id="b"/></process></definitions>'), /more than one process: got “p, q”/],
  [bpmn(`${ends}\n<inclusiveGateway id="or" name="Which?"/>${flow('s', 'or')}${flow('or', 'e')}`), /^m\.bpmn:3: inclusiveGateway is not supported: got “or \(Which\?\)”/],
  [bpmn(`${ends}<task id="a"><multiInstanceLoopCharacteristics/></task>${flow('s', 'a')}${flow('a', 'e')}`), /multiInstanceLoopCharacteristics is not supported: got “a”/],
  [bpmn(`${ends}<task id="a"/>${flow('s', 'e')}`), /Nothing leads to this task: got “a”/], [bpmn(`${ends}<task id="a"/>${flow('s', 'a')}${flow('s', 'e')}`), /Nothing leads on from this task/],
  [bpmn(`${ends}${flow('s', 'nowhere')}`), /is not in the process: got “nowhere”/], [bpmn(`<task id="a"/>${flow('a', 'a')}`), /no start event/],
  [bpmn(`${ends}<task id="a"/>${flow('s', 'a')}${flow('a', 'e', '<conditionExpression/>')}${flow('a', 'a')}`), /Conditions on flows out of a task/],
])('%j is refused, naming what is meant', (text, message) => {
  expect(() => parseBpmn(text, 'm.bpmn')).toThrow(expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(message) }));
});

test('all that is not supported is named at once', () => {
  const text = bpmn(`${ends}<subProcess id="sub"/><complexGateway id="c"/>${flow('s', 'sub')}${flow('sub', 'c')}${flow('c', 'e')}`);
  expect(() => parseBpmn(text)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ value: 'sub' }), expect.objectContaining({ value: 'c' })] }));
});

test('a choice of ten thousand is written and read at once', () => {
  const wide = block('choice', [silent, ...Array.from({ length: 10_000 }, (_, i) => activity(`step ${i}`))]);
  expect(netSize(parseBpmn(bpmnOf(wide)))).toEqual({ places: 2, transitions: 10_001, silent: 1, arcs: 20_002 });
  expect(bpmnOf(parseTree('tau'))).toContain('sourceRef="start" targetRef="end"');
});
