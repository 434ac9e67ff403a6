import type { EChartsCoreOption } from 'echarts/core';
import type { Get } from '../../api/types.ts';
import { niceAxis } from '../../ui/chart-axis.ts';
import { duration, when } from '../../ui/format.ts';

export type Dots = Get<'/event-logs/{id}/performance/dots'>;

/** Colours as the scheme in hand has them: a canvas knows no variables. */
export interface Inks { readonly accent: string; readonly quiet: string; readonly line: string; readonly ink: string; readonly card: string; readonly sans: string }

export interface DotsLook {
  /** Across: time since the case began, or the date. */
  readonly across: 'since' | 'when';
  readonly marked: string | undefined;
  readonly zone: string;
  readonly dark: boolean;
  readonly inks: Inks;
}

/** So few dots are drawn larger: they have the room, and a single one is else hardly seen. */
const FEW = 200;

/** What the chart library draws: all dots quiet, those of one step in the accent above them. */
export function dotsOption(dots: Dots, { across, marked, zone, dark, inks }: DotsLook): EChartsCoreOption {
  const began = dots.cases.map((k) => Date.parse(k.first));
  const at = (i: number) => [across === 'since' ? (dots.seconds[i] ?? 0) : (began[dots.case[i] ?? 0] ?? 0) + 1000 * (dots.seconds[i] ?? 0), dots.case[i] ?? 0, i];
  const mark = dots.activities.indexOf(marked ?? '');
  const [small, large] = dots.case.length <= FEW ? [6, 8] : [3, 5];
  const places = dots.case.map((_, i) => i);
  const words = { color: inks.quiet, fontFamily: inks.sans, fontSize: 12 };
  const axis = niceAxis(across === 'since' ? dots.seconds : [0], 's');
  return {
    animation: false, darkMode: dark,
    grid: { left: 8, right: 40, top: 8, bottom: 28, outerBoundsMode: 'none' },
    xAxis: across === 'since'
      ? { type: 'value', min: 0, max: axis.max, interval: axis.step, splitLine: { show: false }, axisLine: { show: true, onZero: false, lineStyle: { color: inks.line } }, axisLabel: { ...words, hideOverlap: true, formatter: (s: number) => (s === 0 ? '0' : duration(s)) } }
      : { type: 'time', splitLine: { show: false }, axisLine: { onZero: false, lineStyle: { color: inks.line } }, axisLabel: { ...words, hideOverlap: true, formatter: (ms: number) => when(new Date(ms).toISOString(), zone, 'day') } },
    yAxis: { type: 'value', inverse: true, min: -0.5, max: Math.max(0.5, dots.cases.length - 0.5), show: false },
    tooltip: {
      trigger: 'item', confine: true, backgroundColor: inks.card, borderColor: inks.line, textStyle: { ...words, color: inks.ink, fontSize: 13 },
      formatter: ({ value }: { value: readonly number[] }) => dotWords(dots, value[2] ?? 0, zone),
    },
    series: [
      { type: 'scatter', progressive: 0, symbolSize: small, itemStyle: { color: inks.quiet, opacity: 0.45 }, data: places.filter((i) => dots.activity[i] !== mark).map(at), emphasis: { disabled: true } },
      { type: 'scatter', progressive: 0, symbolSize: large, itemStyle: { color: inks.accent, opacity: 0.9 }, data: places.filter((i) => dots.activity[i] === mark).map(at), emphasis: { disabled: true }, z: 3 },
    ],
  };
}

/** One dot in words. Names come from data: as text, never as markup. */
export function dotWords(dots: Dots, i: number, zone: string): string {
  const k = dots.cases[dots.case[i] ?? 0];
  const seconds = dots.seconds[i] ?? 0;
  const at = new Date(Date.parse(k?.first ?? '') + 1000 * seconds).toISOString();
  return `<b>${escaped(dots.activities[dots.activity[i] ?? 0] ?? '')}</b><br>case ${escaped(k?.id ?? '')}<br>${when(at, zone)}, ${duration(seconds)} after it began`;
}

function escaped(name: string): string {
  return name.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
