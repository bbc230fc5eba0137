import type { Kysely } from 'kysely';
import type { Home } from '../../store/home.ts';
import type { BatchPlace } from './batch-place.ts';
import type { BatchesSchema } from './batches-schema.ts';
import { finishDeletions } from './name-deletion.ts';
import { openVault } from './names-vault.ts';
import { sweepBatches } from './sweep-batches.ts';

/**
 * Opens the batches of a home whose migrations have run, and clears away what killed processes left half done.
 *
 * @throws SaldoError where the names key cannot be read
 */
export async function openBatchPlace(
  home: Home,
  db: Kysely<BatchesSchema>,
  { memory }: { memory?: number } = {},
): Promise<BatchPlace> {
  let last: Promise<unknown> = Promise.resolve();
  const place: BatchPlace = {
    db,
    home,
    vault: await openVault(home),
    ...(memory !== undefined && { memory }),
    inTurn: work => {
      const mine = last.then(work, work);
      last = mine.catch(() => {});
      return mine;
    },
  };
  await sweepBatches(place);
  await finishDeletions(place);
  return place;
}
