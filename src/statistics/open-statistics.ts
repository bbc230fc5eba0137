import { mkdirSync } from 'node:fs';
import { type Home, storePlace } from '../store/home.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/store.ts';
import { RUNS_MIGRATIONS } from './runs/migrations.ts';
import { QueryEngine } from './runs/query-engine.ts';
import { VintageCache } from './runs/vintage-cache.ts';
import type { Statistics, StatisticsSchema } from './statistics.ts';

/**
 * Opens the statistics wing of a home that this process holds, and brings its store up to date.
 *
 * @throws SaldoError `store_unavailable`, `store_newer`
 */
export async function openStatistics(home: Home): Promise<Statistics> {
  const store = await openStore<StatisticsSchema>(storePlace(home, 'statistics'));
  try {
    await migrate(store, 'runs', RUNS_MIGRATIONS);
    const work = home.path('statistics', 'work');
    mkdirSync(work, { recursive: true, mode: 0o700 });
    const queries = new QueryEngine(work);
    return {
      home,
      store,
      runs: {
        db: store.db,
        folder: home.path('statistics', 'runs'),
        currentBatches: async () => [],
        slipsOf: async () => ({ paths: [] }),
      },
      vintages: new VintageCache(store.db),
      queries,
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
