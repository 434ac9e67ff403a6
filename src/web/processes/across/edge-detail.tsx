import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { fileAddress } from '../../api/client.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { takesLostFocus } from '../../ui/focus.ts';
import { count, duration, number } from '../../ui/format.ts';
import { usePages } from '../../ui/pages.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { Door } from './figures.tsx';
import { pairColumn } from './pair-columns.tsx';
import type { AcrossSearch } from './search.ts';
import { inWindow, sideWords, type Edge } from './words.ts';
import css from './across.module.css';

const SeriesFigure = lazy(async () => import('../../ui/chart-figure.tsx').then((m) => ({ default: m.SeriesFigure })));

/** One hand-over: what was counted, week by week, and its pairs of cases. */
export function EdgeDetail({ edge, search }: { readonly edge: Edge; readonly search: AcrossSearch }) {
  const title = `From ${edge.from.name} to ${edge.to.name}`;
  return (
    <section aria-labelledby="hand-over">
      <h2 id="hand-over" ref={takesLostFocus} tabIndex={-1}>{title}: {edge.name}</h2>
      <p className={css.quiet}>From {sideWords(edge.from, 'from')}; to {sideWords(edge.to, 'to')}.</p>
      <p className={`${css.row} no-print`}><Flow side={edge.from} /> <Flow side={edge.to} /> <Link from="/across" to="." search={({ link: _link, back: _back, rows: _rows, ...now }) => now} resetScroll={false}>Close<span className="visually-hidden"> this hand-over</span></Link></p>
      {edge.senders === null || edge.partners === null ? <p className={css.said}>Not measured: {edge.why}.</p> : (
        <>
          <div className={css.detail}>
            <Facts of={[
              [`Taken up ${inWindow(edge)}`, <Door key="n" edge={edge} measure="hand-overs" text={count(edge.wait?.n ?? 0)} />], ['Median wait', <Door key="m" edge={edge} measure="hand-over-wait-median" />], ['9 in 10 within', <Door key="p" edge={edge} measure="hand-over-wait-p90" />],
              ...(edge.working === null ? [] : [[`Working hours of ${edge.to.name} in all`, <Door key="wt" edge={edge} measure="hand-over-working-wait-total" text={number(edge.working.total / 3600, 0)} />] as const, [`Median in working hours of ${edge.to.name}`, <Door key="w" edge={edge} measure="hand-over-working-wait-median" />] as const]),
              ['In all', <Door key="t" edge={edge} measure="hand-over-wait-total" />], ...(edge.whole === null ? [] : [['In the whole record', <ToRows key="a" rows="all">{count(edge.whole.n)}, median {duration(edge.whole.median)}</ToRows>] as const]),
            ]} />
            <Facts of={[
              [`Cases of ${edge.from.name} with a key`, <>{fate('with-key', edge.partners.fromWithKey)} of {count(edge.partners.fromCases)}</>], ...notYet(edge.partners.fromWithKey, edge.senders), ['Taken up', fate('handed-over', edge.senders.takenUp)], ...(edge.senders.otherWay === 0 ? [] : [[`${edge.to.name} came first`, fate('other-way', edge.senders.otherWay)] as const]),
              ['Still waiting', <Door key="s" edge={edge} measure="hand-overs-waiting" text={count(edge.senders.waiting)} />], ['Not taken up since', fate('not-taken-up', edge.senders.notTakenUp)], ['No partner on record', fate('no-partner', edge.senders.noPartner)],
              [`Cases of ${edge.to.name} with several partners`, fate('to-several', edge.partners.toSeveral)], ...(edge.partners.fromSeveral === 0 ? [] : [[`Cases of ${edge.from.name} with several`, fate('from-several', edge.partners.fromSeveral)] as const]),
            ]} />
          </div>
          {edge.series.every((s) => s.points.length === 0) ? null : <div className={css.weeks}><Suspense fallback={<Loading what="the weeks" lines={4} />}><SeriesFigure title="Hand-over wait by week" name={`${title} by week.`} series={edge.series} source="By week of being taken up · elapsed, nights and weekends included" /></Suspense></div>}
          <Pairs edge={edge} search={search} />
        </>
      )}
    </section>
  );
}

/** Cases with a key that have not done a step yet after which they are handed over: with what became of the others they add up. */
function notYet(withKey: number, { takenUp, otherWay, waiting, notTakenUp, noPartner }: NonNullable<Edge['senders']>): (readonly [string, ReactNode])[] {
  const n = withKey - takenUp - otherWay - waiting - notTakenUp - noPartner;
  return n <= 0 ? [] : [['Not handed over yet', fate('not-yet', n)]];
}

/** How many cases a figure counts, a link to them. */
function fate(rows: NonNullable<AcrossSearch['rows']>, n: number): ReactNode {
  return n === 0 ? '0' : <ToRows key={rows} rows={rows}>{count(n)}</ToRows>;
}

function ToRows({ rows, children }: { readonly rows: NonNullable<AcrossSearch['rows']>; readonly children: ReactNode }) {
  return <Link from="/across" to="." search={(now) => ({ ...now, rows })} hash="pairs" title="The cases it counts">{children}</Link>;
}

function Facts({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  return <dl className={css.factList}>{of.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

/** The flow of a side, with the filters of the link. */
function Flow({ side }: { readonly side: Edge['from'] }) {
  if (side.eventLog === null) return null;
  const attribute = side.only?.values.map((v) => `${side.only?.attribute}:${v}`);
  const activity = side.activities?.length === 1 ? side.activities : undefined;
  return <Link to="/flow" search={{ log: side.eventLog, ...(attribute === undefined ? {} : { attribute }), ...(activity === undefined || activity === null ? {} : { activity }) }}>Flow of {side.name}</Link>;
}

function Pairs({ edge, search }: { readonly edge: Edge; readonly search: AcrossSearch }) {
  const which = search.rows === undefined || search.rows === 'all' ? 'taken-up' as const : search.rows;
  const asked = { back: edge.back ? 'true' as const : 'false' as const, which, all: search.rows === 'all' ? 'true' as const : 'false' as const };
  const title = which === 'taken-up' ? (search.rows === 'all' ? 'All pairs of cases' : `Pairs of cases ${inWindow(edge)}`) : fateTitle(which, edge);
  return (
    <section>
      <h3 id="pairs">{title}</h3>
      <div className={`${css.row} no-print`}>
        {([[undefined, 'Last month'], ['all', 'Whole record'], ['waiting', 'Still waiting']] as const).map(([rows, name]) => <Link key={name} from="/across" to="." search={(now) => ({ ...now, rows })} resetScroll={false} aria-current={search.rows === rows ? 'true' : undefined}>{name}</Link>)}
        <Button component="a" size="compact-sm" href={fileAddress(`/hand-overs/${encodeURIComponent(edge.link)}/pairs.csv`, asked)} download>Download as CSV<span className="visually-hidden">: {title}</span></Button>
      </div>
      <PairTable key={JSON.stringify(asked)} edge={edge} asked={asked} title={title} />
    </section>
  );
}

type Fate = Exclude<NonNullable<AcrossSearch['rows']>, 'all'>;

function fateTitle(fate: Fate, { from, to }: Edge): string {
  return { waiting: 'Cases that still wait', 'handed-over': `Cases of ${from.name} that were taken up`, 'other-way': `Cases before which ${to.name} had begun`, 'not-taken-up': 'Cases not taken up since', 'no-partner': 'Cases without a partner on record', 'with-key': `Cases of ${from.name} with a key`, 'not-yet': `Cases of ${from.name} that are not handed over yet`, 'from-several': `Cases of ${from.name} with several partners`, 'to-several': `Cases of ${to.name} with several partners` }[fate];
}

function PairTable({ edge, asked, title }: { readonly edge: Edge; readonly asked: { readonly back: 'true' | 'false'; readonly which: 'taken-up' | Fate; readonly all: 'true' | 'false' }; readonly title: string }) {
  const { query, page, paging } = usePages('/hand-overs/{link}/pairs', { path: { link: edge.link }, query: asked } as never, 15);
  if (query.error !== null) return <ErrorState error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="the pairs" lines={6} />;
  const [first, second] = asked.which === 'to-several' ? [edge.to.eventLog, null] : [edge.from.eventLog, asked.which === 'taken-up' ? edge.to.eventLog : null];
  const logOf = (at: number) => (at === 0 ? first : at === 3 ? second : null);
  return <DataTable caption={title} columns={page.columns.map(pairColumn)} rows={page.rows.map((cells) => ({ cells, edge, logOf }))} narrow="scroll" rowKey={(_r, i) => `${paging.from + i}`} paging={paging} empty={asked.which === 'taken-up' ? 'No case was taken up in this time.' : asked.which === 'waiting' ? 'No case waits.' : 'None.'} />;
}
