import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { companyFolder } from './northgate/folder.ts';
import { defaultSeed } from './northgate/scenario.ts';

/** A fiftieth of the company: small enough to be made again in every test run. */
export const sampleSize = 0.02;

/** What was generated: a hash of each file's text before compression, because compressors differ and the text does not. */
export interface Manifest {
  readonly seed: number;
  readonly size: number;
  readonly files: Readonly<Record<string, string>>;
  /** The same for the sample, so that a changed generator shows without a full run. */
  readonly sample: Readonly<Record<string, string>>;
}

/** SHA-256 of each file's text. */
export function hashes(files: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...files].map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, size: { type: 'string' }, out: { type: 'string' } } });
  const seed = numberOf('--seed', values.seed, defaultSeed);
  const size = numberOf('--size', values.size, 1);
  const out = values.out ?? fileURLToPath(new URL('../northgate', import.meta.url));
  const files = companyFolder(seed, size);
  await rm(join(out, 'logs'), { recursive: true, force: true });
  for (const [name, text] of files) {
    await mkdir(dirname(join(out, name)), { recursive: true });
    await writeFile(join(out, name), name.endsWith('.gz') ? compressed(text) : text);
  }
  const manifest: Manifest = { seed, size, files: hashes(files), sample: hashes(companyFolder(defaultSeed, sampleSize)) };
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  console.log(`Wrote ${files.size + 1} files to ${out}`);
}

/** Gzip without a time and with the operating system left open, so that it depends on the text and the compressor only. */
function compressed(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9, memLevel: 9 });
  bytes.writeUInt32LE(0, 4);
  bytes.writeUInt8(255, 9);
  return bytes;
}

function numberOf(flag: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  console.error(`${flag} got “${text}”, wanted a number above 0`);
  process.exit(2);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
