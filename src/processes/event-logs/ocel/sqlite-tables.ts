import type { Database } from 'node-sqlite3-wasm';
import { problem } from '../../../platform/errors/index.ts';
import type { OcelSink } from './model.ts';

/** Rows that come from the database at once: each call into it costs more than a row does. */
const AT_ONCE = 4096;

export interface OcelTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly hasKey: boolean;
  readonly hasRowid: boolean;
}

const CORE = {
  event: ['ocel_id', 'ocel_type'], object: ['ocel_id', 'ocel_type'], event_object: ['ocel_event_id', 'ocel_object_id'], object_object: ['ocel_source_id', 'ocel_target_id'],
  event_map_type: ['ocel_type', 'ocel_type_map'], object_map_type: ['ocel_type', 'ocel_type_map'],
} as const;

/** Columns that hold ids. */
export const idColumns: ReadonlySet<string> = new Set(['ocel_id', 'ocel_event_id', 'ocel_object_id', 'ocel_source_id', 'ocel_target_id']);

/** Tables of a database by their name in lower case, as SQLite tells them apart. Views are told and not read: what they are worked out of may have no end. */
export function tablesOf(db: Database, sink: OcelSink): Map<string, OcelTable> {
  const all = db.all(`SELECT name, type, coalesce(sql, '') AS sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`) as { name: string; type: string; sql: string }[];
  for (const { name } of all.filter((t) => t.type === 'view')) sink.found('view', name, name);
  return new Map(all.filter((t) => t.type === 'table').map(({ name, sql }) => {
    const columns = db.all(`SELECT name, type, pk FROM pragma_table_info(?)`, [name]) as { name: string; type: string; pk: number }[];
    return [name.toLowerCase(), { name, columns: columns.map((c) => ({ name: c.name, type: c.type })), hasKey: columns.some((c) => c.pk > 0), hasRowid: !/\bWITHOUT\s+ROWID\b/i.test(sql) }];
  }));
}

type Core = { readonly [T in Exclude<keyof typeof CORE, 'object_object'>]: OcelTable } & { readonly object_object?: OcelTable };

/**
 * The tables that every OCEL 2.0 database has; that of relations between objects may be missing, and qualifiers.
 * @throws Problem `bad-input` that names the tables or columns that are missing
 */
export function coreTables(tables: ReadonlyMap<string, OcelTable>, file: string, sink: OcelSink): Core {
  const missing = Object.keys(CORE).filter((t) => t !== 'object_object' && !tables.has(t));
  if (missing.length > 0) throw problem('bad-input', { detail: `The SQLite file is no OCEL 2.0: it has no table ${missing.join(', ')}`, value: `tables ${[...tables.values()].map((t) => t.name).join(', ') || 'none'}`.slice(0, 200), wanted: `the tables ${Object.keys(CORE).join(', ')}`, at: { file } });
  for (const [name, columns] of Object.entries(CORE)) {
    const table = tables.get(name);
    if (table === undefined) {
      sink.found('table-missing', name, null);
      continue;
    }
    const names = table.columns.map((c) => c.name.toLowerCase());
    const lacking = columns.filter((c) => !names.includes(c));
    for (const other of names.filter((n) => !columns.some((c) => c === n) && !(n === 'ocel_qualifier' && name.includes('_object')))) sink.found('column-unknown', other, name);
    if (lacking.length > 0) throw problem('bad-input', { detail: `The table ${name} has no column ${lacking.join(', ')}`, value: `columns ${names.join(', ')}`.slice(0, 200), wanted: `the columns ${columns.join(', ')}`, at: { file, path: name } });
    if (name.includes('object') && name.includes('_object') && !names.includes('ocel_qualifier')) sink.found('column-missing', 'ocel_qualifier', name);
  }
  return Object.fromEntries(Object.keys(CORE).flatMap((t) => (tables.has(t) ? [[t, tables.get(t)]] : []))) as unknown as Core;
}

/** How many rows a table has. */
export function noRows(db: Database, table: OcelTable): number {
  return Number((db.get(`SELECT count(*) AS n FROM ${named(table.name)}`) as { n: number }).n);
}

type Texts = readonly (string | null)[];

/** Reads tables some thousand rows at a time, each value as a text; numbers among ids and bytes among values are told to the sink. */
export class TableReader {
  private readonly db: Database;
  private readonly sink: OcelSink;
  private readonly pause: () => Promise<void>;

  constructor(db: Database, sink: OcelSink, pause: () => Promise<void>) {
    this.db = db;
    this.sink = sink;
    this.pause = pause;
  }

  count(table: OcelTable): number {
    return noRows(this.db, table);
  }

  /** Rows with these columns, null for columns that the table does not have. */
  async *rows(table: OcelTable, columns: readonly string[], ids: ReadonlySet<string> = new Set()): AsyncGenerator<readonly Texts[]> {
    const known = new Map(table.columns.map((c) => [c.name.toLowerCase(), named(c.name)]));
    const own = columns.map((c) => known.get(c.toLowerCase()));
    const cast = columns.filter((c, i) => ids.has(c) && own[i] !== undefined);
    const tell = [...cast.map((c) => `typeof(${known.get(c)!}) IN ('integer', 'real')`), own.flatMap((c) => (c === undefined ? [] : [`(typeof(${c}) = 'blob')`])).join(' + ')];
    for (const { rows, told } of this.batches(table, own.map(valueSql), tell)) {
      yield rows;
      for (const [i, column] of cast.entries()) if (told[i]! > 0) this.sink.found('id-cast', column, `${table.name}.${column}`, told[i]);
      if (told.at(-1)! > 0) this.sink.found('value-not-text', null, table.name, told.at(-1));
      await this.pause();
    }
  }

  /** Rows as lists of their values, with the sums of what is to be told of them. */
  private *batches(table: OcelTable, values: readonly string[], tell: readonly string[]): Generator<{ readonly rows: readonly Texts[]; readonly told: readonly number[] }> {
    const inner = `${values.map((v, i) => `${v} AS v${i}`).join(', ')}, ${tell.map((t, i) => `${t} AS t${i}`).join(', ')} FROM ${named(table.name)}`;
    const outer = `SELECT json_group_array(json_array(${values.map((_, i) => `v${i}`).join(', ')})) AS list, ${tell.map((_, i) => `total(t${i}) AS s${i}`).join(', ')}`;
    const batch = (found: unknown) => {
      const row = found as { readonly list: string } & Readonly<Record<string, number>>;
      return { rows: textsOf(JSON.parse(row.list) as (string | number | null)[][]), told: tell.map((_, i) => row[`s${i}`]!) };
    };
    for (let from = 0, after: number | bigint | null = null; ; from += AT_ONCE) {
      const piece: string = table.hasRowid ? `SELECT rowid AS r, ${inner} ${after === null ? '' : `WHERE rowid > ${after}`} ORDER BY rowid LIMIT ${AT_ONCE}` : `SELECT NULL AS r, ${inner} LIMIT ${AT_ONCE} OFFSET ${from}`;
      const found = this.db.get(`${outer}, max(r) AS last FROM (${piece})`) as { readonly last: number | bigint | null };
      const next = batch(found);
      if (next.rows.length > 0) yield next;
      if (next.rows.length < AT_ONCE) return;
      after = found.last;
    }
  }
}

/** Rows with a text for each number, in its usual spelling. */
function textsOf(rows: (string | number | null)[][]): Texts[] {
  for (const row of rows) for (let i = 0; i < row.length; i++) if (typeof row[i] === 'number') row[i] = String(row[i]);
  return rows as Texts[];
}

/** A value of a column as JSON keeps it: whole numbers as texts, since they may be larger than JavaScript's, and bytes in hexadecimal. */
function valueSql(c: string | undefined): string {
  if (c === undefined) return 'NULL';
  return `CASE typeof(${c}) WHEN 'integer' THEN CAST(${c} AS TEXT) WHEN 'blob' THEN hex(${c}) ELSE ${c} END`;
}

function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
