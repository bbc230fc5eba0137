import type { Readable } from 'node:stream';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Actor, officesOf } from '../../common/access.ts';
import { HttpProblem, ProblemSchema } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { hashFile } from '../slips/hash-file.ts';
import { NATIVE_PROFILE, type Profile, shippedProfiles } from '../slips/profile.ts';
import { type Batch, type BatchRow, findBatch, findBatchRow } from './batch.ts';
import type { BatchPlace } from './batch-place.ts';
import { FileParamsSchema, UploadSchema } from './batch-schemas.ts';
import { compareWithEarlier } from './compare-with-earlier.ts';
import { prepareBatch, refuseOtherOffices } from './prepare-batch.ts';
import { dropPrepared, findPrepared, type PreparedBatch } from './prepared-batch.ts';
import { tooLarge, withReceived } from './receive-upload.ts';

const UploadQuerySchema = z.object({
  name: z.string().min(1).max(200).describe('name of the file; its end tells the format, and .gz that it is packed'),
  profile: z
    .string()
    .max(100)
    .optional()
    .describe('layout of the file, one of those that come with Saldo; found from its header otherwise'),
});

const SlipLayoutsSchema = z
  .object({
    items: z.array(
      z.object({
        name: z.string().describe('as the parameter profile takes it'),
        title: z.object({ ru: z.string(), en: z.string() }),
      }),
    ),
  })
  .meta({ id: 'SlipLayouts' });

const TAGS = ['batches'];

/** Files sent to be checked. What waits is sealed already; the file as it came is gone when the answer is there. */
export function uploadRoutes(app: RoutedApp, place: BatchPlace, limit: number): void {
  app.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    const raw = scope.withTypeProvider<ZodTypeProvider>();
    raw.post('/api/uploads', {
      bodyLimit: limit,
      config: { access: 'contributor', audit: 'upload.check' },
      schema: {
        tags: TAGS,
        summary: 'Check a slip file, sent as it is, and keep it aside until it is accepted or dropped',
        querystring: UploadQuerySchema,
        response: { 200: UploadSchema, default: ProblemSchema },
      },
      handler: async (request, reply) => {
        const { query, headers, actor } = request;
        try {
          if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
          const body = request.body as Readable | null | undefined;
          const checked = await check(place, actor, { ...query, body, limit });
          request.offices = checked.offices;
          return checked;
        } catch (error) {
          // What is left of the body would be taken for the next request.
          reply.header('connection', 'close');
          throw error;
        }
      },
    });
  });
  app.get('/api/slip-layouts', {
    config: { access: 'contributor' },
    schema: {
      tags: TAGS,
      summary: 'The layouts that a slip file may follow, Saldo’s own first',
      response: { 200: SlipLayoutsSchema, default: ProblemSchema },
    },
    handler: async () => ({ items: knownLayouts().map(({ name, title }) => ({ name, title })) }),
  });
  app.delete('/api/uploads/:id', {
    config: { access: 'contributor', audit: 'upload.drop' },
    schema: {
      tags: TAGS,
      summary: 'Drop a file that waits to be accepted',
      params: FileParamsSchema,
      response: { 204: z.null(), default: ProblemSchema },
    },
    handler: async (request, reply) => {
      const { id } = request.params;
      request.offices = (await getUpload(place, id, request.actor)).offices;
      dropPrepared(place.home, id);
      return reply.code(204).send(null);
    },
  });
}

async function check(
  place: BatchPlace,
  actor: Actor,
  sent: { name: string; profile?: string | undefined; body: Readable | null | undefined; limit: number },
): Promise<z.output<typeof UploadSchema>> {
  const { name, profile, body, limit } = sent;
  if (!body) throw new HttpProblem(400, 'The body is empty; expected a slip file.');
  refuseUnknownProfile(profile);
  return withReceived(place, { body, name, limit }, async path => {
    const batch = await findBatch(place.db, await hashFile(path));
    if (batch) refuseOthersBatch(batch, actor);
    // What was accepted needs no second copy of its names.
    if (batch) return { ...batch, batch };
    const request = { fileName: name, by: actor.id, allowedOffices: officesOf(actor, 'contributor') };
    const prepared = await prepareBatch(place, path, { ...request, ...(profile !== undefined && { profile }) });
    const against_earlier = await place.inTurn(() => compareWithEarlier(place, prepared));
    return { ...prepared, against_earlier, batch: null };
  });
}

/**
 * What waits under an id, or was accepted under it before.
 *
 * @throws HttpProblem 404 where there is nothing, or nothing that the actor may know of
 */
export async function getUpload(place: BatchPlace, id: string, actor: Actor): Promise<PreparedBatch | BatchRow> {
  const found = findPrepared(place.home, id) ?? (await findBatchRow(place.db, id));
  if (found && maySee(found, actor)) return found;
  throw new HttpProblem(
    404,
    'No such upload waits; it may have been accepted, dropped, or waited for longer than a week.',
  );
}

/** Slips of all the offices in it must be the actor's own; where none could be told, it is whose it is. */
function maySee(found: PreparedBatch | BatchRow, actor: Actor): boolean {
  const { offices } = found;
  const held = officesOf(actor, 'contributor');
  const isOwn = 'prepared_by' in found && found.prepared_by === actor.id;
  if (held === 'all' || (offices.length === 0 && isOwn)) return true;
  return offices.length > 0 && offices.every(office => held.includes(office));
}

/** @throws SaldoError `office_not_held` */
export function refuseOthersBatch({ offices }: Pick<Batch, 'offices'>, actor: Actor): void {
  refuseOtherOffices(offices, officesOf(actor, 'contributor'));
}

/** A profile can be a file too, but none of this machine's for somebody elsewhere. */
function refuseUnknownProfile(profile: string | undefined): void {
  const known = knownLayouts().map(({ name }) => name);
  if (profile === undefined || known.includes(profile)) return;
  throw new HttpProblem(400, `There is no such profile; expected one of ${known.join(', ')}.`);
}

function knownLayouts(): Profile[] {
  return [NATIVE_PROFILE, ...shippedProfiles()];
}
