import { useMemo, useState, type ReactNode } from 'react';
import type { Chart, Series } from '../api/types.ts';
import { DataTable, type Column } from './data-table.tsx';
import type { ChartLook } from './chart-option.ts';
import { count, quantity } from './format.ts';
import { Sentence } from './sentence.tsx';
import { WeeklyChart } from './weekly-chart.tsx';
import css from './chart-figure.module.css';

/** A chart that answers one question: its title is the answer, its last line says unit, sample and age. */
export function ChartFigure({ chart }: { readonly chart: Chart }) {
  return <SeriesFigure title={<Sentence of={chart.title} />} name={chart.title.plain} series={chart.series} source={chart.source} young={youngWeeks(chart.series)} />;
}

/** How many first weeks of a process's series came while its log was settling: too early for nine cases in ten to end. */
export function youngWeeks(series: readonly Series[]): number {
  const points = series[0]?.points ?? [];
  const settled = points.findIndex((p) => p.settling !== true);
  // The first week alone is hardly ever whole, in any log: that needs no saying.
  return settled < 0 ? points.length : settled > 1 ? settled : 0;
}

interface SeriesFigureProps extends ChartLook {
  readonly title: ReactNode;
  /** The title as plain words, for those who hear the chart. */
  readonly name: string;
  readonly series: readonly Series[];
  readonly source: string;
  readonly height?: number;
}

/** Series over time under a title, and the same as a table on request. */
export function SeriesFigure({ title, name, series, source, height = 168, shape, young = 0, level }: SeriesFigureProps) {
  const [table, setTable] = useState(false);
  const faint = young === 0 ? '' : ` · dotted: the first ${young === 1 ? 'week' : `${count(young)} weeks`}, too early for nine cases in ten to end`;
  return (
    <figure className={css.figure}>
      <figcaption className={css.title}>{title}</figcaption>
      {table ? <SeriesTable name={name} series={series} /> : <WeeklyChart name={name} series={series} height={height} shape={shape} young={young} level={level} />}
      <p className={css.source}>{source}{faint}<span className="no-print"> · </span><button type="button" className={`${css.swap} no-print`} onClick={() => setTable(!table)}>{table ? 'as a chart' : 'as a table'}<span className="visually-hidden">: {name}</span></button></p>
    </figure>
  );
}

interface Row { readonly start: string; readonly values: readonly (Series['points'][number] | undefined)[] }

function SeriesTable({ name, series }: { readonly name: string; readonly series: readonly Series[] }) {
  const rows = useMemo(() => {
    const starts = [...new Set(series.flatMap((s) => s.points.map((p) => p.start)))].sort().reverse();
    return starts.map((start): Row => ({ start, values: series.map((s) => s.points.find((p) => p.start === start)) }));
  }, [series]);
  const columns: Column<Row>[] = [
    { key: 'start', head: 'From', cell: (r) => r.start },
    ...series.map((s, i): Column<Row> => ({ key: s.measure, head: s.name, numeric: true, cell: (r) => interval(r.values[i], s.unit) })),
    { key: 'n', head: 'Sample', numeric: true, cell: (r) => count(Math.max(...r.values.map((v) => v?.n ?? 0))) },
  ];
  return <div className={css.table}><DataTable caption={name} columns={columns} rows={rows} narrow="scroll" rowKey={(r) => r.start} /></div>;
}

function interval(point: Series['points'][number] | undefined, unit: string): string {
  if (point === undefined) return '–';
  const ends = point.lo === null || point.hi === null ? '' : ` (${quantity(point.lo, unit)} – ${quantity(point.hi, unit)})`;
  return `${quantity(point.value, unit)}${ends}`;
}
