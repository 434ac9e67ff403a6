import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asks } from '../../api/client.ts';
import type { EventLog, Get, Series } from '../../api/types.ts';
import { SeriesFigure } from '../../ui/chart-figure.tsx';
import { count, when } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { Section } from './section.tsx';
import type { LogTime } from './words.ts';
import css from './time.module.css';

const DAY_MS = 86_400_000;
/** A log of so many days is told by day, a longer one by week. */
const BY_DAY = 100;
/** With more periods than this, those at the ends of the log can be left out. */
const LEAST = 6;

type Period = Get<'/event-logs/{id}/performance/over-time'>['periods'][number];

/** How many cases start, are completed and are under way. */
export function OverTime({ log, search, span }: { readonly log: EventLog; readonly search: FlowSearch; readonly span: LogTime['steps'] }) {
  const by = Date.parse(span.to ?? '') - Date.parse(span.from ?? '') <= BY_DAY * DAY_MS ? 'day' : 'week';
  const found = useQuery(asks('/event-logs/{id}/performance/over-time', { path: { id: log.id }, query: { ...filters(search), by } }));
  if (found.error !== null) return <ErrorState error={found.error} again={found.refetch} />;
  if (found.data === undefined) return <Loading what="cases over time" lines={6} />;
  const { periods, zone } = found.data;
  return (
    <Section log={log} search={search} title="Cases over time" file="over-time.csv" query={{ by }}>
      <Figures periods={periods.length > LEAST ? periods.slice(1, -1) : periods} by={by} source={`By ${by}, ${zone.replaceAll('_', ' ')}`} />
      <p className={css.note}>A case is under way from its first event until it is complete{periods.length > LEAST ? `. The first and the last ${by} are cut off by the ends of the log: they are in the file, not in the charts` : ''}.</p>
    </Section>
  );
}

function Figures({ periods, by, source }: { readonly periods: readonly Period[]; readonly by: 'day' | 'week'; readonly source: string }) {
  const { moved, active } = useMemo(() => ({ moved: [seriesOf(periods, by, 'started'), seriesOf(periods, by, 'completed')], active: [seriesOf(periods, by, 'active')] }), [periods, by]);
  const most = periods.toSorted((a, b) => b.active - a.active)[0];
  const sum = (of: 'started' | 'completed') => count(periods.reduce((n, p) => n + p[of], 0));
  return (
    <div className={css.charts}>
      <SeriesFigure title={`${sum('started')} cases started and ${sum('completed')} were completed in ${count(periods.length)} ${by}s.`} name="Cases that started and were completed." series={moved} source={source} />
      <SeriesFigure title={most === undefined ? 'No case.' : `At most ${count(most.active)} cases were under way in one ${by}: that of ${when(`${dayOf(most, by)}T12:00:00Z`, 'UTC', 'day')}.`} name="Cases under way." series={active} source={source} />
    </div>
  );
}

function seriesOf(periods: readonly Period[], by: 'day' | 'week', of: 'started' | 'completed' | 'active'): Series {
  return { measure: of, name: of === 'active' ? 'under way' : of, unit: 'cases', points: periods.map((p) => ({ start: dayOf(p, by), value: p[of], lo: null, hi: null, n: p.active })) };
}

/** The first day of a period: a day is named by itself, a week begins with its Monday. */
function dayOf({ id, from }: Period, by: 'day' | 'week'): string {
  // A Monday's midnight in any zone lies within half a day of noon in UTC.
  return by === 'day' ? id : new Date(Date.parse(from) + DAY_MS / 2).toISOString().slice(0, 10);
}
