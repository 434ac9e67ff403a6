import { type Command, InvalidArgumentError, Option } from 'commander';
import { alignLog, COMPARE_SECONDS, deviationsOf, type Deviation, type Fitness, fitnessOf, replayFitnessOf, replayLog } from '../processes/conformance/index.ts';
import { variantLog } from '../processes/discovery/index.ts';
import { type LogOptions, withLog, withLogOptions } from './log-file.ts';
import { count, counted, percent } from './log-text.ts';
import { readModel } from './read-model.ts';
import { prose, table } from './text-table.ts';

const SHOWN = 20;

interface ConformanceOptions extends LogOptions {
  readonly model: string;
  readonly method: 'replay' | 'alignments';
  readonly timeLimit: number;
}

/** `hymnsheet log conformance FILE --model M`: how well cases keep to a model, and where they leave it. */
export function registerLogConformance(log: Command): void {
  withLogOptions(log.command('conformance').description('how well cases keep to a model, and which steps are left out or extra'))
    .requiredOption('--model <file>', 'the model: BPMN, PNML, or a process tree as text')
    .addOption(new Option('--method <method>', 'how cases are compared with it').choices(['alignments', 'replay']).default('alignments'))
    .option('--time-limit <s>', 'seconds after which bounds are the answer', seconds, COMPARE_SECONDS).action(logConformance);
}

function seconds(text: string): number {
  const s = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || s === 0 || s > 86_400) throw new InvalidArgumentError('wanted seconds above 0, at most 86400');
  return s;
}

async function logConformance(file: string, options: ConformanceOptions): Promise<void> {
  const net = await readModel(options.model);
  await withLog(file, options, async ({ c, version, signal }) => {
    const variants = await variantLog(c, version, {}, { signal });
    if (options.method === 'replay') return print(options, replayFitnessOf(variants, await replayLog(net, variants, { seconds: options.timeLimit, signal })), []);
    const aligned = await alignLog(net, variants, { seconds: options.timeLimit, signal });
    print(options, fitnessOf(variants, aligned), deviationsOf(variants, aligned));
  });
}

function print(options: ConformanceOptions, fitness: Fitness, deviations: readonly Deviation[]): void {
  process.stdout.write(options.json === true ? `${JSON.stringify(fitness, null, 1)}\n` : prose(fitnessText(fitness) + deviationsText(deviations)));
}

function fitnessText({ method, fitness, fittingCases, cases, averageCost, exact, lower, upper }: Fitness): string {
  const size = exact ? percent(fitness) : `between ${percent(lower)} and ${percent(upper)} (not exact: time or the size of the model ended the search)`;
  const cost = averageCost.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
  return `Fitness ${size}. ${count(fittingCases)} of ${counted(cases, 'case')} keep to the model.\n${method === 'alignments' ? `A case deviates in ${cost} steps on average.` : `${cost} tokens of a case are missing or left over on average.`}\n`;
}

function deviationsText(deviations: readonly Deviation[]): string {
  if (deviations.length === 0) return '';
  const rows = deviations.slice(0, SHOWN).map((d) => [count(d.cases), d.kind === 'skipped' ? 'left out' : 'extra', d.activity, d.after ?? '(at the start)']);
  const rest = deviations.length - rows.length;
  return `\n${table([{ head: 'cases', right: true }, { head: 'what' }, { head: 'activity' }, { head: 'after' }], rows)}${rest > 0 ? `… and ${counted(rest, 'other deviation')}\n` : ''}`;
}
