/** A parameter of a statement: whole numbers go as 64-bit integers, others as doubles. */
export type SqlValue = string | number | boolean | null | Uint8Array;

/** A value of a row: 64-bit integers come as numbers and must be safe ones; ask for times as `epoch_us(…)`. */
export type Cell = string | number | boolean | null | Uint8Array | Cell[] | { [key: string]: Cell };
export type Row = Record<string, Cell>;

export interface RunOptions {
  /** Interrupts the running statement; it then fails with the problem `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

export type ColumnData = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | BigInt64Array<ArrayBuffer> | Int16Array<ArrayBuffer>;

/** Lists of whole numbers: those of row i are `values` from `ends[i]` to `ends[i + 1]`. */
export interface ListData {
  readonly ends: Int32Array;
  readonly values: Int32Array<ArrayBuffer>;
}

/** Values of one column in the engine's memory layout, texts or lists, with one validity bit a row, lowest bit first (absent: all are valid). */
export interface ColumnBatch {
  readonly name: string;
  readonly data: ColumnData | readonly string[] | ListData;
  readonly valid?: Uint8Array<ArrayBuffer>;
}

/** Appends columns to a table; columns left out are null. */
export interface ColumnAppender {
  append(rows: number, columns: readonly ColumnBatch[]): void;
  close(): void;
}

/** One session of the engine: temporary tables are its own; one statement at a time, and none while it hands out rows (it throws an Error). */
export interface EngineConnection {
  /** Runs a statement for its effect; gives the count of rows changed. */
  run(sql: string, values?: readonly SqlValue[], options?: RunOptions): Promise<number>;
  /** All rows of a small result. */
  rows<T = Row>(sql: string, values?: readonly SqlValue[], options?: RunOptions): Promise<T[]>;
  /** Rows of a large result in chunks, in bounded memory. */
  stream<T = Row>(sql: string, values?: readonly SqlValue[], options?: RunOptions): AsyncIterable<T[]>;
  /**
   * Columns of a fixed width, none of them null, in the engine's memory layout, a piece of up to 2,048 rows at a time. Throws a RangeError
   * for other types.
   */
  vectors(sql: string, options?: RunOptions): AsyncIterable<{ readonly rows: number; readonly columns: readonly ColumnData[] }>;
  /** Appends to a table; texts cost more than columns of a fixed width. */
  appender(table: string): Promise<ColumnAppender>;
  /** Share of the running statement that is done, 0 to 1, where the engine knows it. */
  progress(): number | undefined;
  /** Forgets the session and its temporary tables. */
  close(): void;
}
