import { SaxesParser, type SaxesTag } from 'saxes';
import { problem } from '../../../platform/errors/index.ts';
import type { OcelSide, OcelSink } from './model.ts';

/** A value is held in memory as a whole. */
const LONGEST = 16 << 20;
/** Bytes without the end of a tag or text, which the parser holds as well. A handler of comments would make it three times as slow. */
const LONGEST_PART = 4 * LONGEST;

type Attributes = Readonly<Record<string, string>>;

const LISTS: Readonly<Record<string, { readonly element: string; readonly side: OcelSide; readonly types: boolean }>> = {
  'object-types': { element: 'object-type', side: 'object', types: true }, 'event-types': { element: 'event-type', side: 'event', types: true },
  'objects': { element: 'object', side: 'object', types: false }, 'events': { element: 'event', side: 'event', types: false },
};

const TYPE = new Set(['name']), EVENT = new Set(['id', 'type', 'time']), OBJECT = new Set(['id', 'type']), ATTRIBUTE = new Set(['name', 'type', 'time']), RELATIONSHIP = new Set(['object-id', 'qualifier']);

/** Reads OCEL 2.0 as XML, in chunks of UTF-8. Throws a Problem with file and line for broken XML, a document type, and XML that is no OCEL 2.0. */
export class OcelXml {
  private readonly file: string;
  private readonly sink: OcelSink;
  private readonly parser = new SaxesParser({ forceXMLVersion: true, defaultXMLVersion: '1.0' });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly path: string[] = [];
  private readonly lists = new Set<string>();
  /** The type, event or object that is being read. */
  private owner: { readonly side: OcelSide; readonly types: boolean; readonly id: string | null } | null = null;
  private value: { readonly name: string; readonly time: string | null; readonly line: number; text: string } | null = null;
  private line = 1;
  /** Bytes since the parser told of something. */
  private untold = 0;

  constructor(file: string, sink: OcelSink) {
    this.file = file;
    this.sink = sink;
    const { parser } = this;
    parser.on('error', (error) => { throw this.refused(`The file is not well-formed XML: ${error.message}`, null, parser.line); });
    parser.on('doctype', () => { throw this.refused('The file has a document type declaration, which could define entities', '<!DOCTYPE', parser.line); });
    // The character after the name has been read by now; a line end there is not before the tag.
    parser.on('opentagstart', () => (this.line = parser.line - (parser.columnIndex === 0 ? 1 : 0)));
    parser.on('opentag', (tag) => this.opened(tag));
    parser.on('closetag', () => this.closed());
    parser.on('text', (text) => this.texted(text));
    parser.on('cdata', (text) => this.texted(text));
  }

  push(chunk: Uint8Array): void {
    this.untold += chunk.length;
    this.parser.write(this.decoder.decode(chunk, { stream: true }));
    if (this.untold > LONGEST_PART) throw problem('too-large', { detail: 'A single part of the XML is too large', value: `more than ${this.untold} bytes`, wanted: `at most ${LONGEST_PART} bytes without the end of a tag or text`, at: { file: this.file, line: this.line } });
  }

  end(): void {
    this.parser.write(this.decoder.decode());
    this.parser.close();
    const missing = Object.keys(LISTS).filter((l) => !this.lists.has(l));
    for (const list of missing) this.sink.found('table-missing', list, null);
    if (missing.includes('events') || missing.includes('objects')) throw this.refused('The XML is not OCEL 2.0', `no <${missing.join('>, no <')}>`, null);
  }

  lineAtEnd(): number {
    return this.parser.line;
  }

  private refused(detail: string, value: string | null, line: number | null): Error {
    return problem('bad-input', { detail, ...(value === null ? {} : { value }), wanted: 'OCEL 2.0 as XML: <log> with <object-types>, <event-types>, <objects> and <events>', at: { file: this.file, ...(line === null ? {} : { line }) } });
  }

  private opened(tag: SaxesTag): void {
    this.untold = 0;
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    // Without namespace processing, attributes are plain strings.
    const attributes = tag.attributes as Attributes;
    this.path.push(name);
    const { length } = this.path;
    if (length === 1) {
      if (name !== 'log') throw this.refused('The XML is no event log', `<${tag.name}>`, this.line);
    } else if (length === 2) this.list(name);
    else if (length === 3) this.entry(name, attributes);
    else if (this.owner !== null) this.part(name, attributes, this.owner);
  }

  private list(name: string): void {
    if (Object.hasOwn(LISTS, name)) this.lists.add(name);
    else this.unknown(name);
  }

  private entry(name: string, a: Attributes): void {
    if (!Object.hasOwn(LISTS, this.path[1]!)) return;
    const list = LISTS[this.path[1]!]!;
    if (name !== list.element) return this.unknown(name);
    const { side, types } = list;
    this.others(name, a, types ? TYPE : side === 'event' ? EVENT : OBJECT);
    const id = (types ? a['name'] : a['id']) ?? null;
    this.owner = { side, types, id };
    if (types && id === null) this.unknown(`${name} without a name`);
    else if (types) this.sink.declare(side, id!);
    else if (side === 'event') this.sink.event(id, a['type'] ?? null, a['time'] ?? null, this.line);
    else this.sink.object(id, a['type'] ?? null, this.line);
  }

  private part(name: string, a: Attributes, owner: { readonly side: OcelSide; readonly types: boolean; readonly id: string | null }): void {
    const inside = this.path[3];
    if (this.path.length === 4) {
      if (name !== 'attributes' && (name !== 'objects' || owner.types)) this.unknown(name);
    } else if (this.path.length === 5 && inside === 'attributes' && name === 'attribute') this.attribute(a, owner);
    else if (this.path.length === 5 && inside === 'objects' && (name === 'relationship' || name === 'object') && !owner.types) this.relation(a, owner);
    else this.unknown(name);
  }

  private attribute(a: Attributes, owner: { readonly side: OcelSide; readonly types: boolean; readonly id: string | null }): void {
    const { name } = a;
    this.others('attribute', a, ATTRIBUTE);
    if (name === undefined) this.sink.found('attribute-without-name', null, this.line);
    else if (!owner.types) this.value = { name, time: a['time'] ?? null, line: this.line, text: '' };
    else if (owner.id !== null) this.sink.declare(owner.side, owner.id, { name, type: a['type'] ?? 'string' });
  }

  private relation(a: Attributes, { side, id }: { readonly side: OcelSide; readonly id: string | null }): void {
    this.others('relationship', a, RELATIONSHIP);
    const [to, qualifier] = [a['object-id'] ?? null, a['qualifier'] ?? null];
    if (side === 'event') this.sink.eventObject(id, to, qualifier, this.line);
    else this.sink.objectObject(id, to, qualifier, this.line);
  }

  /** Tells of the attributes of an element that OCEL 2.0 does not have; those of XML itself have a prefix or name a namespace. */
  private others(element: string, a: Attributes, own: ReadonlySet<string>): void {
    for (const name in a) if (!own.has(name) && name !== 'xmlns' && !name.includes(':')) this.sink.found('field-unknown', `${name} of <${element}>`, this.line);
  }

  private unknown(name: string): void {
    this.sink.found('element-unknown', `<${name}>`, this.line);
  }

  private texted(text: string): void {
    this.untold = 0;
    const { value } = this;
    if (value === null) {
      if (text.trim() !== '') this.sink.found('element-unknown', text.trim(), this.parser.line);
      return;
    }
    value.text += text;
    if (value.text.length > LONGEST) throw problem('too-large', { detail: 'A single value of the XML is too large', value: value.name, wanted: `at most ${LONGEST} characters`, at: { file: this.file, line: value.line } });
  }

  private closed(): void {
    this.untold = 0;
    const { value, owner } = this;
    if (value !== null && owner !== null && this.path.length === 5) {
      if (owner.side === 'event') this.sink.eventValue(owner.id, value.name, value.text);
      else this.sink.objectValue(owner.id, value.name, value.time, value.text, value.line);
      this.value = null;
    }
    this.path.pop();
    if (this.path.length === 2) this.owner = null;
  }
}
