import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headTooYoung } from './truncation.ts';

describe('the head of a young record', () => {
  it('ends where the record is as old as a typical case takes', () => {
    expect(headTooYoung([1, 2, 9, 9, 9, 9], 3)).toBe(2);
    expect(headTooYoung([0, 0, 0, 0, 35, null, 38, 38, 38], 7)).toBe(5);
  });

  it('is nothing where cases take less than a step, or nothing is known', () => {
    expect(headTooYoung([1, 2, 1], 3)).toBe(0);
    expect(headTooYoung([3, 3], 3)).toBe(0);
    expect(headTooYoung([], 3)).toBe(0);
    expect(headTooYoung([null, null], 3)).toBe(0);
  });

  it('is never longer than the record, and at its end the record is younger than typical', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), { maxLength: 60 }), fc.double({ min: 1, max: 1e5, noNaN: true }), (durations, step) => {
      const head = headTooYoung(durations, step);
      const known = durations.filter((d) => d !== null).sort((a, b) => a - b);
      expect(head).toBeLessThanOrEqual(durations.length);
      expect(head === 0 || head * step < known.at(-1)!).toBe(true);
    }));
  });
});
