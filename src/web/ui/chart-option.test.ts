import { describe, expect, it } from 'vitest';
import { markOf, months, niceAxis } from './chart-axis.ts';
import { chartOption } from './chart-option.ts';

const DAY = 86_400;
const point = (start: string, value: number | null, half = 0) => ({ start, value, lo: value === null || half === 0 ? null : value - half, hi: value === null || half === 0 ? null : value + half, n: 10 });
const weeks = { measure: 'cycle-time', name: 'median', unit: 'seconds', points: [point('2026-01-05', 2 * DAY, 1000), point('2026-01-12', null), point('2026-01-19', 3 * DAY, 1000)] };

describe('the axis of a chart', () => {
  it('begins at zero and has few round marks', () => {
    expect(niceAxis([700, 1204], 'cases')).toEqual({ min: 0, max: 1500, step: 500 });
    expect(niceAxis([2 * DAY, 7 * DAY], 'seconds')).toEqual({ min: 0, max: 10 * DAY, step: 5 * DAY });
    expect(niceAxis([0, 1], 'cases')).toEqual({ min: 0, max: 1, step: 1 });
  });

  it('is there where nothing moves: at nought, and at one', () => {
    expect(niceAxis([0, 0], 'share')).toEqual({ min: 0, max: 0.5, step: 0.5 });
    expect(niceAxis([0, 0], 's')).toEqual({ min: 0, max: 1, step: 1 });
    expect(niceAxis([1, 1], 'share')).toEqual({ min: 0, max: 1, step: 0.5 });
  });

  it('shows shares near one where they differ, and never above one', () => {
    const { min, max } = niceAxis([0.991, 0.9995, 1], 'share');
    expect(min).toBeGreaterThan(0.98);
    expect(max).toBe(1);
  });
});

describe('what the chart draws', () => {
  interface Drawn { data: (number | null)[]; stack?: string; stackStrategy?: string; lineStyle: { type?: string }; endLabel?: { formatter: string; offset: number[] } }
  const place = { width: 400, height: 168, still: true };
  const option = chartOption([weeks], place) as { animation: boolean; series: Drawn[] };
  const drawn = (series: Parameters<typeof chartOption>[0], look = {}) => (chartOption(series, place, look) as { series: Drawn[] }).series;

  it('draws the interval as a band below the line, and a week without a figure as a gap', () => {
    expect(option.series.map((s) => s.stack)).toEqual(['band 0', 'band 0', undefined, undefined]);
    expect(option.series[0]?.stackStrategy).toBe('all');
    expect(option.series[1]?.data).toEqual([2000, null, 2000]);
    expect(option.series[2]?.data).toEqual([2 * DAY, null, 3 * DAY]);
  });

  it('stands still for those who want no motion, and writes names as text', () => {
    expect(option.animation).toBe(false);
    const tip = (chartOption([{ ...weeks, name: '<img>' }], place) as { tooltip: { formatter: (at: { axisValue: string }[]) => string } }).tooltip.formatter([{ axisValue: '2026-01-05' }]);
    expect(tip).toContain('&#60;img&#62;');
    expect(tip).not.toContain('<img>');
  });

  it('ends in the last figure and the mean of the twelve weeks before it, in one unit, apart from each other', () => {
    const fifteen = { ...weeks, points: Array.from({ length: 15 }, (_, i) => point(`2026-02-${String(i + 1).padStart(2, '0')}`, i === 14 ? 2640 : i < 2 ? 1e6 : 2700)) };
    const [last, mean] = drawn([fifteen]).slice(-2);
    expect([last, mean].map((x) => (x as { animation?: boolean } | undefined)?.animation)).toEqual([false, false]);
    expect([last?.endLabel?.formatter, mean?.endLabel?.formatter].map((t) => t?.replaceAll('\u00a0', ' '))).toEqual(['44 min', '45 min']);
    expect(mean?.data.filter((v) => v !== null)).toHaveLength(13);
    expect((mean?.endLabel?.offset[1] ?? 0) - (last?.endLabel?.offset[1] ?? 0)).toBeLessThan(-10);
    expect(drawn([fifteen], { young: 8 }).at(-1)?.data.filter((v) => v !== null)).toHaveLength(7);
    expect(drawn([{ ...weeks, points: [...weeks.points, point('2026-01-26', null)] }])).toHaveLength(3);
  });

  it('names several lines in the margin, apart from each other, the upper one above', () => {
    const of = (name: string, last: number) => ({ measure: name, name, unit: 'cases', points: [point('2026-01-05', 900), point('2026-01-12', last)] });
    const shift = (a: number, b: number) => drawn([of('started', a), of('completed', b)]).map((s) => s.endLabel!.offset[1]!);
    const [upper, under] = shift(1001, 1000);
    expect([upper! < 0, under! > 0, under! - upper! >= 14]).toEqual([true, true, true]);
    expect(shift(1000, 1001)[0]).toBeGreaterThan(0);
    expect(shift(1500, 100)).toEqual([0, 0]);
    expect((chartOption([of('started', 1), of('completed', 2)], place) as unknown as { grid: { right: number } }).grid.right).toBeGreaterThanOrEqual(14 + 7 * 'completed'.length);
  });

  it('draws weeks that came too early faint, joined to the rest', () => {
    const [head, rest] = drawn([{ ...weeks, points: [1, 2, 3, 4].map((v, i) => point(`2026-01-0${i + 1}`, v)) }], { young: 2 });
    expect(head).toMatchObject({ data: [1, 2, 3, null], lineStyle: { type: 'dotted' } });
    expect(rest?.data).toEqual([null, null, 3, 4]);
  });

  it('draws months as points with the level agreed, and a stroke where a part of one is not known', () => {
    const months = { ...weeks, unit: 'share', points: [{ ...point('2026-01-01', 0.99), lo: 0.95, hi: 0.995 }, point('2026-02-01', 1)] };
    const [strokes, points, agreed] = drawn([months], { shape: 'points', level: 0.999 });
    expect(strokes?.data).toEqual([['2026-01-01', 0.95], ['2026-01-01', 0.995], ['2026-01-01', null]]);
    expect(points?.data).toEqual([0.99, 1]);
    expect(agreed?.endLabel?.formatter).toBe('agreed 99.9%');
  });
});

describe('marks on an axis', () => {
  it('are short: zero without a unit, working hours as hours, months with the year in January', () => {
    expect([markOf(0, 's'), markOf(0, 'share'), markOf(28.3 * 3600, 'working s'), markOf(1204, 'cases')].map((t) => t.replaceAll('\u00a0', ' '))).toEqual(['0', '0%', '28.3 h', '1,204']);
    const dates = ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];
    const { interval, formatter } = months(dates, 130);
    expect(dates.filter((_, i) => interval(i)).map(formatter)).toEqual(['Jan 2026', 'Mar']);
    expect([0, 1, 2].map(months(['2026-01-26', '2026-02-02', '2026-02-09'], 300).interval)).toEqual([false, true, false]);
  });
});
