import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, type Selectable, sql } from 'kysely';
import { SaldoError } from '../../common/saldo-error.ts';
import { syncFolder } from '../../store/durable-file.ts';
import type { BatchRow } from './batch.ts';
import { batchesFolder, knownPersonsFile, type SealedPart, sealedFileName } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';
import type { BatchesSchema } from './batches-schema.ts';
import { reviewFiles, verifyDeletion } from './verify-deletion.ts';

/** A deletion of names with its proof. */
export type NameDeletion = Selectable<BatchesSchema['name_deletion']>;

/** Deletions, the latest first. */
export function listDeletions(
  db: Kysely<BatchesSchema>,
  { limit, skip = 0 }: { limit: number; skip?: number },
): Promise<NameDeletion[]> {
  return db
    .selectFrom('name_deletion')
    .selectAll()
    .orderBy('deleted_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(skip)
    .execute();
}

export async function getDeletion(db: Kysely<BatchesSchema>, id: string): Promise<NameDeletion> {
  const row = await db.selectFrom('name_deletion').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new SaldoError('unknown_batch', `there is no deletion of names ${id}`, { id });
  return row;
}

/** Removes what a deletion superseded, rids the store's table of the old keys, and keeps what a check finds. Can be done again. */
export async function finishDeletion(place: BatchPlace, deletion: NameDeletion): Promise<void> {
  const { db, home } = place;
  const folder = batchesFolder(home);
  const rewritten = deletion.batches.length === 0 ? [] : await rowsOf(db, deletion.batches);
  for (const batch of rewritten) {
    for (const name of supersededFiles(batch)) rmSync(join(folder, name), { force: true });
    for (const path of reviewFiles(home, batch.id)) rmSync(path, { force: true });
  }
  if (deletion.known_persons !== null) await removeEarlierPersons(place, deletion.id);
  await syncFolder(folder);
  // An update leaves the old row, with its key, where it was until the table is written anew.
  await sql`vacuum full batch`.execute(db);
  const verified = await verifyDeletion(place, deletion);
  await db
    .updateTable('name_deletion')
    .set({ proof: JSON.stringify({ ...deletion.proof, verified }) })
    .where('id', '=', deletion.id)
    .execute();
}

/** Deletions that a killed process left without their check. */
export async function finishDeletions(place: BatchPlace): Promise<void> {
  for (const deletion of await listDeletions(place.db, { limit: 1000 }))
    if (deletion.proof.verified === null) await finishDeletion(place, deletion);
}

function rowsOf(db: Kysely<BatchesSchema>, ids: readonly string[]): Promise<BatchRow[]> {
  return db.selectFrom('batch').selectAll().where('id', 'in', ids).execute();
}

/** The sealed files of a batch that its row names no more. */
function supersededFiles({ id, names_key, names_version, faults_version }: BatchRow): string[] {
  const earlier = (part: SealedPart, until: number): string[] =>
    Array.from({ length: until }, (_, at) => sealedFileName(id, part, at + 1));
  return [
    ...earlier('names', names_key === null ? names_version : names_version - 1),
    ...earlier('faults', faults_version - 1),
  ];
}

/** The persons kept now are those of a run that respected the ones kept before. */
async function removeEarlierPersons({ db, home }: BatchPlace, id: string): Promise<void> {
  const others = await db.selectFrom('name_deletion').select('id').where('id', '<>', id).execute();
  for (const other of others) rmSync(join(batchesFolder(home), knownPersonsFile(other.id)), { force: true });
}
