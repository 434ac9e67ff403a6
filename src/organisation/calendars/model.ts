import type { Week } from '../../platform/register/index.ts';

/** Agreed hours of a process or a service: in `zone`, the hours of the week, and the days that differ. */
export interface AgreedHours {
  readonly zone: string;
  readonly week: Week;
  /** Day → open hours of that day; an empty list is closed. */
  readonly holidays: ReadonlyMap<string, readonly string[]>;
}

interface CalendarBody {
  readonly zone: string;
  readonly week: Week;
  readonly holidays: readonly { readonly date: string; readonly hours?: readonly string[] | undefined }[];
}

/**
 * The hours that were agreed for a record: its own `hours` before its calendar's week, its own `zone` before its calendar's;
 * undefined where neither hours nor a calendar were given (then nothing was agreed, which is not the same as round the clock).
 * @example agreedHours({ zone: 'UTC', hours: 'always' }, undefined)?.week // 'always'
 */
export function agreedHours(record: { readonly zone?: string | undefined; readonly hours?: Week | undefined }, calendar: CalendarBody | undefined): AgreedHours | undefined {
  const week = record.hours ?? calendar?.week;
  const zone = record.zone ?? calendar?.zone;
  if (week === undefined || zone === undefined) return undefined;
  return { zone, week, holidays: new Map((calendar?.holidays ?? []).map((h) => [h.date, h.hours ?? []])) };
}
