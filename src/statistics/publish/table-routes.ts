import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CAUSES, SIDES } from '../../common/causes.ts';
import { ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { VintageParamsSchema } from '../runs/vintage-schemas.ts';
import { ANSWER_FORMATS, answerFormat } from './answer-format.ts';
import { CoverageSchema, FlowSchema, GapSchema, tableSchema } from './answer-schemas.ts';
import { sumFlows, sumGaps } from './cell.ts';
import { CellQuerySchema, classesAsked, rowsAsked, TableQuerySchema } from './cell-query.ts';
import { knownFlow } from './known-figures.ts';
import { COVERAGE_KINDS, FLOW_KINDS, GAP_KINDS } from './number-kinds.ts';
import type { PublishedVintage } from './published-vintage.ts';
import type { PublishedVintages } from './published-vintages.ts';
import { COVERAGE, FLOWS, GAPS } from './sdmx/structures.ts';
import { downloadName, sendAnswer } from './send-answer.ts';
import { coverageTable, flowTable, gapTable } from './table.ts';
import { type TableAnswer, tableBody } from './table-answer.ts';

const GapQuerySchema = CellQuerySchema.extend({ side: z.enum(SIDES).optional(), cause: z.enum(CAUSES).optional() });
const TAGS = ['published tables'];

/** Flows, gaps and coverage of a vintage, in every form. */
export function tableRoutes(app: RoutedApp, views: PublishedVintages): void {
  flowRoute(app, views);
  gapRoute(app, views);
  coverageRoute(app, views);
}

function flowRoute(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/flows', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Flows between states by year, united and as reported',
      params: VintageParamsSchema,
      querystring: CellQuerySchema,
      response: { 200: tableSchema(FlowSchema, 'Flows'), default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { params, query, actor } = request;
      const view = await views.view(params.vintage, actor, query.view);
      const by = classesAsked(query.by, view);
      const { tables } = view.index;
      return sendTable(request, reply, { view, query, name: 'flows' }, () => {
        const rows = rowsAsked(by.length === 0 ? view.index.flows : sumFlows(tables.flows, by), query);
        const known = rows.map(row => knownFlow(row, tables.vintage.offices));
        return {
          rows: known,
          kinds: FLOW_KINDS,
          table: flowTable(known, by),
          structure: FLOWS,
          tables: { ...tables, flows: rows },
        };
      });
    },
  });
}

function gapRoute(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/gaps', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Why the reported figures differ from the united ones, by cause',
      params: VintageParamsSchema,
      querystring: GapQuerySchema,
      response: { 200: tableSchema(GapSchema, 'Gaps'), default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { params, query, actor } = request;
      const view = await views.view(params.vintage, actor, query.view);
      const by = classesAsked(query.by, view);
      const { tables } = view.index;
      return sendTable(request, reply, { view, query, name: 'gaps' }, () => {
        const rows = rowsAsked(by.length === 0 ? view.index.gaps : sumGaps(tables.gaps, by), query);
        return {
          rows,
          kinds: GAP_KINDS,
          table: gapTable(rows, by),
          structure: GAPS,
          tables: { ...tables, gaps: rows },
        };
      });
    },
  });
}

function coverageRoute(app: RoutedApp, views: PublishedVintages): void {
  app.get('/api/vintages/:vintage/coverage', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'How much of each corridor each office sees, and the modelled true flow',
      params: VintageParamsSchema,
      querystring: TableQuerySchema,
      response: { 200: tableSchema(CoverageSchema, 'CoverageTable'), default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { params, query, actor } = request;
      const view = await views.view(params.vintage, actor, query.view);
      const { tables } = view.index;
      return sendTable(request, reply, { view, query, name: 'coverage' }, () => {
        const rows = rowsAsked(tables.coverage, query);
        const table = coverageTable(rows);
        return { rows, kinds: COVERAGE_KINDS, table, structure: COVERAGE, tables: { ...tables, coverage: rows } };
      });
    },
  });
}

function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  of: { view: PublishedVintage; query: z.output<typeof TableQuerySchema>; name: string },
  answer: () => TableAnswer,
): Promise<FastifyReply> {
  const { view, query, name } = of;
  const format = answerFormat(ANSWER_FORMATS, { format: query.format, accept: request.headers.accept });
  return sendAnswer(request, reply, {
    ...{ views: [view], format },
    ...(format === 'json' ? {} : { fileName: downloadName(name, view) }),
    body: () =>
      view.body(`${name} ${format} ${JSON.stringify(query)}`, () => tableBody(view, answer(), { ...query, format })),
  });
}
