import { placeName, readDocument, type Fault } from '../errors/index.ts';
import type { AnyKind, Kind } from './model.ts';

const whole = 'The record';

/**
 * A raw body as its kind stores it, or every fault that it has.
 * @example readBody(termKind, { name: 'Pick' }) // { faults: [{ path: ['meaning'], detail: 'meaning is missing', wanted: 'text' }] }
 */
export function readBody<B>(kind: Kind<B>, raw: unknown): { body: B } | { faults: Fault[] } {
  const unstorable = unstorableText(raw, []);
  if (unstorable !== undefined) return { faults: [{ path: unstorable, detail: `${placeName(unstorable, whole)} is not valid`, wanted: 'text without zero bytes and halves of characters' }] };
  const read = readDocument(kind.schema, raw, whole);
  return 'data' in read ? { body: read.data } : read;
}

/** Where a text is that no database could keep. */
function unstorableText(raw: unknown, path: readonly (string | number)[]): readonly (string | number)[] | undefined {
  if (typeof raw === 'string') return raw.includes('\u0000') || /\p{Cs}/u.test(raw) ? path : undefined;
  if (raw === null || typeof raw !== 'object') return undefined;
  for (const [key, value] of Object.entries(raw)) {
    const found = unstorableText(value, [...path, Array.isArray(raw) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words for a kind and an id: `service erp`; the one record of a single kind is named by its kind alone. */
export function recordWords(kind: AnyKind, id: string): string {
  return kind.shape === 'single' ? kind.name : `${kind.name.replace('-', ' ')} ${id}`;
}

/**
 * What a record of a kind is called.
 * @example aRecord(eventLogKind) // 'an event log'
 */
export function aRecord({ name }: Pick<AnyKind, 'name'>): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name.replaceAll('-', ' ')}`;
}
