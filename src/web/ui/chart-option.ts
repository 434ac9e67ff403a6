import type { EChartsCoreOption } from 'echarts/core';
import type { Series } from '../api/types.ts';
import { markOf, marks, months, niceAxis, type Axis } from './chart-axis.ts';
import { count, quantity } from './format.ts';

const ink = ['var(--hs-accent)', 'var(--hs-ink-3)', 'var(--hs-watch)'];
const QUIET = 'var(--hs-ink-3)';

/** What a chart shows beside its series. */
export interface ChartLook {
  /** Weeks that follow one another are a line; months that stand alone are points with their intervals. */
  readonly shape?: 'line' | 'points' | undefined;
  /** So many first weeks cannot be compared with later ones: they are drawn faint. */
  readonly young?: number | undefined;
  /** What was agreed, drawn across. */
  readonly level?: number | undefined;
}

interface Place { readonly width: number; readonly height: number; readonly still: boolean }

/** What the chart library draws for these series: bands first, then lines, figures and names on the lines, no legend, no grid. */
export function chartOption(series: readonly Series[], place: Place, look: ChartLook = {}): EChartsCoreOption {
  const unit = series[0]?.unit ?? '';
  const dates = [...new Set(series.flatMap((s) => s.points.map((p) => p.start)))].sort();
  const only = series.length === 1 ? series[0] : undefined;
  const values = series.flatMap((s) => s.points.flatMap((p) => (p.value === null ? [] : [p.value, p.lo, p.hi].filter((v): v is number => v !== null))));
  const axis = niceAxis([...values, ...(look.level === undefined ? [] : [look.level])], unit);
  const ends = only === undefined ? [] : endsOf(only, look);
  const right = Math.max(14, ...ends.map((e) => 14 + 7 * e.label.length), ...(only === undefined && look.shape !== 'points' ? series.map((s) => 14 + 7 * s.name.length) : []));
  const left = 12 + 7.2 * Math.max(...marks(axis).map((v) => markOf(v, unit).length));
  const points = look.shape === 'points';
  return {
    animation: !place.still, animationDuration: 250,
    grid: { left, right, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: { type: 'category', data: dates, boundaryGap: points, axisTick: { show: false }, axisLine: { lineStyle: { color: 'var(--hs-line-2)' } }, axisLabel: { ...words, ...months(dates, place.width - left - right) } },
    yAxis: { type: 'value', min: axis.min, max: axis.max, interval: axis.step, splitLine: { show: false }, axisLabel: { ...words, formatter: (v: number) => markOf(v, unit) } },
    tooltip: tooltip(series),
    series: [
      ...series.flatMap((s, i): object[] => (points ? dots(s, dates) : [...band(s, i, dates), ...lines(s, i, dates, look.young ?? 0, only === undefined ? nameShift(series, i, axis, place.height) : null)])),
      ...labelled(ends, dates, axis, place.height),
    ],
  };
}

const TOP = 22, BOTTOM = 24;
const words = { color: QUIET, fontFamily: 'var(--hs-sans)', fontSize: 12 };
const silent = { type: 'line', symbol: 'none', silent: true, emphasis: { disabled: true }, tooltip: { show: false } };

/** How far the name of a line moves up (below nought) or down from its end, so that the names of lines that end near each other stay apart. */
function nameShift(series: readonly Series[], i: number, axis: Axis, height: number): number {
  const ends = series.map((s, at) => ({ at, y: heightOf(s.points.findLast((p) => p.value !== null)?.value ?? axis.min, axis, height) })).sort((a, b) => a.y - b.y || a.at - b.at);
  const placed: number[] = [];
  for (const { y } of ends) placed.push(Math.max(y, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + APART));
  // The whole pile moves back by half of what it was pushed down.
  const back = (placed.at(-1)! - ends.at(-1)!.y) / 2;
  const at = ends.findIndex((e) => e.at === i);
  return placed[at]! - back - ends[at]!.y;
}

/** Pixels below the top of the chart. */
function heightOf(value: number, axis: Axis, height: number): number {
  return ((axis.max - value) / (axis.max - axis.min)) * (height - TOP - BOTTOM);
}

function lines(s: Series, i: number, dates: readonly string[], young: number, shift: number | null) {
  const at = new Map(s.points.map((p) => [p.start, p.value]));
  const style = { type: 'line', symbolSize: 6, connectNulls: false, emphasis: { disabled: true } };
  const head = young === 0 ? [] : [{ ...silent, data: dates.map((d, k) => (k <= young ? (at.get(d) ?? null) : null)), lineStyle: { width: 1.4, type: 'dotted', color: QUIET } }];
  return [...head, {
    ...style, name: s.name, data: dates.map((d, k) => (k < young ? null : (at.get(d) ?? null))), showSymbol: s.points.length < 3, z: 3,
    lineStyle: { width: i === 0 ? 2.2 : 1.8, color: ink[i] }, itemStyle: { color: ink[i] },
    // One line alone is named by the title above it; several each beside their end, where no line runs.
    endLabel: { show: shift !== null, formatter: s.name, color: ink[i], fontFamily: 'var(--hs-sans)', fontSize: 12, distance: 6, offset: [0, shift ?? 0] },
  }];
}

/** Each month as a point; where a part of it is not known, a stroke from the worst to the best that it can have been. */
function dots(s: Series, dates: readonly string[]) {
  const at = new Map(s.points.map((p) => [p.start, p.value]));
  const strokes = s.points.flatMap((p) => (p.lo === null || p.hi === null ? [] : [[p.start, p.lo], [p.start, p.hi], [p.start, null]]));
  return [
    { ...silent, data: strokes, lineStyle: { width: 1.4, color: QUIET } },
    { type: 'line', name: s.name, data: dates.map((d) => at.get(d) ?? null), symbol: 'circle', symbolSize: 8, lineStyle: { opacity: 0 }, itemStyle: { color: ink[0] }, emphasis: { disabled: true }, z: 3 },
  ];
}

interface End { readonly from: number; readonly value: number; readonly label: string; readonly ours: boolean }

const COMPARED = 12;

/** What stands at the right end of one series: its last figure, and what that is compared with (the mean of the weeks before, or the level agreed). */
function endsOf({ points, unit }: Series, { shape, level, young = 0 }: ChartLook): End[] {
  if (shape === 'points') return level === undefined ? [] : [{ from: 0, value: level, label: `agreed ${markOf(level, unit)}`, ours: false }];
  const at = points.length - 1;
  const value = points[at]?.value ?? null;
  if (value === null) return [];
  // As the claim's: the twelve weeks before, without the log's first, which is hardly ever whole, and those in which it settled.
  const from = Math.max(1, at - COMPARED, young);
  const before = points.slice(from, at).flatMap((p) => (p.value === null ? [] : [p.value]));
  const mean = before.reduce((sum, v) => sum + v, 0) / before.length;
  return [{ from: at, value, label: markOf(value, unit), ours: true }, ...(before.length < 2 ? [] : [{ from, value: mean, label: markOf(unit === 'cases' ? Math.round(mean) : mean, unit, value), ours: false }])];
}

/** Their labels keep so many pixels between them. */
const APART = 15;

function labelled(ends: readonly End[], dates: readonly string[], axis: Axis, height: number) {
  const y = (v: number) => heightOf(v, axis, height);
  const [one, two] = ends;
  const gap = one === undefined || two === undefined ? APART : Math.abs(y(one.value) - y(two.value));
  const push = gap >= APART ? 0 : (APART - gap) / 2;
  return ends.map((end) => {
    const other = end === one ? two : one;
    const above = other === undefined || end.value > other.value || (end.value === other.value && end.ours);
    return {
      // A label at the end of a line that begins later than the axis has no place while the line is being drawn.
      ...silent, animation: false, z: 4, data: dates.map((_, i) => (i >= end.from ? end.value : null)), lineStyle: { width: 1.2, type: 'dashed', color: QUIET, opacity: end.ours ? 0 : 1 },
      ...(end.ours ? { symbol: 'circle', showSymbol: true, symbolSize: 7, itemStyle: { color: ink[0] } } : {}),
      endLabel: { show: true, formatter: end.label, color: end.ours ? 'var(--hs-ink)' : QUIET, fontWeight: end.ours ? 600 : 400, fontFamily: 'var(--hs-sans)', fontSize: 12, distance: 6, offset: [0, above ? -push : push] },
    };
  });
}

function band(s: Series, i: number, dates: readonly string[]) {
  const at = new Map(s.points.map((p) => [p.start, p]));
  const both = dates.map((d) => { const p = at.get(d); return p !== undefined && p.value !== null && p.lo !== null && p.hi !== null ? { lo: p.lo, hi: p.hi } : null; });
  if (both.every((b) => b === null)) return [];
  const common = { ...silent, stack: `band ${i}`, stackStrategy: 'all', lineStyle: { opacity: 0 } };
  return [
    { ...common, data: both.map((b) => b?.lo ?? null) },
    { ...common, data: both.map((b) => (b === null ? null : b.hi - b.lo)), areaStyle: { color: i === 0 ? 'var(--hs-band)' : 'var(--hs-band-2)', opacity: 1 } },
  ];
}

function tooltip(series: readonly Series[]) {
  return {
    trigger: 'axis', confine: true, backgroundColor: 'var(--hs-card)', borderColor: 'var(--hs-line-2)', textStyle: { ...words, color: 'var(--hs-ink)', fontSize: 13 },
    axisPointer: { lineStyle: { color: 'var(--hs-line-2)' } },
    formatter: (at: readonly { axisValue: string }[]) => {
      const date = at[0]?.axisValue ?? '';
      const said = series.flatMap((s) => { const p = s.points.find((q) => q.start === date); return p === undefined ? [] : [`${escaped(s.name)}: <b>${quantity(p.value, s.unit)}</b>${p.lo === null || p.hi === null ? '' : ` (${quantity(p.lo, s.unit)} – ${quantity(p.hi, s.unit)})`} · n ${count(p.n)}`]; });
      return `from ${escaped(date)}<br>${said.join('<br>')}`;
    },
  };
}

/** Names come from data: as text, never as markup. */
function escaped(name: string): string {
  return name.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
