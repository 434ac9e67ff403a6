import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answer, api, asks, fileAddress } from '../api/client.ts';
import { SheetBody } from '../today/sheet.tsx';
import { count, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Verification } from './verification.tsx';
import css from './brief.module.css';

const formats = [['pdf', 'PDF'], ['md', 'Markdown'], ['json', 'JSON']] as const;

/** One brief as the sheet that it is: to read, print, download, and check again. */
export function BriefPage() {
  const { brief: id } = useParams({ from: '/inside/briefs/$brief' });
  const brief = useQuery(asks('/briefs/{id}', { path: { id } }));
  const verify = useMutation({ mutationFn: async () => answer(api.POST('/briefs/{id}/verify', { params: { path: { id } } })) });
  if (brief.error !== null) return <PageError error={brief.error} again={brief.refetch} />;
  if (brief.data === undefined) return <Loading what="the brief" lines={8} />;
  const { sheet, views, title, createdAt, createdBy, chain, claims } = brief.data;
  const actions = (
    <>
      {formats.map(([format, name]) => <Button key={format} component="a" href={fileAddress(`/briefs/${encodeURIComponent(id)}/file`, { format })} download>{name}</Button>)}
      <Button onClick={() => globalThis.print()}>Print</Button>
      <Button variant="filled" loading={verify.isPending} onClick={() => verify.mutate()}>Check the figures</Button>
    </>
  );
  return (
    <>
      <PageHead title={title} meta={<><Link to="/briefs" className="no-print">Briefs</Link><span className="no-print"> · </span>{title.startsWith(sheet.company) ? '' : `${sheet.company} · `}{title} · {when(sheet.asOf, sheet.zone, 'long')}</>} actions={actions}><Sentence of={sheet.headline} /></PageHead>
      {verify.error === null ? null : <ErrorState error={verify.error} again={() => verify.mutate()} />}
      {verify.data === undefined ? null : <Verification answer={verify.data} />}
      <SheetBody sheet={sheet} />
      {views.length === 0 ? null : <section><h2>Saved views</h2>{views.map((v) => <p key={v.id} className={css.view}><a href={v.to}>{v.name}</a> <Sentence of={v.statement} /></p>)}</section>}
      <footer className={css.foot}>
        <p>Made by {createdBy}, {when(createdAt, sheet.zone)} ({sheet.zone.replaceAll('_', ' ')}). {count(claims.length)} figures, each with its lineage.{sheet.readability.grade === null ? '' : ` Reading grade ${sheet.readability.grade.toFixed(1)}.`}</p>
        <p>Audit chain: {count(chain.length)} entries, head <code>{chain.hash}</code></p>
      </footer>
    </>
  );
}
