import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import type { Sheet } from '../api/types.ts';
import { useMay } from '../app/session.ts';
import { KeepBrief } from '../briefs/keep.tsx';
import { Address } from '../ui/address.tsx';
import { count, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { SheetBody } from './sheet.tsx';

/** Whose sheet it is, of when, and how new its evidence is; where the clock stands still the frame of the page has said when. */
function meta({ company, asOf, pinned, evidenceUpTo, zone }: Sheet): string {
  const [made, newest] = [when(asOf, zone, 'long'), evidenceUpTo === null ? null : when(evidenceUpTo, zone)];
  const evidence = newest === null ? 'nothing measured yet' : `evidence up to ${when(asOf, zone, 'day') === when(evidenceUpTo, zone, 'day') ? newest.slice(-5) : newest}`;
  return [company, ...(pinned ? [] : [made]), evidence].join(' · ');
}

/** What to do where nothing is measured yet: see what is there already, and bring in what is missing. */
function NothingYet({ empty }: { readonly empty: NonNullable<Sheet['empty']> }) {
  const logs = useQuery(asks('/event-logs', { query: { limit: 500 } })).data?.items.filter((l) => l.version !== null) ?? [];
  const unnamed = useMay('administrator', 'editor') ? logs.find((l) => l.process === null) : undefined;
  const next = empty.next.map((n) => <Address key={n.to} to={n.to}>{n.label}</Address>);
  if (logs.length === 0) return <EmptyState title="What to do next" actions={next}>{empty.why}</EmptyState>;
  return (
    <EmptyState title={logs.length === 1 ? `The events of “${logs[0]?.name}” are in.` : `The events of ${count(logs.length)} logs are in.`} actions={<>{unnamed === undefined ? null : <Link to="/settings/$part" params={{ part: 'new-process' }} search={{ log: unnamed.id }}>Record the process behind {unnamed.name}</Link>}{logs.slice(0, 5).map((l) => <Link key={l.id} to="/flow" search={{ log: l.id }}>See how {l.name} flows</Link>)}{next}</>}>
      How work flows can be seen now. {unnamed === undefined ? 'This page begins with the first week that is complete.' : 'This page tells of processes: say what each is called, which post answers for it and what completes a case.'}
    </EmptyState>
  );
}

/** Today: the sheet as it stands now. */
export function TodayPage() {
  const today = useQuery(asks('/today'));
  if (today.error !== null) return <PageError error={today.error} again={today.refetch} />;
  if (today.data === undefined) return <Loading what="today’s sheet" lines={8} />;
  const sheet = today.data;
  return (
    <>
      <PageHead title="Today" meta={meta(sheet)} actions={sheet.empty === null ? <><KeepBrief>Keep as a brief</KeepBrief><Button onClick={() => globalThis.print()}>Print</Button></> : undefined}><Sentence of={sheet.headline} /></PageHead>
      {sheet.empty === null ? <SheetBody sheet={sheet} /> : <NothingYet empty={sheet.empty} />}
    </>
  );
}
