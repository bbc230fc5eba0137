import type { Kysely } from 'kysely';
import { ALL_OFFICES, ROLES } from '../../common/access.ts';
import type { Auth } from './auth.ts';
import type { IdentitySchema } from './identity-schema.ts';
import { addPerson } from './people.ts';

/**
 * Where nobody can administer yet, makes somebody who can, with every role for every office. Gives the password, which is good for one
 * sign-in and kept nowhere; nothing where there is an administrator.
 */
export async function ensureAdministrator(
  identity: { auth: Auth; db: Kysely<IdentitySchema> },
  email: string,
): Promise<{ email: string; password: string } | undefined> {
  const administrator = await identity.db
    .selectFrom('office_role')
    .select('user_id')
    .where('role', '=', 'administrator')
    .executeTakeFirst();
  if (administrator !== undefined) return undefined;
  const roles = ROLES.map(role => ({ role, office: ALL_OFFICES }));
  const { password } = await addPerson(identity, { name: 'Administrator', email, roles, by: 'first start' });
  return { email, password };
}
