import { SaxesParser } from 'saxes';
import { type Place, problem } from '../../platform/errors/index.ts';

/** An element of a document: its name without prefix, its attributes without prefixes, what is in it, and the line it begins on. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
}

const DEEPEST = 200;
const MOST = 500_000;

/**
 * Reads a small document as a tree of elements; entities of its own and document types are refused.
 * @throws Problem `bad-input` naming the line, for what is not well-formed, too deep or too large.
 * @example parseXml('<a><b n="1"/></a>', {}).children[0].attributes.n // '1'
 */
export function parseXml(text: string, at: Place): XmlElement {
  const parser = new SaxesParser({ position: true });
  const wrong = (detail: string, wanted: string) => problem('bad-input', { detail, wanted, at: { ...at, line: parser.line, column: parser.column + 1 } });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('error', (error) => { throw wrong(`This is not well-formed XML (${error.message.replace(/^\d+:\d+: /, '')})`, 'an XML document'); });
  parser.on('doctype', () => { throw wrong('The document declares a document type', 'XML without DOCTYPE and entities'); });
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > MOST || open.length >= DEEPEST) throw wrong('The document is too large for a model', `at most ${MOST} elements, ${DEEPEST} inside one another`);
    const element = { name: local(name), attributes: Object.fromEntries(Object.entries(attributes).map(([k, v]) => [local(k), v])), children: [], text: '', line: parser.line };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (t) => { const element = open.at(-1); if (element !== undefined) element.text += t; });
  parser.on('cdata', (t) => { const element = open.at(-1); if (element !== undefined) element.text += t; });
  parser.on('closetag', () => { open.pop(); });
  parser.write(text).close();
  if (root === undefined) throw wrong('The document is empty', 'an XML document');
  return root;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All elements of a document in their order, the root first. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  const waiting = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) waiting.push(element.children[i]!);
  }
}

/** The first child of this name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((c) => c.name === name);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/**
 * A text as it stands in an element or attribute; characters that XML cannot hold become U+FFFD.
 * @example escapeXml('a < "b"') // 'a &lt; &quot;b&quot;'
 */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"\n\r\t]/g, (c) => ESCAPES[c]!).replaceAll(/[^ -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
