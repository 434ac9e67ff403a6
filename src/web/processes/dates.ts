import { toInstant, toLocal } from '../../maths/time/index.ts';

/**
 * The instant at which a calendar day begins in `zone`, or nothing for no day.
 * @example startOf('2026-11-09', 'Europe/Amsterdam') // '2026-11-08T23:00:00.000Z'
 */
export function startOf(date: string, zone: string): string | undefined {
  const local = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(local) ? undefined : new Date(toInstant(zone, local).instant).toISOString();
}

/**
 * The calendar day of an instant in `zone`.
 * @example dateIn('2026-11-08T23:00:00Z', 'Europe/Amsterdam') // '2026-11-09'
 */
export function dateIn(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : new Date(toLocal(zone, at)).toISOString().slice(0, 10);
}
