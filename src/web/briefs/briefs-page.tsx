import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { answer, api, forget } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { count, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { EmptyState, Loading } from '../ui/states.tsx';

type Row = Item<'/briefs'>;

/** Briefs: sheets as they were sent, each with the figures that it stood on. */
export function BriefsPage() {
  const { zone } = useCompany();
  const { query, page, paging } = usePages('/briefs', {}, 25);
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="briefs" />;
  return (
    <>
      <PageHead title="Briefs" meta={`Briefs · ${count(page.total)}`} actions={<NewBrief />}>{page.total === 0 ? 'Nothing has been sent yet.' : 'What was said, and what it stood on.'}</PageHead>
      <Lead>A brief is a sheet kept as it was. It can be checked against the evidence at any time.</Lead>
      {page.total === 0 ? <EmptyState title="Make the first brief">It keeps today’s sheet with each figure’s lineage, to print or to send as a PDF.</EmptyState> : <DataTable caption="Briefs" columns={columns(zone)} rows={page.items} rowKey={(b) => b.id} paging={paging} />}
    </>
  );
}

function columns(zone: string): readonly Column<Row>[] {
  return [
    { key: 'title', head: 'Brief', cell: (b) => <Link to="/briefs/$brief" params={{ brief: b.id }}>{b.title}</Link> },
    { key: 'headline', head: 'What it said', cell: (b) => b.headline },
    { key: 'made', head: 'Made', cell: (b) => when(b.createdAt, zone) },
    { key: 'by', head: 'By', cell: (b) => b.createdBy },
  ];
}

function NewBrief() {
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const client = useQueryClient();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: async () => answer(api.POST('/briefs', { body: {} })),
    onSuccess: async (brief) => { await forget(client, '/briefs'); await navigate({ to: '/briefs/$brief', params: { brief: brief.id } }); },
  });
  if (!may) return null;
  return <>{make.error === null ? null : <span role="alert">{make.error.message}</span>}<Button variant="filled" loading={make.isPending} onClick={() => make.mutate()}>New brief</Button></>;
}
