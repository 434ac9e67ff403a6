import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { fileAddress } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { useCompany } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { takesLostFocus } from '../../ui/focus.ts';
import { count } from '../../ui/format.ts';
import { usePages } from '../../ui/pages.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { caseColumns } from '../case-columns.tsx';
import { filters, type FlowSearch } from '../search.ts';
import flow from '../flow.module.css';
import { countedTitle, readCounted } from './counted.ts';

interface CountedCasesProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  /** As writeCounted wrote it. */
  readonly of: string;
}

/** The cases that a figure of the view of time counts: of those in view, as many as it says. */
export function CountedCases({ log, search, of }: CountedCasesProps) {
  const { zone } = useCompany();
  const asked = readCounted(of);
  const title = countedTitle(asked);
  const list = 'in' in asked ? 'cases' : 'steps/cases';
  const query = { ...filters(search), ...Object.fromEntries(new URLSearchParams(of)) };
  const { query: cases, page, paging } = usePages(`/event-logs/{id}/performance/${list}`, { path: { id: log.id }, query } as never, 25);
  if (cases.error !== null) return <ErrorState error={cases.error} again={cases.refetch} />;
  if (page === undefined) return <Loading what="cases" lines={8} />;
  return (
    <section>
      <h2 ref={takesLostFocus} tabIndex={-1}>{title} · {count(page.total)}</h2>
      <div className={`${flow.buttons} no-print`}>
        <Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/performance/${list}.csv`, query)} download>Download as CSV</Button>
        <Link from="/flow" to="." search={(now) => ({ ...now, counted: undefined })} resetScroll={false}>All cases in view</Link>
      </div>
      <DataTable caption={title} columns={caseColumns(zone)} rows={page.items} rowKey={(c) => c.id} paging={paging} narrow="lines" empty="None of the cases in view." />
    </section>
  );
}
