import { z } from 'zod';
import { holdsFor, ROLES } from '../../common/access.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { StateSchema, VintageParamsSchema, YearSchema } from '../runs/vintage-schemas.ts';
import { CorridorSchema, OfficeSchema, OverviewSchema, QualitySchema, TimelinessSchema } from './answer-schemas.ts';
import { corridor } from './corridor.ts';
import { officeQualities } from './office-quality.ts';
import { overview } from './overview.ts';
import type { PublishedVintages } from './published-vintages.ts';
import { quality } from './quality.ts';
import { sendAnswer } from './send-answer.ts';
import { ViewQuerySchema } from './view-query.ts';

const TAGS = ['published tables'];
const CorridorParamsSchema = VintageParamsSchema.extend({ origin: StateSchema, destination: StateSchema });

/** What pages ask: one question, one answer that is made once per view. */
export function answerRoutes(app: RoutedApp, views: PublishedVintages): void {
  overviewRoute(app, views);
  corridorRoute(app, views);
  qualityRoute(app, views);
  officeRoutes(app, views);
}

function overviewRoute(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/overview', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'All flows of a year, or of all years, with totals',
      params: VintageParamsSchema,
      querystring: ViewQuerySchema.extend({ year: YearSchema.optional() }),
      response: { 200: OverviewSchema, default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { year = null, view: asked } = request.query;
      const view = await views.view(request.params.vintage, request.actor, asked);
      const body = () => view.body(`overview ${year}`, () => overview(view.index, year));
      return sendAnswer(request, reply, { views: [view], body });
    },
  });
}

function corridorRoute(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/corridors/:origin/:destination', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'One corridor year by year: both offices’ figures, the united one, and why they differ',
      params: CorridorParamsSchema,
      querystring: ViewQuerySchema,
      response: { 200: CorridorSchema, default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { vintage, origin, destination } = request.params;
      const view = await views.view(vintage, request.actor, request.query.view);
      const body = () =>
        view.body(`corridor ${origin} ${destination}`, () => corridor(view.index, origin, destination));
      return sendAnswer(request, reply, { views: [view], body });
    },
  });
}

function qualityRoute(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/quality', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Quality of a vintage in the outline of ESMS',
      params: VintageParamsSchema,
      querystring: ViewQuerySchema,
      response: { 200: QualitySchema, default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const view = await views.view(request.params.vintage, request.actor, request.query.view);
      const earlier = await views.before(view, request.actor);
      const question = `quality ${earlier?.version}`;
      const body = () => view.body(question, () => quality(view.index, earlier?.index));
      return sendAnswer(request, reply, { views: earlier === undefined ? [view] : [view, earlier], body });
    },
  });
}

function officeRoutes(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/timeliness', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'How long after the event each office registers',
      params: VintageParamsSchema,
      querystring: ViewQuerySchema,
      response: {
        200: z.object({ items: z.array(TimelinessSchema) }).meta({ id: 'TimelinessTable' }),
        default: ProblemSchema,
      },
    },
    handler: async (request, reply) => {
      const view = await views.view(request.params.vintage, request.actor, request.query.view);
      const body = () => view.body('timeliness', () => ({ items: view.index.tables.timeliness }));
      return sendAnswer(request, reply, { views: [view], body });
    },
  });
  app.get('/api/offices', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'How well each office registers, by the latest vintage',
      querystring: ViewQuerySchema,
      response: {
        200: z.object({ vintage: z.int(), items: z.array(OfficeSchema) }).meta({ id: 'Offices' }),
        default: ProblemSchema,
      },
    },
    handler: async (request, reply) => {
      const { actor, query } = request;
      const view = await views.view('latest', actor, query.view);
      const own = view.index.tables.vintage.offices.filter(office => holdsFor(actor, office, ...ROLES));
      const body = () =>
        view.body(`offices ${own.join()}`, () => ({
          vintage: view.index.tables.vintage.id,
          items: officeQualities(view.index).map(({ office, ...rest }) => ({
            office,
            own: own.includes(office),
            ...rest,
          })),
        }));
      return sendAnswer(request, reply, { views: [view], viewer: own.join(), body });
    },
  });
}
