import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Grant, ROLES, type Role } from '../../common/access.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Auth } from './auth.ts';
import type { IdentitySchema } from './identity-schema.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
  second_factor: boolean;
  must_change_password: boolean;
  disabled_at: string | null;
  roles: readonly Grant[];
}

const UNIQUE_VIOLATION = '23505';

/** People who can sign in, with what they hold. */
export async function listPeople(db: Kysely<IdentitySchema>): Promise<Person[]> {
  const users = await db
    .selectFrom('user')
    .leftJoin('user_state', 'user_state.user_id', 'user.id')
    .select(['id', 'name', 'email', 'twoFactorEnabled', 'must_change_password', 'disabled_at'])
    .orderBy('email')
    .execute();
  const grants = await db.selectFrom('office_role').selectAll().orderBy('role').orderBy('office').execute();
  return users.map(({ id, name, email, twoFactorEnabled, must_change_password, disabled_at }) => ({
    ...{ id, name, email, disabled_at },
    second_factor: twoFactorEnabled === true,
    must_change_password: must_change_password === true,
    roles: grants.filter(({ user_id }) => user_id === id).flatMap(grantOf),
  }));
}

export async function grantsOf(db: Kysely<IdentitySchema>, user: string): Promise<Grant[]> {
  const rows = await db.selectFrom('office_role').selectAll().where('user_id', '=', user).execute();
  return rows.flatMap(grantOf);
}

/** Makes somebody who can sign in once with the password that comes back, and must change it then. */
export async function addPerson(
  { auth, db }: { auth: Auth; db: Kysely<IdentitySchema> },
  person: { name: string; email: string; roles: readonly Grant[]; by: string },
): Promise<{ id: string; password: string }> {
  const context = await auth.$context;
  const password = oneTimePassword();
  const hash = await context.password.hash(password);
  const email = person.email.toLowerCase();
  const now = new Date();
  const times = { createdAt: now, updatedAt: now };
  const user: { id: string } = await context.adapter
    .create<Record<string, unknown>, { id: string }>({
      model: 'user',
      data: { name: person.name, email, emailVerified: true, ...times },
    })
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw new SaldoError('person_exists', `somebody signs in as ${email} already`, {}, error);
    });
  const credential = { userId: user.id, providerId: 'credential', accountId: user.id, password: hash };
  await context.adapter.create({ model: 'account', data: { ...credential, ...times } });
  await db
    .insertInto('user_state')
    .values({ user_id: user.id, must_change_password: true, disabled_at: null })
    .execute();
  await setGrants(db, user.id, person.roles, person.by);
  return { id: user.id, password };
}

/** Gives somebody a password for one sign-in in place of theirs; sessions and second factor end. */
export async function newPassword(
  { auth, db }: { auth: Auth; db: Kysely<IdentitySchema> },
  id: string,
): Promise<string> {
  const context = await auth.$context;
  const password = oneTimePassword();
  const hash = await context.password.hash(password);
  await db.transaction().execute(async transaction => {
    const account = transaction.updateTable('account').set({ password: hash });
    await account.where('userId', '=', id).where('providerId', '=', 'credential').execute();
    await transaction.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', id).execute();
    await transaction.deleteFrom('twoFactor').where('userId', '=', id).execute();
    await transaction.deleteFrom('session').where('userId', '=', id).execute();
    await transaction.updateTable('user_state').set({ must_change_password: true }).where('user_id', '=', id).execute();
  });
  return password;
}

function oneTimePassword(): string {
  return randomBytes(12).toString('base64url');
}

/** What somebody holds from now on, in place of what they held. */
export async function setGrants(
  db: Kysely<IdentitySchema>,
  user: string,
  roles: readonly Grant[],
  by: string,
): Promise<void> {
  await db.transaction().execute(async transaction => {
    await transaction.deleteFrom('office_role').where('user_id', '=', user).execute();
    const rows = roles.map(({ role, office }) => ({ user_id: user, role, office, granted_by: by }));
    if (rows.length > 0) await transaction.insertInto('office_role').values(rows).execute();
  });
}

/** Ends or gives back the right to sign in; sessions that are open end at once. */
export async function setDisabled(db: Kysely<IdentitySchema>, user: string, disabled: boolean): Promise<void> {
  await db.transaction().execute(async transaction => {
    await transaction
      .updateTable('user_state')
      .set({ disabled_at: disabled ? new Date().toISOString() : null })
      .where('user_id', '=', user)
      .execute();
    if (disabled) await transaction.deleteFrom('session').where('userId', '=', user).execute();
  });
}

function grantOf({ role, office }: { role: string; office: string }): Grant[] {
  const known = ROLES.find((each): each is Role => each === role);
  return known === undefined ? [] : [{ role: known, office }];
}
