import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { type EngineConnection, openEngine } from '../../../platform/event-engine/index.ts';
import type { CsvMapping } from '../schemas.ts';
import { openCsv, stageCsv, type StagedCsv } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'hymnsheet-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const plain: CsvMapping = { case: 'case', activity: 'activity', time: 'time' };

async function staged<T>(content: string | Buffer, mapping: CsvMapping, look: (c: EngineConnection, s: StagedCsv) => Promise<T>): Promise<T> {
  const path = join(folder, 'log.csv');
  writeFileSync(path, content);
  return stagedFile(path, mapping, look);
}

async function stagedFile<T>(path: string, mapping: CsvMapping, look: (c: EngineConnection, s: StagedCsv) => Promise<T>): Promise<T> {
  const source = await openCsv({ path }, { tempDir: folder, encoding: mapping.encoding });
  const engine = await openEngine({ tempDir: folder, folders: [folder], files: [source.path], threads: 2 });
  const c = await engine.connect();
  try {
    return await look(c, await stageCsv(c, source, mapping, { tempDir: folder }));
  } finally {
    c.close();
    await engine.close();
    await source.close();
  }
}

const events = (c: EngineConnection) => c.rows(`SELECT "row", k.value AS c, a.value AS a, strftime("time", '%Y-%m-%dT%H:%M:%S') AS t, "offset" AS o FROM stage_events e
  JOIN stage_dictionary k ON k."column" = 'case' AND k.code = e."case" JOIN stage_dictionary a ON a."column" = 'activity' AND a.code = e.activity ORDER BY "row"`);
const rejected = (c: EngineConnection) => c.rows('SELECT "row", line, reason, value FROM stage_rejected ORDER BY "row"');

test('events carry instants, offsets and file order; codes follow first use', async () => {
  await staged('case,activity,time\r\nB,"a\nb",2024-01-01T10:00:00+02:00\r\n"id ""q""\n2",c,2024-01-01\r\nB,c,2024-01-02T00:00:00Z\r\n', plain, async (c, s) => {
    expect(await events(c)).toEqual([
      { row: 0, c: 'B', a: 'a\nb', t: '2024-01-01T08:00:00', o: 120 }, { row: 1, c: 'id "q"\n2', a: 'c', t: '2024-01-01T00:00:00', o: 0 }, { row: 2, c: 'B', a: 'c', t: '2024-01-02T00:00:00', o: 0 },
    ]);
    expect(s).toMatchObject({ records: 3, rejected: 0, zoneless: { times: 1, gaps: 0, ambiguous: 0 } });
    expect(s.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('what cannot be an event is rejected with its record, line, reason and value, and the rest is kept', async () => {
  const text = 'case,activity,time\n1,a,2024-01-01\n\n2,"b\nc",2024-01-02\n3,x\n4,y,2024-01-01,extra\n6,"bad"quote,2024-01-01\n7,caf\xe9,2024-01-01\n8,ok,2024-01-03\n,nocase,2024-01-01\n9,,2024-01-01\n10,z,\n11,z,30 February\n12,"unterminated,2024-01-01\n';
  // The wrong byte lies beyond what is looked at before, as it may in a large file.
  const from = 4500;
  const padding = Array.from({ length: from }, (_, i) => `${String(i).padStart(1000, '0')},pad,2024-01-01T00:00:00Z\n`).join('');
  const [header, ...rest] = text.split('\n');
  await staged(Buffer.concat([Buffer.from(`${header}\n${padding}`), Buffer.from(rest.join('\n'), 'latin1')]), plain, async (c, s) => {
    expect((await events(c)).filter((e) => e['a'] !== 'pad').map((e) => e['c'])).toEqual(['1', '2', '8']);
    expect(await rejected(c)).toEqual([
      { row: from + 3, line: from + 6, reason: '2 fields where the header has 3', value: '3,x' },
      { row: from + 4, line: from + 7, reason: '4 fields where the header has 3', value: '4,y,2024-01-01,extra' },
      { row: from + 5, line: from + 8, reason: 'text follows a closing quote', value: '"bad"quote,2024-01-01' },
      { row: from + 6, line: from + 9, reason: 'bytes that are not UTF-8', value: '7,caf\ufffd,2024-01-01' },
      { row: from + 8, line: from + 11, reason: 'no case: “case” is empty', value: null },
      { row: from + 9, line: from + 12, reason: 'no activity: “activity” is empty', value: null },
      { row: from + 10, line: from + 13, reason: 'no time: “time” is empty', value: null },
      { row: from + 11, line: from + 14, reason: 'the time in “time” does not fit its format, or is not between the years 1685 and 2254', value: '30 February' },
      { row: from + 12, line: from + 15, reason: `a quote that opens on line ${from + 15} is never closed`, value: '12,"unterminated,2024-01-01\n' },
    ]);
    expect(s).toMatchObject({ records: from + 12, rejected: 9 });
  });
});

test('of a file that is rejected nearly whole every row keeps its number, line and reason', async () => {
  const known: { row: number; line: number; reason: string }[] = [];
  let line = 2;
  const rows = Array.from({ length: 60_000 }, (_, i) => {
    const [text, reason] = [
      ['1,a,2024-01-01', null], ['1,a', '2 fields where the header has 3'], ['1,"a\nb",never', 'the time in “time” does not fit its format, or is not between the years 1685 and 2254'], [',"x\n\ny",2024-01-01', 'no case: “case” is empty'], ['1,a,9999-12-31', 'the time in “time” does not fit its format, or is not between the years 1685 and 2254'],
    ][i % 1000 === 0 ? 0 : 1 + ((i * 7) % 4)] as [string, string | null];
    if (reason !== null) known.push({ row: i + 1, line, reason });
    line += text.split('\n').length;
    return text;
  });
  await staged(`case,activity,time\n${rows.join('\n')}\n`, plain, async (c, s) => {
    expect(s).toMatchObject({ records: 60_000, rejected: 59_940 });
    expect(await c.rows('SELECT "row", line, reason FROM stage_rejected ORDER BY "row"')).toEqual(known);
    expect(await events(c)).toHaveLength(60);
  });
});

test('a line of 200 MB is one rejected record, in bounded memory', async () => {
  const path = join(folder, 'long.csv');
  writeFileSync(path, Buffer.concat([Buffer.from('case,activity,time\n1,a,2024-01-01\n2,'), Buffer.alloc(200_000_000, 'x'), Buffer.from(',2024-01-01\n3,b,2024-01-02\n')]));
  const before = process.memoryUsage.rss();
  await stagedFile(path, plain, async (c) => {
    expect((await events(c)).map((e) => e['c'])).toEqual(['1', '3']);
    expect(await rejected(c)).toEqual([{ row: 2, line: 3, reason: 'longer than 2000000 bytes (200000013)', value: `2,${'x'.repeat(198)}` }]);
  });
  expect(process.memoryUsage.rss() - before).toBeLessThan(350e6);
  rmSync(path);
}, 60_000);

test.each<[string, string | Buffer, Partial<CsvMapping>, object]>([
  ['a header without rows', 'case,activity,time\n', {}, { detail: 'There is a header but no row' }],
  ['duplicate columns', 'case,activity,time,time\n1,a,2024-01-01,2\n', {}, { detail: 'Two columns have the same name', value: 'time' }],
  ['dates that fit no format', 'case,activity,time\n1,a,last Tuesday\n', {}, { detail: 'The times in “time” fit no format that is known', value: 'last Tuesday' }],
  ['dates that do not fit the stated format', 'case,activity,time\n1,a,2024-01-01\n', { timeFormat: '%d/%m/%Y' }, { value: '2024-01-01', at: expect.objectContaining({ line: 2 }) }],
  ['a column that does not exist', 'case,activity,time\n1,a,2024-01-01\n', { case: 'order' }, { detail: 'There is no such column', value: 'order' }],
  ['a wrong encoding', Buffer.from('case,activity,time\n1,caf\xe9,2024-01-01\n', 'latin1'), {}, { detail: 'The file is not UTF-8', value: 'line 2' }],
  ['a truncated gzip', gzipSync(Buffer.from(`case,activity,time\n${'1,a,2024-01-01\n'.repeat(1e5)}`)).subarray(0, 400), {}, { detail: 'The gzip file is cut off' }],
  ['an unknown encoding', 'case,activity,time\n1,a,2024-01-01\n', { encoding: 'klingon' }, { detail: 'There is no such character encoding' }],
  ['a quote that swallows the rest', 'case,activity,time\n1,a,2024-01-01\n2,"b\nc",2024-01-02\n3,"d,2024-01-03\n4,e,2024-01-04\n5,f,2024-01-05\n', {}, { detail: 'A quote opens here and is never closed', value: '2 more lines inside it', at: expect.objectContaining({ line: 5 }) }],
  ['the same far below what is looked at first', `case,activity,time\n${'1,a,2024-01-01\n'.repeat(400_000)}3,"d,2024-01-03\n${'4,e,2024-01-04\n'.repeat(300_000)}`, {}, { detail: 'A quote opens here and is never closed', value: '300000 more lines inside it', at: expect.objectContaining({ line: 400_002 }) }],
  ['a delimiter of two characters', 'case;;activity;;time\n1;;a;;2024-01-01\n', { delimiter: ';;' }, { detail: 'The delimiter is not one character', value: ';;' }],
  ['no file at all', '', { case: '' }, { detail: 'The file is empty' }],
])('%s is one clear problem', async (_name, content, mapping, wanted) => {
  await expect(staged(content, { ...plain, ...mapping }, async () => {})).rejects.toMatchObject({ code: 'bad-input', ...('delimiter' in mapping ? {} : { at: { file: join(folder, 'log.csv') } }), ...wanted });
});

test('where a stated text means missing, the reason says so', async () => {
  await staged('case,activity,time\n1,a,2024-01-01\nNA,b,2024-01-02\n', { ...plain, nullText: 'NA' }, async (c) => {
    expect(await rejected(c)).toEqual([{ row: 2, line: 3, reason: 'no case: “case” is empty or “NA”', value: null }]);
  });
});

test('gzip, UTF-16 and a stated encoding are unpacked and decoded', async () => {
  const text = 'case;activity;time\n1;café;2024-01-01\n2;€;2024-01-02\n';
  const codes = (c: EngineConnection) => c.rows(`SELECT value FROM stage_dictionary WHERE "column" = 'activity' ORDER BY code`).then((rows) => rows.map((r) => r['value']));
  expect(await staged(gzipSync(text), plain, codes)).toEqual(['café', '€']);
  expect(await staged(Buffer.from(`\ufeff${text}`, 'utf16le'), plain, codes)).toEqual(['café', '€']);
  expect(await staged(Buffer.from(text.replace('€', 'ü'), 'latin1'), { ...plain, encoding: 'windows-1252' }, codes)).toEqual(['café', 'ü']);
});

test('attributes are typed; a guess that the file does not bear out gives way, a stated type counts what it cannot read', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i},a,2024-01-01,${i},${i},${i % 2 === 0},user ${i % 7},2024-01-01 10:00`).join('\n');
  const text = `case,activity,time,cost,n,ok,who,due\n${rows}\nx,a,2024-01-01,1.5,many,?,user 1,\n`;
  await staged(text, { ...plain, nullText: '?' }, async (c, s) => {
    expect(s.stage.eventAttributes).toEqual([{ name: 'cost', type: 'double' }, { name: 'n', type: 'code' }, { name: 'ok', type: 'boolean' }, { name: 'who', type: 'code' }, { name: 'due', type: 'timestamp' }]);
    expect(s.unreadable).toEqual([]);
    expect(await c.rows('SELECT "@cost" AS cost, "@ok" AS ok, "@due"::VARCHAR AS due FROM stage_events ORDER BY "row" DESC LIMIT 2')).toEqual([{ cost: 1.5, ok: null, due: null }, { cost: 2999, ok: false, due: '2024-01-01 10:00:00' }]);
  });
  await staged(text, { ...plain, attributes: [{ column: 'cost', type: 'integer', of: 'event' }, { column: 'who', type: 'text', of: 'case', name: 'clerk' }] }, async (_c, s) => {
    expect(s.unreadable).toEqual([{ column: 'cost', type: 'integer', count: 1, example: '1.5' }]);
    expect(s.stage.caseAttributes).toEqual([{ name: 'clerk', type: 'code' }]);
  });
});

test('local times take the zone of the mapping, gaps and doubled hours counted', async () => {
  await staged('case,activity,time\n1,a,31/03/2024 01:30\n1,b,27/10/2024 01:30\n1,c,01/07/2024 12:00\n', { ...plain, zone: 'Europe/London' }, async (c, s) => {
    expect(await events(c)).toEqual([
      { row: 0, c: '1', a: 'a', t: '2024-03-31T01:30:00', o: 0 }, { row: 1, c: '1', a: 'b', t: '2024-10-27T00:30:00', o: 60 }, { row: 2, c: '1', a: 'c', t: '2024-07-01T11:00:00', o: 60 },
    ]);
    expect(s.zoneless).toEqual({ times: 3, gaps: 1, ambiguous: 1 });
  });
});

test('a start makes an instance of each row; one after its end is dropped and counted', async () => {
  await staged('case,activity,start,time\n1,a,2024-01-01T08:00:00Z,2024-01-01T09:00:00Z\n1,b,2024-01-01T11:00:00Z,2024-01-01T10:00:00Z\n1,c,,2024-01-01T12:00:00Z\n', { ...plain, start: 'start' }, async (c, s) => {
    expect(s.stage.columns.start).toBe(true);
    expect(s.startsDropped).toBe(1);
    expect(await c.rows('SELECT "start"::VARCHAR AS s FROM stage_events ORDER BY "row"')).toEqual([{ s: '2024-01-01 08:00:00' }, { s: null }, { s: null }]);
  });
});

test.skipIf(!existsSync('../shared/logs'))('the incident log is read whole (skipped without ../shared)', async () => {
  await stagedFile('../shared/logs/uci-incident.csv.gz', { case: 'number', activity: 'incident_state', time: 'sys_updated_at', nullText: '?' }, async (c, s) => {
    expect(s).toMatchObject({ records: 119_998, rejected: 0 });
    expect(await c.rows(`SELECT count(*) AS n, count(DISTINCT "case") AS cases, count(DISTINCT activity) AS activities FROM stage_events`)).toEqual([{ n: 119_998, cases: 20_769, activities: 9 }]);
  });
});
