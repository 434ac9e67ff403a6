import type { EngineConnection, EventEngine } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { OcelFinding } from '../ocel/model.ts';
import { quoted } from '../stage/model.ts';
import { type BucketParts, writeBucket } from './bucket.ts';
import { PartWriter, writeManifest } from './files.ts';
import { lifecycleKinds } from './instances.ts';
import { joinDictionary, joinSources, mostSegments } from './join-segments.ts';
import { type Counts, type DatasetVersion, type ImportMode, type Manifest, type ObjectParts, type PartRef } from './manifest.ts';
import { type Arrival, type Merge, mergeInto, mergeNothing, type MergeOptions, noArrival } from './merge.ts';
import { relations, sourceColumns } from './relations.ts';
import type { StagedLog } from './staged-log.ts';

export interface WriteVersion extends MergeOptions {
  readonly engine: EventEngine;
  readonly dir: string;
  readonly staged: StagedLog;
  readonly parent: DatasetVersion | null;
  readonly mode: ImportMode;
  /** No event at all is nothing new, where there is a version to add to. */
  readonly mayBeEmpty?: boolean;
  /** Unless given, 32; for tests. */
  readonly mostSegments?: number | undefined;
  readonly onShare?: (share: number) => void;
}

export interface WrittenVersion {
  readonly version: DatasetVersion;
  readonly duplicates: number;
  readonly arrival: Arrival;
  /** Nothing in the file was new. */
  readonly unchanged: boolean;
  /** Of an object-centric file: what it says otherwise than the version that it was added to. */
  readonly findings: readonly OcelFinding[];
}

const WORKERS = 2;

/** Writes the staged log as a dataset version: its parts first, its manifest last. */
export async function writeVersion(c: EngineConnection, order: WriteVersion): Promise<WrittenVersion> {
  const { dir, staged, parent, mode, signal } = order;
  const nothing = order.mayBeEmpty === true && parent !== null && mode === 'append';
  if (staged.events === 0 && !nothing && (staged.objects === undefined || parent === null || mode === 'replace')) {
    const [first] = await c.rows<{ line: number | null; reason: string; value: string | null }>('SELECT line, reason, value FROM stage_rejected ORDER BY line LIMIT 1').catch(() => []);
    if (first !== undefined) throw problem('bad-input', { detail: `No event of the log can be read; the first: ${first.reason}`, ...(first.value === null ? {} : { value: first.value }), wanted: 'at least one event with a case, an activity and a time', at: { file: staged.source.name, ...(first.line === null ? {} : { line: first.line }) } });
    throw problem('bad-input', { detail: 'There is no event in the log', wanted: 'at least one event with a case, an activity and a time', at: { file: staged.source.name } });
  }
  const base = mode === 'append' ? parent : null;
  const merge = base === null ? await mergeNothing(c, staged, order) : await mergeInto(c, base, staged, order);
  const parts = new PartWriter(dir, signal);
  try {
    const written = await staged.objects?.(c, { dir, parts, base: base?.manifest.objects });
    const findings = written?.findings ?? [];
    if (base !== null && merge.fresh === 0 && (written?.fresh ?? 0) === 0) return { version: base, duplicates: merge.duplicates, arrival: noArrival, unchanged: true, findings };
    return { version: await writeParts(c, order, base, merge, parts, written?.objects ?? base?.manifest.objects), duplicates: merge.duplicates, arrival: merge.arrival, unchanged: false, findings };
  } finally {
    await parts.settled();
  }
}

async function writeParts(c: EngineConnection, order: WriteVersion, base: DatasetVersion | null, merge: Merge, parts: PartWriter, objects: ObjectParts | undefined): Promise<DatasetVersion> {
  await c.run('CREATE TABLE v_facts ("case" INTEGER, bucket INTEGER, events INTEGER, "first" TIMESTAMP, "last" TIMESTAMP, sequence INTEGER)');
  await c.run('CREATE TABLE v_sequences (bucket INTEGER, sequence INTEGER, n INTEGER, k INTEGER, activities INTEGER[])');
  const codes = await parts.write(c, 'SELECT "column", code, value FROM v_codes ORDER BY "column", code');
  const kinds = lifecycleKinds(await lifecycles(c, base));
  const written = await writeBuckets(c, order, merge, kinds, parts);
  try {
    return await writeAround(c, order, base, merge, parts, { codes, kinds, written, objects });
  } finally {
    await atRest(written);
  }
}

interface Written {
  readonly codes: { readonly part: Promise<PartRef> };
  readonly kinds: ReturnType<typeof lifecycleKinds>;
  readonly written: readonly BucketParts[];
  readonly objects: ObjectParts | undefined;
}

/** Writes what goes with the buckets, while the last events are still being written; then the manifest. */
async function writeAround(c: EngineConnection, order: WriteVersion, base: DatasetVersion | null, merge: Merge, parts: PartWriter, { codes, kinds, written, objects }: Written): Promise<DatasetVersion> {
  const { dir, staged, parent, mode, signal } = order;
  const numbered = await writeVariants(c, base, merge, parts, signal);
  const caseParts: { part: Promise<PartRef> }[] = [];
  for (const b of merge.touched) caseParts.push(await parts.write(c, casesSql(merge, b), b));
  const refused = await parts.write(c, 'SELECT * FROM stage_rejected ORDER BY line');
  const joining = { dir, parts, most: order.mostSegments ?? mostSegments };
  const [dictionary, variants, cases, [rejected = null]] = [await joinDictionary(c, [...(base?.manifest.dictionary ?? []), ...await someRows(codes)], joining), await someRows(numbered), await Promise.all(caseParts.map((x) => x.part)), await someRows(refused)];
  const shared = (parts: readonly PartRef[] | undefined) => (merge.touched.length === merge.buckets ? [] : (parts ?? []).filter((p) => !merge.touched.includes(p.bucket)));
  const inOrder = (parts: readonly PartRef[]) => parts.filter((p) => p.rows > 0).toSorted((a, b) => a.bucket - b.bucket);
  const instances = kinds === null ? null : inOrder([...shared(base?.manifest.instances ?? undefined), ...await Promise.all(written.map((w) => w.instances!))]);
  const events = await Promise.all(written.map((w) => w.events));
  const last = base?.manifest.sources.at(-1);
  const draft: Manifest = {
    format: 1, parent: parent?.id ?? null, mode,
    sources: staged.sources ?? await joinSources(c, [...(base?.manifest.sources ?? []), { ...staged.source, firstRow: last === undefined ? 0 : last.firstRow + last.records, rejected }], joining),
    mapping: staged.mapping, buckets: merge.buckets, columns: merge.columns, eventAttributes: merge.eventAttributes, caseAttributes: merge.caseAttributes,
    pseudonyms: [...new Set([...(base?.manifest.pseudonyms ?? []), ...staged.personal])].sort(),
    events: inOrder([...shared(base?.manifest.events), ...events]), cases: inOrder([...shared(base?.manifest.cases), ...cases]), instances, variants, dictionary, ...(objects === undefined ? {} : { objects }),
    counts: { events: 0, cases: 0, activities: 0, variants: 0, instances: 0, unpairedEnds: 0, unpairedStarts: 0 }, firstEvent: 0, lastEvent: 0,
  };
  return writeManifest(dir, { ...draft, ...await countsOf(c, { id: '', manifest: draft, dir }, signal) });
}

/** Sessions that still write are waited for, as they must not be closed. */
async function atRest(written: readonly BucketParts[]): Promise<void> {
  await Promise.allSettled(written.flatMap((w) => [w.events, w.instances]));
}

/** The part as a list; empty where it has no rows. */
async function someRows(written: { part: Promise<PartRef> }): Promise<PartRef[]> {
  const part = await written.part;
  return part.rows === 0 ? [] : [part];
}

async function lifecycles(c: EngineConnection, base: DatasetVersion | null): Promise<{ code: number; value: string }[]> {
  const known = base === null ? '' : ` UNION ALL SELECT "column", code, value FROM ${relations(base).dictionary}`;
  return c.rows(`SELECT code, value FROM (SELECT "column", code, value FROM v_codes${known}) WHERE "column" = 'lifecycle'`);
}

/** Two buckets at a time, each on a session of its own. */
async function writeBuckets(c: EngineConnection, { engine, dir, signal, onShare }: WriteVersion, merge: Merge, kinds: ReturnType<typeof lifecycleKinds>, parts: PartWriter): Promise<BucketParts[]> {
  const columns = sourceColumns(merge.columns, merge.eventAttributes);
  const waiting = [...merge.touched];
  const done: BucketParts[] = [];
  const work = async (session: EngineConnection): Promise<void> => {
    for (let bucket = waiting.shift(); bucket !== undefined; bucket = waiting.shift()) {
      const written = await writeBucket(session, { engine, dir, parts, bucket, events: merge.bucketQuery(bucket), columns, kinds, signal });
      done.push(written);
      // One bucket more would be one more in memory.
      if (waiting.length > 0) {
        await Promise.all([written.events, written.instances]);
        for (const table of written.tables) await session.run(`DROP TABLE ${table}`, [], { signal });
      }
      onShare?.(done.length / merge.touched.length);
    }
  };
  if (merge.touched.length === 1) await work(c);
  else {
    const sessions = await Promise.all(Array.from({ length: WORKERS }, () => engine.connect()));
    const results = await Promise.allSettled(sessions.map(work));
    for (const session of sessions) session.close();
    if (results.some((r) => r.status === 'rejected')) await atRest(done);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
  return done;
}

/** Numbers the sequences of activities (the parent's keep their numbers) and counts the cases of each. */
async function writeVariants(c: EngineConnection, base: DatasetVersion | null, merge: Merge, parts: PartWriter, signal: AbortSignal | undefined): Promise<{ part: Promise<PartRef> }> {
  const run = (sql: string) => c.run(sql, [], { signal });
  // Within a bucket sequences are different already; comparing lists is slow.
  const single = merge.touched.length === 1;
  const sequences = single ? 'v_sequences' : '(SELECT sum(n) AS n, min(k) AS k, activities FROM v_sequences GROUP BY activities)';
  const place = single ? ', s.bucket, s.sequence' : '';
  await run(base === null
    ? `CREATE TABLE v_numbered AS SELECT (row_number() OVER (ORDER BY s.n DESC, s.k) - 1)::INTEGER AS variant, s.activities, s.n::BIGINT AS cases${place} FROM ${sequences} s`
    : `CREATE TABLE v_numbered AS SELECT (coalesce(p.variant, x.most + sum((p.variant IS NULL)::INTEGER) OVER (ORDER BY s.n DESC, s.k)))::INTEGER AS variant, s.activities, s.n::BIGINT AS cases${place}
    FROM ${sequences} s LEFT JOIN ${relations(base).variants} p ON p.activities = s.activities CROSS JOIN (SELECT max(variant) AS most FROM ${relations(base).variants}) x`);
  await run(`CREATE TABLE v_variants AS SELECT ${single ? 'bucket, sequence, variant FROM v_numbered' : 's.bucket, s.sequence, n.variant FROM v_sequences s JOIN v_numbered n ON n.activities = s.activities'}`);
  if (base === null) return parts.write(c, 'SELECT variant, activities, cases FROM v_numbered ORDER BY variant');
  const r = relations(base);
  const shared = base.manifest.cases.filter((p) => merge.touched.length < merge.buckets && !merge.touched.includes(p.bucket)).map((p) => p.bucket);
  const counted = ['SELECT variant FROM v_facts JOIN v_variants USING (bucket, sequence)', ...(shared.length === 0 ? [] : [`SELECT variant FROM ${relations(base, shared).cases}`])].join(' UNION ALL ');
  const all = `(SELECT variant, activities FROM ${r.variants} UNION ALL SELECT variant, activities FROM v_numbered WHERE variant NOT IN (SELECT variant FROM ${r.variants}))`;
  return parts.write(c, `SELECT a.variant, a.activities, coalesce(n.cases, 0)::BIGINT AS cases FROM ${all} a LEFT JOIN (SELECT variant, count(*) AS cases FROM (${counted}) GROUP BY variant) n USING (variant) ORDER BY a.variant`);
}

function casesSql(merge: Merge, bucket: number): string {
  const attributes = merge.caseAttributes.map((a) => `, x.${quoted(`@${a.name}`)}`).join('');
  const join = merge.caseAttributes.length === 0 ? '' : ' LEFT JOIN v_case_attributes x ON x."case" = f."case"';
  return `SELECT f."case", i.id, v.variant, f."first", f."last", f.events${attributes} FROM v_facts f JOIN v_ids i ON i."case" = f."case" JOIN v_variants v ON v.bucket = f.bucket AND v.sequence = f.sequence${join} WHERE f.bucket = ${bucket} ORDER BY f."case"`;
}

async function countsOf(c: EngineConnection, version: DatasetVersion, signal: AbortSignal | undefined): Promise<{ counts: Counts; firstEvent: number; lastEvent: number }> {
  const r = relations(version);
  const one = async <T>(sql: string): Promise<T> => (await c.rows<T>(sql, [], { signal }))[0]!;
  const e = await one<{ events: number; activities: number; lo: number; hi: number }>(`SELECT count(*) AS events, count(DISTINCT activity) AS activities, epoch_us(min("time")) AS lo, epoch_us(max("time")) AS hi FROM ${r.events}`);
  const { cases } = await one<{ cases: number }>(`SELECT count(*) AS cases FROM ${r.cases}`);
  const { variants } = await one<{ variants: number }>(`SELECT count(*) AS variants FROM ${r.variants} WHERE cases > 0`);
  const i = await one<{ n: number; ends: number; starts: number }>(`SELECT count(*) AS n, count(*) FILTER ("start" IS NULL) AS ends, count(*) FILTER (complete IS NULL) AS starts FROM ${r.instances}`);
  return { counts: { events: e.events, cases, activities: e.activities, variants, instances: i.n, unpairedEnds: i.ends, unpairedStarts: i.starts }, firstEvent: e.lo, lastEvent: e.hi };
}
