import { cursorAt, PageQuerySchema, pageOf, placeOf } from '../../common/http/page.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { streamRunEvents } from './run-events.ts';
import type { RunKeeper } from './run-keeper.ts';
import { methodOfRun } from './run-method.ts';
import { LanguageQuerySchema, MethodSchema, RunParamsSchema, RunRequestSchema, RunSchema } from './run-schemas.ts';

const RunPageSchema = pageOf(RunSchema, 'RunPage');
const TAGS = ['runs'];

/** Runs: asked for, watched, cancelled, and the method as they took it. */
export function runRoutes(app: RoutedApp, keeper: RunKeeper): void {
  app.get('/api/runs', {
    config: { access: 'statistician' },
    schema: {
      tags: TAGS,
      summary: 'Runs, the latest first',
      querystring: PageQuerySchema,
      response: { 200: RunPageSchema, default: ProblemSchema },
    },
    handler: async ({ query: { limit, cursor } }) => {
      const before = placeOf(cursor);
      const items = await keeper.list({ limit, ...(before > 0 && { before }) });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: cursorAt(last.number) }) };
    },
  });
  app.post('/api/runs', {
    config: { access: 'statistician', audit: 'run.request' },
    schema: {
      tags: TAGS,
      summary: 'Ask for a run of the batches there are now',
      body: RunRequestSchema,
      response: { 201: RunSchema, default: ProblemSchema },
    },
    handler: async ({ body: { label, slips, ...parameters }, actor }, reply) => {
      const run = await keeper.request(
        { ...parameters, ...(label !== undefined && { label }), ...(slips !== undefined && { slips }) },
        actor.id,
      );
      return reply.code(201).header('location', `/api/runs/${run.id}`).send(run);
    },
  });
  app.get('/api/runs/:run', {
    config: { access: 'statistician' },
    schema: {
      tags: TAGS,
      summary: 'A run: its state, its steps, what it is at',
      params: RunParamsSchema,
      response: { 200: RunSchema, default: ProblemSchema },
    },
    handler: ({ params: { run } }) => keeper.get(run),
  });
  app.post('/api/runs/:run/cancel', {
    config: { access: 'statistician', audit: 'run.cancel' },
    schema: {
      tags: TAGS,
      summary: 'Stop a run, or take it from the queue',
      params: RunParamsSchema,
      response: { 200: RunSchema, default: ProblemSchema },
    },
    handler: ({ params: { run } }) => keeper.cancel(run),
  });
  app.get('/api/runs/:run/events', {
    config: { access: 'statistician' },
    schema: {
      tags: TAGS,
      summary: 'What happens to a run, as server-sent events: state, step, progress',
      params: RunParamsSchema,
      produces: ['text/event-stream'],
      response: { default: ProblemSchema },
    },
    handler: (request, reply) => streamRunEvents(keeper, request.params.run, { request, reply }),
  });
  app.get('/api/runs/:run/method', {
    config: { access: 'statistician' },
    schema: {
      tags: TAGS,
      summary: 'The method in words and SQL, with the rows and times of the run',
      params: RunParamsSchema,
      querystring: LanguageQuerySchema,
      response: { 200: MethodSchema, default: ProblemSchema },
    },
    handler: async ({ params: { run }, query: { language } }) => ({
      items: methodOfRun(await keeper.get(run), language),
    }),
  });
}
