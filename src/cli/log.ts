import { tmpdir } from 'node:os';
import { InvalidArgumentError, type Command } from 'commander';
import { caseDurations, convertLog, type ImportReport, type LogMap, type LogSummary, map, type RejectedRow, summary, type Variant, variants } from '../processes/event-logs/index.ts';
import { registerLogConformance } from './log-conformance.ts';
import { registerLogDiscover } from './log-discover.ts';
import { asked, type LogOptions, type OpenLog, readingOf, tells, withLog, withLogOptions, withReading, withSource } from './log-file.ts';
import { registerLogPerformance } from './log-performance.ts';
import { findingsText, flatText, ocelMapOf } from './log-ocel.ts';
import { registerLogSimulate } from './log-simulate.ts';
import { refuseMisplaced } from './reading-options.ts';
import { count, counted, duration, percent } from './log-text.ts';
import { prose, table } from './text-table.ts';

const EDGES_SHOWN = 40;

/** `hymnsheet log …`: questions to an event log in a file; they need no workspace. */
export function registerLog(program: Command): void {
  const log = program.command('log').description('ask an event log in a file: what it holds, what follows what, which ways cases take; or convert it');
  withLogOptions(log.command('summary').description('events, cases, activities, variants, where cases start and end, and what could not be read')).action(logSummary);
  withLogOptions(log.command('map').description('which activity directly follows which, how often and after how long')).action(logMap);
  withLogOptions(log.command('variants').description('the sequences of activities that cases take, the most frequent first'))
    .option('--limit <n>', 'so many at most (default: 20, all with --json)', whole).action(logVariants);
  registerLogDiscover(log);
  registerLogPerformance(log);
  registerLogConformance(log);
  registerLogSimulate(log);
  withLogOptions(log.command('convert').description('write the log as Parquet, XES or CSV'))
    .argument('<out>', 'the file to write: .parquet, .xes, .xes.gz, .csv or .csv.gz').action(logConvert);
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('wanted a whole number from 1');
  return Number(text);
}

async function logSummary(file: string, options: LogOptions): Promise<void> {
  await withLog(file, options, async ({ c, version, imported, signal }) => {
    const found = await summary(c, version, {}, { signal });
    const { ocel } = imported.report;
    if (options.json === true) json({ ...found, rejected: { count: found.rejected.count, examples: found.rejected.examples }, ...(ocel === undefined ? {} : { ocel }) });
    else out(summaryText(found, await caseDurations(c, version, {}, { signal }), imported.report));
  });
}

async function logMap(file: string, options: LogOptions): Promise<void> {
  await withSource(file, async (source, signal, tempDir) => {
    const objects = options.objectType === undefined ? await ocelMapOf(source(), { zone: options.zone, signal }) : null;
    if (objects === null) return asked(file, await readingOf(source, options, tempDir, signal), printMap(options));
    refuseMisplaced('ocel', options, file);
    if (options.json === true) json(objects.json);
    else out(objects.text);
  });
}

function printMap({ json: asJson }: LogOptions) {
  return async ({ c, version, signal }: OpenLog): Promise<void> => {
    const found = await map(c, version, {}, { signal });
    if (asJson === true) json(found);
    else out(mapText(found));
  };
}

async function logVariants(file: string, options: LogOptions & { readonly limit?: number }): Promise<void> {
  await withLog(file, options, async ({ c, version, signal }) => {
    const limit = options.limit ?? (options.json === true ? undefined : 20);
    const found = await variants(c, version, { limit }, { signal });
    if (options.json === true) json(found.map(({ count: n, activities }) => ({ count: n, activities })));
    else out(variantsText(found, version.manifest.counts));
  });
}

async function logConvert(file: string, output: string, options: LogOptions): Promise<void> {
  await withReading(file, options, async ({ source, mapping, signal, progress }) => {
    const done = await convertLog({ source: source(), out: output, mapping, tempDir: tmpdir(), signal, onProgress: tells(progress) }).finally(progress.clear);
    if (options.json === true) json({ output, ...done });
    else out(`Wrote ${counted(done.events, 'event')} to ${output}.\n${done.flat === undefined ? '' : flatText(done.flat)}${rejectedText(done.rejected)}${findingsText(done.found)}`);
  });
}

function json(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
}

function out(text: string): void {
  process.stdout.write(prose(text));
}

function summaryText(s: LogSummary, d: Awaited<ReturnType<typeof caseDurations>>, report: ImportReport): string {
  const tally = (head: string, counts: Record<string, number>) => table([{ head: 'cases', right: true }, { head: 'share', right: true }, { head }], Object.entries(counts).slice(0, 10).map(([name, n]) => [count(n), percent(n / s.cases), name]));
  const more = (counts: Record<string, number>) => (Object.keys(counts).length > 10 ? `… and ${counted(Object.keys(counts).length - 10, 'other activity', 'other activities')}\n` : '');
  return [
    `${counted(s.events, 'event')} of ${counted(s.cases, 'case')}, ${counted(s.activities, 'activity', 'activities')}, ${counted(s.variants, 'variant')}.\n`,
    `From ${s.firstEvent ?? '?'} to ${s.lastEvent ?? '?'}.\n`,
    d === null ? '' : `A case takes ${duration(d.median)} (median), ${duration(d.mean)} (mean), ${duration(d.p90)} (9 of 10 take less).\n`,
    `\n${tally('cases start with', s.start)}${more(s.start)}\n${tally('cases end with', s.end)}${more(s.end)}`,
    `\n${rejectedText(s.rejected)}${readingText(report)}`,
  ].join('');
}

function readingText(r: ImportReport): string {
  const lines = [
    ...(r.gaps > 0 ? [`${counted(r.gaps, 'local time')} did not exist in the zone and moved forward by the gap.`] : []),
    ...(r.ambiguous > 0 ? [`${counted(r.ambiguous, 'local time')} happened twice in the zone; the earlier is meant.`] : []),
  ];
  return lines.map((l) => `${l}\n`).join('') + findingsText(r.found) + (r.ocel === undefined ? '' : flatText(r.ocel.flat) + findingsText(r.ocel.findings));
}

function rejectedText({ count: n, examples }: { readonly count: number; readonly examples: readonly RejectedRow[] }): string {
  if (n === 0) return 'Every event could be read.\n';
  const rows = examples.map((e) => [e.line === null ? '' : count(e.line), e.reason, e.value ?? '']);
  return `${counted(n, 'event')} could not be read${n > examples.length ? '; the first of them' : ''}:\n${table([{ head: 'line', right: true }, { head: 'reason' }, { head: 'value' }], rows, { widest: 60 })}`;
}

function mapText({ edges, activities }: LogMap): string {
  const shown = edges.slice(0, EDGES_SHOWN);
  const rest = edges.length - shown.length;
  return [
    table([{ head: 'times', right: true }, { head: 'from' }, { head: 'to' }, { head: 'median', right: true }, { head: 'mean', right: true, spare: 1 }, { head: 'shortest', right: true, spare: 3 }, { head: 'longest', right: true, spare: 2 }],
      shown.map((e) => [count(e.count), e.from, e.to, duration(e.median), duration(e.mean), duration(e.min), duration(e.max)]), { widest: 36 }),
    rest > 0 ? `… and ${counted(rest, 'other pair')} (all with --json)\n` : '',
    `\n${table([{ head: 'times', right: true }, { head: 'activity' }], activities.map((a) => [count(a.count), a.name]))}`,
  ].join('');
}

function variantsText(list: readonly Variant[], { cases, variants: all }: { readonly cases: number; readonly variants: number }): string {
  let sum = 0;
  const rows = list.map((v) => {
    sum += v.count;
    return [count(v.count), percent(sum / cases), v.activities.join(' → ')];
  });
  return `${table([{ head: 'cases', right: true }, { head: 'so far', right: true }, { head: 'activities' }], rows, { widest: 160 })}${all > list.length ? `… and ${counted(all - list.length, 'other variant')} (--limit shows more)\n` : ''}`;
}
