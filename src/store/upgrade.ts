import { SaldoError } from '../common/saldo-error.ts';
import { backupHome } from './backup.ts';
import { type Home, writeRecord } from './home.ts';
import { doneMigrationsOf } from './migrate.ts';
import { migrateWing, type OpenStore, openStores, pendingOf, type WingSchema } from './wing-schema.ts';

export interface Upgrade {
  /** Migrations that were run, `owner/name`. */
  readonly run: readonly string[];
  /** Where the home is kept as it was before; none where there was nothing to do. */
  readonly backup?: string;
}

/** Brings a home's stores to this version of Saldo; what has to change is backed up first, keys and all. */
export async function upgradeHome(home: Home, wings: readonly WingSchema[], backup: string): Promise<Upgrade> {
  const stores = await openStores(home, wings);
  try {
    return await upgradeStores(home, stores, backup);
  } finally {
    for (const { store } of stores) await store.close();
  }
}

/** The same for stores that are open. */
export async function upgradeStores(home: Home, stores: readonly OpenStore[], backup: string): Promise<Upgrade> {
  const pending = [];
  for (const { schema, store } of stores) pending.push(...(await pendingOf(store, schema)));
  if (pending.length === 0) return { run: [] };
  await backupHome({ home, stores, to: backup, keys: true });
  const run = [];
  for (const { schema, store } of stores) run.push(...(await migrateWing(store, schema)));
  await writeRecord(home.folder, home.record.created_at);
  return { run, backup };
}

/** Whether tables that are there are to change. Tables of rooms that have none yet change nothing by coming. */
export async function isBehind({ store, schema }: Omit<OpenStore, 'wing'>): Promise<boolean> {
  const ownerOf = (name: string) => name.split('/')[0];
  const known = new Set((await doneMigrationsOf(store)).map(ownerOf));
  return (await pendingOf(store, schema)).some(name => known.has(ownerOf(name)));
}

/**
 * A command changes no tables that hold something: an upgrade keeps a backup first, and somebody asked for it.
 *
 * @throws SaldoError `store_older` where tables that are there are to change
 */
export async function refuseOlder({ folder }: Pick<Home, 'folder'>, open: Omit<OpenStore, 'wing'>): Promise<void> {
  if (!(await isBehind(open))) return;
  const message = `the home ${folder} was kept by an earlier Saldo; \`saldo home upgrade\` backs it up and brings it to this version`;
  throw new SaldoError('store_older', message, { folder });
}

/** A place beside the home, named by the time. */
export function backupPlace({ folder }: Pick<Home, 'folder'>): string {
  return `${folder}-backup-${new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-')}`;
}
