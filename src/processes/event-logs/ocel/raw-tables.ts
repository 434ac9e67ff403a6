import type { ColumnAppender, ColumnBatch, EngineConnection } from '../../../platform/event-engine/index.ts';
import { Codes } from './codes.ts';

/** Rows of a table that are held before the engine takes them, and characters of them. */
const HELD = 8192;
const HELD_TEXT = 8 << 20;

/** What a column holds: whole numbers, texts as they are, or codes of one of the tables of texts. */
type Kind = 'whole' | 'text' | Coded;
type Coded = 'event' | 'object' | 'word';

/** The tables of texts (code, text) that coded columns refer to. */
export const TEXTS: Readonly<Record<Coded, string>> = { event: 'ocel_raw_event_ids', object: 'ocel_raw_object_ids', word: 'ocel_raw_words' };

/** The raw tables; `row` is the order of the file. */
const TABLES = {
  ocel_raw_types: { side: 'text', type: 'text', attribute: 'text', value_type: 'text' },
  ocel_raw_events: { row: 'whole', id: 'event', type: 'word', time: 'text', line: 'whole', place: 'word' },
  ocel_raw_times: { row: 'whole', id: 'event', type: 'word', time: 'text', place: 'word' },
  ocel_raw_objects: { row: 'whole', id: 'object', type: 'word', line: 'whole', place: 'word' },
  ocel_raw_event_values: { row: 'whole', id: 'event', type: 'word', name: 'word', value: 'text' },
  ocel_raw_object_values: { row: 'whole', id: 'object', name: 'word', time: 'text', value: 'text', line: 'whole', place: 'word' },
  ocel_raw_e2o: { row: 'whole', event: 'event', object: 'object', qualifier: 'word', line: 'whole', place: 'word' },
  ocel_raw_o2o: { row: 'whole', source: 'object', target: 'object', qualifier: 'word', line: 'whole', place: 'word' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>;
type Table = keyof typeof TABLES;
type Value = string | number | null;

const SQL: Readonly<Record<Kind, string>> = { whole: 'BIGINT', text: 'VARCHAR', event: 'INTEGER', object: 'INTEGER', word: 'INTEGER' };

class RawColumn {
  readonly name: string;
  private readonly whole: boolean;
  private readonly codes: Codes | undefined;
  private readonly valid = new Uint8Array(HELD >> 3);
  private readonly numbers: Int32Array<ArrayBuffer>;
  private texts: string[] = [];
  private used = false;

  constructor(name: string, kind: Kind, codes: Readonly<Record<Coded, Codes>>) {
    this.name = name;
    this.whole = kind === 'whole';
    this.codes = kind === 'whole' || kind === 'text' ? undefined : codes[kind];
    this.numbers = new Int32Array(this.whole ? HELD * 2 : this.codes === undefined ? 0 : HELD);
  }

  put(row: number, value: Value): void {
    if (value === null) {
      if (!this.whole && this.codes === undefined) this.texts.push('');
      return;
    }
    this.used = true;
    this.valid[row >> 3]! |= 1 << (row & 7);
    if (this.codes !== undefined) this.numbers[row] = this.codes.of(value as string);
    else if (!this.whole) this.texts.push(value as string);
    else {
      // Low and high half of 64 bits, without a BigInt.
      const high = Math.floor((value as number) / 4_294_967_296);
      this.numbers[row * 2] = ((value as number) - high * 4_294_967_296) | 0;
      this.numbers[row * 2 + 1] = high;
    }
  }

  /** The first rows as the engine takes them, which copies; empty where none has a value. The column is empty afterwards. */
  take(): ColumnBatch[] {
    const { name, used } = this;
    const data = this.whole ? new BigInt64Array(this.numbers.buffer) : this.codes !== undefined ? this.numbers : this.texts;
    const batch = used ? [{ name, data, valid: this.valid.slice() }] : [];
    this.valid.fill(0);
    this.texts = [];
    this.used = false;
    return batch;
  }
}

class RawTable {
  private readonly columns: readonly RawColumn[];
  private readonly appender: ColumnAppender;
  private rows = 0;
  private size = 0;

  constructor(columns: readonly RawColumn[], appender: ColumnAppender) {
    this.columns = columns;
    this.appender = appender;
  }

  add(...values: readonly Value[]): void {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      this.columns[i]!.put(this.rows, value);
      if (typeof value === 'string') this.size += value.length;
    }
    if (++this.rows === HELD || this.size >= HELD_TEXT) this.flush();
  }

  close(): void {
    this.flush();
    this.appender.close();
  }

  private flush(): void {
    if (this.rows > 0) this.appender.append(this.rows, this.columns.flatMap((c) => c.take()));
    this.rows = 0;
    this.size = 0;
  }
}

/** The raw tables of a log that is being read, a few thousand rows of each in memory at a time. */
export interface RawTables {
  add(table: Table, ...values: readonly Value[]): void;
  close(): void;
}

/** Makes the raw tables on the connection; `most` different texts of a kind are known at once. */
export async function openRawTables(c: EngineConnection, most?: number): Promise<RawTables> {
  const codes: Partial<Record<Coded, Codes>> = {};
  for (const [kind, table] of Object.entries(TEXTS) as [Coded, string][]) {
    await c.run(`CREATE TABLE ${table} (code INTEGER NOT NULL, text VARCHAR NOT NULL)`);
    codes[kind] = new Codes(await c.appender(table), most);
  }
  const all: Partial<Record<Table, RawTable>> = {};
  for (const [table, columns] of Object.entries(TABLES) as [Table, Readonly<Record<string, Kind>>][]) {
    await c.run(`CREATE TABLE ${table} (${Object.entries(columns).map(([n, kind]) => `"${n}" ${SQL[kind]}`).join(', ')})`);
    all[table] = new RawTable(Object.entries(columns).map(([n, kind]) => new RawColumn(n, kind, codes as Record<Coded, Codes>)), await c.appender(table));
  }
  const tables = all as Readonly<Record<Table, RawTable>>;
  return {
    add: (table, ...values) => tables[table].add(...values),
    close: () => { for (const each of [...Object.values(tables), ...Object.values(codes)]) each.close(); },
  };
}

/** Makes one code of those that stand for the same text, in the tables of texts and wherever they are used: then two texts are the same if their codes are. */
export async function oneCodeEach(c: EngineConnection): Promise<void> {
  for (const [kind, texts] of Object.entries(TEXTS) as [Coded, string][]) {
    const [twice] = await c.rows<{ n: number }>(`SELECT count(*) - count(DISTINCT text) AS n FROM ${texts}`);
    if (twice === undefined || twice.n === 0) continue;
    await c.run(`CREATE TABLE ocel_same AS SELECT * FROM (SELECT code, min(code) OVER (PARTITION BY text) AS first FROM ${texts}) WHERE code <> first`);
    for (const [table, columns] of Object.entries(TABLES) as [Table, Readonly<Record<string, Kind>>][]) {
      for (const [column, of] of Object.entries(columns)) if (of === kind) await c.run(`UPDATE ${table} SET "${column}" = s.first FROM ocel_same s WHERE s.code = "${column}"`);
    }
    await c.run(`DELETE FROM ${texts} WHERE code IN (SELECT code FROM ocel_same)`);
    await c.run('DROP TABLE ocel_same');
  }
}
