import { existsSync } from 'node:fs';
import { type Home, storePlace, WINGS, type Wing } from './home.ts';
import { type Migration, migrate, pendingMigrations } from './migrate.ts';
import { openStore, type Store } from './store.ts';

/** What the rooms of a wing keep in its store; `cli` gathers it, for the store knows no room. */
export interface WingSchema {
  readonly wing: Wing;
  /** The rooms' migrations, in the order in which the rooms build on each other. */
  readonly owners: readonly { readonly owner: string; readonly migrations: readonly Migration[] }[];
}

/** Does something with a wing's store, which is closed after it. */
export async function withStore<Result>(
  home: Pick<Home, 'path'>,
  wing: Wing,
  work: (store: Store<unknown>) => Promise<Result>,
): Promise<Result> {
  const store = await openStore<unknown>(storePlace(home, wing));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export interface OpenStore {
  readonly wing: Wing;
  readonly schema: WingSchema;
  readonly store: Store<unknown>;
}

/** Opens the stores that a home has by now, of every wing, or none of them. */
export async function openStores(home: Home, schemas: readonly WingSchema[]): Promise<readonly OpenStore[]> {
  const open: OpenStore[] = [];
  try {
    for (const wing of WINGS) {
      const place = storePlace(home, wing);
      if ('folder' in place && !existsSync(place.folder)) continue;
      const schema = schemas.find(known => known.wing === wing) ?? { wing, owners: [] };
      open.push({ wing, schema, store: await openStore<unknown>(place) });
    }
    return open;
  } catch (error) {
    for (const { store } of open) await store.close();
    throw error;
  }
}

/** Names of the migrations, `owner/name`, that a store has not seen. */
export async function pendingOf(store: Store<unknown>, { owners }: WingSchema): Promise<string[]> {
  const pending: string[] = [];
  for (const { owner, migrations } of owners) {
    pending.push(...(await pendingMigrations(store, owner, migrations)).map(name => `${owner}/${name}`));
  }
  return pending;
}

/** Runs the migrations that are to be run, by default all; gives the names, `owner/name`, of those that were. */
export async function migrateWing(
  store: Store<unknown>,
  { owners }: WingSchema,
  wanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const run: string[] = [];
  for (const { owner, migrations } of owners) {
    const chosen = migrations.filter(({ name }) => wanted(`${owner}/${name}`));
    run.push(...(await migrate(store, owner, chosen)).map(name => `${owner}/${name}`));
  }
  return run;
}
