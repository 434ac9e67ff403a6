export { dateOfDay, dayMs, dayNumber, isoWeek, weekday } from './civil.ts';
export { duration, intersect, merge, subtract, union, type Interval } from './intervals.ts';
export { localDay, monthOf, startOfDay, weekOf, weeksBetween, type Week } from './weeks.ts';
export { aroundTheClock, workingIntervals, workingMs, type DailyHours, type MinuteSpan, type WorkingCalendar } from './working-hours.ts';
export { isZone, toInstant, toLocal, zoneOffset, type LocalMs, type LocalToInstant } from './zone.ts';
