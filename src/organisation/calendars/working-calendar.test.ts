import { expect, test } from 'vitest';
import { workingMs } from '../../maths/time/index.ts';
import { workingCalendar } from './working-calendar.ts';

test('agreed hours count as written: round the clock holds on holidays, other hours give way to them', () => {
  expect(workingCalendar({ zone: 'UTC', week: 'always', holidays: new Map([['2026-12-25', []]]) }).weekly).toHaveLength(7);
  const office = workingCalendar({ zone: 'UTC', week: { friday: ['08:00-12:00', '13:00-17:30'] }, holidays: new Map([['2026-12-25', []], ['2026-12-26', ['10:00-12:00']]]) });
  const hours = (from: string, to: string) => workingMs(office, Date.parse(from), Date.parse(to)) / 3_600_000;
  expect(hours('2026-12-18T00:00:00Z', '2026-12-19T00:00:00Z')).toBe(8.5);
  expect(hours('2026-12-25T00:00:00Z', '2026-12-27T00:00:00Z')).toBe(2);
});
