import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ROLES } from '../../common/access.ts';
import { pageOf } from '../../common/http/page.ts';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { type Actors, KeyRolesSchema } from './actors.ts';
import { refuseBeyond } from './administered.ts';
import type { Auth } from './auth.ts';
import type { IdentitySchema } from './identity-schema.ts';

const KeySchema = z
  .object({
    ...{ id: z.string(), name: z.string(), start: z.string().describe('first signs, to tell keys apart') },
    roles: z.array(z.object({ role: z.enum(ROLES), office: z.string() })),
    ...{ created_at: z.string(), expires_at: z.string().nullable(), last_used_at: z.string().nullable() },
  })
  .meta({ id: 'Key' });
const NewKeySchema = z
  .object({
    name: z.string().min(1).max(32),
    roles: KeyRolesSchema.shape.roles.min(1).max(50),
    days: z.int().min(1).max(3650).optional().describe('days until it ends; never where absent'),
  })
  .meta({ id: 'NewKey' });
const MadeKeySchema = z.object({ id: z.string(), key: z.string().describe('shown this once') }).meta({ id: 'MadeKey' });
const tags = ['people'];

/** Keys of machine clients: each with its own roles, which an administrator gives. */
export function keyRoutes(
  app: RoutedApp,
  { auth, db, actors }: { auth: Auth; db: Kysely<IdentitySchema>; actors: Actors },
): void {
  app.get(
    '/api/keys',
    {
      schema: {
        tags,
        summary: 'Keys of machines, with what they may do',
        response: { 200: pageOf(KeySchema, 'Keys') },
      },
      config: { access: 'administrator' },
    },
    async () => {
      const rows = await db.selectFrom('apikey').selectAll().where('enabled', '=', true).orderBy('createdAt').execute();
      return {
        items: rows.map(({ id, name, start, metadata, createdAt, expiresAt, lastRequest }) => ({
          ...{ id, name: name ?? '', start: start ?? '', roles: rolesOf(metadata) },
          ...{ created_at: createdAt, expires_at: expiresAt, last_used_at: lastRequest },
        })),
      };
    },
  );

  app.post(
    '/api/keys',
    {
      schema: {
        tags,
        summary: 'Make a key for a machine, shown this once',
        body: NewKeySchema,
        response: { 201: MadeKeySchema },
      },
      config: { access: 'administrator', audit: 'key.add' },
    },
    async (request, reply) => {
      if (request.actor.kind !== 'user') throw new HttpProblem(403, 'A person answers for each key: a key makes none.');
      const { name, roles, days } = request.body;
      refuseBeyond(request, roles);
      const { id, key } = await auth.api.createApiKey({
        body: {
          userId: request.actor.id,
          name,
          metadata: { roles },
          ...(days !== undefined && { expiresIn: days * 86_400 }),
        },
      });
      return reply.code(201).send({ id, key });
    },
  );

  app.delete(
    '/api/keys/:id',
    {
      schema: {
        tags,
        summary: 'End a key',
        params: z.object({ id: z.string().min(1).max(100) }),
        response: { 204: z.null() },
      },
      config: { access: 'administrator', audit: 'key.end' },
    },
    async (request, reply) => {
      const { id } = request.params;
      const open = db.selectFrom('apikey').select('metadata').where('id', '=', id).where('enabled', '=', true);
      const key = await open.executeTakeFirst();
      if (key === undefined) throw new HttpProblem(404, `there is no key ${id}`);
      refuseBeyond(request, rolesOf(key.metadata));
      await db.updateTable('apikey').set({ enabled: false }).where('id', '=', id).execute();
      actors.forget();
      return reply.code(204).send(null);
    },
  );
}

function rolesOf(metadata: string | null) {
  let value: unknown;
  try {
    value = JSON.parse(metadata ?? '{}');
    if (typeof value === 'string') value = JSON.parse(value);
  } catch {
    return [];
  }
  const parsed = KeyRolesSchema.safeParse(value);
  return parsed.success ? parsed.data.roles : [];
}
