import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { phrase } from '../../language/index.ts';
import { asks } from '../api/client.ts';
import type { Get } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { FigureDoor } from '../ui/door.tsx';
import { duration, inPeriod, percent, period, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { State } from './state.tsx';
import { byMonth, sentence } from './words.ts';
import css from './basics.module.css';

const SeriesFigure = lazy(async () => import('../ui/chart-figure.tsx').then((m) => ({ default: m.SeriesFigure })));

type Health = Get<'/services/{id}/health'>;
type Incident = Health['incidents'][number];

/** One service: is it up, how available it was by month, its incidents, what it needs and what needs it. */
export function ServicePage() {
  const { service: id } = useParams({ from: '/inside/basics/$service' });
  const { zone, asOf } = useCompany();
  const health = useQuery(asks('/services/{id}/health', { path: { id } }));
  if (health.error !== null) return <PageError error={health.error} again={health.refetch} />;
  if (health.data === undefined) return <Loading what="the service" lines={8} />;
  const { service, availability, incidents, dependencies, dependents, together } = health.data;
  const claim = service.availability;
  return (
    <>
      <PageHead title={service.name} meta={<><Link to="/basics">Our basics</Link> · {service.name} · tier {service.tier}</>}>{service.state === 'down' && service.since !== null ? `${service.name} has been down since ${when(service.since, zone)}.` : sentence([service])}</PageHead>
      {claim === null || claim.estimate === null ? <Lead>We cannot say how available it was{claim?.why == null ? '.' : `: ${claim.why}`}</Lead> : (
        <Lead>It was available <FigureDoor text={`${percent(claim.estimate)} of its agreed hours`} claim={claim.id} meaning={claim.meaning} age={period(claim)} /> {inPeriod(claim)}{service.level === null ? '' : `; ${percent(service.level)} was agreed`}. <LongRun claims={health.data.claims} /></Lead>
      )}
      <div className={css.facts}><span>Owner: <b>{service.owner?.name ?? 'none named'}</b></span><span>Run by: <b>{service.supplier?.name ?? 'ourselves'}</b></span><span>Agreed: <b>{service.level === null ? 'no level' : percent(service.level)}</b></span></div>
      <ByMonth service={service} availability={availability} />
      <section><h2>Incidents</h2><DataTable caption={`Incidents of ${service.name}`} columns={incidentColumns(zone, asOf)} rows={incidents} rowKey={(i) => i.id} empty="No incident is on record." /></section>
      {together === null ? null : <p className={css.together}>Together with all that it cannot do without it was up {percent(together.lo) === percent(together.hi) ? percent(together.lo) : `between ${percent(together.lo)} and ${percent(together.hi)}`} of that time{together.unrelated === null || percent(together.lo) === percent(together.hi) ? '' : `; ${percent(together.unrelated)} only if failures were unrelated`}.</p>}
      <div className={css.two}>
        <section><h2>What it needs</h2><Needs of={dependencies} none="Nothing is on record." /></section>
        <section><h2>What needs it</h2><Needs of={dependents} none="Nothing is on record." /></section>
      </div>
    </>
  );
}

function ByMonth({ service, availability }: Pick<Health, 'service' | 'availability'>) {
  const series = useMemo(() => [availability], [availability]);
  const unsure = availability.points.some((p) => p.lo !== null);
  return (
    <section>
      <h2>Availability by month</h2>
      <Suspense fallback={<div style={{ minHeight: 240 }} />}>
        <SeriesFigure title={byMonth(availability, service.level)} name={`Availability of ${service.name} by month.`} series={series} shape="points" level={service.level ?? undefined} source={`Share of agreed hours, by month${unsure ? ' · a stroke where a part of the month is not known' : ''}`} height={190} />
      </Suspense>
    </section>
  );
}

/** What its history says about any time, where there is enough of it. */
function LongRun({ claims }: { readonly claims: Health['claims'] }) {
  const claim = claims.find((c) => c.quantity === 'long-run availability');
  if (claim === undefined || claim.lo === null || claim.hi === null) return null;
  return <>In the long run it is up <FigureDoor text={phrase({ kind: 'share' }, { estimate: claim.estimate ?? (claim.lo + claim.hi) / 2, lo: claim.lo, hi: claim.hi }).text} claim={claim.id} meaning={claim.meaning} age={period(claim)} /> of that time.</>;
}

function incidentColumns(zone: string, asOf: string | null): readonly Column<Incident>[] {
  const now = asOf === null ? Date.now() : Date.parse(asOf);
  return [
    { key: 'title', head: 'Incident', cell: (i) => <>{i.title}<br /><span className={css.quiet}>{i.id}</span></> },
    { key: 'start', head: 'Impact from', cell: (i) => when(i.start, zone) },
    { key: 'detected', head: 'Detected', cell: (i) => when(i.detected, zone) },
    { key: 'end', head: 'Until', cell: (i) => (i.end === null ? <Tag tone="stop">still on</Tag> : when(i.end, zone)) },
    { key: 'lasted', head: 'Lasted', numeric: true, cell: (i) => duration(((i.end === null ? now : Date.parse(i.end)) - Date.parse(i.start)) / 1000) },
    { key: 'kind', head: 'Kind', cell: (i) => (i.kind === 'maintenance' ? (i.announced === null ? 'maintenance, not announced' : 'maintenance') : i.kind) },
    { key: 'cause', head: 'Cause', cell: (i) => i.cause ?? 'not known' },
  ];
}

function Needs({ of, none }: { readonly of: Health['dependencies'] | Health['dependents']; readonly none: string }) {
  if (of.length === 0) return <p className={css.quiet}>{none}</p>;
  return (
    <ul className={css.list}>
      {of.map((d) => (
        <li key={d.id}>
          <span><Link to="/basics/$service" params={{ service: d.id }}>{d.name}</Link> <span className={css.quiet}>{d.strength === 'hard' ? 'cannot do without' : 'worse without'}{'group' in d && d.group !== null ? `, ${d.group}` : ''}</span></span>
          <State of={d.state} quiet="" />
        </li>
      ))}
    </ul>
  );
}
