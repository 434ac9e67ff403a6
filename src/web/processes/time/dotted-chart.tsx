import { useComputedColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type Dots, dotsOption, type DotsLook, type Inks } from './dots-option.ts';
import css from './time.module.css';

use([ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface DottedChartProps extends Omit<DotsLook, 'inks' | 'dark'> {
  readonly dots: Dots;
  readonly name: string;
}

/** Dots by the thousand, on a canvas; a click on one opens its case. */
export function DottedChart({ dots, across, marked, zone, name }: DottedChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const made = useRef<EChartsType>(null);
  const navigate = useNavigate({ from: '/flow' });
  const dark = useComputedColorScheme('light') === 'dark';
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart: EChartsType = init(place.current, null, { renderer: 'canvas' });
    made.current = chart;
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => { watch.disconnect(); chart.dispose(); };
  }, []);
  useEffect(() => {
    if (place.current !== null) made.current?.setOption(dotsOption(dots, { across, marked, zone, dark, inks: inksOf(place.current) }), true);
  }, [dots, across, marked, zone, dark]);
  useEffect(() => {
    const chart = made.current;
    chart?.on('click', ({ value }) => { const id = dots.cases[(value as number[])[1] ?? -1]?.id; if (id !== undefined) void navigate({ search: (now) => ({ ...now, view: 'cases' as const, case: id }) }); });
    return () => { if (chart?.isDisposed() === false) chart.off('click'); };
  }, [dots, navigate]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made of many elements is one picture to those who hear it
  return <div ref={place} className={css.dots} role="img" aria-label={name} />;
}

function inksOf(place: HTMLElement): Inks {
  const style = getComputedStyle(place);
  const of = (name: string) => style.getPropertyValue(`--hs-${name}`).trim();
  return { accent: of('accent'), quiet: of('ink-3'), line: of('line-2'), ink: of('ink'), card: of('card'), sans: of('sans') };
}
