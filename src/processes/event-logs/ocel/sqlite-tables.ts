import type { Database } from 'node-sqlite3-wasm';
import { problem } from '../../../platform/errors/index.ts';
import { type OcelSink, textOf } from './model.ts';

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

/** Tables and views of a database by their name in lower case, as SQLite tells them apart. */
export function tablesOf(db: Database): Map<string, OcelTable> {
  const all = db.all(`SELECT name, type, coalesce(sql, '') AS sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`) as { name: string; type: string; sql: string }[];
  return new Map(all.map(({ name, type, sql }) => {
    const columns = db.all(`SELECT name, type, pk FROM pragma_table_info(?)`, [name]) as { name: string; type: string; pk: number }[];
    return [name.toLowerCase(), { name, columns: columns.map((c) => ({ name: c.name, type: c.type })), hasKey: columns.some((c) => c.pk > 0), hasRowid: type === 'table' && !/\bWITHOUT\s+ROWID\b/i.test(sql) }];
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
    if (lacking.length > 0) throw problem('bad-input', { detail: `The table ${name} has no column ${lacking.join(', ')}`, value: `columns ${names.join(', ')}`.slice(0, 200), wanted: `the columns ${columns.join(', ')}`, at: { file, path: name } });
    if (name.includes('object') && name.includes('_object') && !names.includes('ocel_qualifier')) sink.found('column-missing', 'ocel_qualifier', name);
  }
  return Object.fromEntries(Object.keys(CORE).flatMap((t) => (tables.has(t) ? [[t, tables.get(t)]] : []))) as unknown as Core;
}

/** How many rows a table has. */
export function noRows(db: Database, table: OcelTable): number {
  return Number((db.get(`SELECT count(*) AS n FROM ${named(table.name)}`) as { n: number }).n);
}

/** Reads tables row by row, each value as a text; numbers among ids and bytes among values are told to the sink. */
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
  async *rows(table: OcelTable, columns: readonly string[], ids: ReadonlySet<string> = new Set()): AsyncGenerator<readonly (string | null)[]> {
    const known = new Map(table.columns.map((c) => [c.name.toLowerCase(), c.name]));
    const values = columns.map((c) => valueSql(known.get(c.toLowerCase())));
    const isId = columns.map((c) => ids.has(c) && known.has(c));
    const types = columns.flatMap((c, i) => (isId[i]! ? [`typeof(${named(known.get(c)!)})`] : []));
    const bytes = columns.flatMap((c) => (known.has(c.toLowerCase()) ? [`(typeof(${named(known.get(c.toLowerCase())!)}) = 'blob')`] : []));
    for (const rows of this.batches(table, [...values, ...types, bytes.join(' + ')])) {
      for (const row of rows) yield row.slice(0, columns.length).map(textOf);
      this.tell(table, columns.filter((_, i) => isId[i]!), columns.length, rows);
      await this.pause();
    }
  }

  /** Behind the columns of a row stand the storage types of its ids, and how many of its values are bytes. */
  private tell(table: OcelTable, ids: readonly string[], from: number, rows: readonly (readonly unknown[])[]): void {
    for (const [i, column] of ids.entries()) {
      const cast = rows.filter((r) => r[from + i] === 'integer' || r[from + i] === 'real');
      if (cast.length > 0) this.sink.found('id-cast', column, `${table.name}.${column}`, cast.length);
    }
    const bytes = rows.reduce((sum, r) => sum + Number(r[from + ids.length]), 0);
    if (bytes > 0) this.sink.found('value-not-text', null, table.name, bytes);
  }

  private *batches(table: OcelTable, columns: readonly string[]): Generator<readonly (readonly unknown[])[]> {
    const name = named(table.name), list = `json_group_array(json_array(${columns.map((_, i) => `v${i}`).join(', ')})) AS list`;
    const select = columns.map((c, i) => `${c} AS v${i}`).join(', ');
    const parsed = (row: unknown) => JSON.parse((row as { list: string }).list) as unknown[][];
    if (!table.hasRowid) {
      for (let from = 0; ; from += AT_ONCE) {
        const rows = parsed(this.db.get(`SELECT ${list} FROM (SELECT ${select} FROM ${name} LIMIT ${AT_ONCE} OFFSET ${from})`));
        if (rows.length > 0) yield rows;
        if (rows.length < AT_ONCE) return;
      }
    }
    let after: number | bigint | null = null;
    for (;;) {
      const where: string = after === null ? '' : `WHERE rowid > ${after}`;
      const row = this.db.get(`SELECT ${list}, max(r) AS last FROM (SELECT rowid AS r, ${select} FROM ${name} ${where} ORDER BY rowid LIMIT ${AT_ONCE})`) as { list: string; last: number | bigint | null };
      const rows = parsed(row);
      if (rows.length > 0) yield rows;
      if (rows.length < AT_ONCE) return;
      after = row.last;
    }
  }
}

/** A value as JSON keeps it: whole numbers as texts, since they may be larger than JavaScript's, and bytes in hexadecimal. */
function valueSql(column: string | undefined): string {
  if (column === undefined) return 'NULL';
  const c = named(column);
  return `CASE typeof(${c}) WHEN 'integer' THEN CAST(${c} AS TEXT) WHEN 'blob' THEN hex(${c}) ELSE ${c} END`;
}

function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
