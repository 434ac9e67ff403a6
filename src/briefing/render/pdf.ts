import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
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

/** From loose to tight: the first that brings the sheet onto one page. */
const settings = [1, 0.95, 0.9, 0.86] as const;

/**
 * A brief as a PDF on A4, the same bytes for the same brief and address.
 * @throws Problem `internal` where the page cannot be set.
 */
export function toPdf(brief: Brief, publicUrl?: string): Buffer {
  const page = JSON.stringify(pageOf(brief, publicUrl));
  const tight = settings.find((t) => set({ page, tight: String(t), figures: 'no' }).numOfPages === 1) ?? settings.at(-1);
  const compiled = set({ page, tight: String(tight) });
  const pdf = typst().pdf(compiled, { creationTimestamp: Math.floor(Date.parse(brief.createdAt) / 1000) });
  typst().evictCache(10);
  return pdf;
}

function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles().map((f) => readFileSync(f)) }] });
  return compiler;
}

function set(inputs: Record<string, string>): NodeTypstDocument {
  const compiled = typst().compile({ mainFileContent: template(), inputs });
  if (compiled.result !== null) return compiled.result;
  throw problem('internal', { detail: 'The brief could not be set as a PDF', value: JSON.stringify(typst().fetchDiagnostics(compiled.takeError()!)) });
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
