import type { Kysely } from 'kysely';
import type { SlipSource } from '../batches/batch.ts';
import type { BatchesToRead } from '../batches/batches-to-read.ts';
import type { RunsSchema } from './runs-schema.ts';

/** Where runs live: their rows, their folders, and the slips that they account. */
export interface RunPlace {
  readonly db: Kysely<RunsSchema>;
  /** `statistics/runs` of the home. */
  readonly folder: string;
  /** Ids of the batches that a run asked for now accounts, in order of acceptance; see `currentBatches`. */
  currentBatches(source?: SlipSource): Promise<readonly string[]>;
  /** How another process reads the slips of batches. */
  slipsOf(batches: readonly string[]): Promise<BatchesToRead>;
}
