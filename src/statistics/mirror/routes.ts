import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { compareAnswer } from './api/compare-answer.ts';
import { FitDesk } from './api/fit-desk.ts';
import { streamFit } from './api/fit-events.ts';
import {
  FactorQuerySchema,
  MirrorComparisonSchema,
  MirrorFitSchema,
  SampleQuerySchema,
  SentFactorQuerySchema,
  ShippedTableSchema,
  TableHintsSchema,
  TableParamsSchema,
} from './api/mirror-schemas.ts';
import { readSent, withSentTables } from './api/receive-tables.ts';
import { listShipped, readShipped } from './api/shipped-tables.ts';
import { CORRIDOR_COLUMNS, corridorRows } from './compare/compare.ts';
import { csvText } from './tables/csv-records.ts';
import { findTableState } from './tables/parse-values.ts';

const TAGS = ['published by two offices'];
/** Work for anybody, of which one address may ask this much in a minute. */
const SENT_A_MINUTE = { max: 60, timeWindow: '1 minute' };
const FORMATS = z.object({ format: z.enum(['json', 'csv']).default('json') });
const SENT = 'The body is a form (multipart/form-data) with one file or more; they are read, compared and forgotten.';

/** Two offices' published tables: those that come with Saldo and those that anybody sends, compared and reconciled. */
export function mirrorRoutes(app: RoutedApp): void {
  const desk = new FitDesk();
  shippedRoutes(app, desk);
  withSentTables(app, scope => sentRoutes(scope, desk));
}

function shippedRoutes(app: RoutedApp, desk: FitDesk): void {
  const kept = new Answers();
  app.get('/api/mirror/tables', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Published tables that come with Saldo',
      response: {
        200: z.object({ items: z.array(ShippedTableSchema) }).meta({ id: 'ShippedTables' }),
        default: ProblemSchema,
      },
    },
    handler: async (_request, reply) => {
      reply.header('cache-control', PUBLIC);
      return { items: await listShipped() };
    },
  });
  app.get('/api/mirror/tables/:table', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Both offices’ figures side by side',
      params: TableParamsSchema,
      querystring: FORMATS,
      response: { 200: MirrorComparisonSchema, default: ProblemSchema },
    },
    handler: async ({ params: { table }, query: { format } }, reply) => {
      const { reading, source } = await readShipped(table);
      if (format === 'csv') {
        const text = csvText(CORRIDOR_COLUMNS, corridorRows(reading.cells));
        reply
          .header('content-disposition', `attachment; filename="saldo-${table}.csv"`)
          .header('cache-control', PUBLIC);
        return reply
          .type('text/csv; charset=utf-8')
          .serializer(String)
          .send(text as never);
      }
      return sendKept(
        reply,
        kept.of(table, async () => compareAnswer(reading, source)),
      );
    },
  });
  app.get('/api/mirror/tables/:table/fit', {
    config: { access: 'public', rateLimit: SENT_A_MINUTE },
    schema: {
      tags: TAGS,
      summary: 'Factors that bring the offices’ figures together, and the flows that follow',
      params: TableParamsSchema,
      querystring: FactorQuerySchema,
      response: { 200: MirrorFitSchema, default: ProblemSchema },
    },
    handler: async ({ params: { table }, query }, reply) => {
      const { reading } = await readShipped(table);
      const request = { ...query, benchmark: benchmarkOf(query.benchmark) };
      refuseCorridors(request);
      const key = [table, request.model, request.benchmark, request.corridors].join(' ');
      return sendKept(
        reply,
        kept.of(key, () => desk.perform(reading.cells, request)),
      );
    },
  });
}

function sentRoutes(scope: RoutedApp, desk: FitDesk): void {
  scope.post('/api/mirror/compare', {
    config: { access: 'public', audit: 'table.compare', rateLimit: SENT_A_MINUTE },
    schema: {
      tags: TAGS,
      summary: 'Both offices’ figures of a table that is sent, side by side',
      description: SENT,
      querystring: TableHintsSchema,
      response: { 200: MirrorComparisonSchema, default: ProblemSchema },
    },
    handler: async request => compareAnswer(await readSent(request, request.query), null),
  });
  scope.post('/api/mirror/fit', {
    config: { access: 'public', audit: 'table.fit', rateLimit: SENT_A_MINUTE },
    schema: {
      tags: TAGS,
      summary: 'Factors that bring the figures of a table together that is sent',
      description: SENT,
      querystring: SentFactorQuerySchema,
      response: { 200: MirrorFitSchema, default: ProblemSchema },
    },
    handler: async request => {
      const { model, corridors, benchmark } = request.query;
      const asked = { model, corridors, benchmark: benchmarkOf(benchmark) };
      refuseCorridors(asked);
      return desk.perform((await readSent(request, request.query)).cells, asked);
    },
  });
  scope.post('/api/mirror/fit/events', {
    config: { access: 'public', audit: 'table.sample', rateLimit: SENT_A_MINUTE },
    schema: {
      tags: TAGS,
      summary: 'A sampled model of a table that is sent, as server-sent events: progress, and fit or problem',
      description: `${SENT} One such fit at a time; it ends with the client.`,
      querystring: SampleQuerySchema,
      produces: ['text/event-stream'],
      response: { default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { model, chains, warmup, samples, seed } = request.query;
      const asked = { model, chains, warmup, samples, seed, benchmark: benchmarkOf(request.query.benchmark) };
      const { cells } = await readSent(request, request.query);
      desk.refuse(cells, asked);
      await streamFit({ request, reply }, watch => desk.perform(cells, asked, watch));
    },
  });
}

const PUBLIC = 'public, max-age=300';
const MOST_KEPT = 16;

/** Answers about tables that never change, as they are sent; those asked for longest ago go first. */
class Answers {
  readonly #kept = new Map<string, Promise<string>>();

  of(key: string, make: () => Promise<object>): Promise<string> {
    const answer = this.#kept.get(key) ?? make().then(made => JSON.stringify(made));
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    // What could not be made now may be later.
    answer.catch(() => this.#kept.delete(key));
    return answer;
  }
}

async function sendKept(reply: FastifyReply, answer: Promise<string>): Promise<FastifyReply> {
  const body = await answer;
  return reply.header('cache-control', PUBLIC).type('application/json; charset=utf-8').send(body);
}

/** @throws HttpProblem 400 */
function benchmarkOf(code: string): string {
  const state = findTableState(code);
  if (state === undefined) throw new HttpProblem(400, `benchmark: found ${code}, expected a state`);
  return state;
}

/** @throws HttpProblem 400 */
function refuseCorridors({ model, corridors }: { model: string; corridors: boolean }): void {
  if (corridors && model !== 'log')
    throw new HttpProblem(400, `corridors: only the log form has corridor effects, not ${model}`);
}
