import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { asks } from '../api/client.ts';
import { NothingGranted } from '../sign-in/nothing-granted.tsx';
import { when } from '../ui/format.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Mark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { ownZone, useCompany, useMe, useSignOut } from './session.ts';
import { ThemeChoice } from './theme-choice.tsx';
import css from './shell.module.css';

const LineageDrawer = lazy(async () => import('../ui/lineage-drawer.tsx').then((m) => ({ default: m.LineageDrawer })));

/** The frame of every page for somebody who is signed in; a stranger is sent to the sign-in page and back. */
export function Shell() {
  const me = useQuery(asks('/me'));
  if (me.error !== null) return <main className={css.alone}><ErrorState error={me.error} again={me.refetch} /></main>;
  if (me.data === undefined) return <main className={css.alone}><Loading what="the sheet" /></main>;
  if (!me.data.signedIn) return <ToSignIn />;
  if (me.data.sets.length === 0) return <NothingGranted />;
  return <Frame />;
}

/** Once: the address changes while it moves, and must not be followed by another move. */
function ToSignIn() {
  const { href } = useLocation();
  const navigate = useNavigate();
  const [from] = useState(href);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void navigate({ to: '/sign-in', search: from === '/' ? {} : { to: from }, replace: true });
  }, [from, navigate]);
  return <main className={css.alone}><Loading what="the sign-in page" /></main>;
}

function Frame() {
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { asking } = useCompany();
  const { figure } = useSearch({ strict: false }) as { figure?: string };
  useFocusOnMove(main);
  return (
    <div className={css.app}>
      <a className={css.skip} href="#main" onClick={(e) => { e.preventDefault(); main.current?.focus(); }}>Skip to the page</a>
      <nav aria-label="Main" className={`${css.side} no-print`}>
        <div className={css.brand}><Mark />Hymnsheet</div>
        <button type="button" className={css.menu} aria-expanded={open} aria-controls="navigation" onClick={() => setOpen(!open)}>{open ? 'Close' : 'Menu'}</button>
        <div id="navigation" className={css.nav} data-open={open}>
          <Navigation onMove={() => setOpen(false)} />
          <SignedIn />
        </div>
      </nav>
      <main id="main" ref={main} className={css.main} tabIndex={-1}>
        {/* What stands above every page must not push it down when it comes. */}
        {asking ? <Loading what="the page" /> : <><AsOf /><Suspense fallback={<Loading what="the page" />}><Outlet /></Suspense></>}
      </main>
      {figure === undefined ? null : <Suspense><LineageDrawer claim={figure} /></Suspense>}
    </div>
  );
}

const SETTLED_MS = 3000;

/** After a move to another page its heading has the focus, so that it is read out and Tab goes on from there. */
function useFocusOnMove(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  useEffect(() => {
    if (first.current === pathname) return undefined;
    first.current = '';
    main.current?.focus({ preventScroll: true });
    // The heading comes with the page's data, after the old one has gone; it takes the focus unless the reader has moved it since.
    let ours: Element | null = main.current;
    const look = () => {
      const heading = main.current?.querySelector<HTMLElement>('h1');
      if (heading == null || (document.activeElement !== ours && document.activeElement !== document.body)) return;
      heading.focus({ preventScroll: true });
      ours = heading;
    };
    const watch = new MutationObserver(look);
    if (main.current !== null) watch.observe(main.current, { childList: true, subtree: true });
    const timer = setTimeout(() => watch.disconnect(), SETTLED_MS);
    return () => { watch.disconnect(); clearTimeout(timer); };
  }, [pathname, main]);
}

/** Says that every figure is as of a pinned instant, and names the zone of times where it is not the reader's own. */
function AsOf() {
  const { asOf, zone, known } = useCompany();
  const own = ownZone();
  if (!known || (asOf === null && own === zone)) return null;
  return (
    <p className={css.asOf}>
      {asOf === null ? null : <>Shown as of <b>{when(asOf, zone, 'long')}</b>. </>}
      {own === zone ? null : <>Times are those of {zone.replaceAll('_', ' ')}; yours is {own.replaceAll('_', ' ')}.</>}
    </p>
  );
}

function SignedIn() {
  const me = useMe();
  const signOut = useSignOut();
  return (
    <div className={css.who}>
      <span className={css.name}>{me?.name ?? me?.email ?? me?.id}</span>
      <ThemeChoice />
      <button type="button" className={css.out} onClick={() => void signOut()}>Sign out</button>
    </div>
  );
}
