import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { asks, fileAddress } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { count, number, percent } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import type { Names } from '../conditions.ts';
import { OneCase } from '../cases-view.tsx';
import { CaseList } from '../conformance/case-list.tsx';
import { useChoices } from '../filter-bar.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { casesMeant, casesQuery, casesTitle, type Those } from './those.ts';
import { answer, type Difference, type Differences, inWords, limit, onlyThese, points } from './words.ts';
import css from './differences.module.css';
import flow from '../flow.module.css';

/** Rows that are shown at first. */
const FIRST = 10;

interface ViewProps { readonly log: EventLog; readonly search: FlowSearch }

/** In what slow cases differ from fast ones: a sentence, then all that was found, the largest effect first. */
export function DifferencesView({ log, search }: ViewProps) {
  const names = useChoices(log);
  const [all, setAll] = useState(false);
  const query = { ...filters(search), ...(search.split === undefined ? {} : { split: search.split }) };
  const found = useQuery(asks('/event-logs/{id}/differences', { path: { id: log.id }, query }));
  if (found.error !== null) return <ErrorState error={found.error} again={found.refetch} />;
  if (found.data === undefined) return <Loading what="slow and fast cases" lines={8} />;
  const { differences } = found.data;
  const meant = casesMeant(search.counted, differences);
  const parts = [
    { title: 'Known when a case starts', note: `The attributes of a case are taken to be known when it starts; whether they were, the log does not say.${weekdayWords(found.data)}`, rows: differences.filter((d) => d.knownAtStart) },
    { title: 'Done on the way', note: 'Known only when a case is over, and part of the way that took the time: a case that stops early is quick because it stops. A question about the way, not a cause.', rows: differences.filter((d) => !d.knownAtStart) },
  ];
  return (
    <section>
      <Splits choices={found.data.choices} at={found.data.split.by} />
      <h2 className={css.head}>{answer(found.data)}</h2>
      <p className={css.note}>{howFound(found.data)}</p>
      <Sides split={found.data.split} />
      {differences.length === 0 ? null : (
        <>
          <div className={`${flow.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/differences.csv`, query)} download>Download as CSV</Button></div>
          {parts.map(({ title, note, rows }) => rows.length === 0 ? null : (
            <section key={title}>
              <h3>{title}</h3>
              <p className={css.note}>{note}</p>
              <DataTable caption={title} columns={columns(differences, names)} rows={all ? rows : rows.slice(0, FIRST)} rowKey={(d) => JSON.stringify([d.kind, d.name, d.value])} />
            </section>
          ))}
          {all || parts.every(({ rows }) => rows.length <= FIRST) ? null : <p className="no-print"><Button size="compact-sm" onClick={() => setAll(true)}>All {count(differences.length)}, also the small ones</Button></p>}
          <p className={flow.source}>Bar: how much more often slow cases have it than fast ones, in points of 100, with its 95% interval; of a number, how much more often a slow case has the larger one. The points open the cases that were compared, a median those that it is of. To the left: fast cases have it more often.{differences.some((d) => d.filter?.attribute !== undefined && d.kind === 'attribute of the first event') ? ' A link from an attribute of the first event opens the cases that have it at any event.' : ''}</p>
        </>
      )}
      {meant === undefined ? null : <CaseList key={JSON.stringify([search.counted, query])} path="/event-logs/{id}/differences/cases" parameters={{ path: { id: log.id }, query: { ...query, ...casesQuery(meant) } }} title={casesTitle(meant)} />}
      {search.case === undefined ? null : <OneCase log={log} id={search.case} />}
    </section>
  );
}

/** How many cases are slow, fast, and left out; each number opens its cases. */
function Sides({ split }: { readonly split: Differences['split'] }) {
  const sides = ([['slow', 'slow'], ['fast', 'fast'], ['open', 'not complete']] as const).filter(([side]) => split[side] > 0);
  return <p className={css.note}>{sides.map(([side, words], i) => <span key={side}>{i === 0 ? '' : ' · '}<ToThose those={{ side }}>{count(split[side])}</ToThose> {words}</span>)}</p>;
}

/** Opens the cases behind a figure, as many as it counts. */
function ToThose({ those, children }: { readonly those: Those; readonly children: ReactNode }) {
  return <Link from="/flow" to="." search={(now) => ({ ...now, counted: new URLSearchParams(casesQuery(those)).toString() })} resetScroll={false} title={casesTitle(those)}>{children}</Link>;
}

/** Elapsed time holds weekends: that a weekday goes with it need say nothing of the work. */
function weekdayWords({ split, choices, differences }: Differences): string {
  const first = differences.find((d) => d.knownAtStart);
  if (split.time === 'working' || first?.kind !== 'weekday of the first event') return '';
  return ` Weekends are in these times, so that a weekday can go with them by that alone${choices.includes('working') ? ': “In working hours” leaves weekends out' : ''}.`;
}

/** How many were looked at, and how far what was found can be trusted. */
function howFound({ split, tested, falseDiscoveryRate, differences }: Differences): string {
  const told = differences.length;
  return [
    `Slow cases took longer than ${limit(split)}${split.time === 'working' ? '' : ', nights and weekends included'}${split.by === 'target' ? ', the target' : ', the median'}. Of ${count(split.slow + split.fast)} complete ${split.slow + split.fast === 1 ? 'case' : 'cases'} ${split.slow === 0 ? 'none' : count(split.slow)} did.`,
    ...(split.open === 0 ? [] : [`${count(split.open)} ${split.open === 1 ? 'case that is' : 'cases that are'} not complete yet ${split.open === 1 ? 'is' : 'are'} left out.`]),
    ...(tested === 0 ? [] : [`${count(tested)} things were looked at, of which ${told === 0 ? 'none is' : told === 1 ? 'one is' : `${count(told)} are`} told.`]),
    ...(told === 0 ? [] : [`Of what is told, about ${percent(falseDiscoveryRate, 0)} may be chance.`, 'These go together; whether one leads to the other is not known.']),
  ].join(' ');
}

const SPLITS = { median: 'Slower than half', working: 'In working hours', target: 'Over the target' } as const;

function Splits({ choices, at }: { readonly choices: Differences['choices']; readonly at: Differences['split']['by'] }) {
  const navigate = useNavigate({ from: '/flow' });
  if (choices.length < 2) return null;
  return (
    <div className={`${flow.controls} no-print`}>
      <fieldset className={flow.shows}>
        <legend className="visually-hidden">Which cases are slow</legend>
        {choices.map((split) => <label key={split} className={flow.radio}><input type="radio" name="split" className="visually-hidden" checked={at === split} onChange={() => void navigate({ search: (now) => ({ ...now, split: split === 'median' ? undefined : split }), replace: true, resetScroll: false })} /><span>{SPLITS[split]}</span></label>)}
      </fieldset>
    </div>
  );
}

function columns(differences: readonly Difference[], names: Names): readonly Column<Difference>[] {
  const reach = Math.max(0.1, ...differences.flatMap((d) => [Math.abs(d.effect.lo), Math.abs(d.effect.hi)]));
  const share = (d: Difference, has: boolean) => { const s = d.share?.[has ? 'with' : 'without']; return s === undefined ? '–' : s.slow === 0 ? percent(0) : <ToThose those={{ side: 'slow', of: d, has }}>{percent(s.slow / s.cases)}</ToThose>; };
  const median = (d: Difference, side: 'slow' | 'fast') => (d.median === null ? '–' : <ToThose those={{ side, of: d }}>median {number(d.median[side], Math.abs(d.median[side]) < 10 ? 2 : 0)}</ToThose>);
  return [
    { key: 'what', head: 'Cases in which', cell: (d) => <What difference={d} names={names} /> },
    { key: 'effect', head: 'More often among fast or among slow cases, points', cell: (d) => <Effect of={d} reach={reach} /> },
    { key: 'with', head: 'Slow, with it', numeric: true, cell: (d) => (d.share === null ? median(d, 'slow') : share(d, true)) },
    { key: 'without', head: 'Slow, without it', numeric: true, cell: (d) => (d.share === null ? <>{median(d, 'fast')} in fast</> : share(d, false)) },
    { key: 'cases', head: 'Cases with it', numeric: true, cell: (d) => <ToThose those={{ side: 'complete', of: d }}>{count(d.share?.with.cases ?? d.cases)}</ToThose> },
  ];
}

function What({ difference, names }: { readonly difference: Difference; readonly names: Names }) {
  const to = onlyThese(difference, names);
  return to === undefined ? inWords(difference) : <Link from="/flow" to="." search={to} resetScroll={false} title="Its cases">{inWords(difference)}</Link>;
}

/** An effect as a bar from the middle with its interval; everything is said in figures beside it. */
function Effect({ of: d, reach }: { readonly of: Difference; readonly reach: number }) {
  const { estimate, lo, hi } = d.effect;
  const at = (effect: number) => 50 + (50 * effect) / reach;
  const span = (a: number, b: number) => ({ left: `${at(Math.min(a, b))}%`, width: `${Math.abs(at(a) - at(b))}%` });
  return (
    <span className={css.effect}>
      <span className={css.track} aria-hidden="true"><span className={css.bar} data-slow={estimate > 0} style={span(0, estimate)} /><span className={css.interval} style={span(lo, hi)} /></span>
      <span className={css.points}><ToThose those={{ side: 'complete', ...(d.name === null ? {} : { of: d, known: true }) }}><b>{points(estimate)}</b></ToThose> <small>({points(lo)} to {points(hi)})</small></span>
    </span>
  );
}
