import { describe, expect, it } from 'vitest';
import { dateIn, startOf } from './dates.ts';

describe('days of a filter', () => {
  it('begin at midnight of the zone, also on the days when the clock is moved', () => {
    expect(startOf('2026-11-09', 'Europe/Amsterdam')).toBe('2026-11-08T23:00:00.000Z');
    expect(startOf('2026-07-01', 'Europe/Amsterdam')).toBe('2026-06-30T22:00:00.000Z');
    expect(startOf('', 'UTC')).toBeUndefined();
  });

  it('come back as they were written', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-01-01']) expect(dateIn(startOf(day, 'Europe/London') ?? '', 'Europe/London')).toBe(day);
    expect(dateIn('nonsense', 'UTC')).toBe('');
  });
});
