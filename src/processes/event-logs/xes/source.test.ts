import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readXes, type XesReport } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'xes-source-'));
afterAll(() => rmSync(dir, { recursive: true }));
const document = (activity = 'A', declaration = ''): string => `${declaration}<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event></trace></log>`;

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}
async function activities(path: string, options: Parameters<typeof readXes>[2] = {}): Promise<string[]> {
  const found: string[] = [];
  await readXes({ path }, (batch) => {
    for (const { column, values } of batch.dictionary) if (column === 'activity') found.push(...values);
  }, options);
  return found;
}

test.each([
  ['plain', document('ä')],
  ['with a byte order mark', `\uFEFF${document('ä')}`],
  ['gzip', gzipSync(document('ä'))],
  ['two gzip members', Buffer.concat([gzipSync(document('ä').slice(0, 50)), gzipSync(document('ä').slice(50))])],
  ['UTF-16 little endian', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(document('ä', '<?xml version="1.0" encoding="UTF-16"?>'), 'utf16le')])],
  ['UTF-16 big endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(document('ä'), 'utf16le').swap16()])],
  ['Latin-1', Buffer.from(document('ä', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1')],
])('reads %s', async (name, bytes) => {
  expect(await activities(file(name, bytes))).toEqual(['ä']);
});

test('reads a stream and a file in a worker alike, and tells of progress', async () => {
  const bytes = Buffer.from(document());
  const seen: number[] = [];
  const report = await readXes({ stream: (async function* () { yield bytes.subarray(0, 60); yield bytes.subarray(60); })(), name: 'stdin' }, () => {}, { onProgress: (n) => seen.push(n) });
  expect(report.staged).toEqual({ events: 1, cases: 1 });
  expect(seen.at(-1)).toBe(bytes.length);
  expect(await activities(file('worker.xes', document('W')), { worker: true })).toEqual(['W']);
});

test.each([
  ['a cut-off gzip', gzipSync(document()).subarray(0, 60), /cut off/],
  ['a damaged gzip', (() => { const b = gzipSync(document()); b[30]! ^= 255; return b; })(), /damaged|cut off/],
  ['bytes that are not UTF-8', Buffer.from(`\n\n${document('ä')}`, 'latin1'), /:3: The file is not UTF-8 here: got “byte 0xe4”/],
  ['a wrong claim of UTF-16', document('A', '<?xml version="1.0" encoding="UTF-16"?>'), /declared encoding/],
  ['an unknown encoding', document('A', '<?xml version="1.0" encoding="KLINGON"?>'), /declared encoding/],
  ['a CSV', 'case,activity,time\n1,A,2020\n', /not XML/],
  ['a ZIP', Buffer.from('PK\u0003\u0004…'), /ZIP archive/],
  ['an empty file', '', /no element/],
])('refuses %s and names the file', async (name, bytes, message) => {
  const failure = await activities(file(name, bytes)).then(() => null, (error: Error) => error);
  expect(failure?.message).toMatch(message);
  expect(failure?.message).toContain(dir);
});

test('a refusal in a worker is the same problem', async () => {
  const path = file('cut.xes.gz', gzipSync(document()).subarray(0, 60));
  const problems = await Promise.all([false, true].map((worker) => activities(path, { worker }).catch((error: { toJSON(): unknown }) => error.toJSON())));
  expect(problems[1]).toEqual(problems[0]);
});

test('refuses what unpacks to too much, a folder, and a missing file', async () => {
  const bomb = file('bomb.xes.gz', gzipSync(`<log>${' '.repeat(4 << 20)}</log>`));
  await expect(activities(bomb, { limits: { ratioFrom: 1 << 20 } })).rejects.toThrow(/suspiciously many bytes/);
  await expect(activities(bomb, { limits: { maxBytes: 1000 } })).rejects.toThrow(/too many bytes/);
  await expect(activities(dir)).rejects.toThrow(/folder/);
  await expect(activities(join(dir, 'none.xes'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(activities(file('zone.xes', document()), { zone: 'Mars/Olympus' })).rejects.toThrow(/no such time zone/);
});

test('stops when told to', async () => {
  const many = file('many.xes', `<log>${'<trace><string key="concept:name" value="1"/></trace>'.repeat(60_000)}</log>`);
  for (const worker of [false, true]) {
    const stop = new AbortController();
    const done = readXes({ path: many }, () => {}, { worker, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
  }
});

test('a line of 200 MB is read in bounded memory', { timeout: 120_000 }, async () => {
  const one = Buffer.from('<event><string key="concept:name" value="A"/><date key="time:timestamp" value="2020-01-01T00:00:00Z"/></event>');
  const block = Buffer.concat(Array.from({ length: 2000 }, () => one));
  const before = process.memoryUsage().rss;
  let peak = 0;
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<log><trace><string key="concept:name" value="1"/>');
    for (let bytes = 0; bytes < 200e6; bytes += block.length) {
      peak = Math.max(peak, process.memoryUsage().rss);
      yield block;
    }
    yield Buffer.from('</trace></log>');
  };
  const report: XesReport = await readXes({ stream: lines(), name: 'one line' }, () => {});
  expect(report.staged.events).toBe(Math.ceil(200e6 / block.length) * 2000);
  expect(peak - before).toBeLessThan(150e6);
});

test('a tag longer than any sensible one is refused, text and comments of any length are not', async () => {
  const long = async function* (start: string, megabytes: number, end: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(start);
    for (let i = 0; i < megabytes; i += 2) yield Buffer.alloc(2 << 20, 'x');
    yield Buffer.from(end);
  };
  await expect(readXes({ stream: long('<log a="', 20, '"/>'), name: 'long' }, () => {})).rejects.toMatchObject({ code: 'too-large' });
  expect((await readXes({ stream: long('<log><!--', 6, '--></log>'), name: 'long' }, () => {})).events).toBe(0);
  expect((await readXes({ stream: long('<log>', 6, '</log>'), name: 'long' }, () => {})).events).toBe(0);
});
