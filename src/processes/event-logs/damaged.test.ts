import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../../platform/event-engine/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { systemActor, type Ctx } from '../../platform/write/index.ts';
import { questionRoutes } from './routes.ts';
import { type DatasetVersion, importLog, orDamage, partPath } from './versions/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-damaged-'));
const path = join(dir, 'log.csv');
const mapping = { case: 'case', activity: 'activity', time: 'time' };
let version: DatasetVersion;

beforeAll(async () => {
  writeFileSync(path, 'case,activity,time,region\n1,register,2024-01-01T00:00:00Z,north\n1,decide,2024-01-01T01:00:00Z,north\n2,register,2024-02-01T00:00:00Z,south\n2,decide,2024-02-03T00:00:00Z,\nx,,2024-03-01T03:00:00Z,\n');
  ({ version } = await importLog({ dir, source: { path }, mapping, mode: 'replace' }));
});
afterAll(() => { rmSync(dir, { recursive: true }); });

const questions = ['summary', 'map', 'variants', 'cases', 'cases/1/events', 'choices', 'attributes/region/values', 'cases?attribute=region:north', 'cases.csv', 'map.csv', 'activities.csv', 'variants.csv', 'cases/1/events.csv', 'log.xes.gz'];

/** Asks everything; by each question the status, and what was said where it failed. */
async function asked(hurt?: () => void): Promise<{ question: string; status: number; said: string }[]> {
  const engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  const parts = { engine, currentVersion: async () => version };
  const ctx = { db: undefined as never, clock: { now: () => new Date() }, actor: systemActor } satisfies Ctx;
  const http: FastifyInstance = await buildServer({ routes: questionRoutes(parts), identify: async () => ctx, stranger: ctx, version: '1' });
  try {
    if (hurt !== undefined) {
      // What the engine knows of a file by now must not hide that it is another.
      await http.inject({ url: '/api/v1/event-logs/orders/map' });
      hurt();
    }
    const answers = [];
    for (const question of questions) {
      const { statusCode: status, body } = await http.inject({ url: `/api/v1/event-logs/orders/${question}` });
      answers.push({ question, status, said: status === 200 ? '' : body });
    }
    return answers;
  } finally {
    await http.close();
    await engine.close();
  }
}

const kinds = ['events', 'cases', 'variants', 'dictionary'] as const;
const hurts: readonly [string, (part: string) => void][] = [
  ['missing', (part) => { rmSync(part); }], ['damaged', (part) => { truncateSync(part, 100); }], ['damaged', (part) => { truncateSync(part, 0); }],
  ['damaged', (part) => { writeFileSync(part, Buffer.alloc(readFileSync(part).length, 'x')); }],
];

test.each(kinds.flatMap((kind) => hurts.map(([what, hurt]) => [kind, what, hurt] as const)))('%s %s: every question that needs the part says which it is, of which log, and what to do', async (kind, what, hurt) => {
  expect((await asked()).filter((a) => a.status !== 200)).toEqual([]);
  const part = partPath(dir, version.manifest[kind][0]!.sha256);
  const failed = (await asked(() => { hurt(part); })).filter((a) => a.status !== 200);
  expect(failed.length).toBeGreaterThan(0);
  for (const { status, said } of failed) {
    expect([status, JSON.parse(said)]).toEqual([500, expect.objectContaining({ code: 'log-damaged', detail: `A stored part of the event log “orders” is ${what}`, value: basename(part), wanted: expect.stringContaining('imported again') })]);
    expect(said).not.toContain(dir);
  }
  // The same file once more makes it whole, as another version of the same content.
  const healed = await importLog({ dir, source: { path }, mapping, mode: 'replace', parent: version });
  expect([healed.report.unchanged, healed.version.manifest.events]).toEqual([false, version.manifest.events]);
  expect((await asked()).filter((a) => a.status !== 200)).toEqual([]);
});

test('a log that is whole has nothing said of it, and the same file once more changes nothing', async () => {
  const error = new Error('something else');
  expect(await orDamage(error, version, 'orders')).toBe(error);
  expect((await importLog({ dir, source: { path }, mapping, mode: 'replace', parent: version })).report.unchanged).toBe(true);
});

test('what is added to a damaged log is refused with the same words', async () => {
  const part = partPath(dir, version.manifest.cases[0]!.sha256);
  const bytes = readFileSync(part);
  rmSync(part);
  const more = join(dir, 'more.csv');
  writeFileSync(more, 'case,activity,time,region\n2,pay,2024-02-04T00:00:00Z,south\n');
  await expect(importLog({ dir, source: { path: more }, mapping, mode: 'append', parent: version })).rejects.toMatchObject({ code: 'log-damaged', value: basename(part) });
  writeFileSync(part, bytes);
});
