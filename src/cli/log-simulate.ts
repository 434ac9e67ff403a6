import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { problem } from '../platform/errors/index.ts';
import { csvCell } from '../platform/http/index.ts';
import { type Change, differenceInWords, distributionColumns, distributionOf, distributionRows, shownFigures, simulateLog, simulationMethod, type Study } from '../processes/simulation/index.ts';
import { type LogOptions, withLog, withLogOptions } from './log-file.ts';
import { counted } from './log-text.ts';
import { prose, table, type TextColumn } from './text-table.ts';

interface SimulateOptions extends LogOptions {
  readonly change?: readonly string[];
  readonly end?: readonly string[];
  readonly holiday?: readonly string[];
  readonly heldBack?: number;
  readonly weeks?: number;
  readonly replications?: number;
  readonly seed?: number;
  readonly timeLimit?: number;
  readonly draws?: string;
}

const WANTED = 'skip:ACTIVITY=SHARE, people:ACTIVITY=+N (or people:ACTIVITY@PART=+N), touch:ACTIVITY=FACTOR, arrivals=FACTOR or stop:ACTIVITY=INSTANT/HOURS';

/** `hymnsheet log simulate FILE`: what would follow if a process were changed, by a simulation that is checked against weeks it has not seen. */
export function registerLogSimulate(log: Command): void {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  withLogOptions(log.command('simulate').description('calibrate a simulation, check it against the last weeks of the log, and say what a change would do'))
    .option('--change <change>', `what is different, again for more: ${WANTED}`, several)
    .option('--end <activity>', 'completes a case, again for more (default: its last event does)', several)
    .option('--holiday <date>', 'a closed day, YYYY-MM-DD, again for more', several)
    .option('--held-back <weeks>', 'weeks at the end of the log to check against (default: a fifth, 2 to 8)', whole)
    .option('--weeks <n>', 'weeks after the log to simulate (default: 4)', whole)
    .option('--replications <n>', 'runs of each (default: 40)', whole)
    .option('--seed <n>', 'the luck of the runs (default: 1)', whole)
    .option('--draws <file>', 'write the distributions of the differences there, as CSV or (.json) JSON', drawsFile)
    .option('--time-limit <seconds>', 'past it, say what is known by then (default: 300)', whole).action(logSimulate);
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('wanted a whole number from 1');
  return Number(text);
}

function drawsFile(path: string): string {
  if (!/\.(csv|json)$/i.test(path)) throw new InvalidArgumentError('wanted a file that ends in .csv or .json');
  return path;
}

/** Writes distributions, for somebody to draw from. */
async function writeDraws(path: string, { differences, window }: Study, changes: readonly string[]): Promise<void> {
  const distributions = differences.map((d) => distributionOf(d, { method: { ...simulationMethod }, dataset: d.inputs.version, period: window, changes }));
  const csv = () => [distributionColumns, ...distributions.flatMap(distributionRows)].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  await writeFile(path, /json$/i.test(path) ? `${JSON.stringify({ distributions }, null, 1)}\n` : csv()).catch((error: unknown) => {
    throw problem('bad-input', { detail: 'The distributions cannot be written there', value: path, wanted: 'a file in a folder that can be written to', at: { path: '--draws' } }, error);
  });
}

async function logSimulate(file: string, options: SimulateOptions): Promise<void> {
  const { change = [], end: ends = [], holiday: holidays = [] } = options;
  const changes = change.map(changeOf);
  for (const date of holidays) if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) throw problem('bad-input', { detail: 'This is no date', value: date, wanted: 'a day as 2026-12-25', at: { path: '--holiday' } });
  await withLog(file, options, async ({ c, version, signal }) => {
    const rules = { zone: options.zone ?? 'UTC', ends, closedAfterSeconds: null, holidays };
    const { heldBack: heldBackWeeks, weeks, replications, seed, timeLimit: timeLimitSeconds } = options;
    const found = await simulateLog(c, version, rules, { changes, heldBackWeeks, weeks, replications, seed, timeLimitSeconds, signal });
    if (options.draws !== undefined) await writeDraws(options.draws, found, change);
    process.stdout.write(options.json === true ? `${JSON.stringify(found, null, 1)}\n` : prose(simulationText(found)));
  });
}

/**
 * A change as it is written on the command line.
 * @throws Problem `bad-input` for another spelling.
 * @example changeOf('touch:Pick goods=0.8') // { kind: 'touch', activity: 'Pick goods', factor: 0.8 }
 */
export function changeOf(text: string): Change {
  const [, kind = '', activity = '', value = ''] = /^([a-z]+)(?::(.*))?=([^=]*)$/s.exec(text) ?? [];
  const wrong = () => problem('bad-input', { detail: 'This is no change', value: text, wanted: WANTED, at: { path: '--change' } });
  const number = (digits: string) => {
    if (!/^[+-]?\d+(\.\d+)?$/.test(digits)) throw wrong();
    return Number(digits);
  };
  if (kind === 'arrivals' && activity === '') return { kind, factor: number(value) };
  if (activity === '') throw wrong();
  if (kind === 'skip') return { kind, activity, share: number(value) };
  if (kind === 'touch') return { kind, activity, factor: number(value) };
  if (kind === 'people') {
    const at = activity.lastIndexOf('@');
    return at < 0 ? { kind, activity, by: number(value) } : { kind, activity: activity.slice(0, at), of: activity.slice(at + 1), by: number(value) };
  }
  const [from = '', hours = ''] = value.split('/');
  if (kind !== 'stop' || Number.isNaN(Date.parse(from)) || !/(Z|[+-]\d{2}:\d{2})$/.test(from)) throw wrong();
  return { kind, activity, at: Date.parse(from), hours: number(hours) };
}

const right = (head: string): TextColumn => ({ head, right: true });
const figure = (x: number | null) => (x === null ? '–' : x.toLocaleString('en-GB', { maximumSignificantDigits: 3 }));
const share = (x: number | null) => (x === null ? '–' : `${Math.round(x * 100)}%`);

function simulationText({ model, validation, differences, pools, warnings, window, replications }: Study): string {
  return [
    ...warnings.map((w) => `Warning: ${w}\n`),
    ...(warnings.includes(validation.says) ? [] : [`Check (${validation.verdict}): ${validation.says}\n`]),
    checkText(validation),
    differences.length === 0 ? 'No --change was given: only the check was made.\n' : changesText({ differences, window, replications, validation }),
    pools.length === 0 ? '' : `Hours of work for 100 hours that people are there:\n${table([{ head: 'people who do' }, right('people'), right('today'), right('changed')], pools.map((p) => [p.of === null ? p.name : `${p.name} (${p.of})`, p.people === null ? 'fewer than 5' : figure(p.people), share(p.load), share(p.changedLoad)]))}`,
    `Taken for granted:\n${model.assumptions.map((a) => `- ${a}\n`).join('')}`,
  ].filter((part) => part !== '').join('\n');
}

function changesText({ differences, window, replications, validation }: Pick<Study, 'differences' | 'window' | 'replications' | 'validation'>): string {
  const head = `What the changes do, ${window.from.slice(0, 10)} to ${window.until.slice(0, 10)}: simulated as today and with them with the same luck, means of ${counted(replications.done, 'replication')}; 8 in 10 differences lie between low and high.`;
  const rows = differences.map((d) => {
    const f = shownFigures(d);
    return [`${d.quantity}${units[d.unit] ?? ''}`, f.measured, f.before, f.after, f.difference, f.lo, f.hi, d.check.verdict];
  });
  const measured = validation.weeks === 0 ? 'measured' : `measured, ${validation.weeks} weeks`;
  return `${differences.map((d) => `${differenceInWords(d, d.check)}\n`).join('')}\n${head}\n${table([{ head: '' }, { ...right(measured), spare: 1 }, right('as today'), right('changed'), right('difference'), right('low'), right('high'), { head: 'check' }], rows)}`;
}

const units: Readonly<Record<string, string>> = { 'cases/week': ', a week', 'h/week': ', h a week' };

function checkText({ cycleTime: c, throughput: t, work, people, naive, weeks }: Study['validation']): string {
  if (c.distance === null) return '';
  const noise = c.share === null || c.noise.weeks === null || c.distance === 0 ? null : (c.noise.weeks * c.share) / c.distance;
  return table([{ head: `${weeks} weeks held back` }, right('real'), right('simulated'), right('distance'), right('naive'), right('between real weeks')], [
    ['median cycle time, h', figure(c.real), figure(c.simulated), share(c.median), '', share(c.medianNoise)],
    ['all cycle times', '', '', `${figure(c.distance)} h (${share(c.share)})`, share(naive.cycleTime), share(noise)],
    ['the same, as a forecast', '', '', share(c.expected), share(naive.cycleTime), share(noise)],
    ['cases completed a week', figure(t.real), figure(t.simulated), share(t.share), share(naive.throughput), share(t.noise)],
    ...(work.share === null ? [] : [['hands-on hours a week', figure(work.real), figure(work.simulated), share(work.share), '', '']]),
    ...(people.share === null ? [] : [['hours of people a week', figure(people.real), figure(people.simulated), share(people.share), '', '']]),
  ]) + `Cycle times: told how many cases came${people.share === null ? '' : ' and who was at work'}; as a forecast: not told, as the rows below. Naive: the ${weeks} weeks before, taken as they were.\n`;
}
