import { expect, test } from 'vitest';
import { workingHours } from './working-hours.ts';

test('days, ranges and breaks are read', () => {
  expect(workingHours('Mon-Fri 09:00-17:00', 'Europe/London')).toEqual({ zone: 'Europe/London', weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })), exceptions: new Map() });
  expect(workingHours('mon,Wednesday 8:00-12:00,13:00-24:00; Sun 00:00-04:30', 'UTC').weekly).toEqual([
    { weekday: 1, fromMinute: 480, toMinute: 720 }, { weekday: 1, fromMinute: 780, toMinute: 1440 }, { weekday: 3, fromMinute: 480, toMinute: 720 }, { weekday: 3, fromMinute: 780, toMinute: 1440 },
    { weekday: 7, fromMinute: 0, toMinute: 270 },
  ]);
});

test.each(['', 'always', 'Mon-Fri', 'Fri-Mon 09:00-17:00', 'Mon 17:00-09:00', 'Mon 09:00-25:00', 'Mon 9-17', 'Mon 09:00-17:00 Tue', 'Mon-Tue-Wed 09:00-17:00'])('“%s” is refused, with what was wanted', (text) => {
  expect(() => workingHours(text, 'UTC')).toThrow(/These are no working hours.*Mon-Fri 09:00-17:00/);
});
