import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asks, forget } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import type { FlowSearch } from '../search.ts';
import { ChangeForm } from './change-form.tsx';
import { EarlierRuns } from './earlier-runs.tsx';
import { Fitness } from './fitness.tsx';
import { type Ground, underWay } from './model.ts';
import { RunShown } from './run-shown.tsx';
import css from './what-if.module.css';

/** What would follow if the process were changed: what the simulation is fit for, the changes, and what came of them. */
export function WhatIfView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const ground = useQuery(asks('/event-logs/{id}/what-if', { path: { id: log.id } }));
  if (ground.error !== null) return <ErrorState error={ground.error} again={ground.refetch} />;
  if (ground.data === undefined) return <Loading what="what a simulation starts from" lines={6} />;
  return (
    <section className={css.view}>
      <p className={css.quiet}>Simulated are all cases of the log, as they may come in the weeks after it. Filters do not change these figures: the same people also work on the cases that a filter leaves out.</p>
      <Fitness log={log} ground={ground.data} />
      {search.run === undefined ? null : <ShownRun key={search.run} log={log} id={search.run} zone={ground.data.inputs.rules.zone} now={ground.data} />}
      <ChangeForm key={`${log.id} ${ground.data.check === null ? 'unchecked' : 'checked'}`} log={log} ground={ground.data} />
      <EarlierRuns log={log} at={search.run} zone={ground.data.inputs.rules.zone} />
    </section>
  );
}

/** One run as its address names it, asked again while it is under way. */
function ShownRun({ log, id, zone, now }: { readonly log: EventLog; readonly id: string; readonly zone: string; readonly now: Ground }) {
  const client = useQueryClient();
  const run = useQuery({ ...asks('/event-logs/{id}/simulations/{run}', { path: { id: log.id, run: id } }), refetchInterval: (q) => (underWay(q.state.data?.state) ? 500 : false) });
  const going = underWay(run.data?.state);
  useEffect(() => { if (!going) void forget(client, '/event-logs/{id}/simulations', '/event-logs/{id}/what-if'); }, [going, client]);
  if (run.error !== null) return <ErrorState error={run.error} />;
  if (run.data === undefined) return <Loading what="the simulation" lines={4} />;
  return <RunShown log={log} run={run.data} zone={zone} now={now} />;
}
