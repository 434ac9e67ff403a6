// One import in a process of its own, so that its peak memory is its own: `csv-child ours|hand FILE FOLDER`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../src/platform/event-engine/index.ts';
import { importLog } from '../src/processes/event-logs/versions/index.ts';
import { MAPPING } from './event-csv.ts';

const [mode, file, folder] = process.argv.slice(2) as [string, string, string];

/** What somebody would write who knows DuckDB and this file: the same reading, codes, order, next events, variants and Parquet files, and no checks. */
async function byHand(): Promise<number> {
  const out = join(folder, `hand-${process.pid}`);
  mkdirSync(out);
  const engine = await openEngine({ tempDir: folder, folders: [out], files: [file] });
  const c = await engine.connect();
  const copy = (name: string, query: string) => c.run(`COPY (${query}) TO '${join(out, name)}.parquet' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARQUET_VERSION v2)`);
  await c.run(`CREATE TABLE raw AS SELECT * FROM read_csv('${file}', auto_detect = false, header = true, columns = {'case': 'VARCHAR', activity: 'VARCHAR', time: 'TIMESTAMP', resource: 'VARCHAR', amount: 'DOUBLE', region: 'VARCHAR'})`);
  for (const column of ['case', 'activity', 'resource', 'region']) await c.run(`CREATE TABLE d_${column} AS SELECT v, (row_number() OVER (ORDER BY f) - 1)::INTEGER AS code FROM (SELECT "${column}" AS v, min(rowid) AS f FROM raw GROUP BY 1)`);
  await c.run(`CREATE TABLE ev AS SELECT *, (row_number() OVER w - 1)::INTEGER AS "position", lead(activity) OVER w AS next_activity, lead(time) OVER w AS next_time FROM (
    SELECT k.code AS "case", a.code AS activity, time, s.code AS resource, amount, g.code AS region, raw.rowid AS "row" FROM raw JOIN d_case k ON k.v = raw."case" JOIN d_activity a ON a.v = raw.activity JOIN d_resource s ON s.v = raw.resource JOIN d_region g ON g.v = raw.region)
    WINDOW w AS (PARTITION BY "case" ORDER BY time, "row")`);
  const events = await copy('events', 'SELECT * FROM ev ORDER BY "case", time, "row"');
  await c.run('CREATE TABLE cs AS SELECT "case", min(time) AS "first", max(time) AS "last", count(*) AS events, list(activity ORDER BY "position") AS activities FROM ev GROUP BY 1');
  await c.run('CREATE TABLE vs AS SELECT row_number() OVER (ORDER BY count(*) DESC) - 1 AS variant, activities, count(*) AS cases FROM cs GROUP BY activities');
  await copy('cases', 'SELECT cs."case", d_case.v AS id, variant, "first", "last", events FROM cs JOIN vs USING (activities) JOIN d_case ON code = cs."case" ORDER BY 1');
  await copy('variants', 'SELECT * FROM vs ORDER BY variant');
  await copy('dictionary', ['activity', 'resource', 'region'].map((d) => `SELECT '${d}' AS "column", code, v AS value FROM d_${d}`).join(' UNION ALL '));
  c.close();
  await engine.close();
  return events;
}

const began = performance.now();
const events = mode === 'hand' ? await byHand() : (await importLog({ dir: join(folder, `store-${process.pid}`), source: { path: file }, mapping: MAPPING, mode: 'replace' })).report.events;
const ms = performance.now() - began;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(JSON.stringify({ ms, events, peakMb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
