import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { asks } from '../api/client.ts';
import type { Claim, EventLog, Series } from '../api/types.ts';
import { SeriesFigure, youngWeeks } from '../ui/chart-figure.tsx';
import { FigureDoor } from '../ui/door.tsx';
import { capital, count, period, quantity } from '../ui/format.ts';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import css from './flow.module.css';

/** A process by week: each measure as a chart whose title is the last week's figure beside what it is compared with. */
export function MeasuresView({ log: { process } }: { readonly log: EventLog }) {
  const measures = useQuery({ ...asks('/processes/{id}/measures', { path: { id: process ?? '' } }), enabled: process !== null });
  if (measures.error !== null) return <ErrorState error={measures.error} again={measures.refetch} />;
  if (measures.data === undefined) return <Loading what="weekly measures" lines={8} />;
  const { series, claims, zone } = measures.data;
  if (series.every((s) => s.points.every((p) => p.value === null))) return <EmptyState title="There is no whole week yet">Weekly measures begin with the first week that is complete.</EmptyState>;
  const young = youngWeeks(series);
  return (
    <>
      <p className={css.source}>Weeks begin on Monday, {zone.replaceAll('_', ' ')}. The running week is never compared. Filters do not change these figures.</p>
      <div className={css.charts}>
        {series.map((s) => <Measure key={s.measure} series={s} claim={claims.find((c) => c.measure === s.measure)} young={young} />)}
      </div>
    </>
  );
}

function Measure({ series, claim, young }: { readonly series: Series; readonly claim: Claim | undefined; readonly young: number }) {
  const all = useMemo(() => [series], [series]);
  const most = Math.max(0, ...series.points.map((p) => p.n));
  return <SeriesFigure name={`${capital(series.name)} by week.`} series={all} young={young} source={`By week${series.unit === 'working s' ? ' · working hours' : ''} · at most ${count(most)} cases`} title={claim === undefined ? capital(series.name) : <Title claim={claim} series={series} />} />;
}

function Title({ claim, series }: { readonly claim: Claim; readonly series: Series }) {
  const compared = claim.comparator?.estimate;
  return <>{capital(claim.quantity)} last week: {claim.estimate === null ? (claim.why ?? 'no figure') : <FigureDoor text={quantity(claim.estimate, series.unit)} claim={claim.id} meaning={claim.meaning} age={period(claim)} />}{compared == null ? '' : `; ${claim.comparator?.name}, ${quantity(series.unit === 'cases' ? Math.round(compared) : compared, series.unit, claim.estimate)}`}.</>;
}
