import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, forget } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { AllowRange } from '../sources/pulls/allow-range.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { Loading } from '../ui/states.tsx';

type Range = Item<'/allowed-ranges'>;

/** Networks: which addresses inside the company this server may reach. */
export function NetworksPart() {
  const { zone } = useCompany();
  const administrator = useMay('administrator');
  const { query, page, paging } = usePages('/allowed-ranges', {}, 50);
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="networks" />;
  return (
    <>
      <PageHead title="Networks" meta="Settings · Networks">{page.total === 0 ? 'No address inside a network may be reached.' : `${many(page.total, 'range', 'ranges')} inside a network may be reached.`}</PageHead>
      <Lead>Public addresses are reached without this. Private ones, this machine itself and what clouds keep for it are reached only where an administrator has allowed them: that is checked each time, on the very address that is connected to.</Lead>
      {administrator ? <AllowRange range="" /> : null}
      {page.total === 0 ? null : <section><h2>Allowed</h2><DataTable caption="Ranges that may be reached" columns={columns(zone, administrator)} rows={page.items} rowKey={(r) => r.range} paging={paging} /></section>}
    </>
  );
}

function columns(zone: string, administrator: boolean): readonly Column<Range>[] {
  return [
    { key: 'range', head: 'Range', cell: (r) => <code>{r.range}</code> },
    { key: 'reach', head: 'What it is', cell: (r) => r.reach },
    { key: 'reason', head: 'Why', cell: (r) => r.reason },
    { key: 'at', head: 'Allowed', cell: (r) => when(r.allowedAt, zone, 'day') },
    ...(administrator ? [{ key: 'do', head: <span className="visually-hidden">Actions</span>, cell: (r: Range) => <Forbid range={r.range} /> }] : []),
  ];
}

function Forbid({ range }: { readonly range: string }) {
  const client = useQueryClient();
  const forbid = useMutation({ mutationFn: async () => answer(api.POST('/allowed-ranges/forbid', { body: { range } })), onSuccess: async () => forget(client, '/allowed-ranges') });
  return <ConfirmButton verb="Forbid" sure="Forbid it now" of={range} busy={forbid.isPending} act={() => forbid.mutate()} />;
}
