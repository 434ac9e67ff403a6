import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { WorkingCalendar } from '../../../src/maths/time/index.ts';
import { openEngine, type EngineConnection, type EventEngine } from '../../../src/platform/event-engine/index.ts';
import { measureEdge } from '../../../src/processes/across/measure.ts';
import { edgesOf } from '../../../src/processes/across/model.ts';
import { sharedKeysOf } from '../../../src/processes/across/suggest.ts';
import { importLog, type DatasetVersion } from '../../../src/processes/event-logs/index.ts';
import { processLinkKind } from '../../../src/processes/link-register/index.ts';
import { eventLogKind } from '../../../src/processes/log-register/index.ts';
import { linkRecords } from './links-truth.ts';
import { period, processRules } from './scenario.ts';
import type { Truth } from './truth.ts';

// The product's hand-over waits against the planted ones: two codes that share nothing but the files.
const folder = fileURLToPath(new URL('../../northgate/', import.meta.url));
const truth = JSON.parse(readFileSync(`${folder}truth.json`, 'utf8')) as Truth;
const yaml = (file: string) => parse(readFileSync(`${folder}${file}`, 'utf8')) as Record<string, unknown>;
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-hand-overs-'));
const versions = new Map<string, DatasetVersion>();
let engine: EventEngine;
let c: EngineConnection;

beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
  for (const record of Object.values(yaml(eventLogKind.file)).map((r) => eventLogKind.schema.parse(r))) {
    const { version } = await importLog({ dir, source: { path: join(folder, record.file!) }, mapping: { ...record.mapping!, zone: record.zone }, mode: 'replace', threads: 1 });
    versions.set(record.process!, version);
  }
}, 120_000);

afterAll(async () => {
  c.close();
  await engine.close();
  rmSync(dir, { recursive: true, force: true });
});

function calendarOf(process: string): WorkingCalendar {
  const { week, holidays } = processRules.find((r) => r.model.id === process)!.hours;
  return { zone: 'Europe/London', weekly: week.flatMap((d, i) => (d === null ? [] : [{ weekday: i + 1, fromMinute: d[0] * 60, toMinute: d[1] * 60 }])), exceptions: new Map([...holidays].map((day) => [day, []])) };
}

test.each(truth.handOvers.map((h) => [h.link, h] as const))('%s: the waits, the counts and the last month are the planted ones', async (link, planted) => {
  const [edge] = edgesOf(link, processLinkKind.schema.parse(yaml(processLinkKind.file)[link]));
  const got = await measureEdge(c, { edge: edge!, from: versions.get(planted.from)!, to: versions.get(planted.to)!, calendar: calendarOf(planted.to), asOf: period.asOf * 1000 }, 'Europe/London');
  expect(got.window.id).toBe('2026-10');
  for (const [waits, wanted] of [[got.whole, planted.whole], [got.inWindow, planted.lastMonth]] as const) {
    expect(waits.wait).toMatchObject({ n: wanted.handOvers, median: expect.closeTo(wanted.medianSeconds!, 6), p90: expect.closeTo(wanted.p90Seconds!, 6) });
    expect(waits.wait!.total / 3600).toBeCloseTo(wanted.totalHours, 6);
    expect(waits.working!.median).toBeCloseTo(wanted.workingMedianSeconds!, 6);
  }
  expect(got.senders).toEqual({ ...planted.senders, otherWay: 0 });
  expect(got.weeks.reduce((n, w) => n + (w.wait?.n ?? 0), 0)).toBeLessThanOrEqual(planted.whole.handOvers);
  expect(got.partners.toSeveral).toBe(planted.toSeveral);
});

test('the planted keys are found by their values alone, and nothing else is', async () => {
  const { found } = await sharedKeysOf(c, [...versions].map(([process, version]) => ({ process, version })));
  const declared = Object.values(linkRecords).map(({ from, to }) => [from, to].map((s) => `${s.process} ${'key' in s ? s.key : 'case id'}`).sort().join(' = '));
  expect(found.map((f) => [`${f.from.process} ${f.from.key}`, `${f.to.process} ${f.to.key ?? 'case id'}`].sort().join(' = ')).sort()).toEqual(declared.sort());
  // Contacts of the first weeks name orders from before the record.
  const orders = found.find((f) => f.from.key === 'order')!;
  expect(orders.shared / orders.values).toBeGreaterThan(0.9);
  expect(orders.shared).toBeLessThan(orders.values);
});
