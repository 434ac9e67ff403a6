import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { chartSvg } from './chart.ts';
import { byDay, layoutOf, postLine } from './layout.ts';
import type { Brief } from './schemas.ts';

const require = createRequire(import.meta.url);
const fonts = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf',
];

let ready: Promise<{ compiler: NodeCompiler; template: string }> | undefined;

/** The sheet as a PDF on A4, set by Typst; the same brief gives the same bytes. */
export async function toPdf(brief: Brief): Promise<Buffer> {
  ready ??= prepare();
  const { compiler, template } = await ready;
  const layout = layoutOf(brief);
  const { sheet } = brief;
  const data = {
    ...layout,
    company: sheet.company,
    headline: sheet.headline.plain,
    lead: sheet.lead.map((s) => s.plain),
    actions: sheet.actions.map((a) => ({ verb: a.verb, tone: a.tone, statement: a.statement.plain, why: a.why.plain, post: postLine(a.post), by: byDay(a.by) })),
    sections: sheet.sections.map((s) => ({ title: s.title, statements: s.statements.map((line) => line.plain) })),
    charts: sheet.charts.map((c) => ({ title: c.title.plain, source: c.source, svg: chartSvg(c.series) })),
  };
  const compiled = compiler.compile({ mainFileContent: template, inputs: { sheet: JSON.stringify(data) } });
  const document = compiled.result;
  if (document === null) throw new Error(`The brief could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return compiler.pdf(document, { creationTimestamp: Math.floor(Date.parse(brief.createdAt) / 1000) });
}

async function prepare(): Promise<{ compiler: NodeCompiler; template: string }> {
  const fontBlobs = await Promise.all(fonts.map((f) => readFile(require.resolve(f))));
  // In a build the template lies beside the bundle, or one folder above a shared part of it.
  const found = ['./sheet.typ', '../sheet.typ'].map((p) => new URL(p, import.meta.url)).find((u) => existsSync(u));
  if (found === undefined) throw new Error('sheet.typ is missing from the installation');
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }), template: await readFile(found, 'utf8') };
}
