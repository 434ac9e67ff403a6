import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asks } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { useCompany } from '../../app/session.ts';
import { capital } from '../../ui/format.ts';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { useChoices } from '../filter-bar.tsx';
import { RecordProcessToo } from '../record-process.tsx';
import { filters, type FlowSearch } from '../search.ts';
import flow from '../flow.module.css';
import { BatchTable, BottleneckTable, LaterTable, ReworkTable, StepTable, type TableProps } from './tables.tsx';
import { DottedPart } from './dotted.tsx';
import { HandOvers } from './hand-overs.tsx';
import { LoadPart } from './load.tsx';
import { OverTime } from './over-time.tsx';
import { StepsDrawer } from './steps-drawer.tsx';
import { ToCases } from './to-cases.tsx';
import { costWords, groundRules, type Hours, hoursOf, type LogTime, mostWaiting, noWaiting, pairWords, shareWords } from './words.ts';
import css from './time.module.css';

/** Where the time of the cases in view goes: a sentence, then the tables and charts that it stands on. */
export function TimeView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const { zone } = useCompany();
  const names = useChoices(log);
  const found = useQuery(asks('/event-logs/{id}/performance', { path: { id: log.id }, query: filters(search) }));
  if (found.error !== null) return <ErrorState error={found.error} again={found.refetch} />;
  if (found.data === undefined) return <Loading what="where time goes" lines={10} />;
  const time = found.data;
  if (time.steps.count === 0) return <EmptyState title="There is no step in view">No case in view has a step whose time is known.</EmptyState>;
  const table: TableProps = { log, search, names, time, hours: hoursOf(time, search.hours) };
  return (
    <>
      <Head {...table} zone={time.workingHours?.zone ?? zone} />
      <BottleneckTable {...table} /><StepTable {...table} /><ReworkTable {...table} /><HandOvers {...table} /><BatchTable {...table} />
      <LoadPart {...table} /><OverTime {...table} /><DottedPart log={log} search={search} zone={zone} marked={search.mark ?? mostWaiting(time, table.hours)?.step.activity} />
      <LaterTable {...table} />
      {search.steps === undefined ? null : <StepsDrawer key={search.steps} log={log} search={search} of={search.steps} hours={table.hours} />}
    </>
  );
}

function Head({ log, time, hours, names, zone }: TableProps & { readonly zone: string }) {
  const top = mostWaiting(time, hours);
  return (
    <>
      <p className={css.lead}>{top === undefined ? noWaiting(time, hours) : <>{capital(shareWords(top.share))} of all waiting is before <ToCases names={names} condition={{ kind: 'activity', name: top.step.activity, has: true }}>“{top.step.activity}”</ToCases>: {costWords(time, hours, top, zone)}.{holdsWork(top.step)}</>}</p>
      {top === undefined ? null : <p className={css.said}>{pairWords(time, hours)}</p>}
      <Switch time={time} hours={hours} />
      <ul className={css.rules}>{groundRules(time, hours).map((rule) => <li key={rule}>{rule}</li>)}</ul>
      {time.process === null ? <RecordProcessToo log={log.id}>Which hours count, what completes a case and what delay costs are agreed for a process.</RecordProcessToo> : null}
    </>
  );
}

function holdsWork({ withoutStart, instances }: LogTime['activities'][number]): string {
  return withoutStart === 0 ? '' : withoutStart === instances ? ' It is not known when this step starts, so the work itself is in it.' : ' For some of these steps it is not known when they start: there the work itself is in it.';
}

function Switch({ time, hours }: { readonly time: LogTime; readonly hours: Hours }) {
  const navigate = useNavigate({ from: '/flow' });
  if (time.workingHours === null) return null;
  return (
    <div className={`${css.controls} no-print`}>
      <fieldset className={flow.shows}>
        <legend className="visually-hidden">Which hours count</legend>
        {(['working', 'elapsed'] as const).map((h) => (
          <label key={h} className={flow.radio}><input type="radio" name="hours" className="visually-hidden" checked={h === hours} onChange={() => void navigate({ search: (now) => ({ ...now, hours: h }), resetScroll: false })} /><span>{h === 'working' ? 'Working hours' : 'All hours'}</span></label>
        ))}
      </fieldset>
    </div>
  );
}
