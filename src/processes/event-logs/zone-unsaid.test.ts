import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEngine } from '../../platform/event-engine/index.ts';
import { localTimeOf, planCsv, sampleCsv } from './csv/index.ts';
import { asJson } from './ocel/testing.ts';
import { importLog } from './versions/index.ts';
import { zoneUnsaid } from './zone-unsaid.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-zone-'));
afterAll(() => { rmSync(dir, { recursive: true }); });

const columns = { case: 'case', activity: 'activity', time: 'time' };
function file(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}
const take = (path: string, mapping: object = columns, more: object = {}) => importLog({ dir: join(dir, 'store'), source: { path }, mapping: mapping as never, mode: 'replace', zoneUnsaid: true, ...more });
async function parquet(name: string, select: string): Promise<string> {
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const c = await engine.connect();
  await c.run(`COPY (${select}) TO '${join(dir, name)}' (FORMAT parquet)`);
  c.close();
  await engine.close();
  return join(dir, name);
}
const xes = (...times: string[]) => `<log>\n<trace>\n<string key="concept:name" value="1"/>\n${times.map((t) => `<event><string key="concept:name" value="a"/><date key="time:timestamp" value="${t}"/></event>\n`).join('')}</trace></log>`;
const ocel = (...times: string[]) => asJson({
  events: times.map((time, i) => ({ id: `e${i}`, type: 'take', time, attributes: {}, objects: [['A', 'of']] })),
  // The first state of an object is at a moment of its own, often written without a zone.
  objects: [{ id: 'A', type: 'order', attributes: [['size', '1970-01-01T00:00:00', '2']], objects: [] }],
});
const VALUES = `(VALUES ('1', 'a', '2026-03-29 01:30:00'), ('1', 'b', '2026-03-29 03:00:00')) v(k, x, t)`;

test('where each time carries an offset no zone is needed, in any format', async () => {
  const first = Date.UTC(2026, 2, 2, 8) * 1000;
  const of = async (path: string, mapping?: object) => (await take(path, mapping)).version.manifest;
  for (const [i, texts] of [['2026-03-02T08:00:00Z', '2026-03-02 10:00:00+01:00'], ['02/03/2026 09:00:00 +0100', '02/03/2026 10:00:00 +0100'], ['1772438400', '1772442000']].entries()) {
    const manifest = await of(file(`zoned${i}.csv`, `case,activity,time\n1,a,${texts[0]}\n1,b,${texts[1]}\n`));
    expect([manifest.firstEvent, manifest.mapping]).toEqual([first, { format: 'csv', ...columns }]);
  }
  const instants = await parquet('zoned.parquet', `SELECT k AS "case", x AS activity, t AS time FROM (VALUES ('1', 'a', TIMESTAMPTZ '2026-03-02 09:00:00+01'), ('1', 'b', TIMESTAMPTZ '2026-03-02 10:00:00+01')) v(k, x, t)`);
  expect((await of(instants)).firstEvent).toBe(first);
  expect((await of(file('zoned.xes', xes('2026-03-02T08:00:00Z', '2026-03-02T10:00:00.000+01:00')), {})).firstEvent).toBe(first);
  expect((await of(file('zoned.jsonocel', ocel('2026-03-02T09:00:00+01:00').toString()), { objectType: 'order' })).firstEvent).toBe(first);
});

test.each<[string, () => string | Promise<string>, object, string, number | undefined]>([
  ['CSV', () => file('local.csv', 'case,activity,time\n1,"a\nb",2026-03-02T08:00:00Z\n,c,2026-03-02 08:30\n1,b,2026-03-02 09:00\n'), columns, '2026-03-02 09:00', 5],
  ['CSV with a broken row before', () => file('broken.csv', 'case,activity,time\n1,a,2026-03-02T08:00:00Z\n1,b\n1,c,2026-03-02 09:00\n'), columns, '2026-03-02 09:00', 4],
  ['a day and a month', () => file('days.csv', 'case,activity,time\n1,a,29/03/2026 09:00\n1,b,30/03/2026 09:00\n'), columns, '29/03/2026 09:00', 2],
  ['a start', () => file('start.csv', 'case,activity,time,begun\n1,a,2026-03-02T08:00:00Z,2026-03-02 07:00\n'), { ...columns, start: 'begun' }, '2026-03-02 07:00', 2],
  ['an attribute', () => file('due.csv', 'case,activity,time,due\n1,a,2026-03-02T08:00:00Z,\n1,b,2026-03-03T08:00:00Z,2026-04-01 12:00\n'), columns, '2026-04-01 12:00', 3],
  ['Parquet', () => parquet('local.parquet', `SELECT k AS "case", x AS activity, t::TIMESTAMP AS time FROM ${VALUES}`), columns, '2026-03-29T01:30:00.000000', undefined],
  ['Parquet with texts', () => parquet('texts.parquet', `SELECT k AS "case", x AS activity, CASE WHEN x = 'a' THEN '2026-03-01T00:00:00Z' ELSE t END AS time FROM ${VALUES}`), columns, '2026-03-29 03:00:00', undefined],
  ['XES', () => file('local.xes', xes('2026-03-02T08:00:00Z', '2026-03-02T09:00:00')), {}, '2026-03-02T09:00:00', 5],
  ['OCEL', () => file('local.jsonocel', ocel('2026-03-02T08:00:00Z', '2026-03-02T09:00:00').toString()), { objectType: 'order' }, '2026-03-02T09:00:00', 46],
])('%s: the first time without an offset is refused with its place and what is to be said; with a zone it is read as ever', async (_, made, mapping, value, line) => {
  const path = await made();
  await expect(take(path, mapping)).rejects.toMatchObject({ code: 'bad-input', detail: expect.stringMatching(/^A time in .* carries no offset, and the import does not say in which zone it is$/) as string, value, wanted: expect.stringContaining('--zone') as string, at: { file: expect.any(String) as string, ...(line === undefined ? {} : { line }) } });
  const zoned = await importLog({ dir: join(dir, 'zoned'), source: { path }, mapping: { ...mapping, zone: 'Europe/London' } as never, mode: 'replace' });
  expect(zoned.report.events).toBeGreaterThan(0);
});

test('what is added is held to the same: local times after a log whose times carry offsets', async () => {
  const base = await take(file('day1.csv', 'case,activity,time\n1,a,2026-03-02T08:00:00Z\n'));
  const next = file('day2.csv', 'case,activity,time\n1,b,2026-07-03 09:00\n');
  await expect(take(next, columns, { mode: 'append', parent: base.version })).rejects.toMatchObject({ value: '2026-07-03 09:00', at: { line: 2 } });
  const added = await take(next, { ...columns, zone: 'Europe/London' }, { mode: 'append', parent: base.version, zoneUnsaid: false });
  expect([added.report.events, added.version.manifest.lastEvent]).toEqual([2, Date.UTC(2026, 6, 3, 8) * 1000]);
});

test('the head of a file shows as much, before anything is put on record', () => {
  const seen = (rows: string, mapping: object = columns) => {
    const sample = sampleCsv(Buffer.from(`case,activity,time,begun\n${rows}`), { name: 'log.csv', whole: true });
    return localTimeOf(sample, planCsv(sample, mapping as never, 'log.csv'));
  };
  expect(seen('1,a,2026-03-02T08:00:00Z,\n1,b,2026-03-02 09:00:00 +0100,\n')).toBeNull();
  expect(seen('1,a,2026-03-02T08:00:00Z,\n1,b,2026-03-02,\n')).toEqual({ column: 2, row: 1 });
  expect(seen('1,a,1772438400,\n')).toBeNull();
  expect(seen('1,a,2026-03-02T08:00:00Z,\n1,b,2026-03-02T08:00:00Z,\n1,c,2026-03-02T08:00:00Z,\n1,d,never,\n')).toBeNull();
  expect(seen('1,a,2026-03-02T08:00:00Z,\n1,b,2026-03-02T08:00:00Z,2026-03-02 07:00\n', { ...columns, start: 'begun' })).toEqual({ column: 3, row: 1 });
  expect(zoneUnsaid({ value: '2026-03-01 09:00', of: '“when”', file: 'orders.csv', line: 2 }).message).toMatch(/^orders\.csv:2: A time in “when” carries no offset, .*: got “2026-03-01 09:00”, wanted a zone/);
});
