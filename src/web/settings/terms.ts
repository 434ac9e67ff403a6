import { when } from '../ui/format.ts';

/** A term as forms hold it: days as texts, `to` empty until further notice. */
export interface Term {
  readonly from: string;
  readonly to?: string | undefined;
}

const DAY_MS = 86_400_000;

/**
 * The day before a day.
 * @example dayBefore('2026-03-01') // '2026-02-28'
 */
export function dayBefore(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) ? new Date(at - DAY_MS).toISOString().slice(0, 10) : day;
}

/**
 * The day of an instant in a zone, as posts are held by the company's days.
 * @example dayIn(new Date('2026-03-31T23:30:00Z'), 'Europe/London') // '2026-04-01'
 */
export function dayIn(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/**
 * A day as pages write it.
 * @example date('2026-03-02') // '2 Mar 2026'
 */
export function date(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? when(`${day}T12:00:00Z`, 'UTC', 'day') : day;
}

/** Who holds a post from which day to which. */
export interface Holder {
  readonly person: string;
  readonly from: string;
  readonly to?: string;
}

/**
 * The holders of a post after somebody is appointed: whoever would still hold it on the first day ends on the day before.
 * @example appoint([{ person: 'a', from: '2020-01-01' }], { person: 'b', from: '2026-03-01' }) // [{ person: 'a', from: '2020-01-01', to: '2026-02-28' }, { person: 'b', from: '2026-03-01' }]
 */
export function appoint(holders: readonly Holder[], next: Holder): Holder[] {
  const last = dayBefore(next.from);
  const ended = holders.map((h) => (h.from < next.from && (h.to === undefined || h.to >= next.from) ? { ...h, to: last } : h));
  return [...ended, next].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Where a term lies as seen from a day. */
export function standing(term: Term, today: string): 'earlier' | 'now' | 'to come' {
  if (term.from > today) return 'to come';
  return term.to !== undefined && term.to !== '' && term.to < today ? 'earlier' : 'now';
}

/**
 * A term in words.
 * @example termWords({ from: '2026-01-01', to: '2026-06-30' }) // '1 Jan 2026 – 30 Jun 2026'
 * @example termWords({ from: '2026-01-01' }) // 'since 1 Jan 2026'
 */
export function termWords({ from, to }: Term, today = ''): string {
  if (to !== undefined && to !== '') return `${date(from)} – ${date(to)}`;
  return `${from > today && today !== '' ? 'from' : 'since'} ${date(from)}`;
}
