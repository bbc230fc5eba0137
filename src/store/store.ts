import { type Dialect, Kysely, sql } from 'kysely';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import { pgliteDialect } from './pglite-dialect.ts';

/** Rows that change: PGlite in a folder, or a PostgreSQL server. Both speak one dialect and give values alike (`value-parsers.ts`). */
export interface Store<Schema> {
  readonly db: Kysely<Schema>;
  readonly kind: 'pglite' | 'postgres';
  close(): Promise<void>;
}

/** A folder (`:memory:` for none), or `postgres://user:password@host:port/database`. */
export type StorePlace = { readonly folder: string } | { readonly url: string };

/**
 * Opens a store. A PGlite folder must be under the lock of its home (`home.ts`): PGlite itself admits two processes and loses rows.
 *
 * @throws SaldoError `store_unavailable` where the folder cannot be opened or the server not be reached
 */
export async function openStore<Schema>(place: StorePlace): Promise<Store<Schema>> {
  if ('url' in place) return storeOf('postgres', await openPostgres(place.url));
  return storeOf('pglite', pgliteDialect(await openPglite(place.folder)));
}

/** A store over an engine that is open already. */
export async function storeOf<Schema>(kind: Store<Schema>['kind'], dialect: Dialect): Promise<Store<Schema>> {
  const db = new Kysely<Schema>({ dialect });
  // Kysely closes only an engine that it has used.
  await sql`select 1`.execute(db);
  return { kind, db, close: () => db.destroy() };
}
