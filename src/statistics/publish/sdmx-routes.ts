import { z } from 'zod';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { answerFormat } from './answer-format.ts';
import { AGENCY, VERSION } from './sdmx/artefact.ts';
import { parseDataQuery } from './sdmx/data-query.ts';
import { dataSet } from './sdmx/data-set.ts';
import { ARTEFACT_KINDS, structureMessage } from './sdmx/structure-message.ts';
import { findStructure, STRUCTURES, type Structure } from './sdmx/structures.ts';
import { downloadName, sendAnswer } from './send-answer.ts';
import { sdmxBody } from './table-answer.ts';
import { ViewQuerySchema, VintageParamsSchema } from './vintage-params.ts';
import type { VintageViews } from './vintage-views.ts';

const TAGS = ['SDMX'];
const STRUCTURE_TYPE = 'application/vnd.sdmx.structure+json;version=2.0.0';
const DATA_FORMATS = ['sdmx-json', 'sdmx-csv'] as const;
/** What stands for the only version in a query of SDMX-REST: all, the latest, the latest stable. */
const VERSIONS: readonly string[] = [VERSION, '*', '~', '+', 'latest', 'all', '1.0+.0', '1+.0.0'];

/** Structures and data by the addresses of SDMX-REST 2, and by shorter ones. */
export function sdmxRoutes(app: RoutedApp, views: VintageViews): void {
  structureRoutes(app);
  dataRoutes(app, views);
}

const word = z.string().max(100);
const KindSchema = z.union([z.literal('*'), z.enum(ARTEFACT_KINDS)]);
const StructureQuerySchema = z.object({
  references: z
    .string()
    .max(40)
    .optional()
    .describe('none (default), or anything else for all that an artefact refers to'),
  detail: z.string().max(40).optional().describe('taken and passed over: artefacts are always given in full'),
});

function structureRoutes(app: RoutedApp): void {
  const message = (kind: z.output<typeof KindSchema>, path: StructurePath, references = 'none') => {
    const found = isOurs(path) ? structureMessage(kind, path.id, references !== 'none') : undefined;
    if (found === undefined)
      throw new HttpProblem(404, `there is no such ${kind}: ${path.agency}:${path.id}(${path.version})`);
    return JSON.stringify(found);
  };
  for (const form of ['', '/:version'] as const) {
    app.get(`/api/sdmx/structure/:kind/:agency/:id${form}`, {
      config: { access: 'public' },
      schema: {
        tags: TAGS,
        summary: 'Structures of the published data, by agency, id and version',
        params: z.object({ kind: KindSchema, agency: word, id: word, ...(form && { version: word }) }),
        querystring: StructureQuerySchema,
      },
      handler: async ({ params, query }, reply) => {
        const { kind, agency, id } = params;
        const version = 'version' in params ? String(params.version) : '*';
        return reply.type(STRUCTURE_TYPE).send(message(kind, { agency, id, version }, query.references));
      },
    });
  }
  app.get('/api/sdmx/structure/:kind/:id', {
    config: { access: 'public' },
    schema: {
      tags: TAGS,
      summary: 'Structures of the published data: one by its id, or all of an agency',
      params: z.object({ kind: KindSchema, id: word }),
      querystring: StructureQuerySchema,
    },
    handler: async ({ params: { kind, id }, query }, reply) => {
      const path = isAgency(id) ? { agency: id, id: '*', version: '*' } : { agency: '*', id, version: '*' };
      return reply.type(STRUCTURE_TYPE).send(message(kind, path, query.references));
    },
  });
}

interface StructurePath {
  readonly agency: string;
  readonly id: string;
  readonly version: string;
}

function isOurs({ agency, version }: StructurePath): boolean {
  return isAgency(agency) && VERSIONS.includes(version);
}

/** Agency schemes belong to SDMX itself; for the rest there is one agency. */
function isAgency(name: string): boolean {
  return name === '*' || name === 'all' || name === AGENCY || name === 'SDMX';
}

const DataQuerySchema = ViewQuerySchema.extend({
  vintage: VintageParamsSchema.shape.vintage.default('latest').describe('where the key names none'),
  startPeriod: word.optional().describe('first year'),
  endPeriod: word.optional().describe('last year'),
  format: z.enum(DATA_FORMATS).optional().describe('stands above the header Accept'),
});

function dataRoutes(app: RoutedApp, views: VintageViews): void {
  const [flow, key] = [{ flow: word }, { key: z.string().max(500) }];
  const agency = { agency: z.literal([AGENCY, '*']) };
  const version = { version: z.literal(VERSIONS) };
  const paths = [
    ['/api/sdmx/data/:flow', z.object(flow)],
    ['/api/sdmx/data/:flow/:key', z.object({ ...flow, ...key })],
    ['/api/sdmx/data/dataflow/:agency/:flow', z.object({ ...agency, ...flow })],
    ['/api/sdmx/data/dataflow/:agency/:flow/:version', z.object({ ...agency, ...flow, ...version })],
    ['/api/sdmx/data/dataflow/:agency/:flow/:version/:key', z.object({ ...agency, ...flow, ...version, ...key })],
    // pysdmx ends its addresses so.
    ['/api/sdmx/data/dataflow/:agency/:flow/:version/:key/', z.object({ ...agency, ...flow, ...version, ...key })],
  ] as const;
  for (const [path, params] of paths) {
    app.get(path, {
      config: { access: 'public' },
      schema: { tags: TAGS, summary: 'Data of a dataflow by its key', params, querystring: DataQuerySchema },
      handler: async (request, reply) => {
        const { query, actor } = request;
        const { flow: dataflow, key: asKey = '' } = request.params as { flow: string; key?: string };
        const structure = structureOf(dataflow);
        const asked = parseDataQuery(structure, asKey, { start: query.startPeriod, end: query.endPeriod });
        const view = await views.view(vintageAsked(asked.values.get('VINTAGE'), query.vintage), actor, query.view);
        const format = answerFormat(DATA_FORMATS, { format: query.format, accept: request.headers.accept });
        return sendAnswer(request, reply, {
          ...{ views: [view], format, fileName: downloadName(dataflow.toLowerCase(), view) },
          body: () => sdmxBody(dataSet(structure, view.index.tables, asked), format),
        });
      },
    });
  }
}

function structureOf(flow: string): Structure {
  const structure = findStructure(flow);
  if (structure !== undefined) return structure;
  const flows = STRUCTURES.map(({ dataflow }) => dataflow).join(', ');
  throw new HttpProblem(404, `there is no such dataflow: ${flow}; there are ${flows}`);
}

/** The one vintage that a key names, else the one of the query. */
function vintageAsked(named: ReadonlySet<string> | undefined, otherwise: number | 'latest'): number | 'latest' {
  if (named === undefined) return otherwise;
  const [one = '', ...more] = named;
  if (more.length === 0 && /^[1-9]\d{0,8}$/.test(one)) return Number(one);
  throw new HttpProblem(422, `VINTAGE: found ${[...named].join('+')}, expected one number`);
}
