import type { RoutedApp } from '../common/http/routed-app.ts';
import type { NameActors } from '../common/name-actors.ts';
import type { Exchange } from '../law/exchange/exchange.ts';
import { exchangeRoutes } from '../law/exchange/routes.ts';
import { exportRoutes } from '../law/export/routes.ts';
import { lawRoutes } from '../law/routes.ts';
import { type BatchRoutesOptions, batchRoutes } from '../statistics/batches/routes.ts';
import { hiddenRoutes } from '../statistics/hidden/routes.ts';
import { mirrorRoutes } from '../statistics/mirror/routes.ts';
import type { PublishedVintages } from '../statistics/publish/published-vintages.ts';
import { publishRoutes } from '../statistics/publish/routes.ts';
import { findingRoutes } from '../statistics/runs/finding-routes.ts';
import { findLinkedRun } from '../statistics/runs/linked-run.ts';
import { reviewRoutes } from '../statistics/runs/review-routes.ts';
import type { RunKeeper } from '../statistics/runs/run-keeper.ts';
import { runRoutes } from '../statistics/runs/run-routes.ts';
import { vintageRoutes } from '../statistics/runs/vintage-routes.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { studyRoutes } from '../statistics/studies/routes.ts';

/** What the rooms' routes work on. */
export interface Rooms {
  statistics: Statistics;
  keeper: RunKeeper;
  views: PublishedVintages;
  exchange: Exchange;
}

/** The routes of all rooms. */
export function roomRoutes(
  app: RoutedApp,
  { statistics, keeper, views, exchange }: Rooms,
  { nameActors, ...batches }: Pick<BatchRoutesOptions, 'uploadBytes'> & { nameActors: NameActors },
): void {
  batchRoutes(app, statistics.batches, { ...batches, findLinkedRun: () => findLinkedRun(statistics) });
  runRoutes(app, keeper);
  vintageRoutes(app, statistics, views);
  findingRoutes(app, statistics);
  reviewRoutes(app, statistics, nameActors);
  publishRoutes(app, views);
  mirrorRoutes(app);
  hiddenRoutes(app);
  studyRoutes(app);
  lawRoutes(app, exchange.register);
  exchangeRoutes(app, exchange);
  exportRoutes(app, exchange);
}
