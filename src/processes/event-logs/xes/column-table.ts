import { ByteDictionary } from './dictionary.ts';
import type { ColumnType, XesColumn } from './model.ts';

const BYTES: Record<ColumnType, number> = { code: 4, bigint: 8, double: 8, boolean: 1, timestamp: 8, smallint: 2 };

/** One growing column of a batch: a buffer in DuckDB's layout seen through every view that its type needs. */
export class Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly dictionary: ByteDictionary | null;
  /** True where some row of the batch has a value. */
  used = false;
  valid!: Uint8Array<ArrayBuffer>;
  i32!: Int32Array<ArrayBuffer>;
  f64!: Float64Array<ArrayBuffer>;
  i64!: BigInt64Array<ArrayBuffer>;
  i16!: Int16Array<ArrayBuffer>;
  u8!: Uint8Array<ArrayBuffer>;

  constructor(name: string, type: ColumnType, dictionary: ByteDictionary | null, capacity: number) {
    this.name = name;
    this.type = type;
    this.dictionary = dictionary;
    this.renew(capacity);
  }

  /** Fresh memory: the old one has been handed over. */
  renew(capacity: number): void {
    // Every view exists whatever the type, so that all columns share one hidden class and stores stay monomorphic.
    const buffer = new ArrayBuffer(Math.ceil((capacity * BYTES[this.type]) / 8) * 8);
    this.valid = new Uint8Array(capacity >> 3);
    this.i32 = new Int32Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.i64 = new BigInt64Array(buffer);
    this.i16 = new Int16Array(buffer);
    this.u8 = new Uint8Array(buffer);
    this.used = false;
  }

  has(row: number): boolean {
    return (this.valid[row >> 3]! & (1 << (row & 7))) !== 0;
  }

  /** Marks the row as having a value; true where it had one already. */
  mark(row: number): boolean {
    const byte = row >> 3, bit = 1 << (row & 7);
    const before = this.valid[byte]!;
    this.valid[byte] = before | bit;
    this.used = true;
    return (before & bit) !== 0;
  }

  clear(row: number): void {
    this.valid[row >> 3]! &= ~(1 << (row & 7));
  }

  setMicros(row: number, seconds: number, micros: number): void {
    if (seconds > 9e9 || seconds < -9e9) {
      this.i64[row] = BigInt(seconds) * 1_000_000n + BigInt(micros);
      return;
    }
    this.setInteger(row, seconds * 1e6 + micros);
  }

  /** Stores a safe integer as 64 bits without making a BigInt of it. */
  setInteger(row: number, value: number): void {
    const high = Math.floor(value / 4_294_967_296);
    this.i32[row * 2] = (value - high * 4_294_967_296) | 0;
    this.i32[row * 2 + 1] = high;
  }

  take(rows: number): XesColumn {
    const { name, type } = this;
    const data = type === 'code' ? this.i32.subarray(0, rows) : type === 'double' ? this.f64.subarray(0, rows) : type === 'boolean' ? this.u8.subarray(0, rows) : type === 'smallint' ? this.i16.subarray(0, rows) : this.i64.subarray(0, rows);
    return allValid(this.valid, rows) ? { name, type, data } : { name, type, data, valid: this.valid };
  }
}

function allValid(valid: Uint8Array, rows: number): boolean {
  const whole = rows >> 3;
  for (let i = 0; i < whole; i++) if (valid[i] !== 255) return false;
  const rest = rows & 7;
  return rest === 0 || (valid[whole]! & ((1 << rest) - 1)) === (1 << rest) - 1;
}

/** Rows under construction, column by column; the row at `row` is open until `commit`. */
export class ColumnTable {
  readonly columns: Column[] = [];
  row = 0;
  capacity: number;
  private readonly byName = new Map<string, Column>();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** The column of this name and type, made on first use. */
  column(name: string, type: ColumnType, dictionary: ByteDictionary | null): Column {
    const id = `${type} ${name}`;
    let column = this.byName.get(id);
    if (column === undefined) {
      column = new Column(name, type, dictionary, this.capacity);
      this.byName.set(id, column);
      this.columns.push(column);
    }
    return column;
  }

  /** Keeps the open row; true where the batch is now full. */
  commit(): boolean {
    this.row++;
    return this.row === this.capacity;
  }

  /** Forgets the open row and all rows from `row` on. */
  truncate(row: number): void {
    for (const column of this.columns) for (let r = row; r <= this.row && r < this.capacity; r++) column.clear(r);
    this.row = row;
  }

  /** The columns that have a value, handed over; the table is empty afterwards and takes `capacity` rows. The open row must have no value yet. */
  take(capacity = this.capacity): XesColumn[] {
    const taken: XesColumn[] = [];
    for (const column of this.columns) {
      if (column.used && this.row > 0) taken.push(column.take(this.row));
      if (column.used || capacity !== this.capacity) column.renew(capacity);
    }
    this.row = 0;
    this.capacity = capacity;
    return taken;
  }
}
