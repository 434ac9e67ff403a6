import { aroundTheClock, type MinuteSpan, type WorkingCalendar } from '../../maths/time/index.ts';
import { readSpan, weekdays } from '../../platform/register/index.ts';
import type { AgreedHours } from './model.ts';

/**
 * Agreed hours in the form that working time is counted with.
 * @example workingCalendar({ zone: 'UTC', week: 'always', holidays: new Map() }).weekly.length // 7
 */
export function workingCalendar({ zone, week, holidays }: AgreedHours): WorkingCalendar {
  // Round the clock means holidays too: only hours that close can be closed by one.
  if (week === 'always') return aroundTheClock(zone);
  const weekly = weekdays.flatMap((day, i) => spans(week[day] ?? []).map((span) => ({ weekday: i + 1, ...span })));
  return { zone, weekly, exceptions: new Map([...holidays].map(([date, hours]) => [date, spans(hours)])) };
}

function spans(written: readonly string[]): MinuteSpan[] {
  return written.flatMap((text) => {
    const span = readSpan(text);
    return span === undefined ? [] : [{ fromMinute: span.from, toMinute: span.to }];
  });
}
