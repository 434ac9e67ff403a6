import { z } from 'zod';

const zones = new Map<string, boolean>();

/**
 * Whether `zone` is an IANA time zone by name; offsets such as +01:00 are not, because they have no summer.
 * @example isZone('Europe/London') // true
 */
export function isZone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let valid = zone === 'UTC' || /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(zone);
  if (valid) {
    try {
      valid = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      valid = false;
    }
  }
  if (zones.size < 2000) zones.set(zone, valid);
  return valid;
}

/** An IANA time zone by name. */
export const zoneField = z.string({ error: 'a time zone by name, as Europe/London' }).refine(isZone, { error: 'a time zone by name, as Europe/London' }).describe('IANA time zone, as Europe/London');

const dateWanted = 'a date such as 2026-03-31';

/** A day without a time, `2026-03-31`. */
export const dateField = z.string({ error: dateWanted }).regex(/^\d{4}-\d{2}-\d{2}$/, { error: dateWanted }).refine(isDate, { error: 'a day that exists, as 2026-03-31' }).describe('A day, as 2026-03-31');

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

const instantWanted = 'a time with its offset, as 2026-03-31T09:30:00+01:00 or 2026-03-31T08:30:00Z';
const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its original offset, `2026-03-31T09:30:00+01:00`, kept as it was written. */
export const instantField = z.string({ error: instantWanted }).refine(isInstant, { error: instantWanted }).describe('A time with its offset, as 2026-03-31T09:30:00+01:00');

function isInstant(text: string): boolean {
  const [, date = '', h, m, s = '0'] = instantPattern.exec(text) ?? [];
  return date !== '' && isDate(date) && Number(h) < 24 && Number(m) < 60 && Number(s) < 60 && Number.isFinite(Date.parse(text));
}

const spanWanted = 'opening hours such as 08:00-17:30, the end after the beginning, at most 24:00; a shift over midnight is 22:00-24:00, and 00:00-06:00 of the next day';

/**
 * Minutes after midnight of `HH:MM-HH:MM`, or undefined where it is none.
 * @example readSpan('08:00-17:30') // { from: 480, to: 1050 }
 */
export function readSpan(text: string): { from: number; to: number } | undefined {
  const [, h1, m1, h2, m2] = (/^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text) ?? []).map(Number);
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined) return undefined;
  const from = h1 * 60 + m1;
  const to = h2 * 60 + m2;
  return from < to && to <= 1440 ? { from, to } : undefined;
}

/** Opening hours of one day, in order and apart; an empty list is a closed day. */
export const daySpansField = z
  .array(z.string({ error: spanWanted }).refine((t) => readSpan(t) !== undefined, { error: spanWanted }), { error: 'a list of opening hours, as [08:00-12:00, 13:00-17:30]' })
  .max(24)
  .refine((spans) => spans.map(readSpan).every((s, i, all) => i === 0 || s === undefined || (all[i - 1]?.to ?? 0) < s.from), { error: 'opening hours in order that neither overlap nor touch' });

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const openDay = daySpansField.optional();

/** Opening hours by day of the week, or `always`; a day that is not named is closed. */
export const weekField = z
  .union([z.literal('always'), z.strictObject({ monday: openDay, tuesday: openDay, wednesday: openDay, thursday: openDay, friday: openDay, saturday: openDay, sunday: openDay })], { error: 'always, or opening hours by day: monday: [08:00-17:30]' })
  .refine((week) => week === 'always' || Object.values(week).some((day) => (day ?? []).length > 0), { error: 'at least one open day, or always' })
  .describe('Opening hours by day of the week; a day not named is closed; always = round the clock, on holidays too');

export type Week = z.output<typeof weekField>;
