import { Link } from '@tanstack/react-router';
import type { Item } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { count, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { EmptyState, Loading } from '../ui/states.tsx';
import { KeepBrief } from './keep.tsx';
import css from './brief.module.css';

type Row = Item<'/briefs'>;

/** Briefs: sheets as they were sent, each with the figures that it stood on. */
export function BriefsPage() {
  const { zone } = useCompany();
  const { query, page, paging } = usePages('/briefs', {}, 25);
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="briefs" />;
  return (
    <>
      <PageHead title="Briefs" meta={page.total === 0 ? 'Briefs' : `Briefs · ${count(page.total)}`} actions={page.total === 0 ? undefined : <KeepBrief filled>New brief</KeepBrief>}>{page.total === 0 ? 'No brief has been kept yet.' : 'What was said, and what it stood on.'}</PageHead>
      <Lead>A brief is a sheet kept as it was. It can be checked against the evidence at any time.</Lead>
      {page.total === 0 ? <EmptyState title="Make the first brief" actions={<KeepBrief filled>Keep today’s sheet</KeepBrief>}>It keeps today’s sheet with each figure’s lineage, to print or to send as a PDF.</EmptyState> : <DataTable caption="Briefs" columns={columns(zone)} rows={page.items} rowKey={(b) => b.id} paging={paging} />}
    </>
  );
}

function columns(zone: string): readonly Column<Row>[] {
  return [
    { key: 'title', head: 'Brief', cell: (b) => <Link to="/briefs/$brief" params={{ brief: b.id }}>{b.title}</Link> },
    { key: 'headline', head: 'What it said', cell: (b) => b.headline },
    { key: 'made', head: 'Made', cell: (b) => <span className={css.whole}>{when(b.createdAt, zone)}</span> },
    { key: 'by', head: 'By', cell: (b) => b.createdBy },
  ];
}
