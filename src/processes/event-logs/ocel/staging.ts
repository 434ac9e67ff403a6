import type { ColumnAppender, ColumnBatch, EngineConnection } from '../../../platform/event-engine/index.ts';
import { type FindingCode, finding, type OcelFinding, type OcelPlace, type OcelSide, type OcelSink } from './model.ts';

/** Rows of a table that are held before the engine takes them. */
const HELD = 8192;
/** Characters of them. */
const HELD_TEXT = 8 << 20;

/** Columns of the raw tables: texts unless they are whole numbers; `row` is the order of the file. */
const TABLES = {
  ocel_raw_types: ['side', 'type', 'attribute', 'value_type'],
  ocel_raw_events: ['row', 'id', 'type', 'time', 'line', 'place'],
  ocel_raw_times: ['row', 'id', 'type', 'time', 'place'],
  ocel_raw_objects: ['row', 'id', 'type', 'line', 'place'],
  ocel_raw_event_values: ['row', 'id', 'name', 'value'],
  ocel_raw_object_values: ['row', 'id', 'name', 'time', 'value', 'line', 'place'],
  ocel_raw_e2o: ['row', 'event', 'object', 'qualifier', 'line', 'place'],
  ocel_raw_o2o: ['row', 'source', 'target', 'qualifier', 'line', 'place'],
} as const;
type Table = keyof typeof TABLES;
const WHOLE: ReadonlySet<string> = new Set(['row', 'line']);

class RawTable {
  private readonly columns: readonly string[];
  private readonly appender: ColumnAppender;
  private rows: (readonly (string | number | null)[])[] = [];
  private size = 0;

  constructor(columns: readonly string[], appender: ColumnAppender) {
    this.columns = columns;
    this.appender = appender;
  }

  add(values: readonly (string | number | null)[]): void {
    this.rows.push(values);
    for (const v of values) if (typeof v === 'string') this.size += v.length;
    if (this.rows.length >= HELD || this.size >= HELD_TEXT) this.flush();
  }

  close(): void {
    this.flush();
    this.appender.close();
  }

  private flush(): void {
    const { rows } = this;
    if (rows.length === 0) return;
    this.rows = [];
    this.size = 0;
    this.appender.append(rows.length, this.columns.map((name, i): ColumnBatch => {
      const valid = new Uint8Array((rows.length + 7) >> 3);
      rows.forEach((r, j) => { if (r[i] !== null) valid[j >> 3] = valid[j >> 3]! | (1 << (j & 7)); });
      return { name, valid, data: WHOLE.has(name) ? BigInt64Array.from(rows, (r) => BigInt(r[i] ?? 0)) : rows.map((r) => (r[i] ?? '') as string) };
    }));
  }
}

/** Takes what a reader finds into raw tables of the engine, a few thousand rows of each in memory at a time; counts what is to be told. */
export class OcelStaging implements OcelSink {
  private readonly tables: Readonly<Record<Table, RawTable>>;
  private readonly told = new Map<string, { code: FindingCode; example: string | null; place: OcelPlace; count: number }>();
  private row = 0;

  private constructor(tables: Readonly<Record<Table, RawTable>>) {
    this.tables = tables;
  }

  static async open(c: EngineConnection): Promise<OcelStaging> {
    const tables: Partial<Record<Table, RawTable>> = {};
    for (const [table, columns] of Object.entries(TABLES) as [Table, readonly string[]][]) {
      await c.run(`CREATE TABLE ${table} (${columns.map((n) => `"${n}" ${WHOLE.has(n) ? 'BIGINT' : 'VARCHAR'}`).join(', ')})`);
      tables[table] = new RawTable(columns, await c.appender(table));
    }
    return new OcelStaging(tables as Record<Table, RawTable>);
  }

  declare(side: OcelSide, type: string, attribute?: { readonly name: string; readonly type: string }): void {
    this.tables.ocel_raw_types.add([side, type, attribute?.name ?? null, attribute?.type ?? null]);
  }

  event(id: string | null, type: string | null, time: string | null, place: OcelPlace): void {
    this.tables.ocel_raw_events.add([this.row++, id, type, time, ...at(place)]);
  }

  eventTime(id: string | null, type: string, time: string | null, place: OcelPlace): void {
    this.tables.ocel_raw_times.add([this.row++, id, type, time, at(place)[1]]);
  }

  object(id: string | null, type: string | null, place: OcelPlace): void {
    this.tables.ocel_raw_objects.add([this.row++, id, type, ...at(place)]);
  }

  eventValue(event: string | null, name: string, value: string): void {
    this.tables.ocel_raw_event_values.add([this.row++, event, name, value]);
  }

  objectValue(object: string | null, name: string, time: string | null, value: string, place: OcelPlace): void {
    this.tables.ocel_raw_object_values.add([this.row++, object, name, time, value, ...at(place)]);
  }

  eventObject(event: string | null, object: string | null, qualifier: string | null, place: OcelPlace): void {
    this.tables.ocel_raw_e2o.add([this.row++, event, object, this.qualifier(qualifier, place), ...at(place)]);
  }

  objectObject(source: string | null, target: string | null, qualifier: string | null, place: OcelPlace): void {
    this.tables.ocel_raw_o2o.add([this.row++, source, target, this.qualifier(qualifier, place), ...at(place)]);
  }

  found(code: FindingCode, example: string | null, place: OcelPlace, count = 1): void {
    // Each table of a database is told apart; lines of a text are not.
    const key = typeof place === 'string' ? `${code} ${place}` : code;
    const known = this.told.get(key);
    if (known === undefined) this.told.set(key, { code, example, place, count });
    else known.count += count;
  }

  private qualifier(text: string | null, place: OcelPlace): string | null {
    if (text?.toLowerCase() === 'nan') {
      this.found('qualifier-nan', text, place);
      return null;
    }
    return text === '' ? null : text;
  }

  /** Ends staging; gives what the reader told. */
  close(): OcelFinding[] {
    for (const table of Object.values(this.tables)) table.close();
    return [...this.told.values()].map((t) => finding(t.code, t.count, t.example, t.place));
  }
}

function at(place: OcelPlace): [line: number | null, place: string | null] {
  return [typeof place === 'number' ? place : null, typeof place === 'string' ? place : null];
}
