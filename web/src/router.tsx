import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { Frame } from './layout/frame.tsx';
import { readSearch } from './pages/acts/search.ts';
import { readMatrix } from './pages/matrix/view.ts';
import { NotFound } from './pages/not-found.tsx';
import { readQuestion } from './pages/rights/question.ts';

/** What stands in the address behind the path: which vintage, and on the overview which year. */
interface Shown {
  vintage?: number | undefined;
  year?: number | undefined;
}

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: (given: Record<string, unknown>): Shown => {
    const [vintage, year] = [Number(given['vintage']), Number(given['year'])];
    return { ...(vintage > 0 && { vintage }), ...(year > 0 && { year }) };
  },
  search: { middlewares: [retainSearchParams<Shown>(['vintage'])] },
});

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });

/** Which table of two offices, which pair of states or corridor, and how it is reconciled. */
interface TableShown {
  table?: string | undefined;
  pair?: string | undefined;
  model?: string | undefined;
  benchmark?: string | undefined;
}

const tablePage = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component,
    validateSearch: (given: Record<string, unknown>): TableShown => {
      const text = (name: string, form: RegExp) => {
        const value = String(given[name] ?? '');
        return form.test(value) ? { [name]: value } : {};
      };
      return {
        ...text('table', /^[a-z0-9-]{1,60}$/),
        ...text('pair', /^[A-Z]{2}-[A-Z]{2}$/),
        ...text('model', /^[a-z-]{1,20}$/),
        ...text('benchmark', /^[A-Z]{2}$/),
      };
    },
  });

const routes = [
  page(
    '/',
    lazyRouteComponent(() => import('./pages/overview.tsx'), 'OverviewPage'),
  ),
  page(
    '/corridors',
    lazyRouteComponent(() => import('./pages/corridor.tsx'), 'FirstCorridorPage'),
  ),
  page(
    '/corridors/$origin/$destination',
    lazyRouteComponent(() => import('./pages/corridor.tsx'), 'CorridorPage'),
  ),
  page(
    '/offices',
    lazyRouteComponent(() => import('./pages/offices.tsx'), 'OfficesPage'),
  ),
  page(
    '/runs',
    lazyRouteComponent(() => import('./pages/runs.tsx'), 'RunsPage'),
  ),
  page(
    '/review',
    lazyRouteComponent(() => import('./pages/review.tsx'), 'ReviewPage'),
  ),
  page(
    '/load',
    lazyRouteComponent(() => import('./pages/load.tsx'), 'LoadPage'),
  ),
  page(
    '/quality',
    lazyRouteComponent(() => import('./pages/quality.tsx'), 'QualityPage'),
  ),
  page(
    '/method',
    lazyRouteComponent(() => import('./pages/method.tsx'), 'MethodPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/rights',
    validateSearch: readQuestion,
    component: lazyRouteComponent(() => import('./pages/rights.tsx'), 'RightsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rights/matrix',
    validateSearch: readMatrix,
    component: lazyRouteComponent(() => import('./pages/matrix.tsx'), 'MatrixPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/acts',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./pages/acts.tsx'), 'ActsPage'),
  }),
  page(
    '/acts/conflicts',
    lazyRouteComponent(() => import('./pages/acts/conflicts.tsx'), 'ConflictsPage'),
  ),
  page(
    '/acts/proposals',
    lazyRouteComponent(() => import('./pages/acts/proposals/proposals.tsx'), 'ProposalsPage'),
  ),
  page(
    '/acts/proposals/new',
    lazyRouteComponent(() => import('./pages/acts/proposals/new-proposal.tsx'), 'NewProposalPage'),
  ),
  page(
    '/acts/proposals/$proposal',
    lazyRouteComponent(() => import('./pages/acts/proposals/one-proposal.tsx'), 'OneProposalPage'),
  ),
  page(
    '/acts/$act',
    lazyRouteComponent(() => import('./pages/acts/one-act.tsx'), 'OneActPage'),
  ),
  page(
    '/sign-in',
    lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignInPage'),
  ),
  page(
    '/administration',
    lazyRouteComponent(() => import('./pages/administration.tsx'), 'AdministrationPage'),
  ),
  tablePage(
    '/compare',
    lazyRouteComponent(() => import('./pages/compare.tsx'), 'ComparePage'),
  ),
  tablePage(
    '/reconcile',
    lazyRouteComponent(() => import('./pages/reconcile.tsx'), 'ReconcilePage'),
  ),
  page(
    '/unregistered',
    lazyRouteComponent(() => import('./pages/unregistered.tsx'), 'UnregisteredPage'),
  ),
  page(
    '/unregistered/censuses',
    lazyRouteComponent(() => import('./pages/unregistered/censuses.tsx'), 'CensusesPage'),
  ),
  page(
    '/unregistered/workforce',
    lazyRouteComponent(() => import('./pages/unregistered/workforce.tsx'), 'WorkforcePage'),
  ),
  page(
    '/indicators',
    lazyRouteComponent(() => import('./pages/indicators.tsx'), 'IndicatorsPage'),
  ),
  page(
    '/targets',
    lazyRouteComponent(() => import('./pages/targets.tsx'), 'TargetsPage'),
  ),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
