import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { usePeople } from './people.ts';
import css from './settings.module.css';

const officers = [['ceo', 'Chief executive'], ['coo', 'Operations'], ['cio', 'Technology']] as const;

/** The company: zone, money, year, and the three posts that must be named. */
export function CompanyPart() {
  const company = useQuery(asks('/company'));
  const { postName, holder } = usePeople();
  if (company.error !== null && asProblem(company.error).code === 'not-found') return <><PageHead title="Company" meta="Settings · Company">The company is not on record yet.</PageHead><EmptyState title="Say who you are">Write company.yaml into a company folder and run hymnsheet apply: its name, zone, currency, and the posts of CEO, COO and CIO.</EmptyState></>;
  if (company.error !== null) return <PageError error={company.error} again={company.refetch} />;
  if (company.data === undefined) return <Loading what="the company" />;
  const { body } = company.data;
  return (
    <>
      <PageHead title="Company" meta="Settings · Company">{body.name}</PageHead>
      <Lead>These settings feed figures, so each change adds a version. They are kept in company.yaml of the company folder.</Lead>
      <section>
        <h2>Settings</h2>
        <dl className={css.facts}>
          <dt>Zone</dt><dd>{body.zone.replaceAll('_', ' ')}</dd>
          <dt>Currency</dt><dd>{body.currency}</dd>
          <dt>Fiscal year begins</dt><dd>{new Date(`2001-${body.fiscalYearStart}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })}</dd>
          <dt>Shown as of</dt><dd>{body.asOf === undefined ? 'now' : when(body.asOf, body.zone, 'long')}</dd>
        </dl>
      </section>
      <section>
        <h2>Accountable posts</h2>
        <dl className={css.facts}>{officers.map(([key, name]) => <div key={key} style={{ display: 'contents' }}><dt>{name}</dt><dd>{postName(body.posts[key])}, <span className={css.quiet}>{holder(body.posts[key]) ?? 'vacant'}</span></dd></div>)}</dl>
      </section>
    </>
  );
}
