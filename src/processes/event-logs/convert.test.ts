import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { convertLog } from './convert.ts';

const dir = mkdtempSync(join(tmpdir(), 'convert-'));
afterAll(() => rmSync(dir, { recursive: true }));

const written: readonly [format: string, read: (text: string) => unknown, regions: unknown][] = [
  ['csv', (text) => text.trim().split('\n').slice(1).map((line) => line.split(',')).map((r) => [r[0], r.at(-1)]), [['1', 'north'], ['2', 'south'], ['1', 'north'], ['1', 'north']]],
  ['xes', (text) => text.match(/value="(north|south|east)"/g), ['value="north"', 'value="south"']],
  ['parquet', (text) => text.slice(0, 4), 'PAR1'],
];
test.each(written)('a delimited file with attributes of its cases is written as %s, the first value of a case counting', async (format, read, regions) => {
  const path = join(dir, 'in.csv');
  writeFileSync(path, 'case:concept:name,concept:name,time:timestamp,case:region\n1,A,2024-01-01T00:00:00Z,\n2,A,2024-01-01T01:00:00Z,south\n1,B,2024-01-02T00:00:00Z,north\n1,C,2024-01-03T00:00:00Z,east\n');
  const out = join(dir, `out.${format}`);
  const done = await convertLog({ source: { path }, out, mapping: { case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp' }, tempDir: dir });
  expect(done).toEqual({ events: 4, rejected: { count: 0, examples: [] }, found: [] });
  expect(readdirSync(dir).filter((f) => f.endsWith('.part'))).toEqual([]);
  expect(read(readFileSync(out, 'utf8'))).toEqual(regions);
});
