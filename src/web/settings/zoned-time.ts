const MINUTE_MS = 60_000, DAY_MS = 86_400_000;

/** Minutes that a zone is ahead of UTC at an instant. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return Math.round((Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000) / MINUTE_MS);
}

/**
 * An instant as the clock of a zone shows it, to the minute.
 * @example localTime('2026-07-01T09:30:00Z', 'Europe/London') // '2026-07-01T10:30'
 */
export function localTime(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, zone) * MINUTE_MS).toISOString().slice(0, 16);
}

/**
 * The instant, with its offset, of a time on the clock of a zone. One that the clock skips moves forward by what was skipped; of one that
 * it shows twice, the first.
 * @example instantIn('2026-07-01T10:30', 'Europe/London') // '2026-07-01T10:30:00+01:00'
 */
export function instantIn(local: string, zone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return local;
  const shown = Date.parse(`${local}:00Z`);
  const around = [offsetAt(shown - DAY_MS, zone), offsetAt(shown + DAY_MS, zone)];
  const fitting = around.filter((o) => offsetAt(shown - o * MINUTE_MS, zone) === o);
  const at = shown - (fitting.length > 0 ? Math.max(...fitting) : (around[0] ?? 0)) * MINUTE_MS;
  const offset = offsetAt(at, zone);
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  return `${new Date(at + offset * MINUTE_MS).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
