import { expect, test } from 'vitest';
import { slugOf, viewAddress } from './view-address.ts';

test('an address says the same however it came about; log, view and an opened case are not in it', () => {
  expect(viewAddress({ log: 'o', view: 'map', top: 5, activity: ['b'], case: '7' })).toBe('activity=b&top=5');
  expect(viewAddress({ activity: ['b'], top: 5, figure: 'x' } as never)).toBe('activity=b&top=5');
  expect(viewAddress({})).toBe('');
});

test('ids of letters, digits and hyphens, whatever the name', () => {
  expect([slugOf('Late in Scotland!', 36), slugOf('Größe → 5', 1), slugOf('→', 1)]).toEqual(['late-in-scotland-10', 'gro-e-5-1', 'view-1']);
  expect(slugOf('x'.repeat(300), Date.now()).length).toBeLessThanOrEqual(64);
});
