import type { ColumnType } from '../csv/index.ts';

/** How the values of a column of a Parquet file are read. */
export type ParquetRead = 'text' | 'integer' | 'number' | 'boolean' | 'local time' | 'instant' | 'date' | 'nested' | 'bytes';

export interface ParquetColumn {
  readonly name: string;
  /** As the engine calls it. */
  readonly sqlType: string;
  readonly read: ParquetRead;
}

/**
 * How a column of this type is read: whole numbers that may not fit 64 bits are numbers, times keep whether they are instants, and what is no
 * single value is kept as text.
 * @example readAs('TIMESTAMP WITH TIME ZONE') // 'instant'
 */
export function readAs(sqlType: string): ParquetRead {
  if (/\[|^(STRUCT|MAP|UNION|LIST)/.test(sqlType)) return 'nested';
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER)$/.test(sqlType)) return 'integer';
  if (/^(UBIGINT|HUGEINT|UHUGEINT|FLOAT|DOUBLE|DECIMAL)/.test(sqlType)) return 'number';
  if (sqlType === 'BOOLEAN') return 'boolean';
  if (sqlType === 'TIMESTAMP WITH TIME ZONE') return 'instant';
  if (sqlType.startsWith('TIMESTAMP')) return 'local time';
  if (sqlType === 'DATE') return 'date';
  return sqlType === 'BLOB' ? 'bytes' : 'text';
}

/** The type of an attribute that a column becomes. */
export const ATTRIBUTE_TYPE: Readonly<Record<ParquetRead, ColumnType>> = { 'text': 'text', 'integer': 'integer', 'number': 'number', 'boolean': 'boolean', 'local time': 'time', 'instant': 'time', 'date': 'time', 'nested': 'text', 'bytes': 'text' };

/** SQL of a value as text, as a guess looks at it and a case or an activity is called by it; times as ISO 8601. */
export function textSql({ read }: Pick<ParquetColumn, 'read'>, c: string): string {
  if (read === 'instant') return `strftime(timezone('UTC', ${c}), '%Y-%m-%dT%H:%M:%S.%fZ')`;
  if (read === 'local time') return `strftime(${c}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f')`;
  if (read === 'nested') return `to_json(${c})::VARCHAR`;
  return read === 'bytes' ? `hex(${c})` : `${c}::VARCHAR`;
}
