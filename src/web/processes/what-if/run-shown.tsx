import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, forget } from '../../api/client.ts';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import type { EventLog } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { count, when } from '../../ui/format.ts';
import { ErrorState } from '../../ui/states.tsx';
import { Differences } from './differences.tsx';
import { type Ground, type Run, underWay } from './model.ts';
import css from './what-if.module.css';

const steps: Readonly<Record<Run['progress']['step'], string>> = { waiting: 'It waits for its turn: one simulation is made at a time.', calibrating: 'Learning from the log how cases come, which way they go and how long they take.', checking: 'Comparing with the last weeks of the log.', simulating: 'Simulating the weeks after the log.', over: 'It is over.' };
const ends: Readonly<Partial<Record<Run['state'], string>>> = { cancelled: 'This simulation was cancelled; nothing of it was kept.', failed: 'This simulation failed.', interrupted: 'The server stopped while this simulation was under way; nothing of it was kept.' };

interface RunShownProps {
  readonly log: EventLog;
  readonly run: Run;
  readonly zone: string;
  readonly now: Ground;
}

/** A run: how far it is, why it has nothing to show, or what came of it. */
export function RunShown({ log, run, zone, now }: RunShownProps) {
  const { says } = run;
  return (
    <article className={css.run} aria-label="The simulation">
      <h2>{says.length === 0 ? 'The check of the simulation' : 'What if'}</h2>
      {says.length === 0 ? null : <ul className={css.asked}>{says.map((s, i) => <li key={i}>{s}</li>)}</ul>}
      <p className={css.quiet}>{run.createdBy.name ?? (run.createdBy.kind === 'operator' ? 'The operator of the server' : 'Somebody')}, {when(run.createdAt, zone)} · {count(run.weeks)} {run.weeks === 1 ? 'week' : 'weeks'}, {count(run.replications)} times{says.length === 0 ? '' : ' with and without'} · seed {run.seed}. The address of this page shows it to anybody who may sign in.</p>
      {run.dataset === now.inputs.dataset ? null : <p className={css.warning}>The log has changed since: this is what followed from the version of then.</p>}
      {run.rowsKept ? null : <p className={css.warning}>The version of the log that it was made from is gone, as the log keeps no cases so old: the figures stay, but can no longer be worked out again.</p>}
      {underWay(run.state) ? <Going log={log} run={run} /> : null}
      {ends[run.state] === undefined ? null : <p className={css.said}>{ends[run.state]}</p>}
      {run.problem === null || run.state === 'cancelled' || run.state === 'interrupted' ? null : <ErrorState error={isProblem(run.problem) ? new ApiProblem(run.problem) : run.problem} />}
      {run.result === null ? null : <Differences log={log} run={run} result={run.result} zone={zone} said={now.check?.result?.validation.cautions ?? []} />}
    </article>
  );
}

function Going({ log, run }: { readonly log: EventLog; readonly run: Run }) {
  const client = useQueryClient();
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const cancel = useMutation({
    mutationFn: async () => answer(api.DELETE('/event-logs/{id}/simulations/{run}', { params: { path: { id: log.id, run: run.id } } })),
    onSuccess: async () => forget(client, '/event-logs/{id}/simulations/{run}', '/event-logs/{id}/simulations'),
  });
  return (
    <div className={css.going}>
      <Progress.Root size="lg"><Progress.Section value={run.progress.percent} aria-label="Progress of the simulation" color="var(--hs-accent)" /></Progress.Root>
      <p aria-live="polite">{steps[run.progress.step]}</p>
      {cancel.error === null ? null : <ErrorState error={cancel.error} />}
      {may ? <Button onClick={() => cancel.mutate()} loading={cancel.isPending || cancel.isSuccess}>Cancel</Button> : null}
      <p className={css.quiet}>You can leave this page; the simulation goes on, and its address brings you back.</p>
    </div>
  );
}
