import type { WorkingCalendar } from '../../maths/time/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { currentRecords, type Week, weekdays } from '../../platform/register/index.ts';
import { agreedHours, type Calendar, functionKind, type Process, workingCalendar } from '../../organisation/index.ts';
import { recordedProcess } from '../log-register/index.ts';
import type { DelayCost } from './delay-price.ts';

/** Which hours count as working time, as the registers say it. */
export interface WorkingHours {
  /** Where its holidays come from, and its week unless the process has hours of its own; null where the process names none. */
  readonly calendar: { readonly id: string; readonly name: string } | null;
  /** The week is the process's own, not the calendar's. */
  readonly own: boolean;
  readonly zone: string;
  /** As “Mon–Fri 09:00–17:00”. */
  readonly week: string;
  /** Days that differ from the week, and the first and the last of them; null where none are listed. */
  readonly holidays: { readonly days: number; readonly from: string; readonly to: string } | null;
}

/** What the registers say of the process that a log records. */
export interface Agreed {
  readonly process: { readonly id: string; readonly name: string; readonly case: string } | null;
  readonly zone: string;
  /** The first of these completes a case. */
  readonly ends: readonly string[];
  /** A case without an end is complete when silent for so long; null: longer than 99 in 100 gaps of the log. */
  readonly closedAfterSeconds: number | null;
  readonly calendar: WorkingCalendar | null;
  readonly hours: WorkingHours | null;
  readonly delayCostAnHour: DelayCost | null;
  /** The function that does each activity; null where no activity names one. */
  readonly functions: ReadonlyMap<string, string> | null;
}

/** What is agreed for the process of an event log; for a log without a process nothing is agreed, and `zone` is what it is read in. */
export async function agreedOf(db: Db, eventLog: string, zone: string): Promise<Agreed> {
  const { process, calendar } = await recordedProcess(db, eventLog);
  if (process === undefined) return { process: null, zone, ends: [], closedAfterSeconds: null, calendar: null, hours: null, delayCostAnHour: null, functions: null };
  const { body } = process;
  const names = new Map((await currentRecords(db, functionKind)).map((f) => [f.id, f.body.name]));
  const hours = agreedHours({ zone: body.zone, hours: body.hours }, calendar?.body);
  return {
    process: { id: process.id, name: body.name, case: body.case }, zone: body.zone, ends: body.ends, closedAfterSeconds: body.closedAfter?.seconds ?? null,
    calendar: hours === undefined ? null : workingCalendar(hours),
    hours: hours === undefined ? null : { calendar: calendar === undefined ? null : { id: calendar.id, name: calendar.body.name }, own: body.hours !== undefined, zone: hours.zone, week: weekText(hours.week), holidays: hours.week === 'always' ? null : holidaysOf(calendar?.body) },
    delayCostAnHour: body.delayCostAnHour ?? null, functions: functionsOf(body, (id) => names.get(id) ?? id),
  };
}

/** Where one activity names its function, those that do not are done by the function of the process. */
function functionsOf({ activities, function: own }: Process, nameOf: (id: string) => string): ReadonlyMap<string, string> | null {
  return activities.some((a) => a.function !== undefined) ? new Map(activities.map((a) => [a.name, nameOf(a.function ?? own)])) : null;
}

function holidaysOf(calendar: Calendar | undefined): WorkingHours['holidays'] {
  const days = (calendar?.holidays ?? []).map((h) => h.date).sort();
  return days[0] === undefined ? null : { days: days.length, from: days[0], to: days.at(-1)! };
}

const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/**
 * The hours of a week in one line; days that follow one another and have the same hours together.
 * @example weekText({ monday: ['09:00-17:00'], tuesday: ['09:00-17:00'], saturday: ['09:00-13:00'] }) // 'Mon–Tue 09:00–17:00, Sat 09:00–13:00'
 */
export function weekText(week: Week): string {
  if (week === 'always') return 'round the clock';
  const runs: { from: number; to: number; hours: string }[] = [];
  for (const [i, day] of weekdays.entries()) {
    const hours = (week[day] ?? []).map((span) => span.replace('-', '–')).join(' and ');
    const before = runs.at(-1);
    if (hours !== '' && before?.hours === hours && before.to === i - 1) before.to = i;
    else if (hours !== '') runs.push({ from: i, to: i, hours });
  }
  return runs.map((r) => `${SHORT[r.from]}${r.from === r.to ? '' : `–${SHORT[r.to]}`} ${r.hours}`).join(', ');
}
