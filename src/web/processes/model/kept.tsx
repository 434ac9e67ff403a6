import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api, asks, forget } from '../../api/client.ts';
import type { EventLog, Item } from '../../api/types.ts';
import { useCompany, useMe } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { count, when } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import type { FlowSearch } from '../search.ts';
import { KeepDiscovered } from './keep-discovered.tsx';
import css from './model.module.css';
import { UploadModel } from './upload-model.tsx';
import { formatWords, sourceWords } from './words.ts';

export type Kept = Item<'/event-logs/{id}/models'>;

/** The models kept of the process of a log, with what can be kept: the discovered one, or a file. */
export function KeptModels({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const me = useMe();
  const kept = useQuery({ ...asks('/event-logs/{id}/models', { path: { id: log.id } }), enabled: log.process !== null });
  if (log.process === null) return <section><h2>Kept models</h2><p className={css.more}>This event log does not say which process it records; models are kept with a process.</p></section>;
  if (kept.error !== null) return <ErrorState error={kept.error} again={kept.refetch} />;
  if (kept.data === undefined) return <Loading what="kept models" lines={3} />;
  // Editors, and whoever holds a post: the server knows which post owns what.
  const may = me !== undefined && (me.sets.some((s) => s === 'administrator' || s === 'editor') || me.posts.length > 0);
  return (
    <section>
      <h2>Kept models of this process</h2>
      {kept.data.items.length === 0 ? <p className={css.more}>None yet. A model that is kept can be compared with what happened: one that was drawn, or one that was discovered here.</p> : <ul className={css.kept}>{kept.data.items.map((model) => <Row key={model.id} model={model} search={search} may={may} />)}</ul>}
      {may ? <div className="no-print">{search.model === undefined ? <KeepDiscovered log={log} search={search} kept={kept.data.items} /> : null}<UploadModel log={log} process={log.process} kept={kept.data.items} /></div> : null}
    </section>
  );
}

function Row({ model, search, may }: { readonly model: Kept; readonly search: FlowSearch; readonly may: boolean }) {
  const { zone } = useCompany();
  const client = useQueryClient();
  const retire = useMutation({ mutationFn: async () => answer(api.POST('/process-models/{id}/retire', { params: { path: { id: model.id } }, body: { expected: model.version } })), onSuccess: async () => forget(client, '/event-logs/{id}/models', '/process-models/{id}/read') });
  const earlier = model.history.filter((v) => v.version !== model.version);
  return (
    <li>
      <span><Link from="/flow" to="." search={(now) => ({ ...now, model: model.id, modelVersion: undefined })} resetScroll={false} aria-current={search.model === model.id && search.modelVersion === undefined ? 'true' : undefined}>{model.name}</Link></span>
      <small>{formatWords(model.format)}, {sourceWords(model.discovered)}, {when(model.recordedAt, zone, 'day')}</small>
      {earlier.length === 0 ? null : (
        <details><summary>{earlier.length === 1 ? 'One earlier version' : `${count(earlier.length)} earlier versions`}</summary>
          <ul className={css.outline}>{earlier.map((v) => <li key={v.version}><Link from="/flow" to="." search={(now) => ({ ...now, model: model.id, modelVersion: v.version })} resetScroll={false}>{when(v.recordedAt, zone)}</Link> <small>{formatWords(v.format)}, {sourceWords(v.discovered)}</small></li>)}</ul>
        </details>
      )}
      {may ? <ConfirmButton verb="Retire" sure="Retire it now" of={model.name} busy={retire.isPending} act={() => retire.mutate()} /> : null}
      {retire.error === null ? null : <ErrorState error={retire.error} />}
    </li>
  );
}
