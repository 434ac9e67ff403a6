import { expect, test } from 'vitest';
import { changeInWords } from './words.ts';

test('changes in words', () => {
  const at = '2026-09-14T10:00:00+01:00';
  expect(changeInWords({ kind: 'touch', activity: 'Pick', factor: 0.8 }, 'UTC')).toBe('“Pick” takes 20% less time');
  expect([
    { kind: 'touch', activity: 'Pick', factor: 1.125 }, { kind: 'skip', activity: 'Approve', share: 0.6 }, { kind: 'skip', activity: 'Approve', share: 1 }, { kind: 'people', activity: 'Pick', by: 2 },
    { kind: 'people', activity: 'Pick', of: 'Leeds', by: -1 }, { kind: 'arrivals', factor: 1.1 }, { kind: 'stop', activity: 'Pick', at, hours: 1 },
  ].map((c) => changeInWords(c as never, 'Europe/London'))).toEqual([
    '“Pick” takes 12.5% more time', '“Approve” is left out 60% of the times', '“Approve” is always left out', '2 people more at “Pick”', '1 person fewer at “Pick” (Leeds)', '10% more cases come',
    '“Pick” stops for 1 hour from Monday 14 September 2026, 10:00',
  ]);
  expect(changeInWords({ kind: 'stop-service', service: 'wms', at, hours: 4 }, 'Europe/London', { name: 'Warehouse system', activities: ['Pick', 'Pack', 'Ship'] })).toBe('Warehouse system is down for 4 hours from Monday 14 September 2026, 10:00, which stops “Pick”, “Pack” and “Ship”');
});
