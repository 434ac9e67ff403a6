import { z } from 'zod';
import { dateField, daySpansField, defineKind, nameField, weekField, zoneField } from '../../platform/register/index.ts';

const schema = z.strictObject({
  name: nameField(),
  zone: zoneField,
  week: weekField,
  holidays: z
    .array(z.strictObject({ date: dateField, name: nameField(), hours: daySpansField.optional().describe('Open all the same in these hours; absent: closed') }))
    .default([])
    .refine((days) => new Set(days.map((d) => d.date)).size === days.length, { error: 'each day once' }),
});

export type Calendar = z.output<typeof schema>;

/** Calendars: opening hours and holidays of a zone or country. */
export const calendarKind = defineKind({
  name: 'calendar',
  plural: 'calendars',
  file: 'calendars.yaml',
  description: 'Opening hours of the week and holidays, one calendar for each zone or country',
  schema,
});
