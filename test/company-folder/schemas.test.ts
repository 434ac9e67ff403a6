import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { kinds } from '../../src/app/kinds.ts';
import { generateSchemas } from '../../src/platform/company-folder/index.ts';
import { smallCompany } from './harness.ts';

const schemas = generateSchemas(kinds);
const accepts = (name: string, text: string) => z.fromJSONSchema(schemas[name] as Parameters<typeof z.fromJSONSchema>[0]).safeParse(parse(text)).success;
const text = Object.fromEntries((await smallCompany()).map((f) => [f.path, new TextDecoder().decode(f.bytes)]));

test('an editor accepts the small company: a list, a map by id, and one record a file', () => {
  const files = Object.keys(text).filter((path) => path.endsWith('.yaml'));
  expect(files.length).toBe(13);
  for (const path of files) expect([path, accepts(path.startsWith('services/') ? 'services.schema.json' : path.replace('.yaml', '.schema.json'), text[path] ?? '')]).toEqual([path, true]);
});

test('an editor marks an unknown field, a missing one, and a value of another kind', () => {
  const print = text['services/print.yaml'] ?? '';
  expect([print.replace('tier', 'teir'), print.replace('owner: technology-director\n', ''), print.replace('tier: 3', 'tier: three'), print.replace('id: print\n', '')].map((t) => accepts('services.schema.json', t))).toEqual([false, false, false, false]);
});

test('every field of every file is described where its name does not say it all', () => {
  const described = JSON.stringify(schemas['processes.schema.json']);
  for (const words of ['Maximum tolerable period of disruption', 'A case is on time when it completes within', 'A time such as 30 min, 4 h, 2 d, or ISO 8601 PT4H; a day is 24 hours']) expect(described).toContain(words);
});

test('the schemas in the repository are those of the program', () => {
  for (const [name, schema] of Object.entries(schemas)) expect([name, readFileSync(join(import.meta.dirname, '../../schemas', name), 'utf8')]).toEqual([name, `${JSON.stringify(schema, null, 1)}\n`]);
});
