import { problem } from '../platform/errors/index.ts';
import type { DailyHours, WorkingCalendar } from '../maths/time/index.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WANTED = 'days and hours, as “Mon-Fri 09:00-17:00” or “Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-12:00”';

/**
 * Working hours as said on the command line, in a zone and without holidays.
 * @throws Problem `bad-input` for what says none, and for hours that end before they begin: a night is two spans.
 * @example workingHours('Mon-Fri 09:00-17:00', 'Europe/London').weekly.length // 5
 */
export function workingHours(text: string, zone: string): WorkingCalendar {
  const weekly = text.split(';').flatMap((part): DailyHours[] => {
    const [days = '', hours = '', ...rest] = part.trim().split(/\s+/);
    if (rest.length > 0) throw wrong(text);
    const spans = hours.split(',').map((span) => spanOf(span, text));
    return days.split(',').flatMap((range) => daysOf(range, text)).flatMap((weekday) => spans.map((span) => ({ weekday, ...span })));
  });
  return { zone, weekly, exceptions: new Map() };
}

function daysOf(range: string, text: string): number[] {
  const [from, to = from, ...rest] = range.split('-').map((day) => DAYS.indexOf(day.toLowerCase().slice(0, 3)) + 1);
  if (from === undefined || to === undefined || from === 0 || to === 0 || from > to || rest.length > 0) throw wrong(text);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function spanOf(span: string, text: string): { fromMinute: number; toMinute: number } {
  const found = /^(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)$/.exec(span);
  if (found === null) throw wrong(text);
  const [fromMinute, toMinute] = [Number(found[1]) * 60 + Number(found[2]), Number(found[3]) * 60 + Number(found[4])];
  if (toMinute > 1440 || fromMinute >= toMinute) throw wrong(text);
  return { fromMinute, toMinute };
}

function wrong(text: string): Error {
  return problem('bad-input', { detail: 'These are no working hours', value: text, wanted: WANTED, at: { path: '--calendar' } });
}
