import type { Get } from '../../api/types.ts';
import { count, duration, money, moneyEnds, number, percent, when } from '../../ui/format.ts';

export type LogTime = Get<'/event-logs/{id}/performance'>;
export type Times = NonNullable<LogTime['activities'][number]['wait']>;
/** Whether times are told as the clock on the wall runs, or in working hours. */
export type Hours = 'elapsed' | 'working';
interface Waits { readonly wait: Times | null; readonly workingWait: Times | null }

const NB = '\u00a0';

/** The hours that a page tells: those asked for, where there are working hours at all. */
export function hoursOf(time: LogTime, asked: Hours | undefined): Hours {
  return time.workingHours === null ? 'elapsed' : (asked ?? 'working');
}

/** A wait in the hours that are told. */
export function waitIn(hours: Hours, of: Waits): Times | null {
  return hours === 'working' ? of.workingWait : of.wait;
}

/** All waiting in the hours that are told, in seconds. */
export function allWaiting({ waiting }: LogTime, hours: Hours): number {
  return hours === 'working' ? (waiting.working ?? 0) : waiting.elapsed;
}

/**
 * Seconds as whole hours with their thousands; below ten with one digit.
 * @example inHours(4_464_000) // '1,240'
 */
export function inHours(seconds: number): string {
  const hours = seconds / 3600;
  return number(hours, hours < 10 ? 1 : 0);
}

/**
 * One time in the hours that are told: a day of work is no day, so working time stays in hours.
 * @example timeIn('working', 36_000) // '10 h'
 */
export function timeIn(hours: Hours, seconds: number): string {
  return hours === 'elapsed' || seconds < 5970 ? duration(seconds) : `${inHours(seconds)}${NB}h`;
}

/**
 * A share at the start of a sentence.
 * @example shareWords(0.49) // 'Half'
 */
export function shareWords(share: number): string {
  return Math.abs(share - 0.5) <= 0.02 ? 'Half' : share >= 0.995 ? 'Nearly all' : percent(share, 0);
}

/** The step before which most is waited, in the hours that are told; undefined where nothing waits. */
export function mostWaiting(time: LogTime, hours: Hours): { readonly step: LogTime['activities'][number]; readonly times: Times; readonly share: number } | undefined {
  const all = allWaiting(time, hours);
  const found = time.activities.flatMap((step) => { const times = waitIn(hours, step); return times === null || times.total <= 0 ? [] : [{ step, times, share: times.total / all }]; });
  return found.sort((a, b) => b.times.total - a.times.total)[0];
}

/** What is said where nothing waits. */
export function noWaiting({ edges }: Pick<LogTime, 'edges'>, hours: Hours): string {
  if (edges.length === 0) return 'No case in view has a second step, so nothing waits between steps.';
  return `No ${hours === 'working' ? 'working ' : ''}time passes between the steps in view.`;
}

/** Where most time goes, in words after the step's name: how much, from when to when, and what it would cost. */
export function costWords(time: LogTime, hours: Hours, top: NonNullable<ReturnType<typeof mostWaiting>>, zone: string): string {
  const { from, to } = time.steps;
  const period = from === null || to === null ? '' : ` between ${when(from, zone, 'day')} and ${when(to, zone, 'day')}`;
  return `${inHours(top.times.total)} ${hours === 'working' ? 'working hours' : 'hours'} of all cases together${period}${delayWords(time, hours, top.step.cost)}`;
}

function delayWords({ workingHours }: LogTime, hours: Hours, cost: LogTime['waiting']['cost']): string {
  if (cost === null) return '';
  const [from, to] = moneyEnds(cost.low.amount, cost.high.amount, cost.low.currency);
  return `, ${cost.low.amount === cost.high.amount ? money(cost.low.amount, cost.low.currency) : `between ${from} and ${to}`} of delay${hours === 'working' || workingHours === null ? '' : ' by the working hours among them'}`;
}

/** The pair of steps between which most is waited, in the hours that are told. */
function worstPair({ edges }: LogTime, hours: Hours): LogTime['edges'][number] | undefined {
  return edges.filter((e) => (waitIn(hours, e)?.total ?? 0) > 0).toSorted((a, b) => (waitIn(hours, b)?.total ?? 0) - (waitIn(hours, a)?.total ?? 0))[0];
}

/**
 * Between which two steps most is waited; and where nights and weekends make that another pair, as on the map, which one: so that the two
 * views do not seem to say different things. Empty where nothing waits.
 */
export function pairWords(time: LogTime, hours: Hours): string {
  const [told, all] = [worstPair(time, hours), worstPair(time, 'elapsed')];
  if (told === undefined || all === undefined) return '';
  const pair = (e: LogTime['edges'][number]) => `“${e.from}” and “${e.to}”`;
  const share = (waitIn(hours, told)?.total ?? 0) / allWaiting(time, hours);
  return `The longest waiting between two steps is that between ${pair(told)}, ${percent(share, 0)} of all.${told === all ? '' : ` With nights and weekends, as the map counts, it is that between ${pair(all)}.`}`;
}

/** How the hours and the waits of the page are to be understood, a sentence each. */
export function groundRules(time: LogTime, hours: Hours): string[] {
  const { steps, workingHours, delayCostAnHour, process, later } = time;
  const after = later.reduce((n, a) => n + a.instances, 0);
  return [
    'A wait runs from the completion of the step before to the start of the next; a wait that still goes on is not counted.',
    ...(steps.withoutStart === 0 ? [] : [`${steps.withoutStart === steps.count ? 'No step has a known start' : `${count(steps.withoutStart)} of ${count(steps.count)} steps have no known start`}: there the wait runs to the completion and holds the work itself.`]),
    ...(steps.withoutCompletion === 0 ? [] : [`${count(steps.withoutCompletion)} steps began and were not seen to complete.`]),
    hoursWords(workingHours, hours),
    delayCostAnHour === null || process === null ? `No cost of delay is agreed for ${process === null ? 'this log: it belongs to no process' : process.name}, so no money is shown.`
      : `Money is ${workingHours === null ? 'hours' : 'working hours'} of waiting × ${rateWords(delayCostAnHour)}, the agreed cost of an hour’s delay of one ${process.case}. It is no money that anybody would get back in cash.`,
    ...(after === 0 ? [] : [`${count(after)} steps began once their ${process?.case ?? 'case'} was complete: they are in none of these figures, but in the last table.`]),
  ];
}

/** What is agreed is exact: no end of it is rounded. */
function rateWords({ low, high }: NonNullable<LogTime['delayCostAnHour']>): string {
  return low.amount === high.amount ? money(low.amount, low.currency) : `${money(low.amount, low.currency)} to ${money(high.amount, high.currency)}`;
}

function hoursWords(workingHours: LogTime['workingHours'], hours: Hours): string {
  if (workingHours === null) return 'No working hours are agreed for it, so all hours count, nights and weekends too.';
  const { calendar, own, week, zone, holidays } = workingHours;
  const from = own || calendar === null ? 'the hours of the process itself' : `the calendar “${calendar.name}”`;
  const off = holidays === null ? (calendar === null ? '; it has no calendar, so holidays count as other days' : '') : `, with ${own ? `holidays of the calendar “${calendar?.name ?? ''}”` : 'its holidays'} (${count(holidays.days)} from ${date(holidays.from)} to ${date(holidays.to)})`;
  return `${hours === 'working' ? 'Working hours are' : 'All hours count here; working hours would be'} ${week} (${zone.replaceAll('_', ' ')}): ${from}${off}.`;
}

function date(day: string): string {
  return when(`${day}T12:00:00Z`, 'UTC', 'day');
}
