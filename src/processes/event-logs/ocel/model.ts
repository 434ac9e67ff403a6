/** How an object-centric log is written down. */
export type OcelEncoding = 'json' | 'xml' | 'sqlite';

/** What has a type in an object-centric log. */
export type OcelSide = 'event' | 'object';

/** Where something stands: a line of a text, or a table of a database. */
export type OcelPlace = number | string | null;

/** Takes what a reader finds, in the order of the file; texts are as the file has them, null is what is not there. */
export interface OcelSink {
  /** A declared type, and once for each of its attributes. */
  declare(side: OcelSide, type: string, attribute?: { readonly name: string; readonly type: string }): void;
  event(id: string | null, type: string | null, time: string | null, place: OcelPlace): void;
  /** The time of an event that stands apart from it. */
  eventTime(id: string | null, type: string, time: string | null, place: OcelPlace): void;
  object(id: string | null, type: string | null, place: OcelPlace): void;
  /** A value of an event; with `type`, of an event of that type only. */
  eventValue(event: string | null, name: string, value: string, type?: string): void;
  /** A value that an object has from a time on. */
  objectValue(object: string | null, name: string, time: string | null, value: string, place: OcelPlace): void;
  eventObject(event: string | null, object: string | null, qualifier: string | null, place: OcelPlace): void;
  objectObject(source: string | null, target: string | null, qualifier: string | null, place: OcelPlace): void;
  /** Something to be told of the file, `count` times. */
  found(code: FindingCode, example: string | null, place: OcelPlace, count?: number): void;
}

/** What became of what a finding is about: left out of the log, taken in another form than it had, or only told. */
export type FindingOutcome = 'left out' | 'changed' | 'noted';

const OUTCOMES = {
  'event-without-id': ['left out', 'events without an id'],
  'event-without-type': ['left out', 'events without a type'],
  'event-without-time': ['left out', 'events without a time'],
  'event-time-unreadable': ['left out', 'events with a time that cannot be read, or is not between the years 1685 and 2254'],
  'event-id-conflict': ['left out', 'events that have the id of another, with another type or time'],
  'event-id-repeated': ['changed', 'events that stand there more than once, taken as one'],
  'event-row-repeated': ['changed', 'rows of an event type for an event that had one before, whose time and values stand'],
  'event-row-without-event': ['left out', 'rows of an event type whose id is no event of that type'],
  'object-without-id': ['left out', 'objects without an id'],
  'object-without-type': ['left out', 'objects without a type'],
  'object-id-conflict': ['left out', 'objects that have the id of another, with another type'],
  'object-id-repeated': ['changed', 'objects that stand there more than once, taken as one'],
  'object-known': ['noted', 'objects that the file only refers to and the event log knows already'],
  'object-value-dangling': ['left out', 'values of objects that are not in the log'],
  'object-value-time-unreadable': ['changed', 'values of objects with a time that cannot be read, taken as there from the start'],
  'object-row-without-time': ['changed', 'rows of objects without a time, taken as their initial state'],
  'relation-event-dangling': ['left out', 'relations of events that are not in the log'],
  'relation-object-dangling': ['left out', 'relations of events to objects that are not in the log'],
  'relation-repeated': ['changed', 'relations of events that stand there more than once, taken as one'],
  'object-relation-dangling': ['left out', 'relations between objects that are not in the log'],
  'object-relation-repeated': ['changed', 'relations between objects that stand there more than once, taken as one'],
  'qualifier-nan': ['changed', 'qualifiers that are “nan”, taken as none'],
  'id-inexact': ['left out', 'ids that are numbers too large to be told apart; as texts they can be'],
  'id-cast': ['changed', 'ids that are numbers, read as texts'],
  'value-nested': ['changed', 'values that are lists or objects, kept as JSON text'],
  'value-inexact': ['changed', 'values that are whole numbers with more digits than JSON is sure to keep'],
  'value-unreadable': ['left out', 'values that are not of the type that is declared for them'],
  'value-not-text': ['changed', 'values that are bytes, kept as hexadecimal text'],
  'attribute-without-name': ['left out', 'attributes without a name'],
  'attribute-undeclared': ['noted', 'values of attributes that their type does not declare'],
  'event-type-undeclared': ['noted', 'events of types that are not declared'],
  'object-type-undeclared': ['noted', 'objects of types that are not declared'],
  'event-type-unused': ['noted', 'declared event types without an event'],
  'object-type-unused': ['noted', 'declared object types without an object'],
  'type-table-missing': ['noted', 'declared types whose table is missing'],
  'type-table-without-id': ['left out', 'rows of tables without the column ocel_id'],
  'column-unknown': ['left out', 'columns that OCEL 2.0 does not have, in its own tables'],
  'column-missing': ['noted', 'columns of OCEL 2.0 that are missing'],
  'changed-field-unknown': ['left out', 'changes of a field that the table does not have'],
  'table-missing': ['noted', 'tables or lists of OCEL 2.0 that are missing'],
  'table-stray': ['left out', 'tables that no type is mapped to'],
  'view': ['left out', 'views: only tables are read'],
  'no-primary-key': ['noted', 'tables without a primary key'],
  'field-unknown': ['left out', 'fields and attributes that OCEL 2.0 does not have'],
  'element-unknown': ['left out', 'parts of the file that OCEL 2.0 does not have'],
  'initial-state': ['noted', 'values of objects at 1970-01-01, which stands for their initial state'],
} as const satisfies Record<string, readonly [FindingOutcome, string]>;

export type FindingCode = keyof typeof OUTCOMES;

/** Something that a reader of the figures must know of the file, with its count, an example and where that is. */
export interface OcelFinding {
  readonly code: FindingCode;
  readonly outcome: FindingOutcome;
  readonly what: string;
  readonly count: number;
  readonly example: string | null;
  readonly place: string | null;
}

/**
 * A finding in full: what its code says of it, and the place in words.
 * @example finding('qualifier-nan', 3, 'nan', 12).place // 'line 12'
 */
export function finding(code: FindingCode, count: number, example: string | null, place: OcelPlace): OcelFinding {
  const [outcome, what] = OUTCOMES[code];
  return { code, outcome, what, count, example: example === null ? null : example.slice(0, 200), place: typeof place === 'number' ? `line ${place}` : place };
}

/** What an object-centric log holds, and what was found in reading it. */
export interface OcelReport {
  readonly events: number;
  readonly objects: number;
  /** Relations of events to objects, and between objects; each once for each qualifier. */
  readonly relations: number;
  readonly objectRelations: number;
  /** Values that objects took after their initial state. */
  readonly objectChanges: number;
  readonly eventTypes: Readonly<Record<string, number>>;
  /** Objects of each type, the most first; declared types without one have 0. */
  readonly objectTypes: Readonly<Record<string, number>>;
  readonly findings: readonly OcelFinding[];
}

/** What flattening did: an event that concerns several objects of the type is an event of each of their cases. */
export interface FlatReport {
  readonly objectType: string;
  readonly cases: number;
  /** Different events in the cases, and how often they stand there in all. */
  readonly events: number;
  readonly rows: number;
  /** Events that are in several cases, and the most cases that one of them is in. */
  readonly shared: number;
  readonly mostCases: number;
  /** Events that concern no object of the type; objects of the type that no event concerns. */
  readonly eventsOutside: number;
  readonly objectsWithoutEvents: number;
}

/**
 * How a value of a file is kept as a text: texts as they are, numbers and truths in their usual spelling, null for nothing.
 * @example textOf(1.5) // '1.5'
 */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean | bigint);
}
