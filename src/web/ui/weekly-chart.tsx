import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Series } from '../api/types.ts';
import { chartOption, type ChartLook } from './chart-option.ts';
import { quantity } from './format.ts';
import css from './chart-figure.module.css';

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface WeeklyChartProps extends ChartLook {
  readonly name: string;
  readonly series: readonly Series[];
  readonly height: number;
}

/** Series over time with their intervals and figures on the lines; it keeps the width of its place. */
export function WeeklyChart({ name, series, height, shape, young, level }: WeeklyChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart: EChartsType = init(place.current, null, { renderer: 'svg', height });
    const draw = () => {
      const width = place.current?.clientWidth ?? 300;
      chart.setOption(chartOption(series, { width, height, still: matchMedia('(prefers-reduced-motion: reduce)').matches }, { shape, young, level }), true);
      // With it the picture can be made smaller on paper.
      place.current?.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
    };
    draw();
    const watch = new ResizeObserver(() => { chart.resize({ height }); draw(); });
    watch.observe(place.current);
    return () => { watch.disconnect(); chart.dispose(); };
  }, [series, height, shape, young, level]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made of many elements is one picture to those who hear it
  return <div ref={place} className={css.chart} style={{ minHeight: height }} role="img" aria-label={spoken(name, series, young ?? 0)} />;
}

/** The chart in one sentence: each line's first and last figure that can be compared. */
function spoken(name: string, series: readonly Series[], young: number): string {
  const lines = series.flatMap((s) => {
    const known = s.points.slice(young).filter((p) => p.value !== null);
    const first = known[0], last = known.at(-1);
    return first === undefined || last === undefined ? [] : [`${s.name}: ${quantity(first.value, s.unit, last.value)} from ${first.start}, ${quantity(last.value, s.unit)} from ${last.start}`];
  });
  return `${name} ${lines.join('; ')}`;
}
