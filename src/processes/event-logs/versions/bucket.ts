import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { partPath, writePart } from './files.ts';
import { pairedSql, type LifecycleKinds } from './instances.ts';
import type { PartRef } from './manifest.ts';

/** What one bucket needs to be written. */
export interface BucketWork {
  readonly dir: string;
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

const SEEDS = ['0', '6148914691236517205'];

/**
 * Sorts the events of a bucket by case, time and file order, works out what follows what, and writes its parts. Facts of its cases go to
 * `v_facts`, its different sequences of activities to `v_sequences`; a sequence is known by two 64-bit sums over hashes of (activity,
 * position), which need no order of their own.
 */
export async function writeBucket(c: EngineConnection, { dir, bucket, events, columns, kinds, signal }: BucketWork): Promise<BucketParts> {
  const run = (sql: string) => c.run(sql, [], { signal });
  await run(`CREATE OR REPLACE TEMP TABLE so AS SELECT ${columns.join(', ')} FROM (${events}) ORDER BY "case", "time", "row"`);
  await run('CREATE OR REPLACE TEMP TABLE cs AS SELECT "case", min(rowid) AS f, count(*) AS events, min("time") AS "first", max("time") AS "last" FROM so GROUP BY "case"');
  const mixed = 'activity::BIGINT * 4294967296 + (so.rowid - cs.f)';
  await run(`CREATE OR REPLACE TEMP TABLE fp AS SELECT so."case", ${SEEDS.map((seed, i) => `sum(hash(xor(${mixed}, ${seed}::BIGINT))) AS h${i + 1}`).join(', ')} FROM so JOIN cs ON so."case" = cs."case" GROUP BY so."case"`);
  await run(`INSERT INTO v_facts SELECT cs."case", ${bucket}, cs.events, cs."first", cs."last", fp.h1, fp.h2 FROM cs JOIN fp ON cs."case" = fp."case"`);
  await run(`INSERT INTO v_sequences SELECT h1, h2, any_value(n), min(so."case"), list(activity ORDER BY so.rowid) FROM so JOIN (SELECT h1, h2, min("case") AS k, count(*) AS n FROM fp GROUP BY h1, h2) ON so."case" = k GROUP BY h1, h2`);
  const written = await writePart(c, dir, chainSql(columns), bucket, signal);
  await verifyChain(c, dir, written, signal);
  const instances = kinds === null ? null : await writePart(c, dir, pairedSql('so', kinds), bucket, signal);
  for (const table of ['so', 'cs', 'fp']) await run(`DROP TABLE ${table}`);
  return { events: written, instances };
}

/** The events in their order, each with its position and what follows it in its case. `so` is read in the order that it was written in. */
function chainSql(columns: readonly string[]): string {
  const same = 'next_case = "case"';
  const kept = columns.filter((x) => x !== '"row"').join(', ');
  return `SELECT ${kept}, (r - max(CASE WHEN previous_case IS DISTINCT FROM "case" THEN r END) OVER (ROWS UNBOUNDED PRECEDING))::INTEGER AS position`
    + `, CASE WHEN ${same} THEN na END AS next_activity, CASE WHEN ${same} THEN nt END AS next_time, "row"`
    + ' FROM (SELECT *, rowid AS r, lead("case") OVER () AS next_case, lag("case") OVER () AS previous_case, lead(activity) OVER () AS na, lead("time") OVER () AS nt FROM so)';
}

/**
 * Checks the part as written: what each event says of the next one must be what is found at the next position of its case. Sums of hashes
 * over both sides agree only then, in whatever order they are read.
 */
async function verifyChain(c: EngineConnection, dir: string, part: PartRef, signal: AbortSignal | undefined): Promise<void> {
  const [check] = await c.rows<{ ok: boolean }>(
    `SELECT coalesce(sum(hash(xor(hash("case"::BIGINT * 4294967296 + position + 1), hash(next_activity, next_time)))) FILTER (next_activity IS NOT NULL), 0)
       = coalesce(sum(hash(xor(hash("case"::BIGINT * 4294967296 + position), hash(activity, "time")))) FILTER (position > 0), 0)
       AND count(*) FILTER (next_activity IS NOT NULL) = count(*) FILTER (position > 0) AND coalesce(bool_and(next_time >= "time"), true) AS ok FROM read_parquet('${partPath(dir, part.sha256).replaceAll("'", "''")}')`, [], { signal });
  if (check?.ok !== true) throw new Error(`part ${part.sha256} does not hold together`);
}
