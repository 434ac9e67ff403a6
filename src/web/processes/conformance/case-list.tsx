import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { fileAddress } from '../../api/client.ts';
import { useCompany } from '../../app/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { takesLostFocus } from '../../ui/focus.ts';
import { count } from '../../ui/format.ts';
import { usePages } from '../../ui/pages.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { caseColumns } from '../case-columns.tsx';
import css from './conformance.module.css';
import flow from '../flow.module.css';

interface CaseListProps {
  readonly path: '/event-logs/{id}/rules/{rule}/cases' | '/event-logs/{id}/conformance/cases' | '/event-logs/{id}/differences/cases';
  readonly parameters: { readonly path: Readonly<Record<string, string>>; readonly query: Readonly<Record<string, string | number | readonly (string | number)[]>> };
  readonly title: string;
}

/** The cases behind a figure of this page, a page at a time and as a file. */
export function CaseList({ path, parameters, title }: CaseListProps) {
  const { zone } = useCompany();
  const { query: list, page, paging } = usePages(path, parameters as never, 25);
  const file = Object.entries(parameters.path).reduce((address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(value)), `${path}.csv`);
  return (
    <section>
      <h2 ref={takesLostFocus} tabIndex={-1} className={css.sub}>{title}{page === undefined ? '' : ` · ${count(page.total)}`}</h2>
      {list.error !== null ? <ErrorState error={list.error} again={list.refetch} /> : page === undefined ? <Loading what="cases" lines={6} /> : (
        <>
          <div className={`${flow.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(file, parameters.query)} download>Download these cases as CSV</Button><Link from="/flow" to="." search={(now) => ({ ...now, rule: undefined, deviation: undefined, counted: undefined })} resetScroll={false}>Close the list</Link></div>
          <DataTable caption={title} columns={caseColumns(zone)} rows={page.items} rowKey={(c) => c.id} paging={paging} narrow="lines" empty="None of the cases in view." />
        </>
      )}
    </section>
  );
}
