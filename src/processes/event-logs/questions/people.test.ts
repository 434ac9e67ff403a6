import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { type DatasetVersion, importLog } from '../versions/index.ts';
import { allCases, attributes, attributeValues, caseDurations, cases, map, summary, variants } from './index.ts';
import type { LogFilter } from './filter.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-people-'));
let engine: EventEngine, c: EngineConnection, hidden: DatasetVersion, open: DatasetVersion;

beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
  const path = join(dir, 'log.csv');
  const people = ['ann', 'bob', 'cy', 'dee', 'eve'];
  writeFileSync(path, `case,activity,time,who,customer,region\n${people.map((who, i) => `1,step ${i},2024-01-0${i + 1}T00:00:00Z,${who},acme,north\n2,step ${i},2024-02-0${i + 1}T00:00:00Z,ann,zed,south\n`).join('')}`);
  const attributes = [{ column: 'customer', type: 'text' as const, of: 'case' as const }, { column: 'region', type: 'text' as const, of: 'event' as const }];
  const order = { dir, source: { path }, mode: 'replace' as const };
  const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', attributes, personal: ['who', 'customer'] };
  ({ version: hidden } = await importLog({ ...order, mapping, pseudonym: (name) => `p-${name}` }));
  ({ version: open } = await importLog({ ...order, mapping: { ...mapping, personal: [] }, pseudonym: (name) => `p-${name}` }));
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const by = (...people: readonly (readonly [string, string])[]): LogFilter => ({ attributes: people.map(([name, value]) => ({ name, values: [value] })) });
const all = async (v: DatasetVersion, filter: LogFilter) => { const found = []; for await (const some of allCases(c, v, filter)) found.push(...some); return found; };
const questions: Record<string, (v: DatasetVersion, filter: LogFilter) => Promise<unknown>> = {
  summary: (v, f) => summary(c, v, f), map: (v, f) => map(c, v, f), variants: (v, filter) => variants(c, v, { filter }), durations: (v, f) => caseDurations(c, v, f), cases: (v, filter) => cases(c, v, { filter }), 'all cases': all,
  values: async (v, { attributes = [] }) => { for (const { name } of attributes) await attributeValues(c, v, name, 10); },
};

test.each(Object.keys(questions))('%s: not about one person, nor about several, whatever the column is called', async (name) => {
  const ask = questions[name]!;
  const refused = { code: 'too-few-people', status: 422 };
  for (const column of ['resource', 'org:resource']) await expect(ask(hidden, by([column, 'p-ann']))).rejects.toMatchObject({ ...refused, value: column });
  await expect(ask(hidden, by(['customer', 'p-acme']))).rejects.toMatchObject(refused);
  await expect(ask(hidden, by(['region', 'north'], ['resource', 'p-nobody']))).rejects.toMatchObject(refused);
  const four = ['p-ann', 'p-bob', 'p-cy', 'p-dee'].map((who) => ['resource', who] as const);
  await expect(ask(hidden, by(...four, ['resource', 'p-eve']))).rejects.toMatchObject(refused);
  // The cases of many less those of many but one are the cases of that one.
  for (const not of [true, false]) await expect(ask(hidden, { attributes: [{ name: 'resource', values: [...four.map(([, who]) => who), 'p-eve'], not }] })).rejects.toMatchObject(refused);
});

test('attributes whose values are persons are told apart', () => {
  expect(attributes(hidden)).toEqual([{ name: 'customer', personal: true }, { name: 'region', personal: false }, { name: 'resource', personal: true }]);
});

test('what is nobody is asked for freely: other attributes, and resources that a mapping calls no persons', async () => {
  expect((await cases(c, hidden, { filter: by(['region', 'north']) })).total).toBe(1);
  expect((await cases(c, open, { filter: by(['resource', 'bob']) })).total).toBe(1);
});
