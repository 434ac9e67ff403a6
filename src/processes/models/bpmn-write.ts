import { bpmnLayout, type BpmnFlow, type BpmnNode } from './bpmn-layout.ts';
import type { ProcessTree } from './process-tree.ts';
import { escapeXml } from './xml.ts';

/**
 * A process tree as BPMN 2.0 with its diagram, which modelling tools open: tasks, exclusive and parallel gateways, one start, one end.
 * @example bpmnOf(parseTree("->( 'a', X( tau, 'b' ) )"))
 */
export function bpmnOf(tree: ProcessTree): string {
  const { nodes, flows } = bpmnLayout(tree);
  const [incoming, outgoing] = [bySide(flows, 'to'), bySide(flows, 'from')];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">',
    ' <bpmn:process id="process" isExecutable="false">',
    ...nodes.map((n) => nodeXml(n, incoming.get(n.id) ?? [], outgoing.get(n.id) ?? [])),
    ...flows.map((f) => `  <bpmn:sequenceFlow id="${f.id}" sourceRef="${f.from}" targetRef="${f.to}"/>`),
    ' </bpmn:process>',
    ' <bpmndi:BPMNDiagram id="diagram">', '  <bpmndi:BPMNPlane id="plane" bpmnElement="process">',
    ...nodes.map((n) => `   <bpmndi:BPMNShape id="${n.id}_di" bpmnElement="${n.id}"${n.kind === 'exclusiveGateway' ? ' isMarkerVisible="true"' : ''}><dc:Bounds x="${n.x}" y="${n.y}" width="${n.width}" height="${n.height}"/></bpmndi:BPMNShape>`),
    ...flows.map((f) => `   <bpmndi:BPMNEdge id="${f.id}_di" bpmnElement="${f.id}">${f.points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')}</bpmndi:BPMNEdge>`),
    '  </bpmndi:BPMNPlane>', ' </bpmndi:BPMNDiagram>', '</bpmn:definitions>', '',
  ].join('\n');
}

function bySide(flows: readonly BpmnFlow[], side: 'from' | 'to'): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const f of flows) {
    const known = ids.get(f[side]);
    if (known === undefined) ids.set(f[side], [f.id]);
    else known.push(f.id);
  }
  return ids;
}

function nodeXml({ id, kind, name, direction }: BpmnNode, incoming: readonly string[], outgoing: readonly string[]): string {
  const said = `${name === '' ? '' : ` name="${escapeXml(name)}"`}${direction === undefined ? '' : ` gatewayDirection="${direction}"`}`;
  return `  <bpmn:${kind} id="${id}"${said}>${incoming.map((f) => `<bpmn:incoming>${f}</bpmn:incoming>`).join('')}${outgoing.map((f) => `<bpmn:outgoing>${f}</bpmn:outgoing>`).join('')}</bpmn:${kind}>`;
}
