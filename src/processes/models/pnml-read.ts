import { type Place as At, problem } from '../../platform/errors/index.ts';
import type { PetriNet } from './petri-net.ts';
import { childOf, everyElement, parseXml, type XmlElement } from './xml.ts';

const MOST_TOKENS = 1000;

/**
 * Reads a PNML document with one place/transition net, of any namespace or none. A transition marked `$invisible$` or without a name is
 * silent. Without a marking the only place without arcs in is the start, the only one without arcs out the end.
 * @throws Problem `bad-input` naming line and id for what is no such net.
 * @example parsePnml(pnmlOf(net), 'net.pnml')
 */
export function parsePnml(text: string, file?: string): PetriNet {
  return new PnmlReader(text, file === undefined ? {} : { file }).net();
}

class PnmlReader {
  private readonly at: At;
  private readonly root: XmlElement;
  private readonly nodes = new Map<string, { kind: 'place' | 'transition'; number: number }>();
  private readonly places: { id: string }[] = [];
  private readonly transitions: { id: string; label: string | null; inputs: number[]; outputs: number[] }[] = [];

  constructor(text: string, at: At) {
    this.at = at;
    this.root = parseXml(text, at);
  }

  net(): PetriNet {
    const nets = [...everyElement(this.root)].filter((e) => e.name === 'net');
    if (this.root.name !== 'pnml' || nets[0] === undefined) throw this.wrong(this.root, 'This is no PNML document', this.root.name, 'a pnml element with a net');
    if (nets[1] !== undefined) throw this.wrong(nets[1], 'The document has more than one net', nets[1].attributes['id'], 'one net');
    const elements = [...everyElement(nets[0])];
    for (const e of elements) this.node(e);
    for (const e of elements) if (e.name === 'arc') this.arc(e);
    const initial = elements.flatMap((e) => (e.name === 'place' && e.attributes['id'] !== undefined ? this.tokens(e, childOf(e, 'initialMarking'), e.attributes['id']) : []));
    return { places: this.places, transitions: this.transitions, initial: initial.length > 0 ? initial : this.onlyEnd(nets[0], 'outputs'), final: this.finalMarking(nets[0]) ?? this.onlyEnd(nets[0], 'inputs') };
  }

  private node(e: XmlElement): void {
    if (e.name === 'referencePlace' || e.name === 'referenceTransition') throw this.wrong(e, `${e.name} is not supported`, e.attributes['id'], 'places and transitions themselves');
    // A place inside a marking is a reference.
    if ((e.name !== 'place' && e.name !== 'transition') || (e.attributes['id'] === undefined && e.attributes['idref'] !== undefined)) return;
    const { id } = e.attributes;
    if (id === undefined) throw this.wrong(e, `A ${e.name} has no id`, undefined, 'an id');
    if (this.nodes.has(id)) throw this.wrong(e, 'Two nodes have the same id', id, 'an id of its own');
    this.nodes.set(id, { kind: e.name, number: e.name === 'place' ? this.places.length : this.transitions.length });
    if (e.name === 'place') this.places.push({ id });
    else this.transitions.push({ id, label: labelOf(e), inputs: [], outputs: [] });
  }

  private arc(e: XmlElement): void {
    const [from, to] = (['source', 'target'] as const).map((end) => {
      const node = this.nodes.get(e.attributes[end] ?? '');
      if (node === undefined) throw this.wrong(e, `The ${end} of an arc is nowhere in the net`, e.attributes[end] ?? 'nothing', 'the id of a place or transition');
      return node;
    }) as [{ kind: string; number: number }, { kind: string; number: number }];
    if (from.kind === to.kind) throw this.wrong(e, `An arc joins two ${from.kind}s`, e.attributes['id'], 'an arc between a place and a transition');
    const kind = e.attributes['type'] ?? childOf(e, 'type')?.attributes['value'] ?? 'normal';
    if (kind !== 'normal') throw this.wrong(e, 'An arc of this type is not supported', kind, 'normal');
    const text = childOf(e, 'inscription')?.children.find((c) => c.name === 'text' || c.name === 'value')?.text ?? '1';
    const weight = this.whole(e, text, 'The weight of an arc', 1);
    const [place, transition, side] = from.kind === 'place' ? [from.number, to.number, 'inputs' as const] : [to.number, from.number, 'outputs' as const];
    for (let i = 0; i < weight; i++) this.transitions[transition]![side].push(place);
  }

  private finalMarking(net: XmlElement): number[] | null {
    const markings = [...everyElement(net)].filter((e) => e.name === 'finalmarkings').flatMap((e) => e.children.filter((c) => c.name === 'marking'));
    const found = markings.map((m) => m.children.filter((c) => c.name === 'place').flatMap((c) => this.tokens(c, c, c.attributes['idref'] ?? c.attributes['id'] ?? ''))).filter((m) => m.length > 0);
    if (found.length > 1) throw this.wrong(markings[1]!, 'The net has more than one final marking', String(found.length), 'one');
    return found[0] ?? null;
  }

  private tokens(e: XmlElement, marking: XmlElement | undefined, id: string): number[] {
    if (marking === undefined) return [];
    const node = this.nodes.get(id);
    if (node?.kind !== 'place') throw this.wrong(e, 'A marking names a place that is nowhere in the net', id, 'the id of a place');
    const text = marking.children.find((c) => c.name === 'text' || c.name === 'value')?.text ?? '0';
    return Array.from({ length: this.whole(e, text, 'The tokens of a place', 0) }, () => node.number);
  }

  private whole(e: XmlElement, text: string, what: string, least: number): number {
    // Some tools write “Default,1”.
    const n = Number(text.trim().replace(/^[^,]*,/, ''));
    if (!Number.isInteger(n) || n < least || n > MOST_TOKENS) throw this.wrong(e, `${what} cannot be read`, text.trim(), `a whole number from ${least} to ${MOST_TOKENS}`);
    return n;
  }

  private onlyEnd(net: XmlElement, side: 'inputs' | 'outputs'): number[] {
    const taken = new Set(this.transitions.flatMap((t) => t[side]));
    const free = this.places.flatMap((_, p) => (taken.has(p) ? [] : [p]));
    const which = side === 'outputs' ? 'start' : 'end';
    if (free.length !== 1) throw this.wrong(net, `The net does not say where it ${which}s`, `${free.length} places without arcs ${side === 'outputs' ? 'in' : 'out'}`, `${side === 'outputs' ? 'an initial' : 'a final'} marking, or one such place`);
    return free;
  }

  private wrong(e: XmlElement, detail: string, value: string | undefined, wanted: string): Error {
    return problem('bad-input', { detail, wanted, at: { ...this.at, line: e.line }, ...(value === undefined ? {} : { value }) });
  }
}

function labelOf(e: XmlElement): string | null {
  if (e.children.some((c) => c.name === 'toolspecific' && (c.attributes['activity'] ?? '').includes('$invisible$'))) return null;
  const name = childOf(e, 'name');
  const text = (name === undefined ? undefined : (childOf(name, 'text') ?? childOf(name, 'value')))?.text ?? '';
  return text === '' ? null : text;
}
