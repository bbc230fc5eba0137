import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { VintageParamsSchema } from '../runs/vintage-schemas.ts';
import { answerFormat, formatWanted } from './answer-format.ts';
import type { PublishedVintages } from './published-vintages.ts';
import { AGENCY, VERSION } from './sdmx/artefact.ts';
import { ARTEFACT_KINDS, askedArtefacts } from './sdmx/asked-artefacts.ts';
import { parseDataQuery } from './sdmx/data-query.ts';
import { dataSet } from './sdmx/data-set.ts';
import { structureMessage } from './sdmx/structure-message.ts';
import { structureMl } from './sdmx/structure-ml.ts';
import { findStructure, STRUCTURES, type Structure } from './sdmx/structures.ts';
import { downloadName, sendAnswer } from './send-answer.ts';
import { sdmxBody } from './table-answer.ts';
import { ViewQuerySchema } from './view-query.ts';

const TAGS = ['SDMX'];
const STRUCTURE_TYPES = {
  'sdmx-json': 'application/vnd.sdmx.structure+json;version=2.0.0',
  'sdmx-ml': 'application/vnd.sdmx.structure+xml;version=2.1',
  // For clients that know no other word for it.
  xml: 'application/xml',
} as const;
/** Structures are the same for everybody. */
const FOR_ALL = { 'cache-control': 'public, no-cache', vary: 'accept, accept-encoding' } as const;
/** pysdmx ends its addresses with a slash. */
const ENDINGS = ['', '/'] as const;
const DATA_FORMATS = ['sdmx-json', 'sdmx-csv'] as const;
/** What stands for the only version in a query of SDMX-REST: all, the latest, the latest stable. */
const VERSIONS: readonly string[] = [VERSION, '*', '~', '+', 'latest', 'all', '1.0+.0', '1+.0.0'];

/** Structures and data by the addresses of SDMX-REST 2, and by shorter ones. */
export function sdmxRoutes(app: RoutedApp, views: PublishedVintages): void {
  structureRoutes(app);
  dataRoutes(app, views);
}

const word = z.string().max(100);
const KindSchema = z.union([z.literal('*'), z.enum(ARTEFACT_KINDS)]);
const StructureQuerySchema = z.object({
  references: z.string().max(40).optional().describe('none, or anything else for all that an artefact refers to'),
  format: z.enum(['sdmx-json', 'sdmx-ml']).optional().describe('stands above the header Accept'),
  detail: z.string().max(40).optional().describe('taken and passed over: artefacts are always given in full'),
});

function structureRoutes(app: RoutedApp): void {
  const [kind, agency, id, version] = [{ kind: KindSchema }, { agency: word }, { id: word }, { version: word }];
  const paths = [
    ['structure/:kind', z.object(kind)],
    ['structure/:kind/:id', z.object({ ...kind, ...id })],
    ['structure/:kind/:agency/:id', z.object({ ...kind, ...agency, ...id })],
    ['structure/:kind/:agency/:id/:version', z.object({ ...kind, ...agency, ...id, ...version })],
    ['schema/:kind/:agency/:id/:version', z.object({ ...kind, ...agency, ...id, ...version })],
  ] as const;
  for (const [path, params] of paths) {
    for (const ending of ENDINGS) {
      app.get(`/api/sdmx/${path}${ending}`, {
        config: { access: 'public' },
        schema: {
          tags: TAGS,
          summary: 'Structures of the published data, by kind, agency, id and version',
          hide: ending !== '',
          params,
          querystring: StructureQuerySchema,
        },
        handler: async (request, reply) => {
          const asked = structureAsked(request.params);
          const references = path.startsWith('schema') || request.query.references !== 'none';
          const found = isOurs(asked) ? askedArtefacts(asked.kind, asked.id, references) : undefined;
          const { format } = request.query;
          const wanted = { format, accept: request.headers.accept };
          const form = formatWanted<keyof typeof STRUCTURE_TYPES>(
            ['sdmx-json', 'sdmx-ml', 'xml'],
            wanted,
            STRUCTURE_TYPES,
          );
          const body = found && (form === 'sdmx-json' ? JSON.stringify(structureMessage(found)) : structureMl(found));
          // As bytes: of a text Fastify would change the type.
          if (body !== undefined) return reply.type(STRUCTURE_TYPES[form]).headers(FOR_ALL).send(Buffer.from(body));
          throw new HttpProblem(404, `there is no such ${asked.kind}: ${asked.agency}:${asked.id}(${asked.version})`);
        },
      });
    }
  }
}

/** The word after the kind is an id by itself, and an agency as SDMX-REST has it. */
function structureAsked(given: Pick<StructurePath, 'kind'> & Partial<StructurePath>): StructurePath {
  const { kind, agency = '*', id = '*', version = '*' } = given;
  return isAgency(id) ? { kind, agency: id, id: '*', version } : { kind, agency, id, version };
}

interface StructurePath {
  readonly kind: z.output<typeof KindSchema>;
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

function dataRoutes(app: RoutedApp, views: PublishedVintages): void {
  const [flow, key] = [{ flow: word }, { key: z.string().max(500) }];
  const agency = { agency: z.literal([AGENCY, '*']) };
  const version = { version: z.literal(VERSIONS) };
  const paths = [
    ['/api/sdmx/data/:flow', z.object(flow)],
    ['/api/sdmx/data/:flow/:key', z.object({ ...flow, ...key })],
    ['/api/sdmx/data/dataflow/:agency/:flow', z.object({ ...agency, ...flow })],
    ['/api/sdmx/data/dataflow/:agency/:flow/:version', z.object({ ...agency, ...flow, ...version })],
    ['/api/sdmx/data/dataflow/:agency/:flow/:version/:key', z.object({ ...agency, ...flow, ...version, ...key })],
  ] as const;
  for (const [path, params] of paths) {
    for (const ending of ENDINGS) {
      app.get(`${path}${ending}`, {
        config: { access: 'public' },
        schema: {
          tags: TAGS,
          summary: 'Data of a dataflow by its key',
          hide: ending !== '',
          params,
          querystring: DataQuerySchema,
        },
        handler: (request, reply) => sendData(request, reply, { views, path: request.params, query: request.query }),
      });
    }
  }
}

async function sendData(
  request: FastifyRequest,
  reply: FastifyReply,
  of: { views: PublishedVintages; path: { flow: string; key?: string }; query: z.output<typeof DataQuerySchema> },
): Promise<FastifyReply> {
  const { views, path, query } = of;
  const structure = structureOf(path.flow);
  const asked = parseDataQuery(structure, path.key ?? '', { start: query.startPeriod, end: query.endPeriod });
  const id = vintageAsked(asked.values.get('VINTAGE'), query.vintage);
  const view = await views.view(id, request.actor, query.view);
  const format = answerFormat(DATA_FORMATS, { format: query.format, accept: request.headers.accept });
  const question = `sdmx ${format} ${JSON.stringify([path.flow, path.key, query.startPeriod, query.endPeriod])}`;
  return sendAnswer(request, reply, {
    ...{ views: [view], format, fileName: downloadName(path.flow.toLowerCase(), view) },
    body: () => view.body(question, () => sdmxBody(dataSet(structure, view.index.tables, asked), format)),
  });
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
