import { expect, test } from 'vitest';
import { changeOf, clockAt, type Draft, draftOf } from './changes.ts';

const ground = { activities: ['Pick', 'Pack'], services: [{ id: 'wms' }], from: '2026-11-08T23:00:00Z', zone: 'Europe/Amsterdam' };
const made = (kind: Draft['kind'], change: Partial<Draft> = {}) => changeOf({ ...draftOf(kind, ground), ...change }, ground.zone);

test('a new change of each kind is whole; a stop begins on the first Monday at ten', () => {
  expect((['skip', 'people', 'touch', 'arrivals', 'stop', 'stop-service'] as const).map((kind) => made(kind))).toEqual([
    { kind: 'skip', activity: 'Pick', share: 0.5 }, { kind: 'people', activity: 'Pick', by: 1 }, { kind: 'touch', activity: 'Pick', factor: 0.8 }, { kind: 'arrivals', factor: 1.1 },
    { kind: 'stop', activity: 'Pick', at: '2026-11-09T09:00:00.000Z', hours: 4 }, { kind: 'stop-service', service: 'wms', at: '2026-11-09T09:00:00.000Z', hours: 4 },
  ]);
});

test('less and more, parts of the work, and what is not whole', () => {
  expect([made('people', { way: 'less', amount: 2, of: 'Leeds' }), made('touch', { way: 'more', amount: 12.5 }), made('arrivals', { way: 'less', amount: 100 })]).toEqual([
    { kind: 'people', activity: 'Pick', by: -2, of: 'Leeds' }, { kind: 'touch', activity: 'Pick', factor: 1.125 }, { kind: 'arrivals', factor: 0 },
  ]);
  expect([made('skip', { amount: '' }), made('skip', { amount: 101 }), made('people', { amount: 1.5 }), made('people', { amount: 0 }), made('stop', { at: '' }), made('stop-service', { service: '' }), made('skip', { activity: '' })]).toEqual(Array.from({ length: 7 }, () => undefined));
});

test('the wall clock of a zone', () => {
  expect(clockAt(Date.parse('2026-11-09T09:00:00Z'), 'Europe/Amsterdam')).toBe('2026-11-09T10:00');
});
