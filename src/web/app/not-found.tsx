import { Link } from '@tanstack/react-router';
import { PageHead } from '../ui/page-head.tsx';

/** An address without a page. */
export function NotFound() {
  return (
    <main style={{ padding: '48px clamp(16px, 6vw, 80px)' }}>
      <PageHead title="No such page" meta={globalThis.location.pathname}>There is no page at this address.</PageHead>
      <p>It may have been mistyped, or the record was retired. <Link to="/">Go to Today</Link></p>
    </main>
  );
}
