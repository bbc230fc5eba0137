import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Actor, officesOf } from '../../common/access.ts';
import { cursorAt, PageQuerySchema, placeOf } from '../../common/http/page.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { acceptPrepared } from './accept-batch.ts';
import { type Batch, type BatchRow, findBatch, findBatchRow, listBatches } from './batch.ts';
import type { BatchPlace } from './batch-place.ts';
import { BatchPageSchema, BatchSchema, FileParamsSchema, RowFaultPageSchema } from './batch-schemas.ts';
import type { LinkedRun } from './known-persons.ts';
import { nameRoutes } from './name-routes.ts';
import { type FaultOffices, type FaultsOf, readFaults, streamFaults } from './read-faults.ts';
import { getUpload, refuseOthersBatch, uploadRoutes } from './upload-routes.ts';

export interface BatchRoutesOptions {
  /** The run whose persons stand in for names that are deleted. */
  findLinkedRun: () => Promise<LinkedRun | undefined>;
  /** Most bytes of an uploaded file; default 2 GiB. */
  uploadBytes?: number;
}

const UPLOAD_BYTES = 2 * 2 ** 30;
const TAGS = ['batches'];
const MANIFEST_READERS = ['contributor', 'statistician', 'auditor'] as const;

const FaultQuerySchema = PageQuerySchema.extend({
  format: z.enum(['json', 'csv']).default('json').describe('csv: all faults as one file'),
});

/** Files sent, checked and accepted; batches and their faults; deletion of names. */
export function batchRoutes(app: RoutedApp, place: BatchPlace, options: BatchRoutesOptions): void {
  uploadRoutes(app, place, options.uploadBytes ?? UPLOAD_BYTES);
  nameRoutes(app, place, options.findLinkedRun);
  app.get('/api/uploads/:id/faults', {
    config: { access: 'contributor' },
    schema: {
      tags: TAGS,
      summary: 'Faults of a file that waits to be accepted, row by row',
      params: FileParamsSchema,
      querystring: FaultQuerySchema,
      response: { 200: RowFaultPageSchema, default: ProblemSchema },
    },
    handler: async ({ params: { id }, query, actor }, reply) => {
      const upload = await getUpload(place, id, actor);
      return sendFaults(reply, { place, of: { ...upload, name: upload.file_name }, offices: 'all', query });
    },
  });
  app.post('/api/batches', {
    config: { access: 'contributor', audit: 'batch.accept' },
    schema: {
      tags: TAGS,
      summary: 'Accept a file that waits; the same file again changes nothing',
      body: z.object({ upload: FileParamsSchema.shape.id }).meta({ id: 'BatchRequest' }),
      response: { 200: BatchSchema, 201: BatchSchema, default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { body, actor } = request;
      const { upload: id } = body;
      const asked = (await findBatch(place.db, id)) ?? (await getUpload(place, id, actor));
      request.offices = asked.offices;
      refuseOthersBatch(asked, actor);
      const { batch, isNew } = await acceptPrepared(place, id, actor.id);
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/api/batches/${id}`)
        .send(batch);
    },
  });
  app.get('/api/batches', {
    config: { access: MANIFEST_READERS },
    schema: {
      tags: TAGS,
      summary: 'Batches with slips of the own offices, the latest first',
      querystring: PageQuerySchema,
      response: { 200: BatchPageSchema, default: ProblemSchema },
    },
    handler: async ({ query: { limit, cursor }, actor }) => {
      const items = await listVisible(place, { actor, limit, before: placeOf(cursor) });
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, ...(last && { next: cursorAt(last.sequence) }) };
    },
  });
  app.get('/api/batches/:id', {
    config: { access: MANIFEST_READERS },
    schema: {
      tags: TAGS,
      summary: 'A batch',
      params: FileParamsSchema,
      response: { 200: BatchSchema, default: ProblemSchema },
    },
    handler: async ({ params: { id }, actor }) => {
      const batch = await findBatch(place.db, id);
      if (batch && isVisible(batch, officesOf(actor, ...MANIFEST_READERS))) return batch;
      throw noBatch();
    },
  });
  app.get('/api/batches/:id/faults', {
    config: { access: ['contributor', 'statistician'] },
    schema: {
      tags: TAGS,
      summary: 'Faults of a batch, row by row, of the own offices',
      params: FileParamsSchema,
      querystring: FaultQuerySchema,
      response: { 200: RowFaultPageSchema, default: ProblemSchema },
    },
    handler: async ({ params: { id }, query, actor }, reply) => {
      const row = await findBatchRow(place.db, id);
      const held = officesOf(actor, 'contributor', 'statistician');
      if (!row || !isVisible(row, held)) throw noBatch();
      return sendFaults(reply, { place, of: { ...row, name: row.file_name }, offices: faultOffices(row, held), query });
    },
  });
}

/** Rows of no known office are shown to those who hold every office of the file. */
function faultOffices({ offices, fault_offices }: BatchRow, held: 'all' | readonly string[]): FaultOffices {
  if (held === 'all' || [...offices, ...fault_offices].every(office => held.includes(office))) return 'all';
  return held;
}

function isVisible({ offices }: Pick<Batch, 'offices'>, held: 'all' | readonly string[]): boolean {
  return held === 'all' || offices.some(office => held.includes(office));
}

async function listVisible(
  { db }: BatchPlace,
  { actor, limit, before }: { actor: Actor; limit: number; before: number },
): Promise<Batch[]> {
  const held = officesOf(actor, ...MANIFEST_READERS);
  const found: Batch[] = [];
  for (let at = before; found.length < limit; ) {
    const batches = await listBatches(db, { limit: 500, ...(at > 0 && { before: at }) });
    found.push(...batches.filter(batch => isVisible(batch, held)));
    const last = batches.at(-1);
    if (last === undefined || batches.length < 500) break;
    at = last.sequence;
  }
  return found.slice(0, limit);
}

async function sendFaults(
  reply: FastifyReply,
  asked: {
    place: BatchPlace;
    of: FaultsOf & { name: string };
    offices: FaultOffices;
    query: z.output<typeof FaultQuerySchema>;
  },
) {
  const { place, of, offices, query } = asked;
  reply.header('cache-control', 'private, no-store');
  if (query.format === 'csv')
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(of.name)}.faults.csv`)
      .send(await streamFaults(place, of, { offices }));
  const items = await readFaults(place, of, { offices, after: placeOf(query.cursor), limit: query.limit });
  const last = items.length === query.limit ? items.at(-1) : undefined;
  return reply.send({ items, ...(last && { next: cursorAt(last.place) }) });
}

function noBatch(): HttpProblem {
  return new HttpProblem(404, 'There is no such batch.');
}
