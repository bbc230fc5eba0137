import type { Kysely } from 'kysely';
import { ALL_OFFICES, ROLES } from '../../common/access.ts';
import type { Auth } from './auth.ts';
import type { IdentitySchema } from './identity-schema.ts';
import { addPerson, listPeople, newPassword, type Person, setGrants } from './people.ts';

const FIRST_START = 'first start';

/**
 * Where nobody can administer yet, makes somebody who can, with every role for every office. Gives the password, which is good for one
 * sign-in and kept nowhere; nothing where somebody administers. As long as no administrator has chosen a password, each start gives a new
 * one: the one before may never have been read.
 */
export async function ensureAdministrator(
  identity: { auth: Auth; db: Kysely<IdentitySchema> },
  address: string,
): Promise<{ email: string; password: string } | undefined> {
  const email = address.toLowerCase();
  const people = await listPeople(identity.db);
  const administrators = people.filter(({ roles }) => roles.some(({ role }) => role === 'administrator'));
  if (administrators.some(({ must_change_password }) => !must_change_password)) return undefined;
  const known = administrators[0] ?? people.find(person => person.email === email);
  if (known !== undefined) return { email: known.email, password: await renewed(identity, known) };
  const roles = ROLES.map(role => ({ role, office: ALL_OFFICES }));
  const { password } = await addPerson(identity, { name: 'Administrator', email, roles, by: FIRST_START });
  return { email, password };
}

/** Somebody whom a start before this one made, perhaps not to the end. */
async function renewed(identity: { auth: Auth; db: Kysely<IdentitySchema> }, { id }: Person): Promise<string> {
  const roles = ROLES.map(role => ({ role, office: ALL_OFFICES }));
  await setGrants(identity.db, id, roles, FIRST_START);
  return newPassword(identity, id);
}
