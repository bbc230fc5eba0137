import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { Home } from '../../store/home.ts';
import { hashFile } from '../slips/hash-file.ts';
import type { BatchRow } from './batch.ts';
import { batchesFolder } from './batch-files.ts';
import { type BatchPlace, openBatchEngine } from './batch-place.ts';
import type { DeletionCheck, DeletionProof } from './batches-schema.ts';
import { concerns, type DeletedTerm, isDeletedName, isDeletedText, withOpened } from './deleted-slips.ts';
import { hashOf } from './rewrite-batch.ts';

/** A deletion as its check needs it. */
export interface DeletionToVerify extends DeletedTerm {
  readonly proof: DeletionProof;
  readonly deleted_at: string;
}

/**
 * Looks for what a deletion should have left nothing of: opens the sealed names and faults of all batches accepted before it and counts
 * what belongs to its term, looks for the old files by their hashes, and for their keys.
 */
export async function verifyDeletion(place: BatchPlace, deletion: DeletionToVerify): Promise<DeletionCheck> {
  const all = await place.db.selectFrom('batch').selectAll().execute();
  const batches = all.filter(batch => batch.accepted_at <= deletion.deleted_at && concerns(batch, deletion.office));
  const engine = await openBatchEngine(place);
  try {
    let [names, texts] = [0, 0];
    for (const batch of batches) {
      names += await countNames(engine, place, batch, deletion);
      texts += await countTexts(engine, place, batch, deletion);
    }
    return {
      at: new Date().toISOString(),
      names_left: names,
      texts_left: texts,
      files_left: await countOldFiles(place, deletion),
      keys_left: countOldKeys(all, deletion.proof),
    };
  } finally {
    engine.close();
  }
}

async function countNames(engine: Engine, place: BatchPlace, batch: BatchRow, term: DeletedTerm): Promise<number> {
  if (batch.names_key === null) return 0;
  return withOpened(engine, place, { batch, part: 'names' }, plain =>
    countRows(engine, plain, isDeletedName(place, batch.id, term)),
  );
}

function countTexts(engine: Engine, place: BatchPlace, batch: BatchRow, term: DeletedTerm): Promise<number> {
  return withOpened(engine, place, { batch, part: 'faults' }, plain => countRows(engine, plain, isDeletedText(term)));
}

async function countRows(engine: Engine, plain: string, where: string): Promise<number> {
  return (
    await engine.row<{ rows: number }>(`select count(*) as rows from read_parquet(${sqlText(plain)}) where ${where}`)
  ).rows;
}

/** Old sealed files under whatever name, and what runs keep for review of the same batches under the old key. */
async function countOldFiles(
  { home }: BatchPlace,
  { proof: { batches }, deleted_at }: DeletionToVerify,
): Promise<number> {
  const before = new Set(batches.flatMap(({ names, faults }) => [names?.before, faults?.before]));
  const folder = batchesFolder(home);
  const rewritten = batches.map(({ batch }) => batch);
  const isOld = (path: string): boolean => statSync(path).mtime.toISOString() < deleted_at;
  let found = rewritten.flatMap(batch => reviewFiles(home, batch)).filter(isOld).length;
  for (const name of readdirSync(folder)) {
    if (!rewritten.some(batch => name.startsWith(batch)) || name.endsWith('.parquet')) continue;
    if (before.has(await hashFile(join(folder, name)))) found++;
  }
  return found;
}

function countOldKeys(rows: readonly BatchRow[], { batches }: DeletionProof): number {
  const before = new Set(batches.flatMap(({ names, faults }) => [names?.key_before, faults?.key_before]));
  const kept = rows.flatMap(row => [row.names_key, row.faults_key]);
  return kept.filter(key => key !== null && before.has(hashOf(key))).length;
}

/** What runs keep of a batch's names for review: it opens with the key of the names alone, so it goes with them. */
export function reviewFiles(home: Home, batch: string): string[] {
  const runs = home.path('statistics', 'runs');
  return readdirSync(runs)
    .map(run => join(runs, run, `review-${batch}.names`))
    .filter(path => existsSync(path));
}
