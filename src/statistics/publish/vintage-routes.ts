import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { ComparisonSchema, TriangleSchema, VintageSchema } from './answer-schemas.ts';
import { compareVintages, revisionTriangle } from './revisions.ts';
import { sendAnswer } from './send-answer.ts';
import { StateSchema, ViewQuerySchema, VintageParamsSchema } from './vintage-params.ts';
import type { VintageView, VintageViews } from './vintage-views.ts';

const TAGS = ['vintages'];
/** A triangle shows so many vintages, the latest. */
const TRIANGLE_COLUMNS = 8;

/** Vintages as each viewer sees them, and what one changed of another. */
export function vintageRoutes(app: RoutedApp, views: VintageViews): void {
  listRoutes(app, views);
  compareRoute(app, views);
  triangleRoute(app, views);
}

function listRoutes(app: RoutedApp, views: VintageViews): void {
  app.get('/api/vintages', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Vintages, the latest first; for the public those released',
      querystring: PageQuerySchema.extend(ViewQuerySchema.shape),
      response: { 200: pageOf(VintageSchema, 'Vintages') },
    },
    handler: async ({ query, actor }, reply) => {
      const before = query.cursor === undefined ? {} : { before: placeOf(query.cursor) };
      const items = await views.list(actor, { limit: query.limit, ...before }, query.view);
      const last = items.length < query.limit ? undefined : items.at(-1);
      reply.header('cache-control', 'private, no-cache');
      return { items, ...(last && { next: cursorAt(last.id) }) };
    },
  });
  app.get('/api/vintages/:vintage', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'One vintage',
      params: VintageParamsSchema,
      querystring: ViewQuerySchema,
      response: { 200: VintageSchema },
    },
    handler: async (request, reply) => {
      const view = await views.view(request.params.vintage, request.actor, request.query.view);
      return sendAnswer(request, reply, { views: [view], body: () => JSON.stringify(view.index.tables.vintage) });
    },
  });
}

function compareRoute(app: RoutedApp, views: VintageViews): void {
  const { vintage } = VintageParamsSchema.shape;
  app.get('/api/vintages/compare', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'United figures of two vintages side by side',
      querystring: ViewQuerySchema.extend({ from: vintage, to: vintage }),
      response: { 200: ComparisonSchema },
    },
    handler: async (request, reply) => {
      const { from, to, view: asked } = request.query;
      const [one, other] = await Promise.all([from, to].map(id => views.view(id, request.actor, asked)));
      if (one === undefined || other === undefined) throw new Error('two vintages were asked for');
      const answer = () => ({
        ...{ from: one.index.tables.vintage.id, to: other.index.tables.vintage.id },
        ...{ rounded_to: other.index.tables.vintage.rounded_to, kinds: COMPARED_KINDS },
        items: compareVintages(one.index, other.index),
      });
      const body = () => other.body(`compared with ${one.version}`, answer);
      return sendAnswer(request, reply, { views: [one, other], body });
    },
  });
}

const COMPARED_KINDS = { united_from: 'linked', united_to: 'linked', difference: 'linked' } as const;

function triangleRoute(app: RoutedApp, views: VintageViews): void {
  app.get('/api/vintages/triangle', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'United figures of one corridor by year and vintage: its revisions',
      querystring: ViewQuerySchema.extend({ origin: StateSchema, destination: StateSchema }),
      response: { 200: TriangleSchema },
    },
    handler: async (request, reply) => {
      const { origin, destination, view: asked } = request.query;
      const vintages = await views.list(request.actor, { limit: TRIANGLE_COLUMNS }, asked);
      const columns: VintageView[] = [];
      for (const { id } of vintages.toReversed()) columns.push(await views.view(id, request.actor, asked));
      const body = () =>
        JSON.stringify({
          rounded_to: views.isExact(request.actor, asked) ? null : views.rule.base,
          ...revisionTriangle(
            columns.map(({ index }) => index),
            { origin, destination },
          ),
        });
      return sendAnswer(request, reply, { views: columns, body });
    },
  });
}
