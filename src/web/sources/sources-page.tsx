import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api, forget } from '../api/client.ts';
import type { Source } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { age, capital, count, many, when } from '../ui/format.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { EmptyState, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { PullsTable } from './pulls/pulls-table.tsx';
import css from './sources.module.css';

const kinds: Record<Source['kind'], string> = { 'event-log': 'event log', folder: 'company folder', incidents: 'incidents' };

/** Sources: everything that figures are made from, with how new it is. */
export function SourcesPage() {
  const { zone } = useCompany();
  const { query, page, paging } = usePages('/sources', {}, 50);
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="sources" />;
  return (
    <>
      <PageHead title="Sources" meta={page.total === 0 ? 'Sources' : `Sources · ${count(page.total)}`} actions={page.total === 0 ? undefined : <BringIn />}>{page.total === 0 ? 'Nothing has been brought in yet.' : headline(page.items)}</PageHead>
      <Lead>Every figure opens down to rows of one of these. Nothing is dropped silently: rows that could not be read are counted and listed.</Lead>
      {page.total === 0 ? <EmptyState title="Bring in the first event log" actions={<BringIn />}>A CSV or XES export of any system that writes down who did what when: an ERP, a ticket system, a warehouse system.</EmptyState> : <DataTable caption="Sources" columns={columns(zone)} rows={page.items} rowKey={(s) => `${s.kind} ${s.id}`} paging={paging} />}
      <PullsTable zone={zone} />
    </>
  );
}

function headline(sources: readonly Source[]): string {
  const dated = sources.filter((s) => s.ageSeconds !== null).sort((a, b) => (b.ageSeconds ?? 0) - (a.ageSeconds ?? 0));
  const oldest = dated[0];
  if (oldest === undefined) return 'No source has a dated row.';
  return dated.length === 1 ? `The evidence is ${age(oldest.ageSeconds ?? 0)}.` : `The oldest evidence is ${age(oldest.ageSeconds ?? 0)}: ${oldest.name}.`;
}

function columns(zone: string): readonly Column<Source>[] {
  return [
    { key: 'name', head: 'Source', cell: (s) => <>{s.kind === 'event-log' ? <Link to="/flow" search={{ log: s.id }}>{s.name}</Link> : s.name}<br /><span className={css.quiet}>{kinds[s.kind]}</span></> },
    { key: 'records', head: 'Rows', numeric: true, cell: (s) => count(s.records) },
    { key: 'newest', head: 'Newest row', cell: (s) => <><span className={css.whole}>{when(s.newest, zone)}</span>{s.ageSeconds === null ? null : <><br /><span className={`${css.quiet} ${css.whole}`}>{age(s.ageSeconds)}</span></>}</> },
    { key: 'imported', head: 'Brought in', cell: (s) => <span className={css.whole}>{when(s.importedAt, zone)}</span> },
    { key: 'rejected', head: 'Rows refused', numeric: true, cell: (s) => (s.rejected === 0 ? 'none' : count(s.rejected)) },
    { key: 'file', head: 'File', cell: (s) => <><span className={css.file}>{s.file ?? '–'}</span><Batches of={s.batches} log={s.id} zone={zone} /></> },
  ];
}

/** Batches over the API that are not in the log: how many wait or are tried again, and why the last one could not be taken in. */
function Batches({ of, log, zone }: { readonly of: Source['batches']; readonly log: string; readonly zone: string }) {
  if (of === null) return null;
  const why = of.why === null ? '' : `: ${of.why}`;
  return (
    <>
      {of.waiting === 0 ? null : <div className={`${css.batch} ${css.quiet}`}>{many(of.waiting, 'batch waits', 'batches wait')} to be taken in{of.retrying + of.failed === 0 ? why : ''}</div>}
      {of.retrying === 0 ? null : <div className={css.batch}><Tag tone="watch">{many(of.retrying, 'batch', 'batches')} not taken in yet</Tag> <span className={css.quiet}>Next try {when(of.nextTryAt, zone)}{why}</span></div>}
      {of.failed === 0 ? null : <div className={css.batch}><Tag tone="stop">{many(of.failed, 'batch', 'batches')} not taken in</Tag> <span className={css.quiet}>{capital(of.why ?? '')}</span> <TryAgain log={log} /></div>}
    </>
  );
}

function TryAgain({ log }: { readonly log: string }) {
  const client = useQueryClient();
  const may = useMay('administrator', 'editor', 'contributor');
  const again = useMutation({ mutationFn: async () => answer(api.POST('/event-logs/{id}/batches/retry', { params: { path: { id: log } }, body: {} })), onSuccess: async () => forget(client, '/sources') });
  return may ? <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate()}>Try again<span className="visually-hidden"> to take in the batches of {log}</span></Button> : null;
}

function BringIn() {
  const may = useMay('administrator', 'editor', 'contributor');
  const mayPull = useMay('administrator');
  return may ? <>{mayPull ? <LinkButton to="/sources/pulls/new">Pull from a database</LinkButton> : null} <LinkButton to="/sources/import" variant="filled">Bring in an event log</LinkButton></> : null;
}
