import type { IncomingHttpHeaders } from 'node:http';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Actor, PUBLIC_ACTOR, ROLES } from '../../common/access.ts';
import type { Auth } from './auth.ts';
import type { IdentitySchema } from './identity-schema.ts';
import { grantsOf } from './people.ts';

/** Who asks, and what stands in the way of acting. */
export interface Identified {
  actor: Actor;
  /** True where a cookie says who asks: then a page of another origin could make a browser ask. */
  byCookie: boolean;
  /** Whether a person's sign-in has a second factor; absent of others. */
  secondFactor?: boolean;
  /** What must be done before anything else is allowed. */
  first?: 'change-password' | 'second-factor';
}

/** Roles of a machine's key, as its metadata keep them. */
export const KeyRolesSchema = z.object({
  roles: z.array(z.object({ role: z.enum(ROLES), office: z.string().regex(/^([A-Z]{2}|\*)$/) })),
});

const NOBODY: Identified = { actor: PUBLIC_ACTOR, byCookie: false };
const REMEMBERED_MS = 3000;
const MOST_REMEMBERED = 2000;

/** Finds out who asks, from a session's cookie or a machine's key; what it found it remembers for some seconds. */
export class Actors {
  readonly #auth: Auth;
  readonly #db: Kysely<IdentitySchema>;
  readonly #needsSecondFactor: boolean;
  readonly #remembered = new Map<string, { until: number; found: Identified }>();
  #changes = 0;

  constructor({ auth, db, needsSecondFactor }: { auth: Auth; db: Kysely<IdentitySchema>; needsSecondFactor: boolean }) {
    this.#auth = auth;
    this.#db = db;
    this.#needsSecondFactor = needsSecondFactor;
  }

  async identify(headers: IncomingHttpHeaders): Promise<Identified> {
    const key = keyOf(headers);
    const secret = key ?? headers.cookie;
    if (secret === undefined) return NOBODY;
    const known = this.#remembered.get(secret);
    if (known !== undefined && known.until > Date.now()) return known.found;
    const before = this.#changes;
    const found = key === undefined ? await this.#bySession(secret) : await this.#byKey(key);
    // What changed while it was looked up may have changed this too.
    if (before !== this.#changes) return found;
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(secret, { until: Date.now() + REMEMBERED_MS, found });
    return found;
  }

  /** Roles, passwords or sessions have changed: nothing that was found before counts. */
  forget(): void {
    this.#changes++;
    this.#remembered.clear();
  }

  async #bySession(cookie: string): Promise<Identified> {
    const session = await this.#auth.api.getSession({ headers: new Headers({ cookie }) });
    if (session === null) return NOBODY;
    const { id, name, twoFactorEnabled } = session.user;
    const state = await this.#db.selectFrom('user_state').selectAll().where('user_id', '=', id).executeTakeFirst();
    if (state?.disabled_at != null) return NOBODY;
    const actor: Actor = { kind: 'user', id, name, roles: await grantsOf(this.#db, id) };
    const person = { actor, byCookie: true, secondFactor: twoFactorEnabled === true };
    if (state?.must_change_password) return { ...person, first: 'change-password' };
    const weighty = actor.roles.some(({ role }) => role !== 'contributor');
    if (this.#needsSecondFactor && weighty && !twoFactorEnabled && (await this.#hasPassword(id)))
      return { ...person, first: 'second-factor' };
    return person;
  }

  /** Whoever has none comes by the outside provider, whose matter a second factor is. */
  async #hasPassword(user: string): Promise<boolean> {
    const ways = this.#db.selectFrom('account').select('id').where('userId', '=', user);
    return (await ways.where('password', 'is not', null).executeTakeFirst()) !== undefined;
  }

  async #byKey(key: string): Promise<Identified> {
    const { valid, key: found } = await this.#auth.api.verifyApiKey({ body: { key } });
    if (!valid || found === null) return NOBODY;
    const owner = await this.#db
      .selectFrom('user_state')
      .selectAll()
      .where('user_id', '=', found.referenceId)
      .executeTakeFirst();
    if (owner?.disabled_at != null) return NOBODY;
    const parsed = KeyRolesSchema.safeParse(found.metadata);
    const roles = parsed.success ? parsed.data.roles : [];
    const { id, name, referenceId } = found;
    return { actor: { kind: 'key', id, name: name ?? id, roles, owner: referenceId }, byCookie: false };
  }
}

function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const key = headers['x-api-key'] ?? bearer;
  return typeof key === 'string' && key !== '' ? key : undefined;
}
