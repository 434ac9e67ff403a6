import { type Place as At, problem, type ProblemDetail, problems } from '../../platform/errors/index.ts';
import { type Ends, endsOf } from './bpmn-ends.ts';
import type { PetriNet } from './petri-net.ts';
import { type DraftNet, reduced } from './reduce-net.ts';
import { childOf, everyElement, parseXml, type XmlElement } from './xml.ts';

const TASKS = new Set(['task', 'userTask', 'manualTask', 'serviceTask', 'scriptTask', 'sendTask', 'receiveTask', 'businessRuleTask', 'callActivity']);
const PASSED = new Set(['intermediateThrowEvent', 'intermediateCatchEvent']);
const OTHER_NODES = new Set(['inclusiveGateway', 'complexGateway', 'eventBasedGateway', 'subProcess', 'adHocSubProcess', 'transaction', 'boundaryEvent', 'choreographyTask', 'subChoreography', 'callChoreography']);
const REPEATS = new Set(['standardLoopCharacteristics', 'multiInstanceLoopCharacteristics']);
const WANTED = 'tasks, exclusive and parallel gateways, start and end events, sequence flows';

/**
 * The net of a BPMN 2.0 process: a task is a step with the task's name, an intermediate event lets its token pass, everything else is silent.
 * Several start events are a choice; a case ends when all that runs side by side has come to an end event. Lanes, data, texts and the drawing mean nothing here.
 * @throws Problem `bad-input` naming the line and id of every element that means more than that, or is not joined to the rest, and end events
 * that do not say when a case is over: those reached more than once in it, or sometimes with others and sometimes without.
 * @example parseBpmn(bpmnOf(tree), 'orders.bpmn')
 */
export function parseBpmn(text: string, file?: string): PetriNet {
  return new BpmnReader(text, file === undefined ? {} : { file }).net();
}

class BpmnReader {
  private readonly at: At;
  private readonly process: XmlElement;
  private readonly wrong: ProblemDetail[] = [];
  private readonly draft: DraftNet = { places: 2, transitions: [] };
  private readonly incoming = new Map<string, number[]>();
  private readonly outgoing = new Map<string, number[]>();
  /** The end event of each flow into one. */
  private readonly ending = new Map<number, XmlElement>();

  constructor(text: string, at: At) {
    this.at = at;
    const root = parseXml(text, at);
    const processes = root.name === 'definitions' ? root.children.filter((c) => c.name === 'process' && c.children.some(isNode)) : [];
    if (processes[0] === undefined) throw problem('bad-input', { detail: 'This is no BPMN process', value: root.name, wanted: 'a definitions element with a process', at: { ...at, line: root.line } });
    if (processes[1] !== undefined) throw problem('bad-input', { detail: 'The document has more than one process', value: processes.map((p) => p.attributes['id'] ?? '?').join(', '), wanted: 'one process', at: { ...at, line: processes[1].line } });
    [this.process] = processes;
  }

  net(): PetriNet {
    const nodes = this.process.children.filter(isNode);
    const ids = new Set(nodes.map((n) => n.attributes['id']));
    for (const e of this.process.children) if (e.name === 'sequenceFlow') this.flow(e, ids);
    for (const kind of ['startEvent', 'endEvent']) if (!nodes.some((n) => n.name === kind)) this.refuse(this.process, `The process has no ${kind === 'startEvent' ? 'start' : 'end'} event`, WANTED);
    for (const node of nodes) this.node(node);
    if (this.wrong.length === 0) this.end();
    if (this.wrong.length > 0) throw problems('bad-input', this.wrong);
    return reduced(this.draft, 0, 1);
  }

  private flow(e: XmlElement, ids: ReadonlySet<string | undefined>): void {
    const { sourceRef: from = '', targetRef: to = '' } = e.attributes;
    for (const end of [from, to]) if (!ids.has(end)) return this.refuse(e, 'A sequence flow leads to or from what is not in the process', 'the id of an event, task or gateway', end);
    const place = this.draft.places++;
    for (const [side, end] of [[this.outgoing, from], [this.incoming, to]] as const) {
      const known = side.get(end);
      if (known === undefined) side.set(end, [place]);
      else known.push(place);
    }
  }

  private node(e: XmlElement): void {
    const id = e.attributes['id'] ?? '';
    const [inward, onward] = [this.incoming.get(id) ?? [], this.outgoing.get(id) ?? []];
    if (!this.supported(e) || !this.joined(e, inward, onward)) return;
    const silent = (inputs: number[], outputs: number[]) => this.draft.transitions.push({ label: null, inputs, outputs });
    switch (e.name) {
      case 'startEvent': silent([0], onward); return;
      case 'endEvent': for (const p of inward) this.ending.set(p, e); return;
      case 'parallelGateway': silent(inward, onward); return;
      case 'exclusiveGateway': {
        const middle = this.merged(inward);
        for (const p of onward) silent([middle], [p]);
        return;
      }
      default: this.draft.transitions.push({ label: TASKS.has(e.name) ? (e.attributes['name'] || id) : null, inputs: [this.merged(inward)], outputs: onward });
    }
  }

  /** The case is over when the flows that end together have all ended; one by one where nothing runs side by side. */
  private end(): void {
    const flows = [...this.ending.keys()];
    const parts = this.draft.transitions.some((t) => t.outputs.length > t.inputs.length);
    const ends = flows.length > 1 && parts ? endsOf(this.draft, 0, flows) : null;
    if (ends?.unclear != null) return this.unclear(ends.unclear);
    const together = ends === null || ends.together.length === 0 ? flows.map((p) => [p]) : ends.together;
    for (const inputs of together) this.draft.transitions.push({ label: null, inputs: [...inputs], outputs: [1] });
  }

  private unclear({ why, flows }: NonNullable<Ends['unclear']>): void {
    const [wanted, detail] = why === 'again' ? ['what runs side by side to be joined, or to end at end events of its own', 'This end event can be reached more than once in one case, so it does not say when the case is over']
      : ['end events of their own for what ends with others and for what ends alone', 'This end event is reached with the others here in some cases and without one of them in others, so it does not say when the case is over'];
    for (const e of new Set(flows.map((p) => this.ending.get(p)!))) this.refuse(e, detail, wanted);
  }

  /** One place that is filled by each of these. */
  private merged(inward: readonly number[]): number {
    if (inward.length === 1) return inward[0]!;
    const middle = this.draft.places++;
    for (const p of inward) this.draft.transitions.push({ label: null, inputs: [p], outputs: [middle] });
    return middle;
  }

  private supported(e: XmlElement): boolean {
    const more = [...everyElement(e)].find((c) => REPEATS.has(c.name) || c.name === 'terminateEventDefinition');
    if (OTHER_NODES.has(e.name)) this.refuse(e, `${e.name} is not supported`, WANTED);
    else if (more !== undefined) this.refuse(e, `${e.name} with ${more.name} is not supported`, WANTED);
    else if (TASKS.has(e.name) && (this.outgoing.get(e.attributes['id'] ?? '') ?? []).length > 1 && this.conditional(e)) this.refuse(e, 'Conditions on flows out of a task are not supported', 'a gateway behind the task');
    else return true;
    return false;
  }

  private conditional(e: XmlElement): boolean {
    return this.process.children.some((f) => f.name === 'sequenceFlow' && f.attributes['sourceRef'] === e.attributes['id'] && childOf(f, 'conditionExpression') !== undefined);
  }

  private joined(e: XmlElement, inward: readonly number[], onward: readonly number[]): boolean {
    if (e.name !== 'startEvent' && inward.length === 0) this.refuse(e, `Nothing leads to this ${e.name}`, 'a sequence flow to it');
    else if (e.name === 'startEvent' && inward.length > 0) this.refuse(e, 'A sequence flow leads back to a start event', 'a gateway behind it');
    else if (e.name !== 'endEvent' && onward.length === 0) this.refuse(e, `Nothing leads on from this ${e.name}`, 'a sequence flow to an end event');
    else return true;
    return false;
  }

  private refuse(e: XmlElement, detail: string, wanted: string, value?: string): void {
    const { id, name } = e.attributes;
    const said = value ?? (id === undefined ? undefined : `${id}${name === undefined || name === '' ? '' : ` (${name})`}`);
    this.wrong.push({ detail, wanted, at: { ...this.at, line: e.line }, ...(said === undefined ? {} : { value: said }) });
  }
}

function isNode({ name }: XmlElement): boolean {
  return TASKS.has(name) || PASSED.has(name) || OTHER_NODES.has(name) || ['startEvent', 'endEvent', 'exclusiveGateway', 'parallelGateway'].includes(name);
}
