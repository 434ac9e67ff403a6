import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, intersect, merge, subtract, union, type Interval } from './index.ts';

const seconds = 200;
const sets = fc.array(fc.record({ start: fc.integer({ min: 0, max: seconds }), end: fc.integer({ min: 0, max: seconds }) }), { maxLength: 12 });

/** One boolean a second: the obvious answer. */
const bitmap = (intervals: readonly Interval[]): boolean[] => Array.from({ length: seconds }, (_, s) => intervals.some((i) => i.start <= s && s < i.end));

const disjointAndOrdered = (intervals: readonly Interval[]): boolean => intervals.every((i, k) => i.start < i.end && (k === 0 || intervals[k - 1]!.end < i.start));

test('random sets of intervals equal a bitmap of every second', () => {
  fc.assert(fc.property(sets, sets, (a, b) => {
    const [x, y] = [bitmap(a), bitmap(b)];
    expect(bitmap(merge(a))).toEqual(x);
    expect(bitmap(union(a, b))).toEqual(x.map((v, s) => v || y[s]!));
    expect(bitmap(intersect(a, b))).toEqual(x.map((v, s) => v && y[s]!));
    expect(bitmap(subtract(a, b))).toEqual(x.map((v, s) => v && !y[s]!));
    expect(duration(a)).toBe(x.filter(Boolean).length);
    for (const result of [merge(a), union(a, b), intersect(a, b), subtract(a, b)]) expect(disjointAndOrdered(result)).toBe(true);
  }), { numRuns: 500 });
});

test('examples', () => {
  expect(merge([{ start: 5, end: 9 }, { start: 0, end: 6 }])).toEqual([{ start: 0, end: 9 }]);
  expect(merge([{ start: 3, end: 3 }])).toEqual([]);
  expect(intersect([{ start: 0, end: 6 }], [{ start: 4, end: 9 }])).toEqual([{ start: 4, end: 6 }]);
  expect(subtract([{ start: 0, end: 6 }], [{ start: 2, end: 3 }])).toEqual([{ start: 0, end: 2 }, { start: 3, end: 6 }]);
  expect(duration([{ start: 0, end: 6 }, { start: 4, end: 9 }])).toBe(9);
});
