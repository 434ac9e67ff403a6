import type { z } from 'zod';
import type { PermissionSet } from '../write/index.ts';

/** A reference from a record's body, at `path` in it, to another record. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** A record as kinds check it. */
export interface KindRecord<B = unknown> {
  readonly id: string;
  readonly body: B;
}

/** What a check over the records of a kind found: an `error` refuses them, `confirm` waits for a person's eyes. */
export interface Finding {
  readonly level: 'error' | 'confirm';
  readonly kind: string;
  readonly id: string;
  readonly path?: readonly (string | number)[];
  readonly detail: string;
  readonly value?: string;
  readonly wanted?: string;
}

/** The file of a kind in the company folder: one record (`single`), many by id in YAML (`map`), or a CSV table (`table`). */
export type Shape = 'single' | 'map' | 'table';

/** One kind of register record: its file, its fields, who owns it and what it refers to. */
export interface Kind<B = unknown> {
  /** As it is said: `service`, `event-log`. Also the subject in the audit. */
  readonly name: string;
  readonly plural: string;
  /** In the API: `/services`, and the noun of its operations: `Service`. */
  readonly path: string;
  readonly noun: string;
  /** In the company folder: `services.yaml`, `incidents.csv`. */
  readonly file: string;
  readonly shape: Shape;
  /** Reads the written form and the stored form alike; parsing what was parsed changes nothing. */
  readonly schema: z.ZodType<B>;
  /** Looks in a thread at what `schema` would take long over, before the schema meets it and uses what was found; absent: nothing does. */
  readonly readAhead?: (raw: unknown) => Promise<void>;
  readonly description: string;
  /** The form of ids: `slug` unless another system gives them. */
  readonly ids: 'slug' | 'code';
  /** Who may change records beside their owners. */
  readonly sets: readonly PermissionSet[];
  /** The post that owns a record; its holders may change it. */
  readonly owner: (body: B) => string | undefined;
  /** Whether an owner, without one of `sets`, may change what it owns. */
  readonly ownersMayChange: boolean;
  /** Whether records have owners at all. */
  readonly owned: boolean;
  readonly references: (body: B) => readonly Reference[];
  /** The records that a record lies under: their owners own it too. A subset of `references`. */
  readonly parents: (body: B) => readonly Reference[];
  /** Looks at all records of the kind together, and where many kinds are changed at once at those of others, by the name of their kind. */
  readonly check: (records: readonly KindRecord<B>[], others?: (kind: string) => readonly KindRecord[]) => readonly Finding[];
  /** Fields that hold personal data, by name at the top of the body. */
  readonly personal: readonly string[];
}

/** What names a kind where records are read; its schema, where it is given, tells the type of their bodies. */
export interface KindRef<B> {
  readonly name: string;
  readonly schema?: z.ZodType<B>;
}

/** A kind whose body is known only at run time. */
// oxlint-disable-next-line typescript/no-explicit-any -- bodies meet their own kind's functions only, which the name on each record guarantees
export type AnyKind = Kind<any>;

interface KindParts<S extends z.ZodType> {
  readonly name: string;
  readonly plural: string;
  readonly path?: string;
  readonly noun?: string;
  readonly file: string;
  readonly schema: S;
  readonly readAhead?: (raw: unknown) => Promise<void>;
  readonly description: string;
  readonly shape?: Shape;
  readonly ids?: 'slug' | 'code';
  readonly sets?: readonly PermissionSet[];
  readonly owner?: (body: z.output<S>) => string | undefined;
  readonly ownersMayChange?: boolean;
  readonly references?: (body: z.output<S>) => readonly Reference[];
  readonly parents?: (body: z.output<S>) => readonly Reference[];
  readonly check?: Kind<z.output<S>>['check'];
  readonly personal?: readonly string[];
}

/**
 * A kind from its parts: by default many by id in YAML, changed by editors and by the holders of the owning post.
 * @example defineKind({ name: 'term', plural: 'terms', file: 'glossary.yaml', description: 'Words', schema }).shape // 'map'
 */
export function defineKind<S extends z.ZodType>(parts: KindParts<S>): Kind<z.output<S>> {
  return {
    shape: 'map',
    ids: 'slug',
    path: parts.shape === 'single' ? parts.name : parts.plural.replaceAll(' ', '-'),
    noun: pascal(parts.name),
    owned: parts.owner !== undefined || parts.parents !== undefined,
    sets: ['administrator', 'editor'],
    owner: () => undefined,
    ownersMayChange: true,
    references: () => [],
    parents: () => [],
    check: () => [],
    personal: [],
    ...parts,
    schema: parts.schema as unknown as z.ZodType<z.output<S>>,
  };
}

/**
 * Words joined by hyphens as one noun.
 * @example pascal('event-log') // 'EventLog'
 */
export function pascal(words: string): string {
  return words.split('-').map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join('');
}

/** The id of the one record of a `single` kind: the kind's own name. */
export function singleId(kind: AnyKind): string {
  return kind.name;
}

/** A reference where there is an id, else none: `[...refTo('post', body.owner, ['owner'])]`. */
export function refTo(kind: string, id: string | undefined, path: readonly (string | number)[]): Reference[] {
  return id === undefined ? [] : [{ kind, id, path }];
}
