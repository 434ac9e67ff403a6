import { describe, expect, it } from 'vitest';
import { chartOption, niceAxis } from './chart-option.ts';

const DAY = 86_400;
const point = (start: string, value: number | null, half = 0) => ({ start, value, lo: value === null || half === 0 ? null : value - half, hi: value === null || half === 0 ? null : value + half, n: 10 });
const weeks = { measure: 'cycle-time', name: 'median', unit: 'seconds', points: [point('2026-01-05', 2 * DAY, 1000), point('2026-01-12', null), point('2026-01-19', 3 * DAY, 1000)] };

describe('the axis of a chart', () => {
  it('begins at zero and has few round marks', () => {
    expect(niceAxis([700, 1204], 'cases')).toEqual({ min: 0, max: 1500, step: 500 });
    expect(niceAxis([2 * DAY, 7 * DAY], 'seconds')).toEqual({ min: 0, max: 10 * DAY, step: 5 * DAY });
    expect(niceAxis([0, 1], 'cases')).toEqual({ min: 0, max: 1, step: 1 });
  });

  it('shows shares near one where they differ, and never above one', () => {
    const { min, max } = niceAxis([0.991, 0.9995, 1], 'share');
    expect(min).toBeGreaterThan(0.98);
    expect(max).toBe(1);
  });
});

describe('what the chart draws', () => {
  const option = chartOption([weeks], { width: 400, still: true }) as { animation: boolean; series: { data: (number | null)[]; stack?: string; stackStrategy?: string }[] };

  it('draws the interval as a band below the line, and a week without a figure as a gap', () => {
    expect(option.series.map((s) => s.stack)).toEqual(['band 0', 'band 0', undefined]);
    expect(option.series[0]?.stackStrategy).toBe('all');
    expect(option.series[1]?.data).toEqual([2000, null, 2000]);
    expect(option.series[2]?.data).toEqual([2 * DAY, null, 3 * DAY]);
  });

  it('stands still for those who want no motion, and writes names as text', () => {
    expect(option.animation).toBe(false);
    const tip = (chartOption([{ ...weeks, name: '<img>' }], { width: 400, still: true }) as { tooltip: { formatter: (at: { dataIndex: number }[]) => string } }).tooltip.formatter([{ dataIndex: 0 }]);
    expect(tip).toContain('&#60;img&#62;');
    expect(tip).not.toContain('<img>');
  });
});
