import type { Command } from 'commander';
import { caseDurations, type CaseDurations } from '../processes/event-logs/index.ts';
import { activityTimes, type ActivityTimes, batches, type Batches, bottlenecks, edgeTimes, type EdgeTimes, handOvers, type HandOvers, rework, type Rework, slowAndFast, type SlowAndFast, type Steps, type Times, withSteps } from '../processes/performance/index.ts';
import { type LogOptions, withLog, withLogOptions } from './log-file.ts';
import { count, counted, duration, percent } from './log-text.ts';
import { prose, table, type TextColumn } from './text-table.ts';
import { workingHours } from './working-hours.ts';

const SHOWN = 20;

interface PerformanceOptions extends LogOptions {
  readonly calendar?: string;
  readonly end: readonly string[];
}

/** What `log performance --json` prints; all times in seconds. */
interface LogPerformance {
  readonly cases: CaseDurations | null;
  readonly steps: { readonly count: number; readonly withoutStart: number; readonly withoutCompletion: number };
  readonly workingHours: { readonly calendar: string; readonly zone: string } | null;
  readonly activities: readonly ActivityTimes[];
  readonly edges: readonly EdgeTimes[];
  readonly rework: readonly Rework[];
  readonly handOvers: HandOvers;
  readonly batches: Batches;
  readonly slowAndFast: SlowAndFast;
}

/** `hymnsheet log performance FILE`: where cases wait, what takes time, and what is done again. */
export function registerLogPerformance(log: Command): void {
  withLogOptions(log.command('performance').description('how long cases take, where they wait, how long steps take, and what is done again'))
    .option('--calendar <hours>', 'working hours in the zone, as "Mon-Fri 09:00-17:00": waits and touch times in working time too')
    .option('--end <activity>', 'an activity that completes a case; may be repeated. Other cases are complete once silent for longer than 99 in 100 gaps of the log', (name: string, all: readonly string[]) => [...all, name], [] as readonly string[]).action(logPerformance);
}

async function logPerformance(file: string, options: PerformanceOptions): Promise<void> {
  const zone = options.zone ?? 'UTC';
  const calendar = options.calendar === undefined ? null : workingHours(options.calendar, zone);
  await withLog(file, options, async ({ c, version, signal }) => {
    const cases = await caseDurations(c, version, {}, { signal });
    const said = options.calendar === undefined ? null : { calendar: options.calendar, zone };
    const found = await withSteps(c, version, { calendar, signal }, async (steps) => ({ cases, ...await performanceOf(steps), workingHours: said, slowAndFast: await slowAndFast(c, version, { zone, signal, completion: { ends: options.end, closedAfterSeconds: null } }) }));
    process.stdout.write(options.json === true ? `${JSON.stringify(found, null, 1)}\n` : prose(performanceText(found)));
  });
}

async function performanceOf(steps: Steps): Promise<Omit<LogPerformance, 'cases' | 'workingHours' | 'slowAndFast'>> {
  const activities = await activityTimes(steps);
  const sum = (of: (a: ActivityTimes) => number) => activities.reduce((n, a) => n + of(a), 0);
  return {
    steps: { count: sum((a) => a.instances), withoutStart: sum((a) => a.withoutStart), withoutCompletion: sum((a) => a.withoutCompletion) },
    activities, edges: await edgeTimes(steps), rework: await rework(steps), handOvers: await handOvers(steps), batches: await batches(steps),
  };
}

const right = (head: string, spare?: number): TextColumn => ({ head, right: true, ...(spare === undefined ? {} : { spare }) });
const of = (times: Times | null, figure: 'median' | 'p90' | 'total') => (times === null ? '–' : duration(times[figure]));
/** A day of work is no day, so working time is told in hours. */
const worked = (seconds: number) => (seconds < 3600 ? duration(seconds) : `${count(Math.floor(Math.round(seconds / 60) / 60))} h${Math.round(seconds / 60) % 60 === 0 ? '' : ` ${Math.round(seconds / 60) % 60} min`}`);
const hours = (times: Times | null) => (times === null ? '–' : count(Math.round(times.total / 3600)));
const more = (list: readonly unknown[], what: string) => (list.length > SHOWN ? `… and ${count(list.length - SHOWN)} more ${what} (all with --json)\n` : '');

function performanceText(p: LogPerformance): string {
  return [
    p.cases === null ? 'No case.\n' : `${counted(p.cases.cases, 'case')}: ${duration(p.cases.median)} (median), ${duration(p.cases.mean)} (mean), ${duration(p.cases.p90)} (9 of 10 take less).\n`,
    stepsText(p), activitiesText(p), placesText(p), reworkText(p), handsText(p.handOvers), batchesText(p.batches), differencesText(p.slowAndFast),
  ].filter((part) => part !== '').join('\n');
}

function stepsText({ steps, workingHours }: LogPerformance): string {
  const lines = [
    `${counted(steps.count, 'step')}. A wait runs from the completion of the step before to the start of the next.`,
    ...(steps.withoutStart === 0 ? [] : [`${steps.withoutStart === steps.count ? 'No step has a known start' : `${counted(steps.withoutStart, 'step')} without a known start`}: there a wait runs to the completion, and holds the work itself.`]),
    ...(steps.withoutCompletion === 0 ? [] : [`${counted(steps.withoutCompletion, 'step')} began and ${steps.withoutCompletion === 1 ? 'was' : 'were'} not seen to complete.`]),
    ...(workingHours === null ? [] : [`Working time: ${workingHours.calendar} in ${workingHours.zone}, without holidays.`]),
  ];
  return lines.map((l) => `${l}\n`).join('');
}

function activitiesText({ activities, workingHours }: LogPerformance): string {
  const works = workingHours !== null;
  const head = [right('times'), right('cases', 3), { head: 'activity' }, right('wait, median'), right('9 of 10 below', 2), ...(works ? [right('in working time')] : []), right('touch, median'), right('touch, hours')];
  return table(head, activities.map((a) => [count(a.instances), count(a.cases), a.activity, of(a.wait, 'median'), of(a.wait, 'p90'), ...(works ? [a.workingWait === null ? '–' : worked(a.workingWait.median)] : []), of(a.touch, 'median'), hours(a.touch)]), { widest: 36 });
}

function placesText({ edges }: LogPerformance): string {
  const places = bottlenecks(edges);
  if (places.length === 0) return '';
  const unit = places[0]!.hours === 'working' ? 'working hours waited' : 'hours waited';
  return `${table([right(unit), right('share'), right('times'), { head: 'from' }, { head: 'to' }, right('median')], places.slice(0, SHOWN).map((e) => [hours(e.ranked), percent(e.share), count(e.instances), e.from, e.to, (e.hours === 'working' ? worked : duration)(e.ranked.median)]), { widest: 36 })}${more(places, 'pairs')}`;
}

function reworkText({ rework: list }: LogPerformance): string {
  if (list.length === 0) return 'No activity is done twice in a case.\n';
  return `${table([right('done again'), right('in cases'), right('share of cases'), right('at once', 1), { head: 'activity' }, right('hours waited for it')], list.slice(0, SHOWN).map((r) => [count(r.repeats), count(r.casesAgain), percent(r.casesAgain / r.cases), count(r.atOnce), r.activity, hours(r.wait)]))}${more(list, 'activities')}`;
}

function handsText(h: HandOvers): string {
  if (h.known === 0) return '';
  return `The case changed hands before ${counted(h.changed, 'step')} of ${count(h.known)} (${percent(h.changed / h.known)}). Median wait: ${of(h.waitChanged, 'median')} where it did, ${of(h.waitSame, 'median')} where it did not.\n`;
}

function batchesText({ rules, activities, withheld }: Batches): string {
  const hidden = withheld === 0 ? '' : `${counted(withheld, 'activity', 'activities')} not shown: fewer than five people do ${withheld === 1 ? 'it' : 'them'}.\n`;
  if (activities.length === 0) return hidden;
  const rows = activities.slice(0, SHOWN).map((b) => [percent(b.batched / b.instances), count(b.batches), b.meanSize.toFixed(1), b.activity, b.extraWait === null ? '–' : duration(b.extraWait)]);
  return `${table([right('in batches'), right('batches'), right('cases each'), { head: 'activity' }, right('longer wait')], rows)}A batch: ${rules.leastCases} cases or more that one resource completes within ${duration(rules.gapSeconds)} of each other.\n${hidden}`;
}

function differencesText({ split, tested, differences, rules }: SlowAndFast): string {
  if (tested === 0) return '';
  const slow = `Slow cases took longer than ${duration(split.seconds)}: ${count(split.slow)} of ${count(split.slow + split.fast)}.${split.open === 0 ? '' : ` ${counted(split.open, 'case')} not complete when the log ends ${split.open === 1 ? 'is' : 'are'} left out.`}`;
  if (differences.length === 0) return `${slow} In none of ${counted(tested, 'thing')} looked at do they differ from the others by more than chance.\n`;
  const rows = differences.slice(0, SHOWN).map(({ kind, name, value, share, median, n }) => {
    const [having, not] = share === null ? [median!.slow.toPrecision(4), median!.fast.toPrecision(4)] : [percent(share.with.slow / share.with.cases), percent(share.without.slow / share.without.cases)];
    return [[kind, name, value].filter((x) => x !== null).join(' '), having, not, count(share?.with.cases ?? n)];
  });
  const head = [{ head: 'what goes with being slow' }, right('slow with it'), right('slow without'), right('cases with it')];
  const medians = differences.slice(0, SHOWN).some((d) => d.median !== null) ? ' Of a number: its median in slow and in other cases.' : '';
  return `${slow}\n${table(head, rows, { widest: 60 })}${more(differences, 'differences')}${medians === '' ? '' : `${medians.trim()}\n`}${counted(tested, 'thing was', 'things were')} looked at; about ${Math.round(100 * rules.falseDiscoveryRate)} in 100 of those told may be chance. They go together, which does not say that one leads to the other.\n`;
}
