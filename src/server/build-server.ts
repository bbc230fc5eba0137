import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import { type Kysely, sql } from 'kysely';
import type { Registry } from 'prom-client';
import type { RoutedApp } from '../common/http/routed-app.ts';
import { migrate } from '../store/migrate.ts';
import type { Store } from '../store/store.ts';
import { AUDIT_MIGRATIONS, type AuditSchema } from './audit/audit-log.ts';
import { auditRequests } from './audit/audit-requests.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import type { DemonstrationState } from './demonstration.ts';
import { endStreams } from './end-streams.ts';
import { answerProblems } from './http/answer-problems.ts';
import { cacheHeaders } from './http/cache-headers.ts';
import { demonstrationRoute } from './http/demonstration-route.ts';
import { describeApi } from './http/describe-api.ts';
import { gatherRoutes, guard, type StatedRoute } from './http/guard.ts';
import { healthRoutes, type Need } from './http/health.ts';
import { limitActors, limitAddresses } from './http/limit-rates.ts';
import { limitSilence } from './http/limit-silence.ts';
import { logAnswers } from './http/log-answers.ts';
import { type LogOptions, makeApp } from './http/make-app.ts';
import { measure } from './http/metrics.ts';
import { servePages } from './http/pages.ts';
import { readBodies } from './http/read-bodies.ts';
import { refuseUnacceptable } from './http/refuse-unacceptable.ts';
import { stateRoutes } from './http/state-routes.ts';
import { Actors } from './identity/actors.ts';
import { type Auth, buildAuth, type OutsideProvider } from './identity/auth.ts';
import { authRoutes } from './identity/auth-routes.ts';
import type { IdentitySchema } from './identity/identity-schema.ts';
import { keyRoutes } from './identity/key-routes.ts';
import { IDENTITY_MIGRATIONS } from './identity/migrations.ts';
import { peopleRoutes } from './identity/people-routes.ts';

export interface ServerOptions {
  store: Store<unknown>;
  /** Signs cookies and seals second factors. */
  secret: string;
  /** Address under which browsers see the server. */
  baseUrl: string;
  /** Adds the routes of the rooms. */
  rooms: (app: RoutedApp) => void;
  /** Adds what the rooms count for Prometheus. */
  measures?: (registry: Registry) => void;
  /** What the rooms need in order to work, for `/readyz`. */
  needs?: readonly Need[];
  /** How far the demonstration has come, if there is one. */
  demonstration?: () => DemonstrationState;
  outside?: OutsideProvider;
  /** Whether roles beyond contributor need a second factor. */
  needsSecondFactor?: boolean;
  /** Requests that one person, key or nameless address may make in a minute. */
  requestsPerMinute?: number;
  /** Sign-ins that one address may try in a minute. */
  triesPerMinute?: number;
  /** So long a connection may say nothing in the midst of a request, in milliseconds; default: a minute. */
  silenceMs?: number;
  /** Folder of the built pages. */
  pages?: string;
  logger?: LogOptions;
  trustProxy?: boolean;
}

export interface Server {
  app: RoutedApp;
  auth: Auth;
  identity: Kysely<IdentitySchema>;
  /** All routes, with who may call them. */
  routes: readonly StatedRoute[];
}

const REQUESTS_PER_MINUTE = 6000;

/** Puts the rooms' routes together with identity, limits, audit, the API's document and the pages. */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const { store, secret, baseUrl } = options;
  await migrate(store, 'identity', IDENTITY_MIGRATIONS);
  await migrate(store, 'audit', AUDIT_MIGRATIONS);
  const identity = store.db as Kysely<IdentitySchema>;
  const { triesPerMinute = 10 } = options;
  const auth = buildAuth({
    db: identity,
    secret,
    baseUrl,
    triesPerMinute,
    ...(options.outside && { outside: options.outside }),
  });
  const actors = new Actors({ auth, db: identity, needsSecondFactor: options.needsSecondFactor ?? false });
  const { requestsPerMinute = REQUESTS_PER_MINUTE } = options;
  const app = makeApp(options);
  limitSilence(app, options.silenceMs);
  await dress(app, options);
  await limitAddresses(app, requestsPerMinute);
  answerProblems(app);
  readBodies(app);
  const routes = gatherRoutes(app);
  guard(app, actors);
  limitActors(app, requestsPerMinute);
  refuseUnacceptable(app);
  cacheHeaders(app);
  logAnswers(app);
  auditRequests(app, store.db as Kysely<AuditSchema>);
  await describeApi(app);
  const registry = measure(app);
  options.measures?.(registry);
  endStreams(app);
  const answers = async () => void (await sql`select 1`.execute(store.db));
  healthRoutes(app, [{ missing: 'The store does not answer.', check: answers }, ...(options.needs ?? [])]);
  authRoutes(app, { auth, actors });
  peopleRoutes(app, { auth, db: identity, actors, outside: options.outside !== undefined });
  keyRoutes(app, { auth, db: identity, actors });
  auditRoutes(app, { log: store.db as Kysely<AuditSchema>, identity: store.db as Kysely<IdentitySchema> });
  stateRoutes(app);
  demonstrationRoute(app, options.demonstration);
  options.rooms(app);
  await servePages(app, options.pages);
  await app.ready();
  return { app, auth, identity, routes };
}

/** Headers that keep pages from doing what they need not, compression and entity tags. */
async function dress(app: RoutedApp, { baseUrl }: ServerOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Mantine and the charts set styles on elements; scripts come from files alone.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: baseUrl.startsWith('https:') ? [] : null,
      },
    },
    hsts: baseUrl.startsWith('https:'),
  });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // A step above the usual one: a twentieth smaller for a few milliseconds.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    customTypes:
      /^(application\/(json|problem\+json|vnd\.sdmx[^;]*|xml)|text\/(csv|html|css|javascript|plain)|image\/svg\+xml)/,
  });
  await app.register(etag);
}
