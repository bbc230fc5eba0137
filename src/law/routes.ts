import type { RoutedApp } from '../common/http/routed-app.ts';
import { actRoutes } from './acts/act-routes.ts';
import type { CompiledRegister } from './force/compiled-register.ts';
import { rightsRoutes } from './rights/rights-routes.ts';

/** What may be read of the law: rights and their reasons, acts, conflicts, provisions. */
export function lawRoutes(app: RoutedApp, register: CompiledRegister): void {
  rightsRoutes(app, register);
  actRoutes(app, register);
}
