import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks, fileAddress } from '../../api/client.ts';
import { useCompany } from '../../app/session.ts';
import { many, when } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import flow from '../flow.module.css';
import { Drawing } from './drawing.tsx';
import css from './model.module.css';
import { Outline } from './outline.tsx';
import { formatWords, listed, sourceWords } from './words.ts';

/** A model that is kept, at the version that holds or an earlier one: what is odd about it, its drawing or its steps, its files. */
export function StoredModel({ id, version }: { readonly id: string; readonly version: string | undefined }) {
  const { zone } = useCompany();
  const model = useQuery(asks('/process-models/{id}/read', { path: { id }, query: version === undefined ? {} : { version } }));
  const back = <Link from="/flow" to="." search={(now) => ({ ...now, model: undefined, modelVersion: undefined })} resetScroll={false}>Back to the model of the cases in view</Link>;
  if (model.error !== null) return <><ErrorState error={model.error} again={model.refetch} /><p>{back}</p></>;
  if (model.data === undefined) return <div className={flow.space}><Loading what="the model" lines={8} /></div>;
  const { name, activities, drawing, outline, format, findings, discovered, recordedAt } = model.data;
  const file = (path: 'file' | 'file.pnml') => fileAddress(`/process-models/${encodeURIComponent(id)}/${path}`, version === undefined ? {} : { version });
  return (
    <section aria-label={`The model ${name}`}>
      <h2 className={css.said}>“{name}” has {many(activities.length, 'activity', 'activities').toLowerCase()}: {listed(activities, 'and')}.</h2>
      <p className={css.more}>A {formatWords(format)}, {sourceWords(discovered)} on {when(recordedAt, zone, 'day')}{version === undefined ? '' : ', an earlier or chosen version'}. {version === undefined ? <><Link from="/flow" to="." search={(now) => ({ ...now, view: 'fit' as const, fit: id, model: undefined })} resetScroll={false}>Compare it with what happened</Link>{' · '}</> : null}{back}</p>
      <Findings findings={findings} />
      <div className={`${flow.buttons} no-print`}>
        <Button component="a" size="compact-sm" href={file('file')} download>Download as {format === 'tree' ? 'text' : format.toUpperCase()}</Button>
        {format === 'pnml' ? null : <Button component="a" size="compact-sm" href={file('file.pnml')} download>Download as PNML</Button>}
      </div>
      {drawing === null ? <p className={css.more}>{format === 'pnml' ? 'A Petri net is not drawn here.' : 'The file holds no drawing.'} Its activities are listed below.</p> : <Drawing xml={drawing} label={`Drawing of the model ${name}`} />}
      {outline === null ? <><h3>Its activities</h3><ul className={css.outline}>{activities.map((a) => <li key={a}>{a}</li>)}</ul></> : <><h3>The model in words</h3><Outline text={outline} /></>}
    </section>
  );
}

/** What is odd about a model. */
export function Findings({ findings }: { readonly findings: readonly { readonly kind: string; readonly detail: string }[] }) {
  return findings.length === 0 ? null : <ul className={css.findings} aria-label="What is odd about this model">{findings.map((f) => <li key={f.kind}>{f.detail}</li>)}</ul>;
}
