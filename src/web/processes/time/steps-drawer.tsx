import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fileAddress } from '../../api/client.ts';
import type { EventLog, Item } from '../../api/types.ts';
import { useCompany } from '../../app/session.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { count, duration, when } from '../../ui/format.ts';
import { usePages } from '../../ui/pages.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { filters, type FlowSearch } from '../search.ts';
import { readSteps, type StepsBehind, stepsTitle, writeSteps } from './steps-behind.ts';
import { type Hours, timeIn } from './words.ts';

/** Opens the steps that a figure was counted from. */
export function ToSteps({ of, children }: { readonly of: StepsBehind; readonly children: ReactNode }) {
  return <Link from="/flow" to="." search={(now) => ({ ...now, steps: writeSteps(of) })} resetScroll={false} title="The steps behind it">{children}</Link>;
}

interface StepsDrawerProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  /** As writeSteps wrote it. */
  readonly of: string;
  readonly hours: Hours;
}

/** The steps behind a figure, those that waited longest first. */
export function StepsDrawer({ log, search, of, hours }: StepsDrawerProps) {
  const navigate = useNavigate({ from: '/flow' });
  const { zone } = useCompany();
  const asked = readSteps(of);
  const query = { ...filters(search), ...Object.fromEntries(new URLSearchParams(writeSteps(asked))) };
  const { query: list, page, paging } = usePages('/event-logs/{id}/performance/steps', { path: { id: log.id }, query } as never, 25);
  return (
    <SideDrawer title={stepsTitle(asked)} onClose={() => void navigate({ search: (now) => ({ ...now, steps: undefined }), resetScroll: false })}>
      {list.error !== null ? <ErrorState error={list.error} again={list.refetch} /> : page === undefined ? <Loading what="the steps" /> : (
        <>
          <p className="no-print"><a href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/performance/steps.csv`, query)} download>Download as CSV</a></p>
          <DataTable caption={stepsTitle(asked)} columns={columns(zone, hours, asked)} rows={page.items} rowKey={(_s, i) => String(i)} paging={paging} narrow="lines" empty="No step." />
        </>
      )}
    </SideDrawer>
  );
}

type Step = Item<'/event-logs/{id}/performance/steps'>;

function columns(zone: string, hours: Hours, asked: StepsBehind): readonly Column<Step>[] {
  const named: Column<Step>[] = [
    { key: 'case', head: 'Case', cell: (s) => <Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, case: s.case, steps: undefined })} resetScroll={false}>{s.case}</Link> },
    ...(asked.step === undefined ? [{ key: 'step', head: 'Step', wideOnly: true, cell: (s: Step) => s.step }] : []),
  ];
  if (asked.worked === true) {
    return [...named, { key: 'began', head: 'Began', wideOnly: true, cell: (s) => when(s.start, zone) }, { key: 'within', head: 'Work in this hour', numeric: true, cell: (s) => (s.inHour === null ? '–' : duration(s.inHour)) }];
  }
  return [
    ...named,
    ...(asked.batched === true ? [{ key: 'batch', head: 'Batch', cell: (s: Step) => batchWords(s.batch, zone) }] : []),
    { key: 'ready', head: 'Ready', wideOnly: true, cell: (s) => when(s.ready ?? s.start ?? s.completed, zone) },
    { key: 'waited', head: 'Waited', numeric: true, cell: (s) => (s.wait === null ? '–' : duration(s.wait)) },
    ...(hours === 'elapsed' ? [] : [{ key: 'working', head: 'Of it working', numeric: true, cell: (s: Step) => (s.workingWait === null ? '–' : timeIn(hours, s.workingWait)) }]),
  ];
}

/** A batch by when its first step was completed, as the file names it. */
function batchWords(batch: Step['batch'], zone: string): string {
  if (batch === null) return '–';
  const other = batch.id.split('/')[1];
  return `${when(batch.from, zone)}${other === undefined ? '' : ` (${other})`} · ${count(batch.cases)}\u00a0cases`;
}
