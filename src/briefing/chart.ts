import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { z } from 'zod';
import type { seriesSchema } from '../evidence/index.ts';

use([LineChart, GridComponent, SVGRenderer]);

type Series = z.infer<typeof seriesSchema>;
const colours = ['#0b5d6b', '#8d8a80', '#6ea3ab'];

/**
 * A weekly series as an SVG picture of `width` × `height` points: a line a series with its name at its end, the band of its interval where
 * there is one, first and last week below; no legend and no grid, as the picture answers one question.
 */
export function chartSvg(series: readonly Series[], { width = 300, height = 110 } = {}): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const weeks = [...new Set(series.flatMap((s) => s.points.map((p) => p.start)))].sort();
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'Inter', fontSize: 9 },
    grid: { left: 34, right: series.length > 1 ? 52 : 8, top: 8, bottom: 18 },
    xAxis: { type: 'category', data: weeks, boundaryGap: false, axisLine: { lineStyle: { color: '#cfcbc1' } }, axisTick: { show: false }, axisLabel: { color: '#66707b', fontSize: 8, showMinLabel: true, showMaxLabel: true, alignMinLabel: 'left', alignMaxLabel: 'right', interval: Math.max(weeks.length - 2, 0), formatter: (week: string) => shortDate(week) } },
    yAxis: { type: 'value', scale: true, splitNumber: 2, splitLine: { show: false }, axisLabel: { color: '#66707b', fontSize: 8 } },
    series: series.flatMap((s, i) => [...band(s, weeks, i), line(s, weeks, i, series.length > 1)]),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

function line(s: Series, weeks: readonly string[], i: number, named: boolean) {
  const value = new Map(s.points.map((p) => [p.start, p.value]));
  return { type: 'line', name: s.name, data: weeks.map((w) => value.get(w) ?? null), showSymbol: false, lineStyle: { width: 1.6, color: colours[i % 3] }, itemStyle: { color: colours[i % 3] }, endLabel: { show: named, formatter: s.name, color: colours[i % 3], fontSize: 8 } };
}

/** The interval as two stacked lines with the area between; weeks without one leave a gap. */
function band(s: Series, weeks: readonly string[], i: number) {
  if (!s.points.some((p) => p.lo !== null && p.hi !== null)) return [];
  const point = new Map(s.points.map((p) => [p.start, p]));
  const plain = { type: 'line', stack: `band-${i}`, stackStrategy: 'all', showSymbol: false, lineStyle: { opacity: 0 }, silent: true };
  return [
    { ...plain, data: weeks.map((w) => point.get(w)?.lo ?? null) },
    { ...plain, data: weeks.map((w) => width(point.get(w))), areaStyle: { color: colours[i % 3], opacity: 0.14 } },
  ];
}

function width(p: { lo: number | null; hi: number | null } | undefined): number | null {
  return p?.lo == null || p.hi == null ? null : p.hi - p.lo;
}

function shortDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1));
}
