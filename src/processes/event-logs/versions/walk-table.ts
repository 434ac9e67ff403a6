import type { ColumnAppender, ColumnBatch } from '../../../platform/event-engine/index.ts';

export interface ColumnShape {
  readonly name: string;
  /** One for 32 bits; two for 64, the low one first. */
  readonly words: 1 | 2;
  /** A row that is not marked is null. */
  readonly nullable: boolean;
}

/** A growing column of 32-bit values, or of 64-bit ones as two words. */
export class WalkColumn {
  readonly shape: ColumnShape;
  data: Int32Array<ArrayBuffer>;
  private valid: Uint8Array<ArrayBuffer>;

  constructor(shape: ColumnShape, capacity: number) {
    this.shape = shape;
    this.data = new Int32Array(capacity * shape.words);
    this.valid = new Uint8Array(capacity >> 3);
  }

  mark(row: number): void {
    this.valid[row >> 3]! |= 1 << (row & 7);
  }

  /** Stores a 32-bit value that is there. */
  put(row: number, value: number): void {
    this.data[row] = value;
    this.mark(row);
  }

  /** Stores a 64-bit value that is there, from another column of them. */
  copy(row: number, from: Int32Array, index: number): void {
    this.data[row * 2] = from[index * 2]!;
    this.data[row * 2 + 1] = from[index * 2 + 1]!;
    this.mark(row);
  }

  grow(capacity: number): void {
    const data = new Int32Array(capacity * this.shape.words), valid = new Uint8Array(capacity >> 3);
    data.set(this.data);
    valid.set(this.valid);
    this.data = data;
    this.valid = valid;
  }

  clear(): void {
    this.valid.fill(0);
  }

  batch(rows: number): ColumnBatch {
    const { name, words, nullable } = this.shape;
    const data = words === 1 ? this.data.subarray(0, rows) : new BigInt64Array(this.data.buffer, 0, rows);
    return nullable ? { name, data, valid: this.valid } : { name, data };
  }
}

const CAPACITY = 16_384;

/** Rows on their way to a table of the engine. */
export class WalkTable {
  readonly columns: readonly WalkColumn[];
  rows = 0;
  private capacity = CAPACITY;

  /** Names as `next_time:64?`: bits, and a question mark where it may be null. */
  constructor(columns: readonly string[]) {
    this.columns = columns.map((column) => {
      const [, name, bits, nullable] = /^(\w+):(32|64)(\??)$/.exec(column)!;
      return new WalkColumn({ name: name!, words: bits === '64' ? 2 : 1, nullable: nullable === '?' }, CAPACITY);
    });
  }

  /** Makes room for so many rows more. */
  reserve(rows: number): void {
    if (this.rows + rows <= this.capacity) return;
    this.capacity = 2 ** Math.ceil(Math.log2(this.rows + rows));
    for (const column of this.columns) column.grow(this.capacity);
  }

  /** Whether it is time to hand the rows over. */
  get full(): boolean {
    return this.rows >= CAPACITY / 2;
  }

  /** Appends the rows and forgets them. */
  flush(appender: ColumnAppender): void {
    if (this.rows > 0) appender.append(this.rows, this.columns.map((c) => c.batch(this.rows)));
    for (const column of this.columns) column.clear();
    this.rows = 0;
  }
}
