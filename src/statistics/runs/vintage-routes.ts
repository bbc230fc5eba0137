import { z } from 'zod';
import { type Actor, may, type Role } from '../../common/access.ts';
import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { Statistics } from '../statistics.ts';
import { getRun } from './find-runs.ts';
import { methodOfRun } from './run-method.ts';
import { LanguageQuerySchema, MethodSchema, ParametersSchema } from './run-schemas.ts';
import { getVintageOrigin } from './vintage-origin.ts';
import { StateSchema, VintageIdSchema, VintageParamsSchema, VintageSchema } from './vintage-schemas.ts';
import { areComparable } from './vintage-tables.ts';
import type { VintageViews } from './vintage-view.ts';
import { getVintage, listVintages, releaseVintage } from './vintages.ts';

const VintagePageSchema = pageOf(VintageSchema, 'VintagePage');

const VintageOriginSchema = z
  .object({
    run: z.string(),
    code_version: z.string(),
    parameters: ParametersSchema,
    batches: z
      .array(
        z
          .object({
            id: z.string().nullable().describe('SHA-256 of the file, for statisticians and auditors; else null'),
            offices: z.array(z.string()).readonly(),
            first_year: z.int().nullable().describe('of the first event'),
            last_year: z.int().nullable().describe('of the last registration'),
          })
          .meta({ id: 'OriginBatch' }),
      )
      .readonly()
      .describe('in order of acceptance'),
    judgements: z.int().describe('number of the last judgement respected'),
  })
  .meta({ id: 'VintageOrigin', description: 'what a vintage was made of: every number can be traced to it' });

const ComparisonSchema = z
  .object({
    from: z.int(),
    to: z.int(),
    items: z
      .array(
        z
          .object({
            origin: z.string(),
            destination: z.string(),
            year: z.int(),
            united_from: z.number(),
            united_to: z.number(),
            difference: z.number(),
          })
          .meta({ id: 'ComparedCell' }),
      )
      .readonly(),
  })
  .meta({ id: 'Comparison' });

const TriangleSchema = z
  .object({
    vintages: z.array(z.int()).readonly(),
    years: z
      .array(z.object({ year: z.int(), values: z.array(z.number().nullable()).readonly() }).meta({ id: 'TriangleRow' }))
      .readonly(),
  })
  .meta({ id: 'RevisionTriangle' });

const ReleaseSchema = z
  .object({ force: z.boolean().default(false).describe('release it though it differs by few slips from one released') })
  .meta({ id: 'Release' });

/** A triangle of more columns than this says nothing more. */
const MOST_VINTAGES = 24;
const TAGS = ['vintages'];
/** A hash tells whether two vintages used the same file. */
const SEES_HASHES: readonly Role[] = ['statistician', 'auditor'];

/** Vintages, their differences and revisions: exact for statisticians, released and rounded for the public. */
export function vintageRoutes(app: RoutedApp, statistics: Statistics, views: VintageViews): void {
  const { db } = statistics.store;
  const seen = async (id: number | 'latest', actor: Actor) => getVintage(db, id, views.viewOf(actor).visible);
  app.get('/api/vintages', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Vintages, the latest first',
      querystring: PageQuerySchema,
      response: { 200: VintagePageSchema, default: ProblemSchema },
    },
    handler: async ({ query: { limit, cursor }, actor }) => {
      const view = views.viewOf(actor);
      const before = placeOf(cursor);
      const found = await listVintages(db, view.visible, { limit, ...(before > 0 && { before }) });
      const last = found.length === limit ? found.at(-1) : undefined;
      const items = await Promise.all(found.map(vintage => view.vintage(vintage)));
      return { items, ...(last && { next: cursorAt(last.id) }) };
    },
  });
  app.get('/api/vintages/compare', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'United counts of two vintages beside each other',
      querystring: z.object({ from: VintageIdSchema, to: VintageIdSchema.default('latest') }),
      response: { 200: ComparisonSchema, default: ProblemSchema },
    },
    handler: async ({ query, actor }) => {
      const [from, to] = [await seen(query.from, actor), await seen(query.to, actor)];
      return { from: from.id, to: to.id, items: await views.viewOf(actor).compare(from.id, to.id) };
    },
  });
  app.get('/api/vintages/triangle', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary:
        "The revisions of a corridor's united counts: of the latest vintage and those before it with its threshold and lapse",
      querystring: z.object({ origin: StateSchema, destination: StateSchema }),
      response: { 200: TriangleSchema, default: ProblemSchema },
    },
    handler: async ({ query, actor }) => {
      const view = views.viewOf(actor);
      const [latest, ...earlier] = await listVintages(db, view.visible, { limit: MOST_VINTAGES });
      if (latest === undefined) return view.triangle([], query);
      const revised = earlier.filter(each => areComparable(each, latest));
      return view.triangle([latest, ...revised].map(({ id }) => id).reverse(), query);
    },
  });
  app.get('/api/vintages/:vintage', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'One vintage',
      params: VintageParamsSchema,
      response: { 200: VintageSchema, default: ProblemSchema },
    },
    handler: async ({ params: { vintage }, actor }) => views.viewOf(actor).vintage(await seen(vintage, actor)),
  });
  app.get('/api/vintages/:vintage/origin', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary:
        'What a vintage was made of: run, parameters, code version, batches; their hashes for statisticians and auditors',
      params: VintageParamsSchema,
      response: { 200: VintageOriginSchema, default: ProblemSchema },
    },
    handler: async ({ params: { vintage }, actor }) =>
      getVintageOrigin(db, (await seen(vintage, actor)).id, { hashes: may(actor, SEES_HASHES) }),
  });
  app.get('/api/vintages/:vintage/method', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'The method in words and SQL, with the rows of the run behind the vintage',
      params: VintageParamsSchema,
      querystring: LanguageQuerySchema,
      response: { 200: MethodSchema, default: ProblemSchema },
    },
    handler: async ({ params, query: { language }, actor }) => {
      const run = await getRun(db, (await seen(params.vintage, actor)).run);
      const view = views.viewOf(actor);
      const shown = methodOfRun(run, language).map(step => ({
        ...step,
        rows: step.rows === null ? null : view.count(['step', step.name], step.rows),
      }));
      return { items: shown };
    },
  });
  app.post('/api/vintages/:vintage/release', {
    config: { access: 'publisher', audit: 'vintage.release' },
    schema: {
      tags: TAGS,
      summary: 'Release a vintage to the public; it cannot be taken back',
      params: VintageParamsSchema,
      body: ReleaseSchema.nullish(),
      response: { 200: VintageSchema, default: ProblemSchema },
    },
    handler: async ({ params, body, actor }) => {
      const { id, released_at } = await getVintage(db, params.vintage, 'all');
      if (released_at === null) await views.checkRelease(id, { force: body?.force ?? false });
      const released = await releaseVintage(db, id, actor.id);
      statistics.vintages.forget(id);
      views.changed();
      return released;
    },
  });
}
