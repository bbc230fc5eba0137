import type { Home } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import type { QueryEngine } from './runs/query-engine.ts';
import type { RunPlace } from './runs/run-place.ts';
import type { RunsSchema } from './runs/runs-schema.ts';
import type { VintageCache } from './runs/vintage-cache.ts';

export type StatisticsSchema = RunsSchema;

/** The statistics wing of an open home: what its rooms work on. */
export interface Statistics {
  readonly home: Home;
  readonly store: Store<StatisticsSchema>;
  readonly runs: RunPlace;
  /** Exact tables of vintages. */
  readonly vintages: VintageCache;
  /** Answers questions about what runs keep, without names. */
  readonly queries: QueryEngine;
  close(): Promise<void>;
}
