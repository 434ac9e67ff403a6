import { expect, it } from 'vitest';
import { instantIn, localTime } from './zoned-time.ts';

it.each([
  ['2026-07-01T10:30', 'Europe/London', '2026-07-01T10:30:00+01:00'],
  ['2026-11-09T10:05', 'Europe/London', '2026-11-09T10:05:00+00:00'],
  ['2026-11-09T10:05', 'America/St_Johns', '2026-11-09T10:05:00-03:30'],
  ['2026-03-29T01:30', 'Europe/London', '2026-03-29T02:30:00+01:00'], // skipped: forward by the gap
  ['2026-10-25T01:30', 'Europe/London', '2026-10-25T01:30:00+01:00'], // twice: the first
])('%s in %s is %s, and shows as such again', (local, zone, instant) => {
  expect(instantIn(local, zone)).toBe(instant);
  expect(localTime(instant, zone)).toBe(instant.slice(0, 16));
});

it('leaves what is no time for the server to refuse', () => expect(instantIn('soon', 'UTC')).toBe('soon'));
