import { backupHome } from './backup.ts';
import { type Home, writeRecord } from './home.ts';
import { migrateWing, openStores, pendingOf, type WingSchema } from './wing-schema.ts';

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
    const pending = [];
    for (const { schema, store } of stores) pending.push(...(await pendingOf(store, schema)));
    if (pending.length === 0) return { run: [] };
    await backupHome({ home, stores, to: backup, keys: true });
    const run = [];
    for (const { schema, store } of stores) run.push(...(await migrateWing(store, schema)));
    await writeRecord(home.folder, home.record.created_at);
    return { run, backup };
  } finally {
    for (const { store } of stores) await store.close();
  }
}
