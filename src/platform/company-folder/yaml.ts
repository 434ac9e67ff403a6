import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import type { Place, ProblemDetail } from '../errors/index.ts';
import { limits } from './model.ts';

type Path = readonly (string | number)[];

/** A YAML document as plain values, with the place of each. */
export interface YamlDocument {
  /** Undefined for an empty file. */
  readonly value: unknown;
  readonly place: (path: Path) => Place;
  /** The place of the key itself, where `path` ends in one. */
  readonly keyPlace: (path: Path) => Place;
}

/**
 * Reads YAML 1.2 as JSON would allow it: no aliases, no tags of its own, no repeated keys, text as keys.
 * @example parseYaml('a.yaml', 'a: 1').document?.value // { a: 1 }
 */
export function parseYaml(file: string, text: string): { document?: YamlDocument; errors: ProblemDetail[] } {
  const lines = new LineCounter();
  const errors: ProblemDetail[] = [];
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return { file, line: 1 };
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let root: Node | null;
  try {
    if (tooDeep(text)) throw new RangeError('depth');
    const doc = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, prettyErrors: false, uniqueKeys: false, strict: true, logLevel: 'error', resolveKnownTags: false });
    for (const e of [...doc.errors, ...doc.warnings]) errors.push(syntaxError(e.code, e.message, text, e.pos[0], placeAt(e.pos[0])));
    root = doc.contents as Node | null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { errors: [{ detail: 'The file is nested too deeply', wanted: `at most ${limits.depth} levels`, at: { file, line: 1 } }] };
  }
  if (errors.length > 0) return { errors };
  const reading: Reading = { placeAt, errors, aliases: [] };
  const value = plain(root, reading);
  errors.push(...aliasError(reading));
  if (errors.length > 0) return { errors };
  return { document: { value, place: (path) => placeAt(offsetOf(root, path, false)), keyPlace: (path) => placeAt(offsetOf(root, path, true)) }, errors };
}

/** Brackets inside brackets can be counted before parsing; block nesting costs a column a level and is caught on the way. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) { if (++depth > 2000) return true; } else if ((c === 93 || c === 125) && depth > 0) depth -= 1;
  }
  return false;
}

function syntaxError(code: string, message: string, text: string, offset: number, at: Place): ProblemDetail {
  const value = text.slice(offset, text.indexOf('\n', offset) < 0 ? undefined : text.indexOf('\n', offset)).trim();
  const shown = value === '' ? {} : { value };
  switch (code) {
    case 'TAB_AS_INDENT': return { detail: 'A tab indents this line', wanted: 'blanks, because YAML does not allow tabs there', at };
    case 'MULTIPLE_DOCS': return { detail: 'The file holds several documents', ...shown, wanted: 'one document a file', at };
    case 'TAG_RESOLVE_FAILED': return { detail: 'The value has a tag', ...shown, wanted: 'a plain value without a tag', at };
    default: return { detail: 'This is not YAML', ...shown, wanted: message.replace(/\s+/g, ' ').replace(/[.:]$/, ''), at };
  }
}

interface Reading {
  readonly placeAt: (offset: number | undefined) => Place;
  readonly errors: ProblemDetail[];
  readonly aliases: { readonly name: string; readonly at: Place }[];
}

/** One line however many there are: a bomb has thousands. */
function aliasError({ aliases: [first, ...more] }: Reading): ProblemDetail[] {
  if (first === undefined) return [];
  return [{ detail: 'An alias stands for a value written elsewhere', value: `*${first.name}${more.length === 0 ? '' : ` and ${more.length} more`}`, wanted: 'the value itself', at: first.at }];
}

function plain(node: Node | null, reading: Reading, depth = 0): unknown {
  const { placeAt, errors, aliases } = reading;
  if (node === null) return undefined;
  if (depth > limits.depth) throwDeep(errors, placeAt(node.range?.[0]));
  if (isAlias(node)) {
    aliases.push({ name: node.source, at: placeAt(node.range?.[0]) });
    return undefined;
  }
  if (isScalar(node)) return scalar(node.value);
  if (isSeq(node)) return depth > limits.depth ? [] : node.items.map((item) => plain(item as Node, reading, depth + 1) ?? null);
  if (!isMap(node) || depth > limits.depth) return undefined;
  const fields: Record<string, unknown> = {};
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    const at = placeAt(pair.key?.range?.[0]);
    if (typeof key !== 'string') errors.push({ detail: 'A key is not text', value: isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : 'a list or map', wanted: 'text, in quotes where it looks like a number', at });
    // The parser's own check compares every key with every other, which thousands of records would feel.
    else if (Object.hasOwn(fields, key)) errors.push({ detail: 'The key is there twice', value: key, wanted: 'each key once', at });
    else if (key === '__proto__') errors.push({ detail: 'This name is not allowed as a key', value: key, wanted: 'another name', at });
    else fields[key] = plain(pair.value, reading, depth + 1) ?? null;
  }
  return fields;
}

function throwDeep(errors: ProblemDetail[], at: Place): void {
  if (errors.length === 0) errors.push({ detail: 'The file is nested too deeply', wanted: `at most ${limits.depth} levels`, at });
}

function scalar(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Where a path begins in the text; where it leads nowhere, the nearest thing around it. */
function offsetOf(root: Node | null, path: Path, ofKey: boolean): number | undefined {
  let offset = root?.range?.[0];
  let node = root;
  for (const [i, part] of path.entries()) {
    const last = i === path.length - 1;
    if (isMap(node)) {
      const pair = pairsOf(node).get(part);
      if (pair === undefined) return offset;
      node = pair.value;
      offset = (last && !ofKey && isScalar(node) ? node.range?.[0] : pair.key.range?.[0]) ?? offset;
    } else if (isSeq(node) && typeof part === 'number') {
      node = (node.items[part] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

const pairs = new WeakMap<object, Map<unknown, Pair<Node, Node | null>>>();

/** The pairs of a map by key, worked out once. */
function pairsOf(node: { items: unknown[] }): Map<unknown, Pair<Node, Node | null>> {
  let known = pairs.get(node);
  if (known === undefined) {
    known = new Map((node.items as Pair<Node, Node | null>[]).map((p) => [isScalar(p.key) ? p.key.value : undefined, p]));
    pairs.set(node, known);
  }
  return known;
}
