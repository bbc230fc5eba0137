import { mkdirSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { Engine } from '../../engine/engine.ts';
import type { Home } from '../../store/home.ts';
import type { BatchesSchema } from './batches-schema.ts';
import type { NamesVault } from './names-vault.ts';

/** Where batches live: their rows, their files, and the vault of their keys. */
export interface BatchPlace {
  readonly db: Kysely<BatchesSchema>;
  readonly home: Home;
  readonly vault: NamesVault;
  /** Bound of the memory of each engine that works on batches, in bytes; the engine's default where absent. */
  readonly memory?: number;
  /** Does heavy or changing work on batches one after the other, in order of asking. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** An engine whose working files lie inside the home, since they hold names. */
export function openBatchEngine({ home, memory }: Pick<BatchPlace, 'home' | 'memory'>): Promise<Engine> {
  const workParent = home.path('statistics', 'work');
  mkdirSync(workParent, { recursive: true, mode: 0o700 });
  return Engine.open({ workParent, ...(memory !== undefined && { memory }) });
}
