import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { asks } from '../../api/client.ts';
import type { Pull, PullPreview } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { many } from '../../ui/format.ts';
import { PageError } from '../../ui/page-error.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { Steps } from '../steps.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ConnectStep } from './connect-step.tsx';
import { draftOfPull, emptyDraft, withPreview } from './draft.ts';
import { QueryStep } from './query-step.tsx';
import { ScheduleStep } from './schedule-step.tsx';
import css from '../sources.module.css';

const steps = ['Reach the database', 'Ask for the events', 'Confirm what the columns mean', 'Say where and when'];
const questions = ['Where is the database?', 'Which rows are the events?', 'Is this what the columns mean?', 'Where do they go, and when?'];

/** Sets up a new pull from a database. */
export function NewPullPage() {
  return useMay('administrator') ? <Wizard /> : <NotYours />;
}

/** Changes one that is there. */
export function ChangePullPage() {
  const { pull: id } = useParams({ from: '/inside/sources/pulls/$pull/change' });
  const may = useMay('administrator');
  const query = useQuery({ ...asks('/pulls/{id}', { path: { id } }), enabled: may, staleTime: Number.POSITIVE_INFINITY });
  if (!may) return <NotYours />;
  if (query.data === undefined) return query.error === null ? <Loading what="the pull" /> : <PageError error={query.error} again={query.refetch} />;
  return <Wizard key={query.data.revision} before={query.data} />;
}

function NotYours() {
  return <><PageHead title="Pull from a database" meta={<Link to="/sources">Sources</Link>}>An administrator sets this up.</PageHead><EmptyState title="It needs a password of the database">Whoever has the set administrator may set it up; editors may then run and pause it.</EmptyState></>;
}

function Wizard({ before }: { readonly before?: Pull }) {
  const [draft, setDraft] = useState(() => (before === undefined ? emptyDraft : draftOfPull(before, before.cursorType === 'time')));
  const [at, setAt] = useState(0);
  const [server, setServer] = useState({ says: '', doubts: [] as readonly string[] });
  const [seen, setSeen] = useState<PullPreview>();
  const step = { draft, onChange: setDraft, pull: before?.id };
  const doubts = at === 1 ? server.doubts : at === 2 ? (seen?.doubts.filter((d) => !server.doubts.includes(d)) ?? []) : [];
  const title = before === undefined ? 'Pull from a database' : `Change ${before.definition.name}`;
  return (
    <>
      <PageHead title={title} meta={<><Link to="/sources">Sources</Link> · {title}{at > 0 ? ` · ${server.says}` : ''}</>}>{questions[at]}</PageHead>
      <Steps at={at} of={steps} />
      {doubts.length === 0 ? null : <div className={css.doubts}><b>{many(doubts.length, 'thing to check', 'things to check')}</b><ul>{doubts.map((d) => <li key={d}>{d}</li>)}</ul></div>}
      {at === 0 ? <ConnectStep {...step} onDone={(says, found) => { setServer({ says, doubts: found }); setAt(1); }} /> : null}
      {at === 1 ? <QueryStep {...step} onBack={() => setAt(0)} onDone={(found) => { setSeen(found); setDraft(withPreview(draft, found)); setAt(2); }} /> : null}
      {at === 2 && seen !== undefined ? <ColumnsStep {...step} seen={seen} onBack={() => setAt(1)} onDone={() => setAt(3)} /> : null}
      {at === 3 && seen !== undefined ? <ScheduleStep draft={draft} onChange={setDraft} seen={seen} before={before} onBack={() => setAt(2)} /> : null}
    </>
  );
}
