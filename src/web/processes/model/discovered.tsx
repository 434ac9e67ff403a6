import { Button, Slider } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { asks, fileAddress } from '../../api/client.ts';
import type { EventLog, Get } from '../../api/types.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import flow from '../flow.module.css';
import { filters, type FlowSearch } from '../search.ts';
import { Drawing } from './drawing.tsx';
import css from './model.module.css';
import { Outline } from './outline.tsx';
import { bounds, headline, listed, often } from './words.ts';

const USUAL = 20;

interface Props { readonly log: EventLog; readonly search: FlowSearch }
type Model = Get<'/event-logs/{id}/model'>;

/** How many percent of rare ways an address leaves out. */
export function noiseOf(search: FlowSearch): number {
  return Math.min(100, search.noise ?? USUAL);
}

/** The model of the cases in view, as sentence, drawing and words. */
export function DiscoveredModel({ log, search }: Props) {
  const query = { ...filters(search), noise: noiseOf(search) / 100 };
  const model = useQuery({ ...asks('/event-logs/{id}/model', { path: { id: log.id }, query }), placeholderData: keepPreviousData });
  return (
    <section aria-label="The model of the cases in view">
      {model.error !== null ? <ErrorState error={model.error} again={model.refetch} /> : model.data === undefined ? <div className={flow.space}><Loading what="the model" lines={8} /></div> : <Sentences model={model.data} />}
      <div className={`${css.controls} no-print`}>
        <Noise search={search} />
        {model.data === undefined || model.error !== null ? null : <span className={flow.buttons}>{(['bpmn', 'pnml'] as const).map((format) => <Button key={format} component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/model.${format}`, query)} download>Download as {format.toUpperCase()}</Button>)}</span>}
      </div>
      {model.data === undefined || model.error !== null ? null : <Shown log={log} model={model.data} />}
    </section>
  );
}

function Sentences({ model }: { readonly model: Model }) {
  const { missing, noise } = model;
  return (
    <>
      <h2 className={css.said}>{headline(model.activities, model.cases)}</h2>
      <p className={css.more}>
        {bounds(model)} {noise === 0 ? 'Nothing is left out: every case in view fits it.' : 'Rare ways are left out, so some of these cases may not fit it.'}
        {missing.length === 0 ? '' : ` ${listed(missing, 'and')} ${missing.length === 1 ? 'happens' : 'happen'} in these cases but ${missing.length === 1 ? 'is' : 'are'} left out of the model.`}
        {' '}<Link from="/flow" to="." search={(now) => ({ ...now, view: 'fit' as const, fit: `discovered:${noise}`, model: undefined })} resetScroll={false}>How well the cases fit it</Link>
      </p>
    </>
  );
}

function Shown({ log, model }: { readonly log: EventLog; readonly model: Model }) {
  return (
    <>
      {model.drawing === null ? <p className={css.more}>With so many activities it is not drawn here; download it, or look at fewer cases.</p> : <Drawing xml={model.drawing} label={`Drawing of the model of ${log.name}`} />}
      <div className={css.columns}>
        <section><h2>The model in words</h2><Outline text={model.outline} /></section>
        <section><h2>How often in one run</h2><DataTable caption="Activities of the model and how often each may happen in one run of it" columns={columns} rows={model.activities} rowKey={(a) => a.activity} narrow="lines" /></section>
      </div>
    </>
  );
}

const columns: readonly Column<Model['activities'][number]>[] = [
  { key: 'activity', head: 'Activity', cell: (a) => a.activity },
  { key: 'often', head: 'In one run', cell: (a) => often(a).replace('exactly ', 'exactly\u00a0') },
];

/** How much of what is rare is left out; the address changes when the slider is let go. */
function Noise({ search }: { readonly search: FlowSearch }) {
  const navigate = useNavigate({ from: '/flow' });
  const [moving, setMoving] = useState<number>();
  const id = useId();
  // Until the address has it: a key that is pressed again before then goes on from here.
  if (moving === noiseOf(search)) setMoving(undefined);
  const value = moving ?? noiseOf(search);
  const set = (noise: number) => void navigate({ search: (now) => ({ ...now, noise: noise === USUAL ? undefined : noise }), replace: true, resetScroll: false });
  return (
    <div className={css.noise}>
      <span id={id}>Leave out rare ways: <b>{value === 0 ? 'none' : `up to ${value} %`}</b>{value === 0 ? '' : ' of the most frequent'}</span>
      <Slider min={0} max={100} step={5} value={value} onChange={setMoving} onChangeEnd={set} label={null} size="sm" thumbProps={{ 'aria-labelledby': id }} />
    </div>
  );
}
