import { expect, test } from 'vitest';
import { changeInWords, differenceInWords } from './words.ts';

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

test('a difference has a direction only where its interval excludes nought', () => {
  const d = (measure: string, quantity: string, estimate: number | null, lo: number, hi: number) => differenceInWords({ measure, quantity, before: 100, estimate, lo, hi, n: 40 });
  expect(d('hands-on-time', 'Hands-on time', -110, -120, -90)).toBe('Hands-on time: about 110 hours less a week.');
  expect(d('median-cycle-time', 'Median cycle time', -8.6, -29.2, -5.02)).toBe('Median cycle time: between 5 and 30 hours shorter.');
  expect(d('cases-completed', 'Cases completed', -1.4, -27.3, 19.8)).toBe('Cases completed: we cannot yet tell; between 30 cases fewer and 20 cases more a week.');
  expect(d('waiting-for-people', 'Waiting for people', 40, 37, 43)).toBe('Waiting for people: about 40 hours more a week.');
  expect(d('waiting-for-people', 'Waiting for people', 0, 0, 0)).toBe('Waiting for people: no measurable effect.');
  expect(d('median-cycle-time', 'Median cycle time', 0.1, -0.5, 0.9)).toBe('Median cycle time: no measurable effect.');
  expect(d('median-cycle-time', 'Median cycle time', null, 0, 0)).toBe('Median cycle time: no run gave a figure.');
});
