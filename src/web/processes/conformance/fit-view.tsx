import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asks, fileAddress } from '../../api/client.ts';
import type { EventLog, Get } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { capital, count, duration, percent } from '../../ui/format.ts';
import { ErrorState } from '../../ui/states.tsx';
import { OneCase } from '../cases-view.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { CaseList } from './case-list.tsx';
import { Comparing } from './comparing.tsx';
import { costHours, fitCases, fitFigure, fitFigures, fitFigureWords, headline, longer, money, underWayWords, workingWords } from './words.ts';
import css from './conformance.module.css';
import flow from '../flow.module.css';

export type Fit = Get<'/event-logs/{id}/conformance'>;
export type FitDeviation = Fit['deviations'][number];

const FIRST = 15;
const USUAL = 'discovered:0.2';

/** Where ended cases leave a model: a sentence, then each way in words with how many cases, what goes with it, and those cases. */
export function FitView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const [all, setAll] = useState(false);
  const model = search.fit ?? USUAL;
  const query = { ...filters(search), model };
  const asked = asks('/event-logs/{id}/conformance', { path: { id: log.id }, query });
  const client = useQueryClient();
  const [stopped, setStopped] = useState<string>();
  const isStopped = stopped === JSON.stringify(query);
  const found = useQuery({ ...asked, enabled: !isStopped });
  const stop = () => { setStopped(JSON.stringify(query)); void client.cancelQueries({ queryKey: asked.queryKey }); };
  const opened = found.data?.deviations.find((d) => d.id === search.deviation);
  const counted = fitFigure(search.counted);
  return (
    <section>
      <Models log={log} at={model} />
      {found.error !== null ? <ErrorState error={found.error} again={found.refetch} /> : found.data === undefined ? <Comparing stopped={isStopped} onStop={stop} onAgain={() => setStopped(undefined)} /> : (
        <>
          <h2 className={css.head}>{headline(found.data)}</h2>
          <p className={css.note}>{fitWords(found.data)}{underWayWords(found.data)}</p>
          <Figures fit={found.data} />
          {found.data.deviations.length === 0 ? null : (
            <>
              <div className={`${flow.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/conformance.csv`, query)} download>Download as CSV</Button></div>
              <DataTable caption="Where cases leave the model, those of most cases first" columns={columns(found.data)} rows={all ? found.data.deviations : found.data.deviations.slice(0, FIRST)} rowKey={(d) => d.id} />
              {all || found.data.deviations.length <= FIRST ? null : <p className="no-print"><Button size="compact-sm" onClick={() => setAll(true)}>All {count(found.data.deviations.length)} ways</Button></p>}
              <p className={flow.source}>Goes with: mean time until a case is complete, beside cases that began in the same week and keep to the model, with the 95% interval; only where both are 20 cases or more. It is a comparison: these cases may differ in other ways too.{costHours(found.data)}{found.data.deviations.some((d) => d.margin !== null) ? ' Margin: what these cases carry, not what was lost.' : ''}</p>
            </>
          )}
          {opened === undefined ? null : <CaseList key={JSON.stringify([opened.id, query])} path="/event-logs/{id}/conformance/cases" parameters={{ path: { id: log.id }, query: { ...query, deviation: opened.id } }} title={`Cases in which ${opened.words}`} />}
          {opened !== undefined || counted === undefined ? null : <CaseList key={JSON.stringify([counted, query])} path="/event-logs/{id}/conformance/cases" parameters={{ path: { id: log.id }, query: { ...query, counted } }} title={fitCases(counted, found.data.case)} />}
          {search.case === undefined ? null : <OneCase log={log} id={search.case} />}
        </>
      )}
    </section>
  );
}

/** How many cases keep to the model and how many do not; each number opens its cases. */
function Figures({ fit }: { readonly fit: Fit }) {
  const told = fitFigures.filter((figure) => fit[figure] > 0);
  return <p className={css.note}>{told.map((figure, i) => <span key={figure}>{i === 0 ? '' : ' · '}<Link from="/flow" to="." search={(now) => ({ ...now, counted: figure, deviation: undefined })} resetScroll={false} title={fitCases(figure, fit.case)}>{count(fit[figure])}</Link> {fitFigureWords(figure)}</span>)}</p>;
}

/** Which model the cases are compared with: what is usual in this log, or one that was agreed. */
function Models({ log, at }: { readonly log: EventLog; readonly at: string }) {
  const navigate = useNavigate({ from: '/flow' });
  const stored = useQuery(asks('/process-models', { query: { limit: 500 } })).data?.items.filter((m) => m.body.process === log.process) ?? [];
  const data = [...stored.map((m) => ({ value: m.id, label: m.name })), { value: USUAL, label: 'The usual ways of this log' }, { value: 'discovered:0.05', label: 'Its usual ways, and rarer ones' }];
  return <div className={`${flow.buttons} no-print`}><NativeSelect label="Compare with" value={at} data={data.some((d) => d.value === at) ? data : [...data, { value: at, label: at }]} onChange={(e) => { const fit = e.currentTarget.value; void navigate({ search: (now) => ({ ...now, fit: fit === USUAL ? undefined : fit, deviation: undefined }), resetScroll: false }); }} /></div>;
}

function fitWords({ fitness: { lower, upper }, exact, unknown, cases }: Fit): string {
  if (cases === 0) return 'There is nothing to compare with the model yet.';
  if (exact) return `On average ${percent(lower)} of the steps of a case and of the model agree. Of a case that leaves the model, the fewest differences are told.`;
  return `Not exact: the time was over. Between ${percent(lower)} and ${percent(upper)} of the steps agree on average${unknown === 0 ? '' : `; of ${count(unknown)} of ${count(cases)} cases it is not known yet whether they keep to the model`}.`;
}

function columns({ cases }: Fit): readonly Column<FitDeviation>[] {
  return [
    { key: 'words', head: 'Where cases leave the model', cell: (d) => <span className={css.said}>{capital(d.words)}</span> },
    { key: 'cases', head: 'Cases', numeric: true, cell: (d) => <Link from="/flow" to="." search={(now) => ({ ...now, deviation: d.id, counted: undefined })} resetScroll={false}>{count(d.cases)}<span className="visually-hidden"> cases in which {d.words}</span></Link> },
    { key: 'share', head: 'Of ended', numeric: true, cell: (d) => percent(cases === 0 ? 0 : d.cases / cases) },
    { key: 'time', head: 'Goes with', numeric: true, cell: (d) => { const said = longer(d); return said === null ? '–' : <span className={css.said}>{said.words}<span className={css.quiet}>{said.interval}</span></span>; } },
    { key: 'mean', head: 'Mean time', numeric: true, wideOnly: true, cell: (d) => (d.time === null ? '–' : duration(d.time.mean)) },
    { key: 'delay', head: 'Cost of delay', numeric: true, cell: (d) => (d.delay === null ? '–' : <><span className={css.nowrap}>{money(d.delay)}</span>{d.time?.working == null ? null : <span className={css.quiet}>{workingWords(d.time.working)}</span>}</>) },
    { key: 'margin', head: 'Margin they carry', numeric: true, cell: (d) => <span className={css.nowrap}>{money(d.margin)}</span> },
  ];
}
