import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { attributeColumn, literal } from '../stage/model.ts';
import { type DatasetVersion, importLog, relations } from '../versions/index.ts';
import { xesOfVersion } from './index.ts';

const shared = '../shared';
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-xes-again-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

/** SQL of every event of a version with all that it says, in words instead of codes; its place is that in its case. */
function told(version: DatasetVersion): string {
  const { columns, eventAttributes, caseAttributes } = version.manifest;
  const r = relations(version);
  const texts = (column: string) => `(SELECT code, value FROM ${r.dictionary} WHERE "column" = ${literal(column)})`;
  const coded = ['activity', ...(['lifecycle', 'resource', 'instance'] as const).filter((x) => columns[x])];
  const sides = [['e', eventAttributes], ['k', caseAttributes]] as const;
  const codes = [...coded.map((x) => ({ sql: `e.${x}`, column: x, as: x })), ...sides.flatMap(([of, list]) => list.filter((a) => a.type === 'code').map((a) => ({ sql: `${of}.${attributeColumn(a.name)}`, column: `@${a.name}`, as: `${of} ${a.name}` })))];
  const plain = sides.flatMap(([of, list]) => list.filter((a) => a.type !== 'code').map((a) => `${of}.${attributeColumn(a.name)} AS "${of} ${a.name}"`));
  return `SELECT k.id AS "case", e."position", e."time", e."offset", ${[...codes.map((x, i) => `d${i}.value AS "${x.as}"`), ...plain].sort((a, b) => (a.split(' AS ')[1]! < b.split(' AS ')[1]! ? -1 : 1)).join(', ')} FROM ${r.events} e JOIN ${r.cases} k ON k."case" = e."case" ${codes.map((x, i) => `LEFT JOIN ${texts(x.column)} d${i} ON d${i}.code = ${x.sql}`).join(' ')}`;
}

async function again(version: DatasetVersion, name: string): Promise<DatasetVersion> {
  const path = join(dir, `${name}.log.xes.gz`);
  const own = await engine.connect();
  await pipeline(Readable.from(xesOfVersion(own, version, {}), { objectMode: false }), createGzip({ level: 1 }), createWriteStream(path));
  own.close();
  const { version: read, report } = await importLog({ dir, source: { path }, mode: 'replace', threads: 2 });
  expect(report.rejected).toBe(0);
  return read;
}

const incident = { case: 'number', activity: 'incident_state', time: 'sys_updated_at', timeFormat: '%d/%m/%Y %H:%M', nullText: '?' };
test.skipIf(!existsSync(shared)).each([
  ['running-example.xes', undefined], ['sepsis.xes.gz', undefined], ['receipt.xes.gz', undefined], ['bpic2013-closed-problems.xes.gz', undefined], ['bpic2012.xes.gz', undefined], ['uci-incident.csv.gz', incident],
])('%s written as XES and read again: the same cases, events, order, times, offsets and values (skipped without ../shared)', async (name, mapping) => {
  const { version } = await importLog({ dir, source: { path: `${shared}/logs/${name}` }, mapping, mode: 'replace', threads: 2 });
  const read = await again(version, name);
  expect(read.manifest.counts).toEqual(version.manifest.counts);
  const types = ({ manifest: m }: DatasetVersion) => [m.columns, [...m.eventAttributes].sort((a, b) => (a.name < b.name ? -1 : 1)), [...m.caseAttributes].sort((a, b) => (a.name < b.name ? -1 : 1))];
  expect(types(read)).toEqual(types(version));
  const [x] = await c.rows<{ events: number; lost: number; added: number }>(`WITH a AS (${told(version)}), b AS (${told(read)})
    SELECT (SELECT count(*) FROM a) AS events, (SELECT count(*) FROM (SELECT * FROM a EXCEPT ALL SELECT * FROM (SELECT * FROM b))) AS lost, (SELECT count(*) FROM (SELECT * FROM b EXCEPT ALL SELECT * FROM a)) AS added`.replaceAll('SELECT * FROM', 'FROM'));
  expect(x).toEqual({ events: version.manifest.counts.events, lost: 0, added: 0 });
}, 120_000);
