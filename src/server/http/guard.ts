import type { FastifyRequest, RouteOptions } from 'fastify';
import { type Access, type Actor, may, PUBLIC_ACTOR } from '../../common/access.ts';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Actors, Identified } from '../identity/actors.ts';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const FIRST = {
  'change-password': 'Change the one-time password first.',
  'second-factor': 'Set up a second factor first: your roles need one.',
} as const;

/** A route with who may call it, and under which name the audit log keeps its calls. */
export interface StatedRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly audit: string | undefined;
}

/** Gathers all routes, and stops the start on one that does not state who may call it. The list is whole when the server is ready. */
export function gatherRoutes(app: RoutedApp): readonly StatedRoute[] {
  const routes: RouteOptions[] = [];
  const stated: StatedRoute[] = [];
  app.addHook('onRoute', route => {
    routes.push(route);
  });
  // Only when all routes are there: what a part adds to its own is not on them before.
  app.addHook('onReady', async () => {
    for (const route of routes) stated.push(...statedOf(route));
  });
  return stated;
}

/** Finds out who asks before any handler runs, and lets only those pass whom the route admits. */
export function guard(app: RoutedApp, actors: Actors): void {
  app.decorateRequest('actor', { getter: () => PUBLIC_ACTOR });
  app.addHook('onRequest', async request => {
    const identified = await actors.identify(request.headers);
    Object.defineProperty(request, 'actor', { value: actorOf(request, identified) });
    refuse(request, identified);
  });
}

function statedOf({ method, url, config }: RouteOptions): StatedRoute[] {
  const { access, audit } = config ?? {};
  if (access === undefined) throw new Error(`the route ${method} ${url} does not state config.access`);
  const methods = [method].flat();
  if (methods.some(each => CHANGING.has(each)) && audit === undefined)
    throw new Error(`the route ${method} ${url} changes something and does not state config.audit`);
  return methods.map(each => ({ method: each, url, access, audit }));
}

/** Whoever has not finished the sign-in reads what everybody reads; what they change, their own password, is theirs in the log. */
function actorOf(request: FastifyRequest, { actor, first }: Identified): Actor {
  return first === undefined || CHANGING.has(request.method) ? actor : PUBLIC_ACTOR;
}

function refuse(request: FastifyRequest, { actor, byCookie, first }: Identified): void {
  const { access = 'signed-in' } = request.routeOptions.config;
  if (request.is404) return;
  if (CHANGING.has(request.method) && (byCookie || request.headers.cookie !== undefined)) refuseOtherOrigin(request);
  if (access === 'public') return;
  if (actor.kind === 'public') throw new HttpProblem(401, 'Sign in, or send a key.');
  if (first !== undefined) throw new HttpProblem(403, FIRST[first], { type: `saldo:${first}` });
  if (!may(actor, access)) throw new HttpProblem(403, 'Your roles do not allow this.');
}

/** A cookie goes with every request that a browser makes, also when another site's page makes it. */
function refuseOtherOrigin(request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const own = origin === undefined || hostOf(origin) === request.host;
  if (own && (site === undefined || site === 'same-origin' || site === 'none')) return;
  throw new HttpProblem(403, 'The request comes from a page of another site.', { type: 'saldo:other-origin' });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
