import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eventFiles } from './event-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-look-'));
afterAll(() => rmSync(dir, { recursive: true }));

const files = eventFiles(dir, (original) => original);

test('a file is looked at before it is imported: columns, a guess, doubts; another encoding is a guess too', async () => {
  const path = join(dir, 'upload');
  const text = 'case;activity;time\n1;café;2024-01-01T00:00:00Z\n1;b;2024-01-01T01:00:00Z\n';
  writeFileSync(path, text);
  const plain = await files.look(path, 'log.csv');
  expect(plain).toMatchObject({ format: 'csv', guess: { case: 'case', activity: 'activity', time: 'time', delimiter: ';' }, doubts: [] });
  expect(plain.sample[0]).toEqual({ case: '1', activity: 'café', time: '2024-01-01T00:00:00Z' });
  writeFileSync(path, Buffer.from(text, 'latin1'));
  const other = await files.look(path, 'log.csv');
  expect(other).toMatchObject({ guess: { encoding: 'windows-1252' }, doubts: [expect.stringMatching(/^The file is not UTF-8/)] });
  expect(other.sample[0]).toMatchObject({ activity: 'café' });
  writeFileSync(path, 'case;activity;time\n');
  await expect(files.look(path, 'log.csv')).rejects.toMatchObject({ detail: 'There is a header but no row' });
});
