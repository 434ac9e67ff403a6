import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { hashes, type Manifest } from '../generate.ts';
import { companyFolder } from './folder.ts';
import { defaultSeed } from './scenario.ts';

test('the whole company, made again, is the committed one', () => {
  const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('../../northgate/manifest.json', import.meta.url)), 'utf8')) as Manifest;
  expect(hashes(companyFolder(defaultSeed, 1))).toEqual(manifest.files);
}, 1_800_000); // 80 s of processor time, much longer beside other work
