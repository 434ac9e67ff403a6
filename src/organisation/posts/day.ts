const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day of an instant in a zone.
 * @example dayIn(new Date('2026-03-31T23:30:00Z'), 'Europe/London') // '2026-04-01'
 */
export function dayIn(instant: Date, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(instant);
}
