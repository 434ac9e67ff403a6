import type { EngineConnection, EventEngine } from '../../../platform/event-engine/index.ts';
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
  readonly events: PartRef;
  readonly instances: PartRef | null;
}

const SEQUENCES_AT_ONCE = 8192;

/**
 * Sorts the events of a bucket by case, time and file order, walks through them once, and writes its parts. Facts of its cases go to
 * `v_facts`, its different sequences of activities to `v_sequences`.
 */
export async function writeBucket(c: EngineConnection, work: BucketWork): Promise<BucketParts> {
  const { engine, dir, parts, bucket, events, columns, kinds, signal } = work;
  const run = (sql: string) => c.run(sql, [], { signal });
  // Not temporary ones, since those are seen by one session only.
  const [sorted, chain, instances] = [`b${bucket}_sorted`, `b${bucket}_chain`, `b${bucket}_instances`];
  await run(`CREATE TABLE ${sorted} AS SELECT ${columns.join(', ')} FROM (${events}) ORDER BY "case", "time", "row"`);
  await run(`CREATE TABLE ${chain} (position INTEGER NOT NULL, next_activity INTEGER, next_time TIMESTAMP)`);
  await run(`CREATE TABLE ${instances} ("case" INTEGER NOT NULL, activity INTEGER NOT NULL, "start" TIMESTAMP, complete TIMESTAMP, resource INTEGER, instance INTEGER, start_row BIGINT, "row" BIGINT NOT NULL)`);
  // A session that hands out rows can do nothing else meanwhile, so another one reads.
  const second = await engine.connect();
  try {
    await walk(c, second, { bucket, sorted, chain, instances }, kinds, signal);
    const eventsSql = `SELECT ${columns.filter((x) => x !== '"row"').join(', ')}, position, next_activity, next_time, "row" FROM ${sorted} POSITIONAL JOIN ${chain}`;
    const written = await settled([parts.write(c, eventsSql, bucket), kinds === null ? null : parts.write(second, `FROM ${instances}`, bucket)]);
    for (const table of [sorted, chain, instances]) await run(`DROP TABLE ${table}`);
    const part = await written[0]!.part;
    await verifyChain(c, dir, part, signal);
    return { events: part, instances: (await written[1]?.part) ?? null };
  } finally {
    second.close();
  }
}

/** Waits for all of them, also where one fails: a session that is still at work must not be closed. */
async function settled<T>(work: readonly (Promise<T> | null)[]): Promise<(T | null)[]> {
  const results = await Promise.allSettled(work);
  return results.map((r) => {
    if (r.status === 'rejected') throw r.reason;
    return r.value;
  });
}

/** Reads the sorted events (a missing code as −1) and fills the tables beside them. */
async function walk(c: EngineConnection, reader: EngineConnection, to: { bucket: number; sorted: string; chain: string; instances: string }, kinds: LifecycleKinds | null, signal: AbortSignal | undefined): Promise<void> {
  const cases = new CaseWalk(kinds, to.bucket);
  const { chain, facts, instances } = cases.tables;
  const filled = [{ table: chain, appender: await c.appender(to.chain) }, { table: facts, appender: await c.appender('v_facts') }, { table: instances, appender: await c.appender(to.instances) }];
  const codes = ['lifecycle', 'resource', 'instance'].map((x) => `coalesce(${x}, -1)`).join(', ');
  for await (const { rows, columns: [code, activity, time, lifecycle, resource, instance, row] } of reader.vectors(`SELECT "case", activity, "time", ${codes}, "row" FROM ${to.sorted}`, { signal })) {
    cases.push({ rows, cases: words(code), activities: words(activity), times: words(time), lifecycles: words(lifecycle), resources: words(resource), instances: words(instance), numbers: words(row) });
    for (const { table, appender } of filled) if (table.full) table.flush(appender);
  }
  cases.end();
  for (const { table, appender } of filled) {
    table.flush(appender);
    appender.close();
  }
  await writeSequences(c, to.bucket, cases.sequences);
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
       AND count(*) FILTER (next_activity IS NOT NULL) = count(*) FILTER (position > 0) AND count(position) = count(*) AND coalesce(bool_and(next_time >= "time"), true) AS ok FROM read_parquet('${partPath(dir, part.sha256).replaceAll("'", "''")}')`, [], { signal });
  if (check?.ok !== true) throw new Error(`part ${part.sha256} does not hold together`);
}
