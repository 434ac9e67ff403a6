import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asks } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Get } from '../api/types.ts';
import { useMay } from '../app/session.ts';
import { when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { Button } from '@mantine/core';
import { CompanyForm } from './company-form.tsx';
import { FolderNote } from './folder-note.tsx';
import { usePeople } from './people.ts';
import { date } from './terms.ts';
import css from './settings.module.css';

const officers = [['ceo', 'Chief executive'], ['coo', 'Operations'], ['cio', 'Technology']] as const;

/** The company: zone, money, year, and the three posts that must be named. */
export function CompanyPart() {
  const company = useQuery(asks('/company'));
  // Asked here for every state of the page: asked anew by a part that comes with an error, the error would go and come again.
  const { posts } = usePeople();
  if (company.error !== null && asProblem(company.error).code === 'not-found') return <NewCompany posts={posts} />;
  if (company.error !== null) return <PageError error={company.error} again={company.refetch} />;
  if (company.data === undefined) return <Loading what="the company" />;
  return <Company record={company.data} posts={posts} />;
}

type Posts = ReturnType<typeof usePeople>['posts'];

function NewCompany({ posts }: { readonly posts: Posts }) {
  const administrator = useMay('administrator');
  return (
    <>
      <PageHead title="Company" meta="Settings · Company">The company is not on record yet.</PageHead>
      {administrator ? <Lead>Say who you are. The three accountable posts come first: <Link to="/settings/$part" params={{ part: 'posts' }}>add them</Link> if they are not in the lists below. A company folder brings all of it at once: hymnsheet apply.</Lead> : <EmptyState title="An administrator has to say who the company is" />}
      {administrator ? <CompanyForm record={null} posts={posts} done={() => {}} /> : null}
    </>
  );
}

function Company({ record, posts }: { readonly record: Get<'/company'>; readonly posts: Posts }) {
  const administrator = useMay('administrator');
  const [changing, setChanging] = useState(false);
  const change = administrator && !changing ? <Button onClick={() => setChanging(true)}>Change</Button> : undefined;
  return (
    <>
      <PageHead title="Company" meta="Settings · Company" actions={change}>{record.body.name}</PageHead>
      <Lead>These settings feed figures, so each change adds a version and the one before is kept.</Lead>
      <FolderNote record={record} file="company.yaml" />
      {changing ? <CompanyForm record={record} posts={posts} done={() => setChanging(false)} /> : <Facts body={record.body} />}
    </>
  );
}

function Facts({ body }: { readonly body: Get<'/company'>['body'] }) {
  const { postName, holder } = usePeople();
  return (
    <>
      <section>
        <h2>Settings</h2>
        <dl className={css.facts}>
          <dt>Zone</dt><dd>{body.zone.replaceAll('_', ' ')}</dd>
          <dt>Currency</dt><dd>{body.currency}</dd>
          <dt>Fiscal year begins</dt><dd>{new Date(`2001-${body.fiscalYearStart}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })}</dd>
          <dt>Discount rate</dt><dd>{body.discountRate === undefined ? <span className={css.quiet}>none; nothing is assumed</span> : `${body.discountRate.rate.percent}% a year, ${body.discountRate.terms}`}</dd>
          <dt>Price base</dt><dd>{body.priceBase === undefined ? <span className={css.quiet}>none</span> : date(body.priceBase)}</dd>
          {(body.rates ?? []).length === 0 ? null : <><dt>Exchange rates</dt><dd>{(body.rates ?? []).map((r) => <div key={r.currency + r.on}>1 {r.currency} = {r.rate} {body.currency} <span className={css.quiet}>on {date(r.on)}</span></div>)}</dd></>}
          <dt>Shown as of</dt><dd>{body.asOf === undefined ? 'now' : when(body.asOf, body.zone, 'long')}</dd>
        </dl>
      </section>
      <section>
        <h2>Accountable posts</h2>
        <dl className={css.facts}>{officers.map(([key, name]) => <div key={key} style={{ display: 'contents' }}><dt>{name}</dt><dd><Link to="/settings/$part/$id" params={{ part: 'posts', id: body.posts[key] }}>{postName(body.posts[key])}</Link>, <span className={css.quiet}>{holder(body.posts[key]) ?? 'vacant'}</span></dd></div>)}</dl>
      </section>
    </>
  );
}
