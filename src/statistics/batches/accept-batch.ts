import { copyFile, link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SaldoError } from '../../common/saldo-error.ts';
import { syncFolder } from '../../store/durable-file.ts';
import { hashFile } from '../slips/hash-file.ts';
import { type Batch, findBatch } from './batch.ts';
import { batchesFolder, rowsFile, sealedFileName } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';
import type { AgainstEarlier } from './batches-schema.ts';
import { compareWithEarlier } from './compare-with-earlier.ts';
import { type PrepareRequest, prepareBatch, refuseOtherOffices } from './prepare-batch.ts';
import { dropPrepared, findPrepared, type PreparedBatch, preparedFolder } from './prepared-batch.ts';

export interface Acceptance {
  batch: Batch;
  /** False where the same file was accepted before: then nothing was changed. */
  isNew: boolean;
}

/**
 * Checks a file and accepts it as a batch. The same file twice changes nothing. When this returns, the batch outlasts a kill and a loss of
 * power; a kill before leaves nothing of it.
 *
 * @throws SaldoError as `prepareBatch` and `acceptPrepared`
 */
export async function acceptFile(place: BatchPlace, path: string, request: PrepareRequest): Promise<Acceptance> {
  const earlier = await findBatch(place.db, await hashFile(path).catch(() => ''));
  if (earlier) {
    refuseOtherOffices(earlier.offices, request.allowedOffices);
    return { batch: earlier, isNew: false };
  }
  const { id } = await prepareBatch(place, path, request);
  try {
    return await acceptPrepared(place, id, request.by);
  } catch (error) {
    dropPrepared(place.home, id);
    throw error;
  }
}

/**
 * Accepts what was prepared under an id; what was accepted before stays as it is.
 *
 * @throws SaldoError `unknown_batch` where nothing is prepared, `nothing_accounted` where no row could be accepted
 */
export function acceptPrepared(place: BatchPlace, id: string, by: string): Promise<Acceptance> {
  return place.inTurn(async () => {
    const earlier = await findBatch(place.db, id);
    if (earlier) {
      dropPrepared(place.home, id);
      return { batch: earlier, isNew: false };
    }
    const prepared = findPrepared(place.home, id);
    if (prepared === undefined) throw new SaldoError('unknown_batch', `no file was prepared under ${id}`, { id });
    refuseEmpty(prepared);
    await placeFiles(place, prepared);
    await keepManifest(place, { prepared, against: await compareWithEarlier(place, prepared), by });
    dropPrepared(place.home, id);
    const batch = await findBatch(place.db, id);
    if (batch === undefined) throw new Error(`batch ${id} is not there after its acceptance`);
    return { batch, isNew: true };
  });
}

function refuseEmpty({ id, file_name, read, accepted, withdrawals, faults }: PreparedBatch): void {
  if (accepted > 0 || withdrawals > 0) return;
  const codes = faults.map(({ code, rows }) => `${code} in ${rows} rows`).join(', ');
  const message = `none of the ${read} rows of ${file_name} could be accepted: ${codes || 'there are no rows'}`;
  throw new SaldoError('nothing_accounted', message, { id, read, faults });
}

/** No row names these files yet, so what a killed process left under their names goes. */
async function placeFiles({ home }: BatchPlace, { id }: PreparedBatch): Promise<void> {
  const [from, to] = [preparedFolder(home, id), batchesFolder(home)];
  await placeFile(join(from, 'rows.parquet'), join(to, rowsFile(id)));
  await placeFile(join(from, 'names'), join(to, sealedFileName(id, 'names', 1)));
  await placeFile(join(from, 'faults'), join(to, sealedFileName(id, 'faults', 1)));
  await syncFolder(to);
}

/** The file stays where it was too, so that a kill before the manifest is there loses nothing. */
async function placeFile(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  try {
    await link(from, to);
  } catch {
    // A file system without links.
    await copyFile(from, to);
    const file = await open(to, 'r+');
    await file.sync().finally(() => file.close());
  }
}

async function keepManifest(
  { db }: BatchPlace,
  { prepared, against, by }: { prepared: PreparedBatch; against: AgainstEarlier; by: string },
): Promise<void> {
  const { prepared_at: _, prepared_by: __, offices, fault_offices, faults, ...manifest } = prepared;
  await db.transaction().execute(transaction =>
    transaction
      .insertInto('batch')
      .values({
        ...manifest,
        offices: JSON.stringify(offices),
        fault_offices: JSON.stringify(fault_offices),
        faults: JSON.stringify(faults),
        against_earlier: JSON.stringify(against),
        names_version: 1,
        faults_version: 1,
        accepted_by: by,
      })
      .execute(),
  );
}
