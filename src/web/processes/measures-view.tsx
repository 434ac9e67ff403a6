import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asks } from '../api/client.ts';
import type { Claim, EventLog, Series } from '../api/types.ts';
import { SeriesFigure, youngWeeks } from '../ui/chart-figure.tsx';
import { FigureDoor } from '../ui/door.tsx';
import { capital, count, period, quantity } from '../ui/format.ts';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { RecordProcess } from './record-process.tsx';
import { filters, type FlowSearch } from './search.ts';
import css from './flow.module.css';

/** A process by week: each measure as a chart whose title is the last week's figure beside what it is compared with. */
export function MeasuresView({ log: { id, process }, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const query = filters(search);
  const some = Object.keys(query).length > 0;
  const whole = useQuery({ ...asks('/processes/{id}/measures', { path: { id: process ?? '' } }), enabled: process !== null && !some });
  const part = useQuery({ ...asks('/event-logs/{id}/measures', { path: { id }, query }), enabled: some && process !== null, placeholderData: keepPreviousData });
  const measures = some ? part : whole;
  if (process === null) return <RecordProcess log={id}>Weekly measures are of a process: how many cases are complete, how long they took, how many are on time. Say which process this event log records, and they are here.</RecordProcess>;
  if (measures.error !== null) return <ErrorState error={measures.error} again={measures.refetch} />;
  if (measures.data === undefined) return <Loading what="weekly measures" lines={8} />;
  const { series, claims, zone } = measures.data;
  if (series.every((s) => s.points.every((p) => p.value === null))) return <EmptyState title="There is no whole week yet">Weekly measures begin with the first week that is complete.</EmptyState>;
  const young = youngWeeks(series);
  return (
    <>
      <p className={css.source}>Weeks begin on Monday, {zone.replaceAll('_', ' ')}. The running week is never compared. {some ? 'Only the cases in view are counted; when a case is complete is said of all alike. These figures are worked out for this view and not kept: a saved view in a brief keeps its own.' : 'These figures are on record; with a filter they are worked out for the cases in view.'}</p>
      <div className={css.charts}>
        {series.map((s) => <Measure key={s.measure} series={s} claim={claims.find((c) => c.measure === s.measure)} young={young} kept={!some} />)}
      </div>
      {some ? <Workings claims={claims} /> : null}
    </>
  );
}

/** How figures that are not on record were worked out; those on record open by themselves. */
function Workings({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <details>
      <summary>How these figures are worked out</summary>
      {claims.map((c) => <section key={c.id}><h3>{capital(c.quantity)}</h3><p>{c.meaning}</p><ol>{c.working.map((step, i) => <li key={i}>{step}</li>)}</ol></section>)}
    </details>
  );
}

function Measure({ series, claim, young, kept }: { readonly series: Series; readonly claim: Claim | undefined; readonly young: number; readonly kept: boolean }) {
  const all = useMemo(() => [series], [series]);
  const most = Math.max(0, ...series.points.map((p) => p.n));
  return <SeriesFigure name={`${capital(series.name)} by week.`} series={all} young={young} source={`By week${series.unit === 'working s' ? ' · working hours' : ''} · at most ${count(most)} cases`} title={claim === undefined ? capital(series.name) : <Title claim={claim} series={series} kept={kept} />} />;
}

function Title({ claim, series, kept }: { readonly claim: Claim; readonly series: Series; readonly kept: boolean }) {
  const compared = claim.comparator?.estimate;
  return <>{capital(claim.quantity)} last week: {claim.estimate === null ? (claim.why ?? 'no figure') : !kept ? quantity(claim.estimate, series.unit) : <FigureDoor text={quantity(claim.estimate, series.unit)} claim={claim.id} meaning={claim.meaning} age={period(claim)} />}{compared == null ? '' : `; ${claim.comparator?.name}, ${quantity(series.unit === 'cases' ? Math.round(compared) : compared, series.unit, claim.estimate)}`}.</>;
}
