import { z } from 'zod';
import { holdsFor, ROLES } from '../../common/access.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { StateSchema, VintageParamsSchema, YearSchema } from '../runs/vintage-schemas.ts';
import { CorridorSchema, OfficeSchema, OverviewSchema, QualitySchema, TimelinessSchema } from './answer-schemas.ts';
import { corridorAnswer, overviewAnswer } from './answers.ts';
import { officeQualities } from './office-quality.ts';
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
      return sendAnswer(request, reply, { views: [view], body: () => overviewAnswer(view, year) });
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
      return sendAnswer(request, reply, { views: [view], body: () => corridorAnswer(view, origin, destination) });
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
      const body = () => view.body(question, () => JSON.stringify(quality(view.index, earlier?.index)));
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
      const body = () => view.body('timeliness', () => JSON.stringify({ items: view.index.tables.timeliness }));
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
        view.body(`offices ${own.join()}`, () => {
          const rows = officeQualities(view.index);
          const items = rows.map(({ office, ...rest }) => ({ office, own: own.includes(office), ...rest }));
          return JSON.stringify({ vintage: view.index.tables.vintage.id, items });
        });
      return sendAnswer(request, reply, { views: [view], viewer: own.join(), body });
    },
  });
}
