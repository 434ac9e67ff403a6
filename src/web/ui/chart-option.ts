import type { EChartsCoreOption } from 'echarts/core';
import type { Series } from '../api/types.ts';
import { count, isTime, quantity } from './format.ts';

const HOUR = 3600, DAY = 86_400;
const ink = ['var(--hs-accent)', 'var(--hs-ink-3)', 'var(--hs-watch)'];

/** The span that a chart's axis shows and the distance between its marks. */
export interface Axis { readonly min: number; readonly max: number; readonly step: number }

/**
 * An axis with at most four round marks: from zero, unless what moves is small beside what stands (shares near one).
 * @example niceAxis([180_000, 250_000], 'seconds') // { min: 0, max: 345_600, step: 86_400 · 2 }
 */
export function niceAxis(values: readonly number[], unit: string): Axis {
  const high = Math.max(...values, 0), low = Math.min(...values, high);
  const floor = low > 0 && high - low < 0.15 * high && unit === 'share' ? low - 0.2 * (high - low) : Math.min(0, low);
  const span = Math.max(high - floor, 1e-9);
  const base = unit === 'working s' ? HOUR : isTime(unit) ? (span > 2 * DAY ? DAY : span > 2 * HOUR ? HOUR : span > 120 ? 60 : 1) : 1;
  const step = base * roundStep(span / base / 3, unit === 'share');
  const max = Math.ceil(high / step - 1e-9) * step;
  return { min: Math.floor(floor / step + 1e-9) * step, max: unit === 'share' ? Math.min(1, max) : max, step };
}

function roundStep(raw: number, fine: boolean): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((m) => m * power >= raw * 0.999) ?? 10) * power;
  return fine ? step : Math.max(1, step);
}

/** What the chart library draws for these series: bands first, then lines, names on the lines, no legend, no grid. */
export function chartOption(series: readonly Series[], { width, still }: { readonly width: number; readonly still: boolean }): EChartsCoreOption {
  const unit = series[0]?.unit ?? '';
  const dates = [...new Set(series.flatMap((s) => s.points.map((p) => p.start)))].sort();
  const values = series.flatMap((s) => s.points.flatMap((p) => (p.value === null ? [] : [p.value, p.lo, p.hi].filter((v): v is number => v !== null))));
  const axis = niceAxis(values, unit);
  return {
    animation: !still, animationDuration: 250,
    grid: { left: 12 + 7.2 * Math.max(...marks(axis).map((v) => scale(v, unit).length)), right: 14, top: 22, bottom: 24, outerBoundsMode: 'none' },
    xAxis: { type: 'category', data: dates, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: 'var(--hs-line-2)' } }, axisLabel: { ...words, ...months(dates, width) } },
    yAxis: { type: 'value', min: axis.min, max: axis.max, interval: axis.step, splitLine: { show: false }, axisLabel: { ...words, formatter: (v: number) => scale(v, unit) } },
    tooltip: tooltip(series, dates),
    series: series.flatMap((s, i) => [...band(s, i, dates), line(s, i, dates, series.length === 1 ? null : lower(series, i))]),
  };
}

function marks({ min, max, step }: Axis): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => min + i * step);
}

function scale(value: number, unit: string): string {
  return quantity(value, unit === 'share' || isTime(unit) || unit === 'working s' ? unit : '');
}

const words = { color: 'var(--hs-ink-3)', fontFamily: 'var(--hs-sans)', fontSize: 12 };

/** Marks the first date of a month, and of those only as many as the width holds. */
function months(dates: readonly string[], width: number) {
  const first = dates.map((d, i) => i > 0 && d.slice(0, 7) !== dates[i - 1]?.slice(0, 7));
  const every = Math.max(1, Math.ceil(first.filter(Boolean).length / Math.max(2, Math.floor(width / 90))));
  let seen = 0;
  const shown = first.map((is) => is && seen++ % every === 0);
  return { interval: (i: number) => shown[i] ?? false, formatter: (d: string) => new Date(`${d}T12:00:00Z`).toLocaleDateString('en-GB', { month: 'short', ...(d.slice(5, 7) === '01' ? { year: '2-digit' } : {}), timeZone: 'UTC' }) };
}

/** Whether a series runs below another that shares its chart: then its name goes under its line. */
function lower(series: readonly Series[], i: number): boolean {
  const last = series.map((s) => s.points.findLast((p) => p.value !== null)?.value ?? 0);
  return series.length > 1 && last.some((v) => v > (last[i] ?? 0));
}

function line(s: Series, i: number, dates: readonly string[], below: boolean | null) {
  const at = new Map(s.points.map((p) => [p.start, p.value]));
  return {
    type: 'line', name: s.name, data: dates.map((d) => at.get(d) ?? null), showSymbol: s.points.length < 3, symbolSize: 6, connectNulls: false, z: 3,
    lineStyle: { width: i === 0 ? 2.2 : 1.8, color: ink[i] }, itemStyle: { color: ink[i] }, emphasis: { disabled: true },
    // One line alone is named by the title above it.
    endLabel: { show: below !== null, formatter: s.name, color: ink[i], fontFamily: 'var(--hs-sans)', fontSize: 12, align: 'right', verticalAlign: below === true ? 'top' : 'bottom', offset: [-6, below === true ? 9 : -9] },
  };
}

function band(s: Series, i: number, dates: readonly string[]) {
  const at = new Map(s.points.map((p) => [p.start, p]));
  const both = dates.map((d) => { const p = at.get(d); return p !== undefined && p.value !== null && p.lo !== null && p.hi !== null ? { lo: p.lo, hi: p.hi } : null; });
  if (both.every((b) => b === null)) return [];
  const common = { type: 'line', stack: `band ${i}`, stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, emphasis: { disabled: true }, tooltip: { show: false } };
  return [
    { ...common, data: both.map((b) => b?.lo ?? null) },
    { ...common, data: both.map((b) => (b === null ? null : b.hi - b.lo)), areaStyle: { color: i === 0 ? 'var(--hs-band)' : 'var(--hs-band-2)', opacity: 1 } },
  ];
}

function tooltip(series: readonly Series[], dates: readonly string[]) {
  return {
    trigger: 'axis', confine: true, backgroundColor: 'var(--hs-card)', borderColor: 'var(--hs-line-2)', textStyle: { ...words, color: 'var(--hs-ink)', fontSize: 13 },
    axisPointer: { lineStyle: { color: 'var(--hs-line-2)' } },
    formatter: (at: readonly { dataIndex: number }[]) => {
      const date = dates[at[0]?.dataIndex ?? 0];
      const lines = series.flatMap((s) => { const p = s.points.find((q) => q.start === date); return p === undefined ? [] : [`${escaped(s.name)}: <b>${quantity(p.value, s.unit)}</b>${p.lo === null || p.hi === null ? '' : ` (${quantity(p.lo, s.unit)} – ${quantity(p.hi, s.unit)})`} · n ${count(p.n)}`]; });
      return `from ${date}<br>${lines.join('<br>')}`;
    },
  };
}

/** Names come from data: as text, never as markup. */
function escaped(name: string): string {
  return name.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
