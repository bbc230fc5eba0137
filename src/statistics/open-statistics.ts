import { mkdirSync } from 'node:fs';
import { type Home, storePlace } from '../store/home.ts';
import { migrate } from '../store/migrate.ts';
import { openStore, type Store } from '../store/store.ts';
import { refuseOlder } from '../store/upgrade.ts';
import { currentBatches } from './batches/batch.ts';
import { batchesToRead } from './batches/batches-to-read.ts';
import { BATCHES_MIGRATIONS } from './batches/migrations.ts';
import { openBatchPlace } from './batches/open-batch-place.ts';
import { RUNS_MIGRATIONS } from './runs/migrations.ts';
import { QueryEngine } from './runs/query-engine.ts';
import { VintageCache } from './runs/vintage-cache.ts';
import type { Statistics, StatisticsSchema } from './statistics.ts';

const SCHEMA = {
  wing: 'statistics',
  owners: [
    { owner: 'batches', migrations: BATCHES_MIGRATIONS },
    { owner: 'runs', migrations: RUNS_MIGRATIONS },
  ],
} as const;

export interface StatisticsOptions {
  /**
   * The wing's store, which whoever opened it has upgraded; default: in the home, or where SALDO_STATISTICS_URL says, and refused where it is
   * of an earlier version. It is closed with the statistics.
   */
  store?: Store<StatisticsSchema>;
  /** Bound of the memory of each engine that works on batches, in bytes. */
  memory?: number;
}

/**
 * Opens the statistics wing of a home that this process holds, makes the tables that it has not yet, and clears away what killed processes left of
 * uploads. Runs are put in order by their keeper (`RunKeeper.start`).
 *
 * @throws SaldoError `store_unavailable`, `store_newer`, `store_older`, or where the names key cannot be read
 */
export async function openStatistics(home: Home, options: StatisticsOptions = {}): Promise<Statistics> {
  const store = options.store ?? (await openStore<StatisticsSchema>(storePlace(home, 'statistics')));
  try {
    if (options.store === undefined)
      await refuseOlder(home, { schema: SCHEMA, store: store as unknown as Store<unknown> });
    for (const { owner, migrations } of SCHEMA.owners) await migrate(store, owner, migrations);
    const { db } = store;
    const batches = await openBatchPlace(home, db, options);
    const folder = home.path('statistics', 'runs');
    const work = home.path('statistics', 'work');
    for (const needed of [folder, work]) mkdirSync(needed, { recursive: true, mode: 0o700 });
    const queries = new QueryEngine(work);
    return {
      ...{ home, store, batches, queries, vault: batches.vault, vintages: new VintageCache(db) },
      runs: {
        db,
        folder,
        currentBatches: source => currentBatches(db, source),
        slipsOf: ids => batchesToRead(batches, ids),
      },
      close: async () => {
        await queries.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
