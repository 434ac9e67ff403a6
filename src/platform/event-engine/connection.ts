import { BIGINT, BLOB, BOOLEAN, DOUBLE, SQLNULL, VARCHAR, blobValue, type DuckDBConnection, type DuckDBDataChunk, type DuckDBResult, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { problem } from '../errors/index.ts';
import { openAppender } from './appender.ts';
import { vectorData } from './vectors.ts';
import type { Cell, ColumnAppender, ColumnData, EngineConnection, Row, RunOptions, SqlValue } from './model.ts';

/** A session on DuckDB. */
export class DuckDbConnection implements EngineConnection {
  private readonly raw: DuckDBConnection;
  /** A result is being handed out. Anything else done meanwhile would end its rows early, and the engine would say nothing. */
  private handingOut = false;

  constructor(raw: DuckDBConnection) {
    this.raw = raw;
  }

  async run(sql: string, values: readonly SqlValue[] = [], { signal }: RunOptions = {}): Promise<number> {
    this.mustBeFree();
    return this.guarded(signal, async () => (await this.raw.run(sql, ...bound(values))).rowsChanged);
  }

  async rows<T = Row>(sql: string, values: readonly SqlValue[] = [], { signal }: RunOptions = {}): Promise<T[]> {
    this.mustBeFree();
    return this.guarded(signal, async () => {
      const result = await this.raw.run(sql, ...bound(values));
      return plainRows(await result.getRowObjectsJS()) as T[];
    });
  }

  async *stream<T = Row>(sql: string, values: readonly SqlValue[] = [], { signal }: RunOptions = {}): AsyncIterable<T[]> {
    this.mustBeFree();
    this.handingOut = true;
    try {
      const result: DuckDBResult = await this.guarded(signal, () => this.raw.stream(sql, ...bound(values)));
      const chunks = result.yieldRowObjectJs();
      for (;;) {
        const next = await this.guarded(signal, () => chunks.next());
        if (next.done === true) return;
        yield plainRows(next.value) as T[];
      }
    } finally {
      this.handingOut = false;
    }
  }

  async *vectors(sql: string, { signal }: RunOptions = {}): AsyncIterable<{ rows: number; columns: ColumnData[] }> {
    this.mustBeFree();
    this.handingOut = true;
    let coming: Promise<DuckDBDataChunk | null> = Promise.resolve(null);
    try {
      const result: DuckDBResult = await this.guarded(signal, () => this.raw.stream(sql));
      const types = result.columnTypes();
      const fetch = () => {
        coming = this.guarded(signal, () => result.fetchChunk());
        coming.catch(() => {});
      };
      for (fetch(); ; ) {
        const chunk = await coming;
        if (chunk === null || chunk.rowCount === 0) return;
        const piece = { rows: chunk.rowCount, columns: types.map((type, i) => vectorData(chunk, i, type)) };
        // The next piece is on its way while this one is looked at.
        fetch();
        yield piece;
      }
    } finally {
      await coming.catch(() => {});
      this.handingOut = false;
    }
  }

  async appender(table: string): Promise<ColumnAppender> {
    this.mustBeFree();
    const { append, close } = await openAppender(this.raw, table);
    return {
      append: (...batch) => {
        this.mustBeFree();
        append(...batch);
      },
      close,
    };
  }

  progress(): number | undefined {
    const { percentage } = this.raw.progress;
    return percentage < 0 ? undefined : percentage / 100;
  }

  close(): void {
    this.raw.closeSync();
  }

  private mustBeFree(): void {
    if (this.handingOut) throw new Error('This session is handing out rows: use another one until the last is there');
  }

  private async guarded<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    if (signal !== undefined && signal.aborted) throw cancelled();
    const interrupt = () => this.raw.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      return await work();
    } catch (error) {
      // Read anew: it may have fired while the statement ran.
      if (signal !== undefined && (signal as { aborted: boolean }).aborted) throw cancelled();
      if (error instanceof Error && error.message.startsWith('Out of Memory Error')) throw outOfMemory(error);
      const part = error instanceof Error ? unreadablePart(error) : undefined;
      if (part !== undefined) throw damaged(part, error);
      throw error;
    } finally {
      signal?.removeEventListener('abort', interrupt);
    }
  }
}

function cancelled(): Error {
  return problem('cancelled', { detail: 'The work on the event log was cancelled' });
}

function outOfMemory(error: Error): Error {
  const [used] = /\([^()]*used\)/.exec(error.message) ?? [];
  return problem('out-of-memory', { detail: 'The work on the event log does not fit into the memory that it may use', ...(used === undefined ? {} : { value: used.slice(1, -1) }), wanted: 'a part of the log, by a filter, or a smaller file' }, error);
}

/** The part of an event log that could not be read: a file that is named for the hash of its bytes. */
function unreadablePart({ message }: Error): string | undefined {
  return /^(?:IO|Invalid|Invalid Input) Error: .*\bparts[/\\]([0-9a-f]{64}\.parquet)/.exec(message.split('\n')[0]!)?.[1];
}

function damaged(part: string, cause: unknown): Error {
  return problem('log-damaged', { detail: 'A stored part of an event log is missing or damaged', value: part, wanted: 'the parts as they were, from a backup of the data folder; or the file of the log imported again, with mode replace', at: { path: 'events/parts' } }, cause);
}

function bound(values: readonly SqlValue[]): [DuckDBValue[] | undefined, DuckDBType[] | undefined] {
  if (values.length === 0) return [undefined, undefined];
  const all = values.map((value): [DuckDBValue, DuckDBType] => {
    if (value === null) return [null, SQLNULL];
    if (typeof value === 'string') return [value, VARCHAR];
    if (typeof value === 'boolean') return [value, BOOLEAN];
    if (typeof value === 'number') return Number.isSafeInteger(value) ? [BigInt(value), BIGINT] : [value, DOUBLE];
    return [blobValue(value), BLOB];
  });
  return [all.map(([value]) => value), all.map(([, type]) => type)];
}

/** The same rows, each changed in its place: a second copy of every row would be most of what the collector has to do. */
function plainRows(rows: Record<string, unknown>[]): Row[] {
  for (const row of rows) for (const column in row) row[column] = plain(row[column]);
  return rows as Row[];
}

function plain(value: unknown): Cell {
  if (typeof value === 'bigint') {
    const n = Number(value);
    if (!Number.isSafeInteger(n)) throw new RangeError(`the engine answered ${value}, beyond 2^53`);
    return n;
  }
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && !(value instanceof Uint8Array) && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
  }
  return value as Cell;
}
