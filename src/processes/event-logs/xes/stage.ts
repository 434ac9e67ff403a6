import type { ColumnAppender, EngineConnection } from '../../../platform/event-engine/index.ts';
import { quoted, type Stage, STAGE_SQL, stageTables, type StageType } from '../stage/model.ts';
import type { ColumnType, XesBatch, XesColumn, XesRejection, XesReport, XesTable } from './model.ts';
import { type ReadXesOptions, readXes } from './read.ts';
import { type KeyColumns, settleStage } from './settle.ts';
import type { LogSource } from './source.ts';

const STAGE_TYPE: Readonly<Record<ColumnType, StageType>> = { code: 'code', bigint: 'integer', double: 'double', boolean: 'boolean', timestamp: 'timestamp', smallint: 'integer' };
const FIRST_REJECTIONS = 100;

/** What staging an XES log gives: the shape of the stage and what was in the file. */
export interface StagedXes {
  stage: Stage;
  report: XesReport;
  /** The first 100 rejections; all of them are in the table `stage_rejected`. */
  rejected: XesRejection[];
}

/** A stage table that gets columns as keys appear. */
class GrowingTable {
  readonly keys: KeyColumns[] = [];
  private readonly connection: EngineConnection;
  private readonly table: string;
  private readonly names = new Map<string, string>();
  private appender: ColumnAppender | null = null;

  constructor(connection: EngineConnection, table: XesTable) {
    this.connection = connection;
    this.table = `stage_${table}`;
  }

  async append(rows: number, columns: readonly XesColumn[]): Promise<void> {
    const batch = columns.map((c) => ({ ...c, name: this.nameOf(c) ?? '' }));
    for (const [i, column] of columns.entries()) if (batch[i]!.name === '') batch[i]!.name = await this.widen(column);
    this.appender ??= await this.connection.appender(this.table);
    this.appender.append(rows, batch);
  }

  close(): void {
    this.appender?.close();
    this.appender = null;
  }

  private nameOf({ name, type }: XesColumn): string | undefined {
    return name.startsWith('@') ? this.names.get(`${type} ${name}`) : name;
  }

  /** Adds a column for a key or, where the key has one already, for another type of its values. */
  private async widen({ name, type }: XesColumn): Promise<string> {
    this.close();
    const key = name.slice(1), stageType = STAGE_TYPE[type];
    let known = this.keys.find((k) => k.key === key);
    if (known === undefined) {
      known = { key, columns: [] };
      this.keys.push(known);
    }
    // Names of further columns cannot clash with those of keys, as they do not begin with @.
    const column = known.columns.length === 0 ? name : `${type} ${name}`;
    await this.connection.run(`ALTER TABLE ${this.table} ADD COLUMN ${quoted(column)} ${STAGE_SQL[stageType]}`);
    known.columns.push({ name: column, type: stageType });
    this.names.set(`${type} ${name}`, column);
    return column;
  }
}

interface StageTables {
  readonly connection: EngineConnection;
  readonly events: GrowingTable;
  readonly cases: GrowingTable;
  readonly dictionary: ColumnAppender;
  readonly rejections: ColumnAppender;
}

async function makeTables(opened: EngineConnection | Promise<EngineConnection>): Promise<StageTables> {
  const connection = await opened;
  for (const sql of stageTables({ columns: { lifecycle: true, resource: true, instance: true, start: false }, eventAttributes: [], caseAttributes: [] })) await connection.run(sql);
  await connection.run('CREATE TABLE stage_rejected (line BIGINT NOT NULL, what VARCHAR NOT NULL, reason VARCHAR NOT NULL, value VARCHAR, events BIGINT NOT NULL)');
  return {
    connection, events: new GrowingTable(connection, 'events'), cases: new GrowingTable(connection, 'cases'),
    dictionary: await connection.appender('stage_dictionary'), rejections: await connection.appender('stage_rejected'),
  };
}

/**
 * Reads an XES log into the stage tables of a connection (`stage_events`, `stage_dictionary`, `stage_cases`) and into
 * `stage_rejected` (line, what, reason, value, events); reading begins while the connection is still being opened. Throws what `readXes`
 * throws; the tables are then of no use.
 */
export async function stageXes(opened: EngineConnection | Promise<EngineConnection>, source: LogSource, options: ReadXesOptions = {}): Promise<StagedXes> {
  const making = makeTables(opened);
  making.catch(() => {});
  const rejected: XesRejection[] = [];
  const seen = new Set<string>();
  const report = await readXes(source, async (batch) => {
    const tables = await making;
    if (batch.rows > 0) await tables[batch.table].append(batch.rows, batch.columns);
    for (const column of batch.columns) seen.add(column.name);
    appendDictionary(tables.dictionary, batch);
    appendRejections(tables.rejections, batch);
    if (rejected.length < FIRST_REJECTIONS) rejected.push(...batch.rejected.slice(0, FIRST_REJECTIONS - rejected.length));
  }, options).finally(() => making.catch(() => {}));
  const { connection, events, cases, dictionary, rejections } = await making;
  for (const closing of [events, cases, dictionary, rejections]) closing.close();
  const attributes = await settleStage(connection, { events: events.keys, cases: cases.keys }, report);
  const columns = { lifecycle: seen.has('lifecycle'), resource: seen.has('resource'), instance: seen.has('instance'), start: false };
  return { stage: { columns, ...attributes }, report, rejected };
}

function appendDictionary(appender: ColumnAppender, { dictionary }: XesBatch): void {
  for (const { column, firstCode, values } of dictionary) {
    appender.append(values.length, [{ name: 'column', data: values.map(() => column) }, { name: 'code', data: Int32Array.from(values, (_, i) => firstCode + i) }, { name: 'value', data: values }]);
  }
}

function appendRejections(appender: ColumnAppender, { rejected }: XesBatch): void {
  if (rejected.length === 0) return;
  const valid = new Uint8Array((rejected.length + 7) >> 3);
  rejected.forEach((r, i) => r.value !== null && (valid[i >> 3]! |= 1 << (i & 7)));
  appender.append(rejected.length, [
    { name: 'line', data: BigInt64Array.from(rejected, (r) => BigInt(r.line)) }, { name: 'what', data: rejected.map((r) => r.what) }, { name: 'reason', data: rejected.map((r) => r.reason) },
    { name: 'value', data: rejected.map((r) => r.value ?? ''), valid }, { name: 'events', data: BigInt64Array.from(rejected, (r) => BigInt(r.events)) },
  ]);
}
