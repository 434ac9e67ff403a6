import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { answer, api, asks, forget } from '../../api/client.ts';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import type { Pull } from '../../api/types.ts';
import { useCompany, useMay } from '../../app/session.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { count, when } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { Runs } from './runs.tsx';
import { isGoing, scheduleWords, standing, standingWords } from './words.ts';
import css from '../sources.module.css';

/** One database that events are pulled from: how it stands, what it is, and every pull. */
export function PullPage() {
  const { pull: id } = useParams({ from: '/inside/sources/pulls/$pull' });
  const { zone } = useCompany();
  const client = useQueryClient();
  const query = useQuery({ ...asks('/pulls/{id}', { path: { id } }), refetchInterval: (q) => (q.state.data?.run != null && isGoing(q.state.data.run) ? 700 : 20_000) });
  const done = query.data?.run?.finishedAt;
  useEffect(() => { if (done != null) void forget(client, '/pulls/{id}/runs', '/pulls', '/sources', '/event-logs'); }, [done, client]);
  if (query.data === undefined) return query.error === null ? <Loading what="the pull" /> : <PageError error={query.error} again={query.refetch} />;
  const pull = query.data;
  const stands = standing(pull);
  return (
    <>
      <PageHead title={pull.definition.name} meta={<><Link to="/sources">Sources</Link> · {pull.definition.name} · pulled {scheduleWords(pull.definition.schedule)}</>}>{standingWords(pull, query.dataUpdatedAt)}</PageHead>
      {stands === 'paused' || pull.nextAt === null || stands === 'going' ? null : <p>{stands === 'failing' ? 'It is tried again on' : 'It comes round next on'} {when(pull.nextAt, zone)}. {pull.failures > 0 ? 'The figures that rest on it are as old as its last reading.' : ''}</p>}
      {pull.problem === null ? null : <ErrorState error={isProblem(pull.problem) ? new ApiProblem(pull.problem) : pull.problem} />}
      <Actions pull={pull} />
      <About pull={pull} zone={zone} />
      <Runs pull={id} zone={zone} />
    </>
  );
}

function Actions({ pull }: { readonly pull: Pull }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [mayRun, mayChange] = [useMay('administrator', 'editor'), useMay('administrator')];
  const path = { params: { path: { id: pull.id } } };
  const again = async () => forget(client, '/pulls/{id}', '/pulls/{id}/runs', '/pulls');
  const run = useMutation({ mutationFn: async () => answer(api.POST('/pulls/{id}/run', path)), onSuccess: again });
  const turn = useMutation({ mutationFn: async () => answer(pull.state === 'paused' ? api.POST('/pulls/{id}/resume', path) : api.POST('/pulls/{id}/pause', path)), onSuccess: again });
  const cancel = useMutation({ mutationFn: async () => answer(api.POST('/pull-runs/{id}/cancel', { params: { path: { id: pull.run?.id ?? '' } } })), onSuccess: again });
  const remove = useMutation({ mutationFn: async () => answer(api.DELETE('/pulls/{id}', path)), onSuccess: async () => { await navigate({ to: '/sources' }); await forget(client, '/pulls', '/sources'); } });
  const error = run.error ?? turn.error ?? cancel.error ?? remove.error;
  const going = pull.run !== null && isGoing(pull.run);
  if (!mayRun) return <div className={css.row}><LinkButton to="/flow" search={{ log: pull.definition.eventLog }}>See how work flows</LinkButton></div>;
  return (
    <>
      <div className={css.row}>
        {going ? <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>Cancel this pull</Button> : <Button variant="filled" loading={run.isPending} onClick={() => run.mutate()}>Pull now</Button>}
        <Button loading={turn.isPending} onClick={() => turn.mutate()}>{pull.state === 'paused' ? 'Resume' : 'Pause'}</Button>
        <LinkButton to="/flow" search={{ log: pull.definition.eventLog }}>See how work flows</LinkButton>
        {mayChange ? <><LinkButton to="/sources/pulls/$pull/change" params={{ pull: pull.id }}>Change</LinkButton><ConfirmButton verb="Remove" sure="Remove it, and forget its password" of={pull.definition.name} busy={remove.isPending} act={() => remove.mutate()} /></> : null}
      </div>
      {error === null ? null : <ErrorState error={error} />}
    </>
  );
}

const ways = { verify: 'encrypted, the server’s certificate checked', encrypt: 'encrypted', none: 'not encrypted' };

function About({ pull, zone }: { readonly pull: Pull; readonly zone: string }) {
  const { connection: c, cursor, query, eventLog } = pull.definition;
  const overlap = pull.cursorType === 'time' ? `${count(Math.round(cursor.overlap / 60))} minutes are` : `${count(cursor.overlap)} numbers are`;
  return (
    <section>
      <h2>What is read</h2>
      <dl className={css.about}>
        <dt>Events in its log</dt><dd>{count(pull.events)}, in “{eventLog}”</dd>
        <dt>Database</dt><dd>{c.database} at {c.host}:{c.port} as {c.user}, {ways[c.tls]}</dd>
        <dt>Read up to</dt><dd>{pull.cursor === null ? 'nothing yet' : pull.cursorType === 'time' && !pull.cursor.startsWith('-') ? `${cursor.column} ${pull.cursor.replace(/\.0+(?=\+|$)/, '')}` : `${cursor.column} ${pull.cursor}`}; {overlap} read again each time</dd>
        <dt>Last read</dt><dd>{when(pull.lastDoneAt, zone)}</dd>
      </dl>
      <details className={css.more}><summary>The query</summary><pre className={css.code}>{query}</pre></details>
    </section>
  );
}
