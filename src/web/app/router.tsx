import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { basicsSearch } from '../basics/search.ts';
import { acrossSearch } from '../processes/across/search.ts';
import { flowSearch } from '../processes/search.ts';
import { importSearch } from '../sources/search.ts';
import { ErrorState } from '../ui/states.tsx';
import { NotFound } from './not-found.tsx';
import { parseSearch, said, stringifySearch, text } from './search.ts';
import { Shell } from './shell.tsx';

/** A page that broke. A part that did not arrive is not asked for again until the page is loaded anew. */
function Broken({ error }: { readonly error: unknown }) {
  return <ErrorState error={error} again={() => globalThis.location.reload()} />;
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Broken });

// Pages for a stranger.
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: (s) => said({ to: text(s.to) }), component: lazyRouteComponent(async () => import('../sign-in/sign-in-page.tsx'), 'SignInPage') });
const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: lazyRouteComponent(async () => import('../sign-in/link-page.tsx'), 'LinkPage') });
const invitation = createRoute({ getParentRoute: () => root, path: '/invitation', component: lazyRouteComponent(async () => import('../sign-in/link-page.tsx'), 'LinkPage') });

// Pages for somebody who is signed in; `figure` opens the lineage of a claim over any of them.
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Shell, validateSearch: (s) => said({ figure: text(s.figure) }) });
const today = createRoute({ getParentRoute: () => inside, path: '/', component: lazyRouteComponent(async () => import('../today/today-page.tsx'), 'TodayPage') });
const basics = createRoute({ getParentRoute: () => inside, path: '/basics', validateSearch: basicsSearch, component: lazyRouteComponent(async () => import('../basics/basics-page.tsx'), 'BasicsPage') });
const service = createRoute({ getParentRoute: () => inside, path: '/basics/$service', component: lazyRouteComponent(async () => import('../basics/service-page.tsx'), 'ServicePage') });
const flow = createRoute({ getParentRoute: () => inside, path: '/flow', validateSearch: flowSearch, component: lazyRouteComponent(async () => import('../processes/flow-page.tsx'), 'FlowPage') });
const across = createRoute({ getParentRoute: () => inside, path: '/across', validateSearch: acrossSearch, component: lazyRouteComponent(async () => import('../processes/across/across-page.tsx'), 'AcrossPage') });
const briefs = createRoute({ getParentRoute: () => inside, path: '/briefs', component: lazyRouteComponent(async () => import('../briefs/briefs-page.tsx'), 'BriefsPage') });
const brief = createRoute({ getParentRoute: () => inside, path: '/briefs/$brief', component: lazyRouteComponent(async () => import('../briefs/brief-page.tsx'), 'BriefPage') });
const sources = createRoute({ getParentRoute: () => inside, path: '/sources', component: lazyRouteComponent(async () => import('../sources/sources-page.tsx'), 'SourcesPage') });
const importing = createRoute({ getParentRoute: () => inside, path: '/sources/import', validateSearch: importSearch, component: lazyRouteComponent(async () => import('../sources/import-page.tsx'), 'ImportPage') });
const imported = createRoute({ getParentRoute: () => inside, path: '/sources/imports/$import', component: lazyRouteComponent(async () => import('../sources/progress-page.tsx'), 'ProgressPage') });
const newPull = createRoute({ getParentRoute: () => inside, path: '/sources/pulls/new', component: lazyRouteComponent(async () => import('../sources/pulls/wizard-page.tsx'), 'NewPullPage') });
const pull = createRoute({ getParentRoute: () => inside, path: '/sources/pulls/$pull', component: lazyRouteComponent(async () => import('../sources/pulls/pull-page.tsx'), 'PullPage') });
const changePull = createRoute({ getParentRoute: () => inside, path: '/sources/pulls/$pull/change', component: lazyRouteComponent(async () => import('../sources/pulls/wizard-page.tsx'), 'ChangePullPage') });
const settings = createRoute({ getParentRoute: () => inside, path: '/settings', component: lazyRouteComponent(async () => import('../settings/settings-page.tsx'), 'SettingsPage') });
const setting = createRoute({ getParentRoute: () => inside, path: '/settings/$part', validateSearch: (s) => said({ actor: text(s.actor), subject: text(s.subject), log: text(s.log) }), component: lazyRouteComponent(async () => import('../settings/settings-page.tsx'), 'SettingsPage') });
const settingOne = createRoute({ getParentRoute: () => inside, path: '/settings/$part/$id', component: lazyRouteComponent(async () => import('../settings/settings-page.tsx'), 'SettingsPage') });

export const router = createRouter({
  routeTree: root.addChildren([signIn, setUp, invitation, inside.addChildren([today, basics, service, flow, across, briefs, brief, sources, importing, imported, newPull, pull, changePull, settings, setting, settingOne])]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 30_000,
  scrollRestoration: true,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
