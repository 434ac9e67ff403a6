import type { ProblemDetail } from '../../../platform/errors/index.ts';
import type { Pseudonymiser } from '../../../platform/personal/index.ts';
import { canonicalJson, type Manifest } from '../../event-logs/versions/index.ts';
import type { EventLogRecord } from '../../log-register/index.ts';
import type { Mapping } from '../model.ts';
import type { PushedEvent } from './schemas.ts';

export type AttributeType = NonNullable<Mapping['attributes']>[number]['type'];
/** Types of attributes by name, as a log has settled them. */
export type Types = ReadonlyMap<string, AttributeType>;

/** What a log has settled about the events that join it. */
export interface Settled {
  readonly types: Types;
  /** Attributes that belong to the case. */
  readonly ofCase: readonly string[];
  /** Parts whose values are personal: `case`, `activity`, `resource`, `lifecycle`, `@name` of an attribute. */
  readonly personal: readonly string[];
  /** The attribute that the id of an event is kept as. */
  readonly idName: string;
}

const typeOf = { code: 'text', text: 'text', double: 'number', integer: 'integer', boolean: 'boolean', timestamp: 'time' } as const;

/** What a log has settled: by the version that it has, and by how its file is read. */
export function settledBy(record: EventLogRecord, manifest: Manifest | undefined): Settled {
  const known = [...(manifest?.eventAttributes ?? []), ...(manifest?.caseAttributes ?? [])];
  const { mapping } = record;
  const nameOf = (column: string) => mapping?.attributes?.find((a) => a.column === column)?.name ?? column.replace(/^case:(?=.)/, '');
  return {
    types: new Map(known.map((a) => [a.name, typeOf[a.type]])),
    ofCase: [...(manifest?.caseAttributes.map((a) => a.name) ?? []), ...(mapping?.attributes ?? []).filter((a) => a.of === 'case').map((a) => nameOf(a.column)), ...(mapping?.caseAttributes ?? []).map(nameOf)],
    personal: [...new Set([...(manifest?.pseudonyms ?? []), ...personalOf(mapping, nameOf)])],
    idName: mapping?.eventId === undefined ? 'id' : nameOf(mapping.eventId),
  };
}

/** A resource is personal unless its column is there and the mapping leaves it out. */
function personalOf(mapping: EventLogRecord['mapping'], nameOf: (column: string) => string): string[] {
  const listed = mapping?.personal;
  const resource = listed === undefined || mapping?.resource === undefined || listed.includes(mapping.resource);
  const part = (column: string) => (column === mapping?.case ? 'case' : column === mapping?.resource ? 'resource' : column === mapping?.lifecycle ? 'lifecycle' : [mapping?.activity].flat().includes(column) ? 'activity' : `@${nameOf(column)}`);
  return [...(resource ? ['resource'] : []), ...(listed ?? []).map(part)];
}

const wantedOf = { text: 'a text', number: 'a number', integer: 'a whole number', boolean: 'true or false', time: 'an instant with its offset, as 2026-03-02T09:00:00Z' } as const;

/**
 * The types of the attributes of a batch that the log has not settled yet, and every value that does not fit its type.
 * @example typesOf([{ case: '1', activity: 'a', time: '2026-01-01T00:00:00Z', attributes: { cost: 5 } }], new Map()).fresh.get('cost') // 'number'
 */
export function typesOf(events: readonly PushedEvent[], settled: Types): { readonly fresh: Types; readonly wrong: readonly ProblemDetail[] } {
  const fresh = new Map<string, AttributeType>();
  const wrong: ProblemDetail[] = [];
  events.forEach(({ attributes = {} }, i) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === '') continue;
      const type = settled.get(name) ?? fresh.get(name) ?? (typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean');
      if (!settled.has(name)) fresh.set(name, type);
      if (!fits(value, type)) wrong.push({ detail: `The attribute “${name}” has another type in this log`, value: String(value), wanted: wantedOf[type], at: { path: `body.events.${i}.attributes.${name}` } });
    }
  });
  return { fresh, wrong };
}

function fits(value: string | number | boolean, type: AttributeType): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'time') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
  return typeof value === (type === 'text' ? 'string' : type);
}

/** The events with a pseudonym in the place of every personal value, and what the pseudonyms stand for. */
export function hidePersons(events: readonly PushedEvent[], { personal, idName }: Settled, pseudonymOf: Pseudonymiser): { readonly events: PushedEvent[]; readonly personal: { pseudonym: string; original: string }[] } {
  const known = new Map<string, string>();
  const hide = (original: string): string => {
    const pseudonym = known.get(original) ?? pseudonymOf(original);
    known.set(original, pseudonym);
    return pseudonym;
  };
  const parts = (['case', 'activity', 'resource', 'lifecycle'] as const).filter((p) => personal.includes(p));
  const hidden = events.map((event): PushedEvent => {
    const attributes = event.attributes === undefined ? undefined : Object.fromEntries(Object.entries(event.attributes).map(([name, value]) => [name, personal.includes(`@${name}`) && typeof value === 'string' && value !== '' ? hide(value) : value]));
    return {
      ...event, ...Object.fromEntries(parts.flatMap((p) => (event[p] === undefined ? [] : [[p, hide(event[p])]]))),
      ...(event.id !== undefined && personal.includes(`@${idName}`) ? { id: hide(event.id) } : {}), ...(attributes === undefined ? {} : { attributes }),
    };
  });
  return { events: hidden, personal: [...known].map(([original, pseudonym]) => ({ pseudonym, original })) };
}

/**
 * The events of several batches as one list: what a batch repeats of an earlier one falls away, as it would had they been folded one by one.
 * @example withoutRepeats([[e], [e, e]]).repeated // 1: the second batch says that there are two
 */
export function withoutRepeats(batches: readonly (readonly PushedEvent[])[]): { readonly events: PushedEvent[]; readonly repeated: number } {
  const had = new Map<string, number>();
  const events: PushedEvent[] = [];
  let repeated = 0;
  for (const batch of batches) {
    const here = new Map<string, number>();
    for (const event of batch) {
      const identity = event.id === undefined ? canonicalJson(event) : `id ${event.id}`;
      const copy = (here.get(identity) ?? 0) + 1;
      here.set(identity, copy);
      if (copy <= (had.get(identity) ?? 0)) repeated += 1;
      else events.push(event);
    }
    for (const [identity, copies] of here) had.set(identity, Math.max(copies, had.get(identity) ?? 0));
  }
  return { events, repeated };
}

/**
 * Seconds that batches wait for others before they are folded, after so many folds of the log in the last five minutes: a quiet log is up to
 * date at once, and a steady stream makes no more than about one version a minute.
 * @example [0, 3, 5, 20].map(foldDelay) // [1, 1, 4, 60]
 */
export function foldDelay(recentFolds: number): number {
  return Math.min(60, 2 ** Math.max(0, recentFolds - 3));
}
