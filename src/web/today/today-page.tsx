import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api, asks, forget } from '../api/client.ts';
import type { Sheet } from '../api/types.ts';
import { useMay } from '../app/session.ts';
import { Address } from '../ui/address.tsx';
import { when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { SheetBody } from './sheet.tsx';

/** Where and when a sheet was made and how new its evidence is, in one line. */
export function sheetMeta(sheet: Sheet): string {
  const evidence = sheet.evidenceUpTo === null ? 'no evidence yet' : `evidence up to ${when(sheet.evidenceUpTo, sheet.zone)}`;
  return `${sheet.company} · ${when(sheet.asOf, sheet.zone, 'long')} · ${evidence}`;
}

/** Today: the sheet as it stands now. */
export function TodayPage() {
  const today = useQuery(asks('/today'));
  if (today.error !== null) return <PageError error={today.error} again={today.refetch} />;
  if (today.data === undefined) return <Loading what="today’s sheet" lines={8} />;
  const sheet = today.data;
  return (
    <>
      <PageHead title="Today" meta={sheetMeta(sheet)} actions={sheet.empty === null ? <><KeepBrief /><Button onClick={() => globalThis.print()}>Print</Button></> : undefined}><Sentence of={sheet.headline} /></PageHead>
      {sheet.empty === null ? <SheetBody sheet={sheet} /> : (
        <EmptyState title="What to do next" actions={sheet.empty.next.map((n) => <Address key={n.to} to={n.to}>{n.label}</Address>)}>{sheet.empty.why}</EmptyState>
      )}
    </>
  );
}

function KeepBrief() {
  const may = useMay('administrator', 'editor', 'finance', 'contributor');
  const client = useQueryClient();
  const navigate = useNavigate();
  const keep = useMutation({
    mutationFn: async () => answer(api.POST('/briefs', { body: {} })),
    onSuccess: async (brief) => { await forget(client, '/briefs'); await navigate({ to: '/briefs/$brief', params: { brief: brief.id } }); },
  });
  if (!may) return null;
  return <>{keep.error === null ? null : <span role="alert">{keep.error.message}</span>}<Button onClick={() => keep.mutate()} loading={keep.isPending}>Keep as a brief</Button></>;
}
