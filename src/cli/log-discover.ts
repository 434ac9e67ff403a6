import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { inductiveTree, variantLog } from '../processes/discovery/index.ts';
import { bpmnOf, netOfTree, netSize, outlineOf, pnmlOf, type ProcessTree, treeText, type VariantLog } from '../processes/models/index.ts';
import { type LogOptions, withLog, withLogOptions } from './log-file.ts';
import { counted } from './log-text.ts';
import { prose } from './text-table.ts';

const FORMATS: Readonly<Record<Format, (tree: ProcessTree) => string>> = { tree: (tree) => `${treeText(tree)}\n`, bpmn: bpmnOf, pnml: (tree) => pnmlOf(netOfTree(tree)) };
type Format = 'tree' | 'bpmn' | 'pnml';

interface DiscoverOptions extends LogOptions {
  readonly noise: number;
  readonly format?: Format;
  readonly output?: string;
}

/** `hymnsheet log discover FILE`: a model of how work flows. */
export function registerLogDiscover(log: Command): void {
  withLogOptions(log.command('discover').description('find a model of how work flows, to read, or as BPMN or PNML'))
    .addOption(new Option('--algorithm <name>', 'how to look').choices(['inductive']).default('inductive'))
    .option('--noise <share>', 'leave aside what follows at most so many times as often as the most frequent; 0: every case fits the model', share, 0.2)
    .addOption(new Option('--format <name>', 'what to write (default: an outline for people; with --output, by its ending)').choices(Object.keys(FORMATS)))
    .option('--output <file>', 'write the model to this file').action(discover);
}

function share(text: string): number {
  const n = Number(text);
  if (text.trim() === '' || !(n >= 0 && n <= 1)) throw new InvalidArgumentError('wanted a number from 0 to 1');
  return n;
}

async function discover(file: string, options: DiscoverOptions): Promise<void> {
  const format = formatOf(options);
  await withLog(file, options, async ({ c, version, signal }) => {
    const log = await variantLog(c, version, {}, { signal });
    const tree = inductiveTree(log, { noise: options.noise });
    if (options.output !== undefined) await write(options.output, FORMATS[format ?? 'tree'](tree));
    const { places, transitions, arcs } = netSize(netOfTree(tree));
    if (options.json === true) process.stdout.write(`${JSON.stringify({ tree: treeText(tree), places, transitions, arcs }, null, 1)}\n`);
    else if (options.output !== undefined) process.stdout.write(`Wrote the model to ${options.output}.\n`);
    else process.stdout.write(format === undefined ? outline(tree, log, options.noise) : FORMATS[format](tree));
  });
}

function formatOf({ format, output, json }: DiscoverOptions): Format | undefined {
  if (format !== undefined && json === true && output === undefined) throw problem('bad-input', { detail: '--json prints its own document', value: `--format ${format}`, wanted: '--output with --format, or one of the two' });
  return format ?? (Object.keys(FORMATS) as Format[]).find((f) => output?.endsWith(`.${f}`) === true);
}

async function write(output: string, text: string): Promise<void> {
  await writeFile(output, text).catch((error: NodeJS.ErrnoException) => {
    throw problem('bad-input', { detail: 'The model cannot be written there', value: output, wanted: `a file in a folder that exists and may be written to (${error.code ?? error.message})` });
  });
}

function outline(tree: ProcessTree, log: VariantLog, noise: number): string {
  const cases = log.counts.reduce((a, b) => a + b, 0);
  const said = noise === 0 ? 'Every case fits it' : 'Rare ways are left aside, so some cases may not fit it; with --noise 0 all do';
  return `${prose(`Model of ${counted(cases, 'case')} in ${counted(log.counts.length, 'variant')}. ${said}.\n\n${outlineOf(tree)}\n`)}As a tree: ${FORMATS.tree(tree)}`;
}
