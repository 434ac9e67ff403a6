import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { drawInteger, seededRandom } from '../../../maths/random/index.ts';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { caseDurations, cases, eventsOfCase, map, summary, variants } from '../questions/index.ts';
import type { CsvMapping } from '../schemas.ts';
import { type DatasetVersion, importLog, readVersion } from './index.ts';

const mapping: CsvMapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', delimiter: ',', attributes: [{ column: 'region', type: 'text', of: 'case' }] };

/**
 * Brings a log in by so many small increments, each with texts of its own and now and then a row that cannot be read, and expects the manifest to stay
 * within its bound, and every answer to be that of the log brought in whole. Resolves with the most segments and sources that a version had.
 */
export async function manyIncrements({ increments, seed, mostSegments }: { readonly increments: number; readonly seed: number; readonly mostSegments?: number }): Promise<{ segments: number; sources: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-many-'));
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 });
  const c = await engine.connect();
  const random = seededRandom(seed);
  const header = 'case,activity,time,who,region\n';
  let files = 0;
  const imported = (text: string, parent: DatasetVersion | null) => {
    const path = join(dir, `log-${files++}.csv`);
    writeFileSync(path, header + text);
    return importLog({ dir, source: { path }, mapping, parent, mode: parent === null ? 'replace' : 'append', threads: 2, ...(mostSegments === undefined ? {} : { mostSegments }) });
  };
  const answers = async (v: DatasetVersion) => ({
    summary: { ...await summary(c, v), rejected: (await summary(c, v)).rejected.count }, map: await map(c, v), durations: await caseDurations(c, v), variants: (await variants(c, v)).map((x) => `${x.count} ${x.activities.join(' ')}`).sort(),
    events: await Promise.all((await cases(c, v, { limit: 20 })).items.map(async (k) => [k.id, (await eventsOfCase(c, v, k.id)).map((e) => [e.activity, e.time, e.resource])])),
  });
  try {
    const texts = Array.from({ length: increments }, (_, i) => `${Array.from({ length: 3 }, (_x, j) => `case ${drawInteger(random, 20) + Math.floor(i / 10)},step ${drawInteger(random, 4) + Math.floor(i / 25)},${new Date(Date.UTC(2026, 0, 1) + (i * 3 + j) * 60_000).toISOString()},clerk ${i},region ${i % 7}\n`).join('')}${i % 5 === 0 ? `case ${i},step 1,never ${i},,\n` : ''}`);
    let version: DatasetVersion | null = null;
    let [segments, sources] = [0, 0];
    for (const text of texts) {
      version = (await imported(text, version)).version;
      segments = Math.max(segments, version.manifest.dictionary.length);
      sources = Math.max(sources, version.manifest.sources.length);
      const own = version.manifest.sources;
      for (const [i, s] of own.entries()) expect(s.firstRow).toBe(i === 0 ? 0 : own[i - 1]!.firstRow + own[i - 1]!.records);
    }
    expect(version!.manifest.sources.reduce((n, s) => n + (s.joined ?? 1), 0)).toBe(increments);
    expect(await answers(version!)).toEqual(await answers((await imported(texts.join(''), null)).version));
    expect(await readVersion(dir, version!.id)).toEqual(version);
    // The first one once more, long joined: its events are known.
    expect((await imported(texts[0]!, version)).report).toMatchObject({ unchanged: true, duplicates: 3 });
    return { segments, sources };
  } finally {
    c.close();
    await engine.close();
    rmSync(dir, { recursive: true });
  }
}
