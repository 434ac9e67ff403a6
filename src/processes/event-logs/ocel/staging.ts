import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { type FindingCode, finding, type OcelFinding, type OcelPlace, type OcelSide, type OcelSink } from './model.ts';
import { openRawTables, type RawTables } from './raw-tables.ts';

/** Takes what a reader finds into raw tables of the engine; counts what is to be told. */
export class OcelStaging implements OcelSink {
  private readonly tables: RawTables;
  private readonly told = new Map<string, { code: FindingCode; example: string | null; place: OcelPlace; count: number }>();
  private row = 0;

  private constructor(tables: RawTables) {
    this.tables = tables;
  }

  static async open(c: EngineConnection): Promise<OcelStaging> {
    return new OcelStaging(await openRawTables(c));
  }

  declare(side: OcelSide, type: string, attribute?: { readonly name: string; readonly type: string }): void {
    this.tables.add('ocel_raw_types', side, type, attribute?.name ?? null, attribute?.type ?? null);
  }

  event(id: string | null, type: string | null, time: string | null, place: OcelPlace): void {
    this.tables.add('ocel_raw_events', this.row++, some(id), some(type), some(time), line(place), table(place));
  }

  eventTime(id: string | null, type: string, time: string | null, place: OcelPlace): void {
    this.tables.add('ocel_raw_times', this.row++, some(id), type, time, table(place));
  }

  object(id: string | null, type: string | null, place: OcelPlace): void {
    this.tables.add('ocel_raw_objects', this.row++, some(id), some(type), line(place), table(place));
  }

  eventValue(event: string | null, name: string, value: string, type: string | null = null): void {
    this.tables.add('ocel_raw_event_values', this.row++, some(event), type, name, value);
  }

  objectValue(object: string | null, name: string, time: string | null, value: string, place: OcelPlace): void {
    this.tables.add('ocel_raw_object_values', this.row++, some(object), name, time, value, line(place), table(place));
  }

  eventObject(event: string | null, object: string | null, qualifier: string | null, place: OcelPlace): void {
    this.tables.add('ocel_raw_e2o', this.row++, some(event), some(object), this.qualifier(qualifier, place), line(place), table(place));
  }

  objectObject(source: string | null, target: string | null, qualifier: string | null, place: OcelPlace): void {
    this.tables.add('ocel_raw_o2o', this.row++, some(source), some(target), this.qualifier(qualifier, place), line(place), table(place));
  }

  found(code: FindingCode, example: string | null, place: OcelPlace, count = 1): void {
    // Each table of a database is told apart; lines of a text are not.
    const key = typeof place === 'string' ? `${code} ${place}` : code;
    const known = this.told.get(key);
    if (known === undefined) this.told.set(key, { code, example, place, count });
    else known.count += count;
  }

  private qualifier(text: string | null, place: OcelPlace): string | null {
    if (text !== null && text.length === 3 && text.toLowerCase() === 'nan') {
      this.found('qualifier-nan', text, place);
      return null;
    }
    return some(text);
  }

  /** Ends staging; gives what the reader told. */
  close(): OcelFinding[] {
    this.tables.close();
    return [...this.told.values()].map((t) => finding(t.code, t.count, t.example, t.place));
  }
}

/** An empty text says nothing. */
function some(text: string | null): string | null {
  return text === '' ? null : text;
}

function line(place: OcelPlace): number | null {
  return typeof place === 'number' ? place : null;
}

function table(place: OcelPlace): string | null {
  return typeof place === 'string' ? place : null;
}
