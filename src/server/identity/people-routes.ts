import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Grant, ROLES } from '../../common/access.ts';
import { pageOf } from '../../common/http/page.ts';
import { HttpProblem } from '../../common/http/problem.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { findState } from '../../common/states.ts';
import type { Actors } from './actors.ts';
import { refuseBeyond } from './administered.ts';
import type { Auth } from './auth.ts';
import type { IdentitySchema } from './identity-schema.ts';
import { addPerson, listPeople, newPassword, setDisabled, setGrants } from './people.ts';

const GrantSchema = z
  .object({
    role: z.enum(ROLES),
    office: z
      .string()
      .refine(
        code => code === '*' || findState(code) === code,
        'expected an office in ISO 3166-1 alpha-2, or * for all',
      ),
  })
  .meta({ id: 'Grant' });
const GrantsSchema = z.array(GrantSchema).max(200);
const PersonSchema = z
  .object({
    ...{ id: z.string(), name: z.string(), email: z.string(), second_factor: z.boolean() },
    must_change_password: z.boolean(),
    disabled_at: z.string().nullable(),
    roles: z.array(GrantSchema),
  })
  .meta({ id: 'Person' });
const NewPersonSchema = z
  .object({ name: z.string().min(1).max(200), email: z.email().max(200), roles: GrantsSchema })
  .meta({ id: 'NewPerson' });
const WelcomeSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    one_time_password: z.string().describe('shown this once; must be changed at the first sign-in'),
  })
  .meta({ id: 'Welcome' });
const ActorSchema = z
  .object({
    kind: z.enum(['public', 'user', 'key', 'system']),
    id: z.string(),
    name: z.string(),
    roles: z.array(GrantSchema),
  })
  .meta({ id: 'Actor' });
const SessionSchema = z
  .object({
    actor: ActorSchema,
    first: z.enum(['change-password', 'second-factor']).nullable().describe('what must be done before anything else'),
    second_factor: z.boolean().describe('whether the sign-in has a second factor'),
    outside: z.boolean().describe('whether one can sign in with an outside provider'),
  })
  .meta({ id: 'Session' });

const ById = z.object({ id: z.string().min(1).max(100) });
const tags = ['people'];

/** Who asks, and for administrators who may what. */
export function peopleRoutes(
  app: RoutedApp,
  { auth, db, actors, outside }: { auth: Auth; db: Kysely<IdentitySchema>; actors: Actors; outside: boolean },
): void {
  app.get(
    '/api/session',
    {
      schema: { tags, summary: 'Who asks, and what they must do first', response: { 200: SessionSchema } },
      config: { access: 'public' },
    },
    async request => {
      const {
        first,
        secondFactor,
        actor: { kind, id, name, roles },
      } = await actors.identify(request.headers);
      return {
        actor: { kind, id, name, roles: [...roles] },
        first: first ?? null,
        second_factor: secondFactor ?? false,
        outside,
      };
    },
  );

  app.get(
    '/api/users',
    {
      schema: {
        tags,
        summary: 'People who can sign in, with what they hold',
        response: { 200: pageOf(PersonSchema, 'People') },
      },
      config: { access: 'administrator' },
    },
    async () => ({
      items: (await listPeople(db)).map(({ roles, ...person }) => ({ ...person, roles: [...roles] })),
    }),
  );

  app.post(
    '/api/users',
    {
      schema: {
        tags,
        summary: 'Add a person, who signs in once with the password that comes back',
        body: NewPersonSchema,
        response: { 201: WelcomeSchema },
      },
      config: { access: 'administrator', audit: 'person.add' },
    },
    async (request, reply) => {
      const { name, email, roles } = request.body;
      refuseBeyond(request, roles);
      const { id, password } = await addPerson(
        { auth, db },
        { name, email, roles: distinct(roles), by: request.actor.id },
      );
      return reply.code(201).send({ id, email: email.toLowerCase(), one_time_password: password });
    },
  );

  app.put(
    '/api/users/:id/roles',
    {
      schema: {
        tags,
        summary: 'Set all roles of a person',
        params: ById,
        body: z.object({ roles: GrantsSchema }).meta({ id: 'NewRoles' }),
        response: { 200: PersonSchema },
      },
      config: { access: 'administrator', audit: 'person.roles' },
    },
    async request => {
      const { id } = request.params;
      const administers = request.body.roles.some(({ role }) => role === 'administrator');
      if (id === request.actor.id && !administers)
        throw new HttpProblem(409, 'nobody gives up their own administration: another administrator must');
      const { roles: before } = await personOf(db, id);
      refuseBeyond(request, [...before, ...request.body.roles]);
      await setGrants(db, id, distinct(request.body.roles), request.actor.id);
      actors.forget();
      return personOf(db, id);
    },
  );

  app.post(
    '/api/users/:id/password',
    {
      schema: {
        tags,
        summary: 'A new one-time password for somebody who lost theirs, and an end to their sessions and second factor',
        params: ById,
        response: { 200: WelcomeSchema },
      },
      config: { access: 'administrator', audit: 'person.password' },
    },
    async request => {
      const { id } = request.params;
      const { email, roles } = await personOf(db, id);
      refuseBeyond(request, roles);
      const password = await newPassword({ auth, db }, id);
      actors.forget();
      return { id, email, one_time_password: password };
    },
  );

  app.put(
    '/api/users/:id/disabled',
    {
      schema: {
        tags,
        summary: 'Shut a person out, or let them in again',
        params: ById,
        body: z.object({ disabled: z.boolean() }).meta({ id: 'Disabling' }),
        response: { 200: PersonSchema },
      },
      config: { access: 'administrator', audit: 'person.disable' },
    },
    async request => {
      const { id } = request.params;
      if (id === request.actor.id)
        throw new HttpProblem(409, 'nobody shuts themselves out: another administrator must');
      refuseBeyond(request, (await personOf(db, id)).roles);
      await setDisabled(db, id, request.body.disabled);
      actors.forget();
      return personOf(db, id);
    },
  );
}

async function personOf(db: Kysely<IdentitySchema>, id: string) {
  const person = (await listPeople(db)).find(each => each.id === id);
  if (person === undefined) throw new HttpProblem(404, `there is nobody with the id ${id}`);
  return { ...person, roles: [...person.roles] };
}

function distinct(roles: readonly Grant[]): Grant[] {
  return [...new Map(roles.map(grant => [`${grant.role} ${grant.office}`, grant])).values()];
}
