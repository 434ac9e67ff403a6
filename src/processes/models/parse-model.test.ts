import { expect, test } from 'vitest';
import { bpmnOf, netOfTree, netSize, parseModel, parseTree, pnmlOf } from './index.ts';

const tree = parseTree("->( 'a', +( 'b', 'c' ) )");

test('a model is the same net as BPMN, PNML or tree', () => {
  const size = netSize(netOfTree(tree));
  for (const text of [bpmnOf(tree), pnmlOf(netOfTree(tree)), `\uFEFF${pnmlOf(netOfTree(tree))}`, "->( 'a', +( 'b', 'c' ) )\n"]) expect(netSize(parseModel(text))).toEqual(size);
  expect(netSize(parseModel("->( 'a', 'b' )"))).toEqual({ places: 3, transitions: 2, silent: 0, arcs: 4 });
});

test('what is none of them is refused with file and place', () => {
  expect(() => parseModel("->( 'a'", 'm.ptree')).toThrow(expect.objectContaining({ code: 'bad-input', at: { file: 'm.ptree', column: 8 } }));
  expect(() => parseModel('<html/>', 'm.html')).toThrow(/^m\.html:1: This is no PNML document: got “html”/);
  expect(() => parseModel('<definitions/>', 'm.bpmn')).toThrow(/^m\.bpmn:1: This is no BPMN process/);
});
