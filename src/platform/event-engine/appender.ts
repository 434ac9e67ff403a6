import { DuckDBDataChunk, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';
import type { ColumnAppender, ColumnBatch, ListData } from './model.ts';

const VECTOR_ROWS = 2048;

/** Appends typed arrays as they lie in memory: one copy a column and chunk, no value is boxed. */
export async function openAppender(connection: DuckDBConnection, table: string): Promise<ColumnAppender> {
  const appender = await connection.createAppender(table);
  const described = await connection.run('SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index', [table]);
  const names = (await described.getRows()).map(([name]) => String(name));
  const types: DuckDBType[] = names.map((_, i) => appender.columnType(i));
  let whole: DuckDBDataChunk | undefined;
  // The engine copies a chunk when it is appended, so that one does for all whole pieces.
  const chunkOf = (count: number): DuckDBDataChunk => {
    if (count < VECTOR_ROWS) return DuckDBDataChunk.create(types, count);
    whole?.reset();
    whole ??= DuckDBDataChunk.create(types, count);
    whole.rowCount = count;
    return whole;
  };
  return {
    append: (rows, columns) => {
      const sources = names.map((name) => columns.find((c) => c.name === name));
      const unknown = columns.find((c) => !names.includes(c.name));
      if (unknown !== undefined) throw new RangeError(`${table} has no column ${unknown.name}`);
      for (let from = 0; from < rows; from += VECTOR_ROWS) {
        const count = Math.min(VECTOR_ROWS, rows - from);
        const chunk = chunkOf(count);
        for (const [i, source] of sources.entries()) fill(bindings.data_chunk_get_vector(chunk.chunk, i), source, from, count);
        appender.appendDataChunk(chunk);
      }
    },
    close: () => {
      appender.flushSync();
      appender.closeSync();
    },
  };
}

const nothingValid = new Uint8Array(VECTOR_ROWS / 8);

function fill(vector: bindings.Vector, source: ColumnBatch | undefined, from: number, count: number): void {
  if (source !== undefined) {
    copyInto(vector, source.data, from, count);
    if (source.valid === undefined) return;
  }
  // Batches begin at multiples of 2,048 rows, so that validity starts on a whole byte.
  const valid = source?.valid ?? nothingValid;
  const start = source === undefined ? 0 : from >> 3;
  bindings.vector_ensure_validity_writable(vector);
  const bytes = (count + 7) >> 3;
  bindings.copy_data_to_vector_validity(vector, 0, valid.buffer, valid.byteOffset + start, bytes);
}

function copyInto(vector: bindings.Vector, data: ColumnBatch['data'], from: number, count: number): void {
  if ('ends' in data) return copyLists(vector, data, from, count);
  if (!ArrayBuffer.isView(data)) {
    for (let i = 0; i < count; i++) bindings.vector_assign_string_element(vector, i, data[from + i]!);
    return;
  }
  const width = data.BYTES_PER_ELEMENT;
  bindings.copy_data_to_vector(vector, 0, data.buffer, data.byteOffset + from * width, count * width);
}

function copyLists(vector: bindings.Vector, { ends, values }: ListData, from: number, count: number): void {
  const first = ends[from]!, size = ends[from + count]! - first;
  // An entry is two 64-bit numbers: where its list begins among all values, and its length.
  const entries = new Int32Array(count * 4);
  for (let i = 0; i < count; i++) {
    entries[i * 4] = ends[from + i]! - first;
    entries[i * 4 + 2] = ends[from + i + 1]! - ends[from + i]!;
  }
  bindings.list_vector_reserve(vector, size);
  bindings.list_vector_set_size(vector, size);
  bindings.copy_data_to_vector(vector, 0, entries.buffer, 0, entries.byteLength);
  bindings.copy_data_to_vector(bindings.list_vector_get_child(vector), 0, values.buffer, values.byteOffset + first * 4, size * 4);
}
