import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { asks } from '../../api/client.ts';
import type { Get, Series } from '../../api/types.ts';
import { SeriesFigure } from '../../ui/chart-figure.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { count, duration, numbered, when } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { filters } from '../search.ts';
import { FirstRows, Section } from './section.tsx';
import type { TableProps } from './tables.tsx';
import type { CountedIn } from './counted.ts';
import { ToCounted } from './to-cases.tsx';
import css from './time.module.css';

const DAY_MS = 86_400_000;
/** A log of so many days is told by day, a longer one by week. */
const BY_DAY = 100;
/** With more periods than this, those at the ends of the log can be left out. */
const LEAST = 6;

type Found = Get<'/event-logs/{id}/performance/over-time'>;
type Period = Found['periods'][number];

/** How many cases start, are completed and are in progress. */
export function OverTime({ log, search, time: { steps: span } }: TableProps) {
  const by = Date.parse(span.to ?? '') - Date.parse(span.from ?? '') <= BY_DAY * DAY_MS ? 'day' : 'week';
  const found = useQuery(asks('/event-logs/{id}/performance/over-time', { path: { id: log.id }, query: { ...filters(search), by } }));
  if (found.error !== null) return <ErrorState error={found.error} again={found.refetch} />;
  if (found.data === undefined) return <Loading what="cases over time" lines={6} />;
  const { periods, zone } = found.data;
  const cut = periods.length > LEAST;
  return (
    <Section log={log} search={search} title="Cases over time" file="over-time.csv" query={{ by }}>
      <Figures periods={cut ? periods.slice(1, -1) : periods} by={by} source={`By ${by}, ${zone.replaceAll('_', ' ')}`} />
      <PeriodTable periods={periods} by={by} zone={zone} />
      <p className={css.note}>In progress: started and not complete when the {by} ended. {silenceWords(found.data)}{cut ? `The first and the last ${by} are cut off by the ends of the log: they are in the table and the file, not in the charts.` : ''}</p>
    </Section>
  );
}

/** What completes a case that does what is agreed to end none. */
function silenceWords({ closedAfterSeconds, periods }: Found): string {
  if (periods.every((p) => p.bySilence === 0)) return '';
  return `A case that never comes to an agreed end counts as completed at its last event once it has been silent for ${closedAfterSeconds === null ? 'longer than 99 in 100 gaps of the log' : duration(closedAfterSeconds)}. `;
}

interface FiguresProps {
  readonly periods: readonly Period[];
  readonly by: 'day' | 'week';
  readonly source: string;
}

function Figures({ periods, by, source }: FiguresProps) {
  const { moved, open } = useMemo(() => ({ moved: [seriesOf(periods, by, 'started'), seriesOf(periods, by, 'completed')], open: [seriesOf(periods, by, 'inProgress')] }), [periods, by]);
  const most = periods.toSorted((a, b) => b.inProgress - a.inProgress)[0];
  const sum = (of: 'started' | 'completed' | 'bySilence') => periods.reduce((n, p) => n + p[of], 0);
  const silent = sum('bySilence') === 0 ? '' : `, ${count(sum('bySilence'))} of them closed after a long silence`;
  return (
    <div className={css.charts}>
      <SeriesFigure title={`${numbered(sum('started'), 'case')} started and ${count(sum('completed'))} ${sum('completed') === 1 ? 'was' : 'were'} completed in ${numbered(periods.length, by)}${silent}.`} name="Cases that started and were completed." series={moved} source={source} />
      <SeriesFigure title={most === undefined ? 'No case.' : most.inProgress === 0 ? `No case was in progress at the end of a ${by}.` : `At most ${count(most.inProgress)} ${most.inProgress === 1 ? 'case was' : 'cases were'} in progress at the end of one ${by}: that of ${when(`${dayOf(most, by)}T12:00:00Z`, 'UTC', 'day')}.`} name="Cases in progress." series={open} source={source} />
    </div>
  );
}

interface PeriodTableProps extends Pick<FiguresProps, 'periods' | 'by'> { readonly zone: string }

/** Each period, the latest first; its figures lead to the cases that they count. */
function PeriodTable({ periods, by, zone }: PeriodTableProps) {
  const columns = periodColumns(by).filter((c) => c.key !== 'silent' || periods.some((p) => p.bySilence > 0));
  return <FirstRows caption={`Cases by ${by}, ${zone.replaceAll('_', ' ')}, the latest first`} columns={columns} rows={periods.toReversed()} rowKey={(p) => p.id} empty="No case." what={`${by}s`} first={4} />;
}

function periodColumns(by: 'day' | 'week'): Column<Period>[] {
  return [
    { key: 'period', head: by === 'day' ? 'Day' : 'Week from', cell: (p) => when(`${dayOf(p, by)}T12:00:00Z`, 'UTC', 'day') },
    { key: 'started', head: 'Started', numeric: true, cell: figure('started', (p) => p.started) },
    { key: 'completed', head: 'Completed', numeric: true, cell: figure('completed', (p) => p.completed) },
    { key: 'silent', head: 'Of them after a silence', numeric: true, cell: figure('by-silence', (p) => p.bySilence) },
    { key: 'open', head: 'In progress at its end', numeric: true, cell: figure('in-progress', (p) => p.inProgress) },
  ];
}

/** A figure of a period, a link to the cases that it counts where it counts any. */
function figure(counted: CountedIn['counted'], of: (p: Period) => number): (p: Period) => ReactNode {
  return (p) => (of(p) === 0 ? '0' : <ToCounted of={{ in: { counted, since: p.from, until: p.to } }}>{count(of(p))}</ToCounted>);
}

function seriesOf(periods: readonly Period[], by: 'day' | 'week', of: 'started' | 'completed' | 'inProgress'): Series {
  return { measure: of, name: of === 'inProgress' ? 'in progress' : of, unit: 'cases', points: periods.map((p) => ({ start: dayOf(p, by), value: p[of], lo: null, hi: null, n: p.active })) };
}

/** The first day of a period: a day is named by itself, a week begins with its Monday. */
function dayOf({ id, from }: Period, by: 'day' | 'week'): string {
  // A Monday's midnight in any zone lies within half a day of noon in UTC.
  return by === 'day' ? id : new Date(Date.parse(from) + DAY_MS / 2).toISOString().slice(0, 10);
}
