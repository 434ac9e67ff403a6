import { problem } from '../../../platform/errors/index.ts';
import { type Column, ColumnTable } from './column-table.ts';
import { ByteDictionary } from './dictionary.ts';
import { BOOLEAN, CONTAINER, DATE, FLOAT, INT, LIST, type XesBatch, type XesTable } from './model.ts';

/** What a value is for. */
export const ROLE_TEXT = 0, ROLE_INSTANT = 1, ROLE_INTEGER = 2, ROLE_DOUBLE = 3, ROLE_BOOLEAN = 4, ROLE_CASE = 5, ROLE_ACTIVITY = 6, ROLE_TIME = 7, ROLE_NOTHING = 8, ROLE_OPTIONAL_TEXT = 9;

/** Where the values of one key and type go. */
export interface Target {
  readonly role: number;
  readonly key: string;
  readonly kind: number;
  readonly table: ColumnTable;
  readonly column: Column | null;
  readonly dictionary: ByteDictionary | null;
  /** Position in the classifier's keys, or −1. */
  readonly part: number;
}

/** Sizes that tests make small: rows of a batch, and bytes after which a dictionary begins anew. */
export interface CollectorSizes {
  readonly rows?: number;
  readonly dictionaryBytes?: number;
}

const EVENT_ROLES: Readonly<Record<string, { role: number; column: string }>> = {
  'concept:name': { role: ROLE_ACTIVITY, column: 'activity' },
  'time:timestamp': { role: ROLE_TIME, column: 'time' },
  'lifecycle:transition': { role: ROLE_OPTIONAL_TEXT, column: 'lifecycle' },
  'org:resource': { role: ROLE_OPTIONAL_TEXT, column: 'resource' },
  'concept:instance': { role: ROLE_OPTIONAL_TEXT, column: 'instance' },
};
const BATCH_ROWS = 16_384, DICTIONARY_BYTES = 48 << 20, MOST_TARGETS = 4096;

/** The two tables of a log with their dictionaries, and which key goes where. */
export class Targets {
  readonly events: ColumnTable;
  readonly cases: ColumnTable;
  /** Dictionaries that outgrew memory and began anew. */
  readonly restarted = new Set<string>();
  private readonly dictionaryBytes: number;
  private readonly dictionaries = new Map<string, ByteDictionary>();
  private readonly sent = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly known = new Map<string, Target>();

  constructor({ rows = BATCH_ROWS, dictionaryBytes = DICTIONARY_BYTES }: CollectorSizes) {
    this.dictionaryBytes = dictionaryBytes;
    this.events = new ColumnTable(rows);
    this.cases = new ColumnTable(rows);
  }

  /** Where values of this key and kind go; the same object for the same arguments. Throws a Problem beyond 4,096 of them. */
  of(scope: XesTable, kind: number, key: string, classifier: readonly string[] | null): Target {
    const id = `${scope} ${kind} ${key}`;
    let target = this.known.get(id);
    if (target === undefined) {
      if (this.known.size >= MOST_TARGETS) throw problem('too-large', { detail: 'The log has too many different attributes', value: key, wanted: `at most ${MOST_TARGETS} keys` });
      target = this.newTarget(scope, kind, key, classifier);
      this.known.set(id, target);
    }
    return target;
  }

  dictionary(name: string): ByteDictionary {
    let d = this.dictionaries.get(name);
    if (d === undefined) {
      d = new ByteDictionary();
      this.dictionaries.set(name, d);
    }
    return d;
  }

  /** Values new since the last call; a dictionary that has grown too large begins anew afterwards. */
  takeDictionaries(): XesBatch['dictionary'] {
    const taken: XesBatch['dictionary'] = [];
    for (const [column, d] of this.dictionaries) {
      const firstCode = this.sent.get(column) ?? 0;
      if (d.base + d.size === firstCode) continue;
      taken.push({ column, firstCode, values: d.takeFresh() });
      this.sent.set(column, d.base + d.size);
      if (d.bytes <= this.dictionaryBytes) continue;
      d.restart();
      this.restarted.add(column);
    }
    return taken;
  }

  private newTarget(scope: XesTable, kind: number, key: string, classifier: readonly string[] | null): Target {
    const table = this[scope];
    const part = scope === 'events' && classifier !== null ? classifier.indexOf(key) : -1;
    const make = (role: number, column: Column | null): Target => ({ role, key, kind, table, column, dictionary: column?.dictionary ?? null, part });
    if (scope === 'cases' && key === 'concept:name') return make(ROLE_CASE, null);
    if (kind === LIST || kind === CONTAINER) return make(ROLE_NOTHING, null);
    const standard = scope === 'events' ? EVENT_ROLES[key] : undefined;
    if (standard?.role === ROLE_TIME) return make(ROLE_TIME, table.column('time', 'timestamp', null));
    // With a classifier the name is an attribute like any other.
    if (standard !== undefined && (standard.role !== ROLE_ACTIVITY || classifier === null)) return make(standard.role, table.column(standard.column, 'code', this.dictionary(standard.column)));
    return this.attributeTarget(make, table, kind, `@${this.attributeName(key)}`);
  }

  private attributeTarget(make: (role: number, column: Column) => Target, table: ColumnTable, kind: number, name: string): Target {
    switch (kind) {
      case DATE: return make(ROLE_INSTANT, table.column(name, 'timestamp', null));
      case INT: return make(ROLE_INTEGER, table.column(name, 'bigint', null));
      case FLOAT: return make(ROLE_DOUBLE, table.column(name, 'double', null));
      case BOOLEAN: return make(ROLE_BOOLEAN, table.column(name, 'boolean', null));
      default: return make(ROLE_TEXT, table.column(name, 'code', this.dictionary(name)));
    }
  }

  /** The engine does not tell column names apart by their case, so of two such keys the later gets a number. */
  private attributeName(key: string): string {
    for (let name = key, n = 2; ; name = `${key} (${n++})`) {
      const owner = this.names.get(name.toLowerCase());
      if (owner === undefined) this.names.set(name.toLowerCase(), key);
      if (owner === undefined || owner === key) return name;
    }
  }
}
