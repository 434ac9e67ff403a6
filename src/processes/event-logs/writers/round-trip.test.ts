import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { guessMapping, sampleCsv } from '../csv/index.ts';
import { importLog } from '../versions/index.ts';
import { stageXes } from '../xes/index.ts';
import { writeLog } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'round-trip-'));
afterAll(() => rmSync(dir, { recursive: true }));
const logs = new URL('../../../../../shared/logs/', import.meta.url);

async function converted(file: string, out: string): Promise<string> {
  const engine = await openEngine({ tempDir: dir, folders: [dir] });
  const connection = await engine.connect();
  const { stage } = await stageXes(connection, { path: file });
  await writeLog(connection, stage, join(dir, out));
  connection.close();
  await engine.close();
  return join(dir, out);
}

test.skipIf(!existsSync(logs)).each(['running-example.xes', 'receipt.xes.gz', 'sepsis.xes.gz'])('%s converted and imported has the figures of the original (skipped without ../shared)', { timeout: 120_000 }, async (name) => {
  const file = new URL(name, logs).pathname;
  const figures = async (path: string, mapping?: Parameters<typeof importLog>[0]['mapping']): Promise<unknown> => {
    const { version, report } = await importLog({ dir: join(dir, 'store'), source: { path }, mode: 'replace', mapping });
    expect(report.rejected).toBe(0);
    return version.manifest.counts;
  };
  const original = await figures(file);
  expect(await figures(await converted(file, 'again.xes.gz'))).toEqual(original);
  const csv = await converted(file, 'again.csv');
  // The guess is what a person is shown first; for a file of ours it must be right as it stands.
  const { mapping } = guessMapping(sampleCsv(readFileSync(csv).subarray(0, 1 << 16), { name: csv, whole: false }));
  expect(mapping).toMatchObject({ case: 'case:concept:name', activity: 'concept:name', time: 'time:timestamp' });
  // A case of the sepsis log is named NA, so nothing may be taken for missing here; the instance is never guessed.
  const { nullText: _, ...confirmed } = mapping;
  const hasInstance = readFileSync(csv, 'utf8').split('\n', 1)[0]!.includes('concept:instance');
  expect(await figures(csv, hasInstance ? { ...confirmed, instance: 'concept:instance' } : confirmed)).toEqual(original);
});
