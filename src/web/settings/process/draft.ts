import type { Get } from '../../api/types.ts';
import type { paths } from '../../../platform/api-client/index.ts';

export type ProcessBody = Get<'/processes/{id}'>['body'];
type ProcessPut = paths['/processes/{id}']['put']['requestBody']['content']['application/json']['body'];

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** In a choice among records: one that is not on record yet. */
export const fresh = '+';
/** Instead of a calendar: hours that are typed here, or those on record as they are. */
export const ownHours = '+own';
export const keptHours = '+kept';

/** A process as a form holds it: texts, empty where nothing is said; what it does not show stays as it is on record. */
export interface ProcessDraft {
  readonly name: string;
  readonly case: string;
  /** The event log that records it. */
  readonly log: string;
  readonly function: string;
  readonly functionName: string;
  readonly criticality: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly zone: string;
  /** A calendar, or `ownHours`, `keptHours`, or none: all hours count. */
  readonly calendar: string;
  readonly days: readonly Weekday[];
  readonly opens: string;
  readonly closes: string;
  readonly ends: readonly string[];
  readonly target: string;
  readonly closedAfter: string;
  readonly delayLow: string;
  readonly delayHigh: string;
  readonly currency: string;
  /** The day since which things are so; empty: what was on record was wrong. */
  readonly since: string;
}

interface Defaults {
  readonly name?: string | undefined;
  readonly log: string;
  readonly zone: string;
  readonly currency: string;
}

/** A form's first content: what is on record, or nothing but where the company is. */
export function processDraft(body: ProcessBody | null, { name = '', log, zone, currency }: Defaults): ProcessDraft {
  const cost = body?.delayCostAnHour;
  return {
    name: body?.name ?? name, case: body?.case ?? '', log, function: body?.function ?? '', functionName: '', criticality: '', owner: body?.owner ?? '', ownerName: '',
    zone: body?.zone ?? zone, calendar: body?.hours === undefined ? (body?.calendar ?? '') : keptHours, days: weekdays.slice(0, 5), opens: '09:00', closes: '17:00',
    ends: body?.ends ?? [], target: time(body?.target), closedAfter: time(body?.closedAfter),
    delayLow: cost === undefined ? '' : major(cost.low), delayHigh: cost === undefined ? '' : major(cost.high), currency: cost?.low.currency ?? currency, since: '',
  };
}

/**
 * What the server is sent; `before` keeps what the form does not show.
 * @example processBody({ ...processDraft(null, defaults), calendar: '+own', days: ['monday'], opens: '08:00', closes: '12:00' }, null).hours // { monday: ['08:00-12:00'] }
 */
export function processBody(d: ProcessDraft, before: ProcessBody | null): ProcessPut {
  const { calendar, hours, target: _t, closedAfter: _c, delayCostAnHour: _d, ...kept } = before ?? { starts: [], activities: [] };
  return {
    ...kept,
    name: d.name.trim(), case: d.case.trim(), function: d.function, owner: d.owner, zone: d.zone, ends: [...d.ends],
    ...(d.calendar === keptHours ? { ...(calendar === undefined ? {} : { calendar }), ...(hours === undefined ? {} : { hours }) } : d.calendar === ownHours ? { hours: weekOf(d) } : d.calendar === '' ? {} : { calendar: d.calendar }),
    ...(d.target.trim() === '' ? {} : { target: d.target.trim() }),
    ...(d.closedAfter.trim() === '' ? {} : { closedAfter: d.closedAfter.trim() }),
    ...(d.delayLow.trim() === '' && d.delayHigh.trim() === '' ? {} : { delayCostAnHour: { low: minor(d.delayLow, d.currency), high: minor(d.delayHigh, d.currency) } }),
  };
}

function weekOf({ days, opens, closes }: ProcessDraft): Record<string, string[]> {
  return Object.fromEntries(weekdays.filter((day) => days.includes(day)).map((day) => [day, [`${opens}-${closes}`]]));
}

/**
 * Opening hours in words, days that are alike in a row together.
 * @example weekWords({ monday: ['09:00-17:00'], tuesday: ['09:00-17:00'], friday: ['09:00-12:00', '13:00-15:00'] }) // 'Mon–Tue 09:00–17:00; Fri 09:00–12:00, 13:00–15:00'
 */
export function weekWords(week: { readonly [day in Weekday]?: readonly string[] | undefined }): string {
  const rows: { from: string; to: string; hours: string; last: number }[] = [];
  weekdays.forEach((day, i) => {
    const [hours, name, before] = [(week[day] ?? []).join(', ').replaceAll('-', '–'), `${day.slice(0, 1).toUpperCase()}${day.slice(1, 3)}`, rows.at(-1)];
    if (before?.hours === hours && before.last === i - 1) Object.assign(before, { to: name, last: i });
    else if (hours !== '') rows.push({ from: name, to: name, hours, last: i });
  });
  return rows.map((r) => `${r.from === r.to ? r.from : `${r.from}–${r.to}`} ${r.hours}`).join('; ');
}

const units = [['d', 86_400], ['h', 3600], ['min', 60]] as const;

/** As it is written: a day is 24 hours. */
function time(of: { readonly seconds: number } | undefined): string {
  if (of === undefined) return '';
  const [unit, seconds] = units.find(([, s]) => of.seconds !== 0 && of.seconds % s === 0) ?? ['s', 1];
  return `${of.seconds / seconds} ${unit}`;
}

function digits(currency: string): number {
  return currency === '' ? 2 : (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);
}

function major({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
  return (amount / 10 ** digits(currency)).toFixed(digits(currency));
}

/** What is no number is sent as it was typed, for the server to say what it wants. */
function minor(text: string, currency: string): { amount: number; currency: string } | string {
  const value = Number(text.trim().replace(',', '.') || Number.NaN) * 10 ** digits(currency);
  return Number.isFinite(value) && Math.abs(value - Math.round(value)) < 1e-6 ? { amount: Math.round(value), currency } : `${currency} ${text.trim()}`.trim();
}
