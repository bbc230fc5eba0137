import type { RoutedApp } from '../../common/http/routed-app.ts';
import { answerRoutes } from './answer-routes.ts';
import type { PublishedVintages } from './published-vintages.ts';
import { sdmxRoutes } from './sdmx-routes.ts';
import { tableRoutes } from './table-routes.ts';

/** The published tables, the answers that pages ask for, and SDMX, as each viewer may see them. */
export function publishRoutes(app: RoutedApp, views: PublishedVintages): void {
  tableRoutes(app, views);
  answerRoutes(app, views);
  sdmxRoutes(app, views);
}
