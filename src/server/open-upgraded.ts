import type { StatisticsSchema } from '../statistics/statistics.ts';
import { type Home, storePlace } from '../store/home.ts';
import { openStore, type Store } from '../store/store.ts';
import { backupPlace, isBehind, type Upgrade, upgradeStores } from '../store/upgrade.ts';
import type { WingSchema } from '../store/wing-schema.ts';

/**
 * Opens the store of the statistics wing. Where this version of Saldo changes tables that are there, the home is backed up before it does.
 *
 * @throws SaldoError `unwritable_output` where the backup cannot be written: then nothing is changed
 */
export async function openUpgraded(
  home: Home,
  schemas: readonly WingSchema[],
): Promise<{ store: Store<StatisticsSchema>; upgrade: Upgrade | undefined }> {
  const store = await openStore<StatisticsSchema>(storePlace(home, 'statistics'));
  const schema = schemas.find(({ wing }) => wing === 'statistics') ?? { wing: 'statistics', owners: [] };
  const open = { wing: 'statistics', schema, store: store as unknown as Store<unknown> } as const;
  try {
    const upgrade = (await isBehind(open)) ? await upgradeStores(home, [open], backupPlace(home)) : undefined;
    return { store, upgrade };
  } catch (error) {
    await store.close();
    throw error;
  }
}
