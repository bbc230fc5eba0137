import type { Home } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import type { BatchPlace } from './batches/batch-place.ts';
import type { BatchesSchema } from './batches/batches-schema.ts';
import type { NamesVault } from './batches/names-vault.ts';
import type { QueryEngine } from './runs/query-engine.ts';
import type { RunPlace } from './runs/run-place.ts';
import type { RunsSchema } from './runs/runs-schema.ts';
import type { VintageCache } from './runs/vintage-cache.ts';

export type StatisticsSchema = BatchesSchema & RunsSchema;

/** The statistics wing of an open home: what its rooms work on. */
export interface Statistics {
  readonly home: Home;
  readonly store: Store<StatisticsSchema>;
  readonly vault: NamesVault;
  readonly batches: BatchPlace;
  readonly runs: RunPlace;
  /** Exact tables of vintages. */
  readonly vintages: VintageCache;
  /** Answers questions about what runs keep, without names. */
  readonly queries: QueryEngine;
  close(): Promise<void>;
}
