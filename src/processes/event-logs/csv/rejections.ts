import type { ColumnAppender, EngineConnection } from '../../../platform/event-engine/index.ts';
import { locateRecords, type Rejection } from './clean.ts';
import type { CsvPlan } from './plan.ts';

/** Which rows of `csv_raw` are no events. */
export const INVALID = 'k IS NULL OR a IS NULL OR t IS NULL';
/** Rows that are held before the engine takes them. */
const HELD = 8192;

/** Row numbers in rising order, four bytes each: a file may be rejected whole. */
export class RowNumbers {
  length = 0;
  private all = new Uint32Array(1024);

  push(row: number): void {
    if (this.length === this.all.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.all);
      this.all = grown;
    }
    this.all[this.length++] = row;
  }

  at(i: number): number | undefined {
    return i < this.length ? this.all[i] : undefined;
  }
}

/** Takes records that are broken into `stage_rejected`, a few in memory at a time. */
export class BrokenRecords {
  readonly rows = new RowNumbers();
  private held: Rejection[] = [];
  private readonly appender: ColumnAppender;

  constructor(appender: ColumnAppender) {
    this.appender = appender;
  }

  add(rejection: Rejection): void {
    this.rows.push(rejection.row);
    this.held.push(rejection);
    if (this.held.length === HELD) this.flush();
  }

  private flush(): void {
    const part = this.held;
    this.held = [];
    if (part.length === 0) return;
    const valid = new Uint8Array((part.length + 7) >> 3);
    part.forEach((r, j) => { if (r.value !== null) valid[j >> 3] = valid[j >> 3]! | (1 << (j & 7)); });
    this.appender.append(part.length, [
      { name: 'row', data: BigInt64Array.from(part, (r) => BigInt(r.row)) }, { name: 'line', data: BigInt64Array.from(part, (r) => BigInt(r.line)) }, { name: 'what', data: part.map(() => 'record') },
      { name: 'reason', data: part.map((r) => r.reason) }, { name: 'value', data: part.map((r) => r.value ?? ''), valid }, { name: 'events', data: BigInt64Array.from(part, () => 1n) },
    ]);
  }

  close(): void {
    this.flush();
    this.appender.close();
  }
}

/** Makes `stage_rejected`, empty. */
export async function makeRejected(c: EngineConnection): Promise<void> {
  await c.run('CREATE TABLE stage_rejected ("row" BIGINT NOT NULL, line BIGINT NOT NULL, what VARCHAR NOT NULL, reason VARCHAR NOT NULL, value VARCHAR, events BIGINT NOT NULL)');
}

/** Adds to `stage_rejected` the records of `csv_raw` without a case, an activity or a time, each with its line in the file. */
export async function rejectInvalid(c: EngineConnection, plan: CsvPlan, path: string, broken: RowNumbers, signal: AbortSignal | undefined): Promise<void> {
  const ordinals = new RowNumbers();
  for await (const { rows, columns } of c.vectors(`SELECT CAST(rowid AS INTEGER) AS n FROM csv_raw WHERE ${INVALID} ORDER BY rowid`, { signal })) for (let i = 0; i < rows; i++) ordinals.push(Number(columns[0]![i]));
  if (ordinals.length === 0) return;
  await c.run('CREATE TABLE csv_places (ordinal BIGINT NOT NULL, "row" BIGINT NOT NULL, line BIGINT NOT NULL)');
  const appender = await c.appender('csv_places');
  for await (const places of locateRecords(path, plan.delimiter, ordinals, broken, signal)) {
    appender.append(places.length, (['ordinal', 'row', 'line'] as const).map((name) => ({ name, data: BigInt64Array.from(places, (p) => BigInt(p[name])) })));
  }
  appender.close();
  await c.run(`INSERT INTO stage_rejected SELECT p."row", p.line, 'record', CASE WHEN k IS NULL THEN $1 WHEN a IS NULL THEN $2 WHEN tx IS NULL THEN $3 ELSE $4 END, CASE WHEN k IS NOT NULL AND a IS NOT NULL THEN substr(tx, 1, 200) END, 1
    FROM csv_places p JOIN csv_raw r ON r.rowid = p.ordinal ORDER BY p."row"`, reasonsOf(plan), { signal });
  await c.run('DROP TABLE csv_places');
}

/** Why a record is no event: without a case, an activity, a time, or with a time that cannot be read. */
function reasonsOf(plan: CsvPlan): string[] {
  const name = (i: number) => plan.columns[i]!;
  const empty = ['empty', ...plan.missing.filter((m) => m !== '').map((m) => `“${m}”`)].join(' or ');
  return [`no case: “${name(plan.case)}” is ${empty}`, `no activity: “${plan.activity.map(name).join(' + ')}” is ${empty}`, `no time: “${name(plan.time.column)}” is ${empty}`, `the time in “${name(plan.time.column)}” does not fit its format, or is not between the years 1685 and 2254`];
}
