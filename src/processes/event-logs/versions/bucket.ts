import type { EngineConnection, EventEngine } from '../../../platform/event-engine/index.ts';
import { literal } from '../stage/model.ts';
import { CaseWalk } from './case-walk.ts';
import { partPath, type PartWriter } from './files.ts';
import type { LifecycleKinds } from './instances.ts';
import type { PartRef } from './manifest.ts';
import type { Sequences } from './sequences.ts';

/** What one bucket needs to be written. */
export interface BucketWork {
  readonly engine: EventEngine;
  readonly dir: string;
  readonly parts: PartWriter;
  readonly bucket: number;
  /** A query of the source columns of all events of the bucket, in any order. */
  readonly events: string;
  readonly columns: readonly string[];
  /** Null: each event is an instance. */
  readonly kinds: LifecycleKinds | null;
  readonly signal?: AbortSignal | undefined;
}

export interface BucketParts {
  /** Both are written while the session goes on to other things; wait for them before the engine is closed. */
  readonly events: Promise<PartRef>;
  readonly instances: Promise<PartRef> | null;
  /** The tables behind them, to be dropped once they are written. */
  readonly tables: readonly string[];
}

const SEQUENCES_AT_ONCE = 8192;

/**
 * Sorts the events of a bucket by case, time and file order, walks through them once, and writes its parts. Facts of its cases go to
 * `v_facts`, its different sequences of activities to `v_sequences`.
 */
export async function writeBucket(c: EngineConnection, work: BucketWork): Promise<BucketParts> {
  const { bucket, events, columns, kinds, signal } = work;
  const run = (sql: string) => c.run(sql, [], { signal });
  // Not temporary ones, since those are seen by one session only.
  const [sorted, instances] = [`b${bucket}_sorted`, `b${bucket}_instances`];
  await run(`CREATE TABLE ${sorted} AS SELECT ${columns.join(', ')} FROM (${events}) ORDER BY "case", "time", "row"`);
  await run(`CREATE TABLE ${instances} ("case" INTEGER NOT NULL, activity INTEGER NOT NULL, "start" TIMESTAMP, complete TIMESTAMP, resource INTEGER, instance INTEGER, start_row BIGINT, "row" BIGINT NOT NULL)`);
  const written = unheard(writeEvents(work, sorted));
  try {
    await walk(c, work, { sorted, instances });
    return { events: written, instances: kinds === null ? null : unheard(writeInstances(work, instances)), tables: [sorted, instances] };
  } catch (error) {
    await written.catch(() => {});
    throw error;
  }
}

/** Whoever waits for it hears of a failure; until then it is nobody's. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

async function writeInstances({ engine, parts, bucket }: BucketWork, instances: string): Promise<PartRef> {
  const c = await engine.connect();
  try {
    return await (await parts.write(c, `FROM ${instances}`, bucket)).part;
  } finally {
    c.close();
  }
}

/** Writes the sorted events with what follows what, while another session walks through them. */
async function writeEvents({ engine, dir, parts, bucket, columns, signal }: BucketWork, sorted: string): Promise<PartRef> {
  const c = await engine.connect();
  try {
    const part = await (await parts.write(c, chainSql(sorted, columns), bucket)).part;
    await verifyChain(c, dir, part, signal);
    return part;
  } finally {
    c.close();
  }
}

/** The events in their order, each with its position and what follows it in its case. The table is read in the order that it was written in. */
function chainSql(sorted: string, columns: readonly string[]): string {
  const same = 'next_case = "case"';
  const kept = columns.filter((x) => x !== '"row"').join(', ');
  return `SELECT ${kept}, (r - max(CASE WHEN previous_case IS DISTINCT FROM "case" THEN r END) OVER (ROWS UNBOUNDED PRECEDING))::INTEGER AS position`
    + `, CASE WHEN ${same} THEN na END AS next_activity, CASE WHEN ${same} THEN nt END AS next_time, "row"`
    + ` FROM (SELECT *, rowid AS r, lead("case") OVER () AS next_case, lag("case") OVER () AS previous_case, lead(activity) OVER () AS na, lead("time") OVER () AS nt FROM ${sorted})`;
}

/** Reads the sorted events (a missing code as −1) and fills the tables of instances, facts and sequences. */
async function walk(c: EngineConnection, { engine, bucket, kinds, signal }: BucketWork, to: { readonly sorted: string; readonly instances: string }): Promise<void> {
  const cases = new CaseWalk(kinds, bucket);
  const { facts, instances } = cases.tables;
  const filled = [{ table: facts, appender: await c.appender('v_facts') }, { table: instances, appender: await c.appender(to.instances) }];
  const codes = ['lifecycle', 'resource', 'instance'].map((x) => `coalesce(${x}, -1)`).join(', ');
  // A session that hands out rows can do nothing else meanwhile, so another one reads.
  const reader = await engine.connect();
  try {
    for await (const { rows, columns: [code, activity, time, lifecycle, resource, instance, row] } of reader.vectors(`SELECT "case", activity, "time", ${codes}, "row" FROM ${to.sorted}`, { signal })) {
      cases.push({ rows, cases: words(code), activities: words(activity), times: words(time), lifecycles: words(lifecycle), resources: words(resource), instances: words(instance), numbers: words(row) });
      for (const { table, appender } of filled) if (table.full) table.flush(appender);
    }
  } finally {
    reader.close();
  }
  cases.end();
  for (const { table, appender } of filled) {
    table.flush(appender);
    appender.close();
  }
  await writeSequences(c, bucket, cases.sequences);
}

async function writeSequences(c: EngineConnection, bucket: number, sequences: Sequences): Promise<void> {
  const appender = await c.appender('v_sequences');
  for (let from = 0; from < sequences.size; from += SEQUENCES_AT_ONCE) {
    const { rows, numbers, cases, firsts, ends, activities } = sequences.slice(from, SEQUENCES_AT_ONCE);
    appender.append(rows, [
      { name: 'bucket', data: new Int32Array(rows).fill(bucket) }, { name: 'sequence', data: numbers }, { name: 'n', data: cases }, { name: 'k', data: firsts }, { name: 'activities', data: { ends, values: activities } },
    ]);
  }
  appender.close();
}

function words(data: ArrayBufferView | undefined): Int32Array {
  return new Int32Array(data!.buffer, data!.byteOffset, data!.byteLength / 4);
}

/**
 * Checks the part as written: what each event says of the next one must be what is found at the next position of its case. Sums of hashes
 * over both sides agree only then, in whatever order they are read.
 */
async function verifyChain(c: EngineConnection, dir: string, part: PartRef, signal: AbortSignal | undefined): Promise<void> {
  const [check] = await c.rows<{ ok: boolean }>(
    `SELECT coalesce(sum(hash(xor(hash("case"::BIGINT * 4294967296 + position + 1), hash(next_activity, next_time)))) FILTER (next_activity IS NOT NULL), 0)
       = coalesce(sum(hash(xor(hash("case"::BIGINT * 4294967296 + position), hash(activity, "time")))) FILTER (position > 0), 0)
       AND count(*) FILTER (next_activity IS NOT NULL) = count(*) FILTER (position > 0) AND count(position) = count(*) AND coalesce(bool_and(next_time >= "time"), true) AS ok FROM read_parquet(${literal(partPath(dir, part.sha256))})`, [], { signal });
  if (check?.ok !== true) throw new Error(`part ${part.sha256} does not hold together`);
}
