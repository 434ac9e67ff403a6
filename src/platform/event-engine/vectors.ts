import { DuckDBTypeId, type DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';
import type { ColumnData } from './model.ts';

/** A column of a chunk in the engine's memory layout, without a value boxed. */
export function vectorData(chunk: DuckDBDataChunk, index: number, type: DuckDBType): ColumnData {
  const vector = bindings.data_chunk_get_vector(chunk.chunk, index);
  const rows = chunk.rowCount;
  // A copy, since the collector may free the chunk (and with it the memory behind this) as soon as nothing else names it.
  const bytes = (width: number): ArrayBuffer => new Uint8Array(bindings.vector_get_data(vector, rows * width)).buffer;
  switch (type.typeId) {
    case DuckDBTypeId.INTEGER: return new Int32Array(bytes(4));
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.TIMESTAMP: return new BigInt64Array(bytes(8));
    case DuckDBTypeId.DOUBLE: return new Float64Array(bytes(8));
    case DuckDBTypeId.SMALLINT: return new Int16Array(bytes(2));
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.UTINYINT: return new Uint8Array(bytes(1));
    default: throw new RangeError(`Column ${index} is ${type}: wanted a type of fixed width`);
  }
}
