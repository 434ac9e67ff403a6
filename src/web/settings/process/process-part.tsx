import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { asks } from '../../api/client.ts';
import type { EventLog, Get } from '../../api/types.ts';
import { useCompany, useMay } from '../../app/session.ts';
import { duration, money, when } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Lead, PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { FolderNote } from '../folder-note.tsx';
import { usePeople } from '../people.ts';
import { Reinstate, Retire } from '../retire.tsx';
import { weekWords } from './draft.ts';
import { ProcessForm } from './process-form.tsx';
import css from '../settings.module.css';

const back = <Link to="/settings/$part" params={{ part: 'processes' }}>Processes</Link>;
const logsAsked = asks('/event-logs', { query: { limit: 500 } });

/** A new process, for the event log that the address names. */
export function NewProcessPart() {
  const navigate = useNavigate();
  const { log = '' } = useSearch({ strict: false }) as { log?: string };
  const logs = useQuery(logsAsked);
  const { asking } = useCompany();
  const may = useMay('administrator', 'editor');
  const done = (id: string) => void navigate({ to: '/settings/$part/$id', params: { part: 'processes', id } });
  if (logs.error !== null) return <PageError error={logs.error} again={logs.refetch} />;
  if (logs.data === undefined || asking) return <Loading what="event logs" />;
  return (
    <>
      <PageHead title="Record a process" meta={<>{back} · new</>}>What is this process called, and who answers for it?</PageHead>
      {may ? <><Lead>Weekly measures, rules and Today speak of it once it is on record. All of it can be changed later; what was on record before is kept.</Lead><ProcessForm record={null} logs={logs.data.items} log={logs.data.items.some((l) => l.id === log && l.process === null) ? log : ''} done={done} /></> : <EmptyState title="An administrator or an editor records processes">Ask one of them; which post may do what is in Settings, Posts.</EmptyState>}
    </>
  );
}

/** One process: who answers for it, what is agreed about it, and the way to its figures. */
export function ProcessPart({ id }: { readonly id: string }) {
  const process = useQuery(asks('/processes/{id}', { path: { id } }));
  const logs = useQuery(logsAsked);
  const { asking } = usePeople();
  const error = process.error ?? logs.error;
  if (error !== null) return <PageError error={error} again={process.refetch} />;
  if (process.data === undefined || logs.data === undefined || asking) return <Loading what="this process" />;
  return <OneProcess record={process.data} logs={logs.data.items} />;
}

type Record = Get<'/processes/{id}'>;

function OneProcess({ record, logs }: { readonly record: Record; readonly logs: readonly EventLog[] }) {
  const [changing, setChanging] = useState(false);
  const [may, retired] = [useMay('administrator', 'editor'), record.validTo !== null];
  const own = logs.filter((l) => l.process === record.id);
  const log = own.find((l) => l.version !== null) ?? own[0];
  const change = may && !retired && !changing ? <Button onClick={() => setChanging(true)}>Change</Button> : undefined;
  return (
    <>
      <PageHead title={record.name} meta={<>{back} · {record.id}</>} actions={change}><Headline record={record} /></PageHead>
      <FolderNote record={record} file="processes.yaml" />
      {changing ? <><ProcessForm record={record} logs={logs} log={log?.id ?? ''} done={() => setChanging(false)} /><p><button type="button" className={css.plain} onClick={() => setChanging(false)}>Leave it as it is</button></p></> : <>{retired ? null : <Ways log={log} />}<Agreed record={record} logs={own} />{may ? <Ending record={record} retired={retired} /> : null}</>}
    </>
  );
}

function Headline({ record: { name, body, validTo } }: { readonly record: Record }) {
  const { zone } = useCompany();
  const { postName, holder } = usePeople();
  if (validTo !== null) return <>{name} was retired on {when(validTo, zone, 'day')}.</>;
  const who = holder(body.owner);
  return who === undefined ? <>{postName(body.owner)} answers for {name}, and nobody holds that post.</> : <>{who} answers for {name}, as {postName(body.owner)}.</>;
}

/** Where its figures are; without events, how they come. */
function Ways({ log }: { readonly log: EventLog | undefined }) {
  if (log === undefined || log.version === null) return <EmptyState title="No event log records it yet" actions={<LinkButton to="/sources/import" search={log === undefined ? {} : { log: log.id }}>Bring in its events</LinkButton>}>Bring in its events, or choose with “Change” the event log that has them.</EmptyState>;
  return (
    <div className={css.row}>
      <LinkButton to="/flow" search={{ log: log.id, view: 'measures' }} variant="filled">See it week by week</LinkButton>
      <LinkButton to="/flow" search={{ log: log.id }}>See how it flows</LinkButton>
      <LinkButton to="/flow" search={{ log: log.id, view: 'rules' }}>Say what must be so</LinkButton>
    </div>
  );
}

function Agreed({ record: { body, validFrom }, logs }: { readonly record: Record; readonly logs: readonly EventLog[] }) {
  const functions = useQuery(asks('/functions', { query: { limit: 500 } })).data?.items ?? [];
  const { postName, holder } = usePeople();
  const { zone } = useCompany();
  const cost = body.delayCostAnHour;
  return (
    <section>
      <h2>What is agreed</h2>
      <dl className={css.facts}>
        {validFrom === null ? null : <><dt>So since</dt><dd>{when(validFrom, zone, 'day')}</dd></>}
        <dt>Function</dt><dd>{functions.find((f) => f.id === body.function)?.name ?? body.function}</dd>
        <dt>Who answers for it</dt><dd><Link to="/settings/$part/$id" params={{ part: 'posts', id: body.owner }}>{postName(body.owner)}</Link>, <span className={css.quiet}>{holder(body.owner) ?? 'vacant: say who holds it'}</span></dd>
        <dt>One case</dt><dd>{body.case}</dd>
        <dt>Event log</dt><dd>{logs.length === 0 ? <span className={css.quiet}>none yet</span> : logs.map((l) => l.name).join(', ')}</dd>
        <dt>A case is complete with</dt><dd>{(body.ends ?? []).length === 0 ? <span className={css.quiet}>its last event, once it is silent for long enough</span> : (body.ends ?? []).join(', ')}</dd>
        {body.closedAfter === undefined ? null : <><dt>Over when silent for</dt><dd>{duration(body.closedAfter.seconds)}</dd></>}
        <dt>On time within</dt><dd>{body.target === undefined ? <span className={css.quiet}>nothing is agreed</span> : duration(body.target.seconds)}</dd>
        <dt>Working hours</dt><dd><Hours body={body} /></dd>
        <dt>Zone</dt><dd>{body.zone.replaceAll('_', ' ')}</dd>
        <dt>An hour’s delay costs</dt><dd>{cost === undefined ? <span className={css.quiet}>nothing is agreed, so no money is shown</span> : `${money(cost.low.amount, cost.low.currency)} to ${money(cost.high.amount, cost.high.currency)} per ${body.case}`}</dd>
      </dl>
    </section>
  );
}

/** Its end, and the way back from there. */
function Ending({ record, retired }: { readonly record: Record; readonly retired: boolean }) {
  return (
    <section>
      <h2>The record</h2>
      {retired ? <Reinstate path="/processes" id={record.id} name={record.name} /> : <Retire path="/processes" record={record} name={record.name} says="A process can be retired once nothing names it any more: first choose no event log for it with “Change”. Its history stays, and it can be taken back." />}
    </section>
  );
}

function Hours({ body: { calendar, hours } }: { readonly body: Record['body'] }) {
  const calendars = useQuery(asks('/calendars', { query: { limit: 500 } })).data?.items ?? [];
  const name = calendars.find((c) => c.id === calendar)?.name ?? calendar;
  if (hours === undefined) return name ?? <span className={css.quiet}>all hours count, nights and weekends too</span>;
  if (hours === 'always') return 'round the clock, on holidays too';
  return <>{weekWords(hours)}{name === undefined ? '' : `; closed days of ${name}`}</>;
}
