import type { RoutedApp } from '../../common/http/routed-app.ts';
import { answerRoutes } from './answer-routes.ts';
import { sdmxRoutes } from './sdmx-routes.ts';
import { tableRoutes } from './table-routes.ts';
import { vintageRoutes } from './vintage-routes.ts';
import type { VintageViews } from './vintage-views.ts';

/** Everything that is published, as each viewer may see it. */
export function publishRoutes(app: RoutedApp, views: VintageViews): void {
  vintageRoutes(app, views);
  tableRoutes(app, views);
  answerRoutes(app, views);
  sdmxRoutes(app, views);
}
