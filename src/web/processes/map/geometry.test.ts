import { describe, expect, it } from 'vitest';
import { curve, lines, nearest, strokeWidth } from './geometry.ts';

const p = (x: number, y: number) => ({ x, y });

describe('drawing a process map', () => {
  it('draws cubic curves, and the rest as quadratics or lines', () => {
    expect(curve([p(0, 0), p(5, 0)])).toBe('M0 0L5 0');
    expect(curve([p(0, 0), p(1, 2), p(3, 4)])).toBe('M0 0Q1 2 3 4');
    expect(curve([p(0, 0), p(1, 1), p(2, 2), p(3, 3), p(4, 4.04)])).toBe('M0 0C1 1 2 2 3 3L4 4');
  });

  it('breaks names at spaces and underscores, in three lines at most', () => {
    expect(lines('Determine confirmation of receipt', 20)).toEqual(['Determine', 'confirmation of', 'receipt']);
    expect(lines('W_Completeren_aanvraag', 14)).toEqual(['W_Completeren_', 'aanvraag']);
    expect(lines('a'.repeat(30), 20)).toEqual(['a'.repeat(20), 'a'.repeat(10)]);
    expect(lines('one two three four five six seven', 9)).toEqual(['one two', 'three', 'four five…'.slice(0, 8) + '…']);
  });

  it('scales widths by the root, and moves to what lies nearest that way', () => {
    expect([strokeWidth(100, 100), strokeWidth(0, 100), strokeWidth(1, 0)]).toEqual([7, 1.4, 1.4]);
    expect(strokeWidth(25, 100)).toBeCloseTo(4.2, 12);
    const items = [p(100, 0), p(60, 50), p(-10, 0)];
    expect(nearest(p(0, 0), items, 'ArrowRight')).toEqual(p(100, 0));
    expect(nearest(p(0, 0), items, 'ArrowLeft')).toEqual(p(-10, 0));
    expect(nearest(p(0, 0), items, 'ArrowDown')).toEqual(p(60, 50));
    expect(nearest(p(0, 0), items, 'ArrowUp')).toBeUndefined();
  });
});
