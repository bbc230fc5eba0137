import { z } from 'zod';
import { holdsFor, officesOf } from '../../common/access.ts';
import { cursorAt, PageQuerySchema, placeOf } from '../../common/http/page.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import type { BatchPlace } from './batch-place.ts';
import { NameDeletionPageSchema, NameDeletionSchema } from './batch-schemas.ts';
import { deleteNames } from './delete-names.ts';
import type { LinkedRun } from './known-persons.ts';
import { listDeletions } from './name-deletion.ts';

const TAGS = ['names'];

const DeletionRequestSchema = z
  .object({
    office: z.string().regex(/^[A-Z]{2}$/, 'expected the alpha-2 code of a state'),
    before: z.iso.date().describe('slips registered before this day'),
    reason: z.string().trim().min(1).max(1000).describe('why, for those who read the proof'),
    unlinked_too: z
      .boolean()
      .default(false)
      .describe('also of slips that no run has linked: later runs know them by what is left'),
  })
  .meta({ id: 'NameDeletionRequest' });

/** Deletion of names and documents, and its proofs. */
export function nameRoutes(
  app: RoutedApp,
  place: BatchPlace,
  findLinkedRun: () => Promise<LinkedRun | undefined>,
): void {
  app.post('/api/names/deletions', {
    config: { access: 'administrator', audit: 'names.delete' },
    schema: {
      tags: TAGS,
      summary: "Delete names and documents of an office's slips that were linked; the accounts stand",
      body: DeletionRequestSchema,
      response: { 201: NameDeletionSchema, default: ProblemSchema },
    },
    handler: async (asked, reply) => {
      const { body, actor } = asked;
      const { unlinked_too, ...request } = body;
      asked.offices = [request.office];
      if (!holdsFor(actor, request.office, 'administrator'))
        throw new HttpProblem(403, `You do not act for the office ${request.office}.`);
      const linked = await findLinkedRun();
      const deletion = await deleteNames(place, { ...request, unlinkedToo: unlinked_too, linked, by: actor.id });
      return reply.code(201).send(deletion);
    },
  });
  app.get('/api/names/deletions', {
    config: { access: ['administrator', 'auditor'] },
    schema: {
      tags: TAGS,
      summary: 'Deletions of names with their proofs, the latest first',
      querystring: PageQuerySchema,
      response: { 200: NameDeletionPageSchema, default: ProblemSchema },
    },
    handler: async ({ query: { limit, cursor }, actor }) => {
      const skip = placeOf(cursor);
      const found = await listDeletions(place.db, { limit, skip });
      const held = officesOf(actor, 'administrator', 'auditor');
      const items = found.filter(({ office }) => held === 'all' || held.includes(office));
      return { items, ...(found.length === limit && { next: cursorAt(skip + limit) }) };
    },
  });
}
