import type { Kysely } from 'kysely';
import type { NameActors } from '../../common/name-actors.ts';
import type { IdentitySchema } from './identity-schema.ts';

/** Names of people and of machines' keys, as they are now. */
export function actorNames(db: Kysely<IdentitySchema>): NameActors {
  return async ids => {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return new Map();
    const [people, keys] = await Promise.all([
      db.selectFrom('user').select(['id', 'name']).where('id', 'in', asked).execute(),
      db.selectFrom('apikey').select(['id', 'name']).where('id', 'in', asked).execute(),
    ]);
    return new Map([...people, ...keys].flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
  };
}

/** Ids of people and keys of whose name, or e-mail, a text is a part, in any case. */
export async function actorsNamed(db: Kysely<IdentitySchema>, text: string): Promise<string[]> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const [people, keys] = await Promise.all([
    db
      .selectFrom('user')
      .select('id')
      .where(where => where.or([where('name', 'ilike', part), where('email', 'ilike', part)]))
      .execute(),
    db.selectFrom('apikey').select('id').where('name', 'ilike', part).execute(),
  ]);
  return [...people, ...keys].map(({ id }) => id);
}
