// An object-centric log in each of its three forms, from the file to a version with its cases and objects, against JSON.parse of the same log; each
// in a process of its own, whose memory is measured. The log is a public one, and the same five times over.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openEngine } from '../../src/platform/event-engine/index.ts';
import { readOcel } from '../../src/processes/event-logs/ocel/index.ts';
import { asJson, asSqlite, asXml, type TestOcel } from '../../src/processes/event-logs/ocel/testing.ts';
import { type BenchRow, median } from '../report.ts';

const RUNS = 3;
const LOG = '../shared/logs/ocel2-order.sqlite';
const TYPE = 'orders';

interface Measured { readonly ms: number; readonly events: number; readonly mapMs?: number; readonly peakMb: number }

async function child(...args: string[]): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./ocel-child.ts', import.meta.url)), ...args]);
  return JSON.parse(stdout) as Measured;
}

async function runs(...args: string[]): Promise<Measured> {
  const all: Measured[] = [];
  for (let i = 0; i < RUNS; i++) all.push(await child(...args));
  return { ms: median(all.map((m) => m.ms)), mapMs: median(all.map((m) => m.mapMs ?? 0)), peakMb: median(all.map((m) => m.peakMb)), events: all[0]!.events };
}

/** The public log as it is in memory, `times` over: other ids, the same lives. */
async function logOf(times: number, dir: string): Promise<TestOcel> {
  const engine = await openEngine({ tempDir: dir });
  const c = await engine.connect();
  await readOcel(c, { path: LOG }, 'sqlite', { tempDir: dir });
  const iso = (t: string) => `strftime(${t}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
  const grouped = async (owner: string, table: string, value: string) => new Map((await c.rows<{ k: number; v: [string, string][] }>(`SELECT ${owner} AS k, list(${value}) AS v FROM ${table} GROUP BY ${owner}`)).map((r) => [r.k, r.v]));
  const events = await c.rows<{ row: number; id: string; type: string; time: string }>(`SELECT "row", id, type, ${iso('"time"')} AS time FROM ocel_events ORDER BY "row"`);
  const objects = await c.rows<{ row: number; id: string; type: string }>('SELECT "row", id, type FROM ocel_objects ORDER BY "row"');
  const related = await grouped('event', '(SELECT r.event, o.id, r.qualifier FROM ocel_e2o r JOIN ocel_objects o ON o."row" = r.object)', "[id, coalesce(qualifier, 'of')]");
  const values = await grouped('event', 'ocel_event_values', '[name, value]');
  c.close();
  await engine.close();
  const copies = Array.from({ length: times }, (_, n) => n);
  return {
    events: copies.flatMap((n) => events.map((e) => ({ id: `${e.id}-${n}`, type: e.type, time: e.time, attributes: Object.fromEntries(values.get(e.row) ?? []), objects: (related.get(e.row) ?? []).map(([o, q]) => [`${o}-${n}`, q] as const) }))),
    objects: copies.flatMap((n) => objects.map((o) => ({ id: `${o.id}-${n}`, type: o.type, attributes: [], objects: [] }))),
  };
}

async function measure(times: number): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'ocel-bench-files-'));
  const log = await logOf(times, dir);
  const [json, xml] = [join(dir, 'log.json'), join(dir, 'log.xml')];
  writeFileSync(json, asJson(log));
  writeFileSync(xml, asXml(log));
  const parsed = await runs('parse', json);
  const rows: BenchRow[] = [{ name: `object-centric log of ${log.events.length} events, ${Math.round(statSync(json).size / 1e6)} MB: JSON.parse`, value: parsed.events / (parsed.ms / 1000), unit: 'events/s' }, { name: '  its peak memory', value: parsed.peakMb, unit: 'MB' }];
  for (const [form, path] of [['JSON', json], ['XML', xml], ['SQLite', times === 1 ? LOG : asSqlite(log, join(dir, 'log.sqlite'))]] as const) {
    const m = await runs('import', path, TYPE);
    rows.push({ name: `${form} imported, with its cases and objects`, value: m.events / (m.ms / 1000), unit: 'events/s' }, { name: '  ÷ JSON.parse of the same log', value: parsed.ms / m.ms, unit: '×' }, { name: '  peak memory', value: m.peakMb, unit: 'MB' });
    if (form === 'JSON') rows.push({ name: '  its object-centric map', value: m.mapMs ?? 0, unit: 'ms' });
  }
  rmSync(dir, { recursive: true });
  return rows;
}

/** The log as it is, and five times over. */
export async function run(): Promise<BenchRow[]> {
  if (!existsSync(LOG)) return [{ name: `object-centric logs: skipped, there is no ${LOG}`, value: 0, unit: 'events/s' }];
  return [...await measure(1), ...await measure(5)];
}
