import { Link } from '@tanstack/react-router';
import { asProblem } from '../api/problem.ts';
import { PageHead } from './page-head.tsx';
import { ErrorState } from './states.tsx';

/** A page that could not be shown: it still says so in its heading, then what failed; the reader asks again, or goes to Today. */
export function PageError({ error, again }: { readonly error: unknown; readonly again: () => unknown }) {
  const missing = asProblem(error).status === 404;
  return (
    <>
      <PageHead title={missing ? 'Not found' : 'Not shown'} meta={<Link to="/">Today</Link>}>{missing ? 'This is not on record.' : 'This page cannot be shown now.'}</PageHead>
      <ErrorState error={error} again={missing ? undefined : again} />
    </>
  );
}
