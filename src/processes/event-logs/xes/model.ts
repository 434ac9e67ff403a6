/** How a column of the stage is stored; `code` is an index into the dictionary of the column's name. */
export type ColumnType = 'code' | 'bigint' | 'double' | 'boolean' | 'timestamp' | 'smallint';

export type XesTable = 'events' | 'cases';

/** A column of one batch: `rows` values in DuckDB's memory layout, and one validity bit a row (absent: all are valid). */
export interface XesColumn {
  name: string;
  type: ColumnType;
  data: Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | BigInt64Array<ArrayBuffer> | Int16Array<ArrayBuffer>;
  valid?: Uint8Array<ArrayBuffer>;
}

/** A part of the input that could not become events, with where and why. */
export interface XesRejection {
  /** Line of the element's start tag, from 1. */
  line: number;
  what: 'event' | 'trace';
  reason: string;
  value: string | null;
  /** Events lost by it: 1 for an event, all readable events of the trace for a trace. */
  events: number;
}

/** What the scanner hands over: rows of one table, the dictionary values that they are the first to use, and rejections met meanwhile. */
export interface XesBatch {
  table: XesTable;
  rows: number;
  /** Columns without a value in this batch are left out. */
  columns: XesColumn[];
  dictionary: { column: string; firstCode: number; values: string[] }[];
  rejected: XesRejection[];
}

/** Values of one key that their type does not allow, kept as missing: how many, and the first with its line. */
export interface UnreadableValue {
  count: number;
  line: number;
  key: string;
  type: string;
  value: string;
}

export interface XesClassifier {
  name: string;
  keys: string;
  scope: 'event' | 'trace';
}

/** What was in the log, counted exactly. */
export interface XesReport {
  /** Trace elements in the file. */
  traces: number;
  /** Event elements in the file, rejected ones too. */
  events: number;
  staged: { events: number; cases: number };
  rejected: { events: number; entries: number };
  /** Named traces without an event that could be read; they become no case. */
  emptyTraces: number;
  /** Traces whose name an earlier trace had: they became one case. */
  repeatedCases: number;
  /** Attributes inside other attributes, lists and containers: not staged. */
  nestedDropped: number;
  /** Lists and containers among attributes of traces and events: not staged. */
  listsDropped: number;
  /** Attributes without a key or a value. */
  incompleteAttributes: number;
  /** A key met twice in one event or trace: the last value counts. */
  repeatedKeys: number;
  /** One example a key and type. */
  unreadable: { count: number; examples: UnreadableValue[] };
  logAttributes: number;
  unknownElements: number;
  /** Times without an offset, read in the zone that was given; of these, in a gap or in a doubled hour. */
  zoneless: { times: number; gaps: number; ambiguous: number };
  extensions: { name: string; prefix: string; uri: string }[];
  classifiers: XesClassifier[];
  globals: { event: string[]; trace: string[] };
  /** Provisional negative case codes of traces named after their events, and the code they turned out to have; null: rejected. */
  lateCases: { provisional: number; code: number | null }[];
  /** Dictionaries that grew too large for memory and began anew: a value may have several codes, which the stage makes one again. */
  restarted: string[];
}

export interface XesOptions {
  /** IANA zone of times that carry no offset; null: nobody said it, and such a time is refused. */
  zone: string | null;
  /** Name of a declared classifier, or keys joined with `+`; null: activity = concept:name. */
  classifier: string | null;
}

/** Kinds of attribute elements, as the scanner numbers them. */
export const KINDS = ['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'] as const;
// 0 and 5 are texts and ids: both are kept as they are written.
export const DATE = 1, INT = 2, FLOAT = 3, BOOLEAN = 4, LIST = 6, CONTAINER = 7;

/**
 * The number of an attribute element's local name, or −1 for any other element.
 * @example kindOf('float') // 3
 */
export function kindOf(localName: string): number {
  return (KINDS as readonly string[]).indexOf(localName);
}

/** The part of a tag name after its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
