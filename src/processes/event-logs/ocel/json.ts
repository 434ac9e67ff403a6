import { problem } from '../../../platform/errors/index.ts';
import { type JsonElement, JsonElements } from './json-elements.ts';
import { type OcelSide, type OcelSink, textOf } from './model.ts';

type Part = Readonly<Record<string, unknown>>;
const LISTS = ['objectTypes', 'eventTypes', 'objects', 'events'] as const;

/**
 * Reads OCEL 2.0 as JSON, an element at a time. Throws a Problem with file and line for broken JSON, and for JSON that is no OCEL 2.0.
 */
export async function readOcelJson(chunks: AsyncIterable<Uint8Array>, file: string, sink: OcelSink): Promise<void> {
  const seen = new Set<string>();
  const elements = new JsonElements(file, (element) => {
    const { key, index, line } = element;
    if (!LISTS.some((l) => l === key)) return unknownPart(element, file, sink);
    if (index === null) throw problem('bad-input', { detail: `“${key}” is not a list`, value: brief(element.value), wanted: 'a list, as OCEL 2.0 has it', at: { file, line } });
    if (typeof element.value !== 'object' || element.value === null || Array.isArray(element.value)) throw problem('bad-input', { detail: `“${key}” has an element that is no object`, value: brief(element.value), wanted: 'an object with its fields', at: { file, line, path: `${key}[${index}]` } });
    READERS[key as (typeof LISTS)[number]](element.value as Part, line, sink);
  }, (key) => seen.add(key));
  let first = true;
  for await (const chunk of chunks) {
    elements.push(first ? plainStart(chunk, file) : chunk);
    first = false;
  }
  elements.end();
  const missing = LISTS.filter((l) => !seen.has(l));
  for (const list of missing) sink.found('table-missing', list, null);
  if (missing.includes('events') || missing.includes('objects')) throw problem('bad-input', { detail: 'The JSON is not OCEL 2.0', value: `no “${missing.join('”, no “')}”`, wanted: `the lists ${LISTS.join(', ')}`, at: { file } });
}

function plainStart(chunk: Uint8Array, file: string): Uint8Array {
  const [a, b, c] = chunk;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) throw problem('bad-input', { detail: 'The JSON is UTF-16', wanted: 'UTF-8, as JSON is to be', at: { file, line: 1 } });
  return a === 0xef && b === 0xbb && c === 0xbf ? chunk.subarray(3) : chunk;
}

function unknownPart({ key, line, index }: JsonElement, file: string, sink: OcelSink): void {
  if (key.startsWith('ocel:')) throw problem('bad-input', { detail: 'The JSON is OCEL 1.0', value: key, wanted: `OCEL 2.0, with the lists ${LISTS.join(', ')}`, at: { file, line } });
  if ((index ?? 0) === 0) sink.found('element-unknown', key, line);
}

const READERS: Readonly<Record<(typeof LISTS)[number], (part: Part, line: number, sink: OcelSink) => void>> = {
  objectTypes: (part, line, sink) => readType('object', part, line, sink),
  eventTypes: (part, line, sink) => readType('event', part, line, sink),
  objects: readObject,
  events: readEvent,
};

function readType(side: OcelSide, part: Part, line: number, sink: OcelSink): void {
  const name = textOf(part['name']);
  if (name === null) return sink.found('element-unknown', brief(part), line);
  tellOthers(part, TYPE, `the ${side} type ${name}`, line, sink);
  sink.declare(side, name);
  for (const a of partsOf(part['attributes'], line, sink)) {
    const attribute = textOf(a['name']);
    if (attribute === null) sink.found('attribute-without-name', brief(a), line);
    else sink.declare(side, name, { name: attribute, type: textOf(a['type']) ?? 'string' });
  }
}

/** Tells of the fields of a part that OCEL 2.0 does not have. */
function tellOthers(part: Part, own: ReadonlySet<string>, what: string, line: number, sink: OcelSink): void {
  for (const field in part) if (!own.has(field)) sink.found('field-unknown', `${field} of ${what}`, line);
}

const TYPE = new Set(['name', 'attributes']), EVENT = new Set(['id', 'type', 'time', 'attributes', 'relationships']), OBJECT = new Set(['id', 'type', 'attributes', 'relationships']);
const ATTRIBUTE = new Set(['name', 'type', 'time', 'value']), RELATIONSHIP = new Set(['objectId', 'qualifier']);

function readEvent(part: Part, line: number, sink: OcelSink): void {
  const id = idOf(part['id'], line, sink);
  tellOthers(part, EVENT, 'an event', line, sink);
  sink.event(id, textOf(part['type']), textOf(part['time']), line);
  for (const { name, value } of valuesOf(part, line, sink)) sink.eventValue(id, name, value);
  for (const r of relationsOf(part, line, sink)) sink.eventObject(id, idOf(r['objectId'], line, sink), textOf(r['qualifier']), line);
}

function readObject(part: Part, line: number, sink: OcelSink): void {
  const id = idOf(part['id'], line, sink);
  tellOthers(part, OBJECT, 'an object', line, sink);
  sink.object(id, textOf(part['type']), line);
  for (const { name, value, time } of valuesOf(part, line, sink)) sink.objectValue(id, name, time, value, line);
  for (const r of relationsOf(part, line, sink)) sink.objectObject(id, idOf(r['objectId'], line, sink), textOf(r['qualifier']), line);
}

function relationsOf(part: Part, line: number, sink: OcelSink): Part[] {
  const all = partsOf(part['relationships'], line, sink);
  for (const r of all) tellOthers(r, RELATIONSHIP, 'a relationship', line, sink);
  return all;
}

/** A whole number of which JSON does not say each digit. */
function isInexact(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function idOf(value: unknown, line: number, sink: OcelSink): string | null {
  if (isInexact(value)) {
    sink.found('id-inexact', String(value), line);
    return null;
  }
  if (typeof value === 'number') sink.found('id-cast', String(value), line);
  return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
}

function* valuesOf(part: Part, line: number, sink: OcelSink): Generator<{ name: string; value: string; time: string | null }> {
  for (const a of partsOf(part['attributes'], line, sink)) {
    const name = textOf(a['name']), value = textOf(a['value']);
    if (name === null) sink.found('attribute-without-name', brief(a), line);
    else if (value !== null) {
      tellOthers(a, ATTRIBUTE, `the attribute ${name}`, line, sink);
      if (isInexact(a['value'])) sink.found('value-inexact', value, line);
      if (typeof a['value'] === 'object') sink.found('value-nested', value, line);
      yield { name, value, time: textOf(a['time']) };
    }
  }
}

/** The objects of a list; the list may be left out, anything else is told. */
function partsOf(list: unknown, line: number, sink: OcelSink): Part[] {
  if (list === undefined || list === null) return [];
  const all: unknown[] = Array.isArray(list) ? list : [list];
  return all.filter((p): p is Part => {
    const fits = Array.isArray(list) && typeof p === 'object' && p !== null && !Array.isArray(p);
    if (!fits) sink.found('element-unknown', brief(p), line);
    return fits;
  });
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
