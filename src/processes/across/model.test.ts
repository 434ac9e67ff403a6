import { expect, test } from 'vitest';
import { processLinkKind } from '../link-register/index.ts';
import { edgesOf, windowOf } from './model.ts';

const link = (from: object, to: object) => processLinkKind.schema.parse({ name: 'L', owner: 'post', from: { process: 'a', ...from }, to: { process: 'b', ...to } });

test('a link that names no steps is measured both ways, one that does only as it says', () => {
  expect(edgesOf('l', link({ key: 'order' }, {})).map((e) => [e.back, e.from.process, e.from.key, e.to.process, e.to.key])).toEqual([[false, 'a', 'order', 'b', null], [true, 'b', null, 'a', 'order']]);
  expect(edgesOf('l', link({ activities: ['Close'] }, {})).map((e) => [e.back, e.from.activities, e.to.activities])).toEqual([[false, ['Close'], null]]);
  expect(() => link({}, { process: 'a' })).toThrow('two different processes');
});

test('the window is the last month that is over, or the whole record where that is younger', () => {
  expect(windowOf('UTC', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 9)).id).toBe('2026-10');
  expect(windowOf('UTC', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 1)).id).toBe('2026-10');
  expect(windowOf('Europe/London', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 9))).toMatchObject({ start: Date.UTC(2026, 8, 30, 23), end: Date.UTC(2026, 10, 1) });
  expect(windowOf('UTC', Date.UTC(2026, 10, 3), Date.UTC(2026, 10, 9))).toEqual({ id: 'whole record', start: Date.UTC(2026, 10, 3), end: Date.UTC(2026, 10, 9) });
});
