import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { literal, quoted, type Stage } from '../stage/model.ts';
import { decodedFrom, isoSql, type OutputColumn, outputColumns } from './columns.ts';

export interface CsvOptions extends RunOptions {
  /** Puts `'` before texts that a spreadsheet would take for a formula (= + - @, tab, return). */
  readonly neutraliseFormulas?: boolean | undefined;
  readonly gzip?: boolean | undefined;
}

/** Writes a staged log as CSV with a header, a row an event in file order; times are ISO 8601 at their own offset. */
export async function writeCsv(connection: EngineConnection, stage: Stage, path: string, { neutraliseFormulas = false, gzip = false, signal }: CsvOptions = {}): Promise<number> {
  const guard = (sql: string): string => (neutraliseFormulas ? neutralised(sql) : sql);
  const name = (text: string): string => (neutraliseFormulas && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const select = outputColumns(stage).map((c) => `${isText(c) ? guard(c.sql) : c.type === 'timestamp' ? isoSql(c.sql, offsetOf(c)) : c.sql} AS ${quoted(name(c.name))}`);
  return connection.run(`COPY (SELECT ${select.join(', ')} ${decodedFrom(stage)} ORDER BY e."row") TO ${literal(path)} (FORMAT csv, HEADER, DELIMITER ','${gzip ? ', COMPRESSION gzip' : ''})`, [], { signal });
}

/** Writes a staged log as Parquet (ZSTD), a row an event in file order; times are instants in UTC and `time:offset` has the minutes. */
export async function writeParquet(connection: EngineConnection, stage: Stage, path: string, { signal }: RunOptions = {}): Promise<number> {
  const select = outputColumns(stage).map((c) => `${c.type === 'timestamp' ? `timezone('UTC', ${c.sql})` : c.sql} AS ${quoted(c.name)}${c.of === 'time' ? ', e."offset" AS "time:offset"' : ''}`);
  return connection.run(`COPY (SELECT ${select.join(', ')} ${decodedFrom(stage)} ORDER BY e."row") TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`, [], { signal });
}

function isText(column: OutputColumn): boolean {
  return column.type === 'code' || column.type === 'text';
}

/** Only times of events keep an offset; other dates are in UTC. */
function offsetOf(column: OutputColumn): string | null {
  return column.of === 'time' || column.of === 'start' ? 'e."offset"' : null;
}

/**
 * SQL for a text that no spreadsheet runs as a formula (OWASP, CSV injection).
 * @example neutralised('v') // SQL that makes '=1+1' of v into '''=1+1'
 */
export function neutralised(sql: string): string {
  return `CASE WHEN regexp_matches(${sql}, '^[=+\\-@\\t\\r]') THEN '''' || ${sql} ELSE ${sql} END`;
}
