import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { answer, api, asks, forget } from '../api/client.ts';
import { ApiProblem, isProblem } from '../api/problem.ts';
import type { Import } from '../api/types.ts';
import { bytes } from '../ui/format.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageError } from '../ui/page-error.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { RecordProcess } from '../processes/record-process.tsx';
import { Steps } from './steps.tsx';
import { Report } from './report.tsx';
import css from './sources.module.css';

const going = (state: Import['state'] | undefined) => state === 'queued' || state === 'running';
const heads: Record<Import['state'], string> = { queued: 'The import waits for its turn.', running: 'The events are coming in.', done: 'The events are in.', cancelled: 'The import was cancelled; nothing of it was kept.', failed: 'The import failed; what was there before still stands.' };

/** One import as it goes, to be left and come back to: progress, cancel, then the report. */
export function ProgressPage() {
  const { import: id } = useParams({ from: '/inside/sources/imports/$import' });
  const client = useQueryClient();
  const query = useQuery({ ...asks('/imports/{id}', { path: { id } }), refetchInterval: (q) => (going(q.state.data?.state) ? 400 : false) });
  const done = query.data?.state === 'done';
  const log = useQuery({ ...asks('/event-logs/{id}', { path: { id: query.data?.eventLog ?? '' } }), enabled: done }).data;
  useEffect(() => { if (done) void forget(client, '/sources', '/event-logs', '/event-logs/{id}', '/today'); }, [done, client]);
  if (query.data === undefined) return query.error === null ? <Loading what="the import" /> : <PageError error={query.error} again={query.refetch} />;
  const run = query.data;
  return (
    <>
      <PageHead title="Import" meta={<><Link to="/sources">Sources</Link> · {run.eventLog} · {run.mode === 'append' ? 'adding' : run.replaces === null ? 'first import' : 'replacing'}</>}>{run.report?.unchanged === true ? 'The same file is already in; nothing changed.' : heads[run.state]}</PageHead>
      <Steps at={going(run.state) ? 2 : 3} />
      {going(run.state) ? <Going run={run} /> : null}
      {run.problem === null ? null : <ErrorState error={isProblem(run.problem) ? new ApiProblem(run.problem) : run.problem} />}
      {run.report === null ? null : <Report id={id} report={run.report} />}
      {done && log?.process === null ? <RecordProcess log={log.id}>Its map and its variants are there now. Weekly measures, rules and Today speak of processes: say which one this event log records, and they begin.</RecordProcess> : null}
      {going(run.state) ? null : <div className={css.row}>{done ? <LinkButton to="/flow" search={{ log: run.eventLog }} variant={log?.process === null ? 'default' : 'filled'}>See how work flows</LinkButton> : null}<LinkButton to="/sources/import" search={{ log: run.eventLog }}>Bring in another file</LinkButton></div>}
    </>
  );
}

function Going({ run }: { readonly run: Import }) {
  const { bytesRead, bytes: total, share: known, step } = run.progress;
  const share = Math.min(100, 100 * (known ?? (total === 0 ? 0 : bytesRead / total)));
  const cancel = useMutation({ mutationFn: async () => answer(api.POST('/imports/{id}/cancel', { params: { path: { id: run.id } } })) });
  return (
    <div>
      <Progress.Root size="lg" className={css.progress ?? ''}><Progress.Section value={share} aria-label="Progress of the import" color="var(--hs-accent)" /></Progress.Root>
      <p>{step}{total === 0 ? '' : `: ${bytes(bytesRead)} of ${bytes(total)}`}</p>
      {cancel.error === null ? null : <ErrorState error={cancel.error} />}
      <Button onClick={() => cancel.mutate()} loading={cancel.isPending || cancel.isSuccess}>Cancel</Button>
      <p className={css.quiet} style={{ marginTop: 16 }}>You can leave this page; the import goes on, and its address brings you back.</p>
    </div>
  );
}
