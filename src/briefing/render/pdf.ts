import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { problem } from '../../platform/errors/index.ts';
import type { Brief } from '../schemas.ts';
import { pageOf } from './page.ts';

const require = createRequire(import.meta.url);

/** The fonts of the sheet: only these, so that a page looks the same on every machine. */
const fonts = [
  ['@expo-google-fonts/inter', ['400Regular', '600SemiBold']],
  ['@expo-google-fonts/source-serif-4', ['400Regular', '500Medium', '600SemiBold']],
] as const;

let compiler: NodeCompiler | undefined;

/**
 * A brief as a PDF on A4, the same bytes for the same brief.
 * @throws Problem `internal` where the page cannot be set.
 */
export function toPdf(brief: Brief): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles().map((f) => readFileSync(f)) }] });
  const compiled = compiler.compile({ mainFileContent: template(), inputs: { page: JSON.stringify(pageOf(brief)) } });
  if (compiled.result === null) {
    throw problem('internal', { detail: 'The brief could not be set as a PDF', value: JSON.stringify(compiler.fetchDiagnostics(compiled.takeError()!)) });
  }
  const pdf = compiler.pdf(compiled.result, { creationTimestamp: Math.floor(Date.parse(brief.createdAt) / 1000) });
  compiler.evictCache(10);
  return pdf;
}

function fontFiles(): string[] {
  return fonts.flatMap(([pack, weights]) => {
    const folder = dirname(require.resolve(`${pack}/package.json`));
    const family = pack.endsWith('inter') ? 'Inter' : 'SourceSerif4';
    return weights.map((w) => join(folder, w, `${family}_${w}.ttf`));
  });
}

let text: string | undefined;

/** The template lies beside this file in the sources, and in dist (this file may be in a part of it). */
function template(): string {
  if (text !== undefined) return text;
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, 'brief.typ'), join(here, '..', 'brief.typ')].find((f) => existsSync(f));
  if (found === undefined) throw problem('internal', { detail: 'The template of the PDF is missing', value: here, wanted: 'brief.typ beside the program; build it again' });
  text = readFileSync(found, 'utf8');
  return text;
}
