import sqlite, { type Database } from 'node-sqlite3-wasm';
import { Problem, problem } from '../../../platform/errors/index.ts';
import type { OcelSink } from './model.ts';
import { coreTables, idColumns, noRows, type OcelTable, TableReader, tablesOf } from './sqlite-tables.ts';

/**
 * Reads OCEL 2.0 from an SQLite file that nobody else has open, some thousand rows at a time; `pause` is awaited between them.
 * Throws a Problem for a file that is damaged, or lacks a table or column without which there is no log.
 */
export async function readOcelSqlite(path: string, file: string, sink: OcelSink, pause: () => Promise<void>): Promise<void> {
  let db: Database | undefined;
  try {
    db = new sqlite.Database(path, { readOnly: true, fileMustExist: true });
    await readTables(db, file, sink, pause);
  } catch (error) {
    if (!(error instanceof sqlite.SQLite3Error)) throw error;
    throw problem('bad-input', { detail: 'The SQLite file cannot be read', value: error.message, wanted: 'a whole SQLite 3 database with the tables of OCEL 2.0', at: { file } }, error);
  } finally {
    closeQuietly(db);
  }
}

/** Of a damaged database even the end of a query may fail; that is told already. */
function closeQuietly(db: Database | undefined): void {
  try {
    db?.close();
  } catch (error) {
    if (error instanceof Problem) throw error;
  }
}

async function readTables(db: Database, file: string, sink: OcelSink, pause: () => Promise<void>): Promise<void> {
  const tables = tablesOf(db, sink);
  const reader = new TableReader(db, sink, pause);
  const core = coreTables(tables, file, sink);
  const used = new Set<string>(Object.values(core).map((t) => t.name));
  for (const side of ['event', 'object'] as const) {
    for await (const rows of reader.rows(core[`${side}_map_type`], ['ocel_type', 'ocel_type_map'])) for (const [type, map] of rows) {
      if (type === null || type === undefined) {
        sink.found('element-unknown', `a row without ocel_type, mapped to ${map ?? 'nothing'}`, `${side}_map_type`);
        continue;
      }
      sink.declare(side, type);
      const table = tables.get(`${side}_${map ?? ''}`.toLowerCase());
      if (table === undefined) {
        sink.found('type-table-missing', type, `${side}_${map ?? ''}`);
        continue;
      }
      used.add(table.name);
      await typeTable(reader, side, type, table, sink);
    }
  }
  for await (const rows of reader.rows(core.event, ['ocel_id', 'ocel_type'], idColumns)) for (const [id = null, ofType = null] of rows) sink.event(id, ofType, null, 'event');
  for await (const rows of reader.rows(core.object, ['ocel_id', 'ocel_type'], idColumns)) for (const [id = null, ofType = null] of rows) sink.object(id, ofType, 'object');
  for await (const rows of reader.rows(core.event_object, ['ocel_event_id', 'ocel_object_id', 'ocel_qualifier'], idColumns)) for (const [event = null, object = null, qualifier = null] of rows) sink.eventObject(event, object, qualifier, 'event_object');
  if (core.object_object !== undefined) for await (const rows of reader.rows(core.object_object, ['ocel_source_id', 'ocel_target_id', 'ocel_qualifier'], idColumns)) for (const [source = null, target = null, qualifier = null] of rows) sink.objectObject(source, target, qualifier, 'object_object');
  for (const table of tables.values()) {
    if (!used.has(table.name)) sink.found('table-stray', `${table.name} (${noRows(db, table)} rows)`, table.name);
    else if (!table.hasKey) sink.found('no-primary-key', table.name, null);
  }
}

const OWN = new Set(['ocel_id', 'ocel_time', 'ocel_changed_field']);

async function typeTable(reader: TableReader, side: 'event' | 'object', type: string, table: OcelTable, sink: OcelSink): Promise<void> {
  const has = (column: string) => table.columns.some((c) => c.name.toLowerCase() === column);
  const attributes = table.columns.filter((c) => !OWN.has(c.name.toLowerCase()));
  for (const { name, type: declared } of attributes) sink.declare(side, type, { name, type: declared });
  const { name: place } = table;
  if (!has('ocel_time')) sink.found('column-missing', 'ocel_time', place);
  if (!has('ocel_id')) {
    sink.found('column-missing', 'ocel_id', place);
    return sink.found('type-table-without-id', place, place, reader.count(table));
  }
  const columns = ['ocel_id', 'ocel_time', 'ocel_changed_field', ...attributes.map((a) => a.name)];
  for await (const rows of reader.rows(table, columns, idColumns)) for (const [id = null, time = null, changed = null, ...values] of rows) {
    if (side === 'event') sink.eventTime(id, type, time, place);
    else if (time === null && values.some((v) => v !== null)) sink.found('object-row-without-time', id, place);
    const only = side === 'object' && changed !== null && changed !== '' ? changed : null;
    if (only !== null && !attributes.some((a) => a.name === only)) sink.found('changed-field-unknown', only, place);
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!, { name } = attributes[i]!;
      if (value === null || (only !== null && name !== only)) continue;
      if (side === 'event') sink.eventValue(id, name, value, type);
      else sink.objectValue(id, name, time, value, place);
    }
  }
}
