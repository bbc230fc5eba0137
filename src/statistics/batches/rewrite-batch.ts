import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { BatchRow } from './batch.ts';
import { batchesFolder, type SealedPart, sealedFileName, sealSubject } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';
import type { RewrittenBatch, RewrittenFile } from './batches-schema.ts';
import { type DeletedTerm, isDeletedName, isDeletedText, withOpened } from './deleted-slips.ts';
import { writeSealedPart } from './write-parts.ts';

/** What changes of a batch's row when names of it are deleted. */
export type BatchChange = Partial<
  Pick<
    BatchRow,
    'names' | 'names_version' | 'names_sha256' | 'names_key' | 'faults_version' | 'faults_sha256' | 'faults_key'
  >
>;

export interface Rewriting {
  proof: RewrittenBatch;
  change: BatchChange;
}

/**
 * Writes the sealed files of a batch anew beside the old ones, under new keys, without the names and texts of a term. Nothing of the old
 * ones is touched.
 *
 * @returns undefined where nothing in it belongs to the term
 */
export async function rewriteBatch(
  engine: Engine,
  place: BatchPlace,
  batch: BatchRow,
  term: DeletedTerm,
): Promise<Rewriting | undefined> {
  const names = batch.names_key === null ? NOTHING : await rewriteNames(engine, place, batch, term);
  const faults = await rewriteFaults(engine, place, batch, term);
  if (names.file === null && faults.file === null) return undefined;
  return {
    proof: { batch: batch.id, slips: names.deleted, texts: faults.deleted, names: names.file, faults: faults.file },
    change: { ...names.change, ...faults.change },
  };
}

interface RewrittenPart {
  deleted: number;
  file: RewrittenFile | null;
  change: BatchChange;
}

const NOTHING: RewrittenPart = { deleted: 0, file: null, change: {} };

function rewriteNames(engine: Engine, place: BatchPlace, batch: BatchRow, term: DeletedTerm): Promise<RewrittenPart> {
  return withOpened(engine, place, { batch, part: 'names' }, async plain => {
    const isDeleted = isDeletedName(place, batch.id, term);
    const { deleted, left } = await count(engine, plain, isDeleted);
    if (deleted === 0) return NOTHING;
    const before = { before: batch.names_sha256 ?? '', key_before: hashOf(batch.names_key ?? '') };
    if (left === 0) {
      const change = { names: 0, names_sha256: null, names_key: null };
      return { deleted, file: { ...before, after: null }, change };
    }
    const kept = `select * from read_parquet(${sqlText(plain)}) where not (${isDeleted})`;
    const { sha256, key, version } = await seal(engine, place, { batch, part: 'names', sql: kept });
    const change = { names: left, names_version: version, names_sha256: sha256, names_key: key };
    return { deleted, file: { ...before, after: sha256 }, change };
  });
}

function rewriteFaults(engine: Engine, place: BatchPlace, batch: BatchRow, term: DeletedTerm): Promise<RewrittenPart> {
  return withOpened(engine, place, { batch, part: 'faults' }, async plain => {
    const isDeleted = isDeletedText(term);
    const { deleted } = await count(engine, plain, isDeleted);
    if (deleted === 0) return NOTHING;
    const before = { before: batch.faults_sha256, key_before: hashOf(batch.faults_key) };
    const kept = `select * replace (
        case when not ${isDeleted} then found end as found, case when not ${isDeleted} then record end as record)
      from read_parquet(${sqlText(plain)}) order by place`;
    const { sha256, key, version } = await seal(engine, place, { batch, part: 'faults', sql: kept });
    const change = { faults_version: version, faults_sha256: sha256, faults_key: key };
    return { deleted, file: { ...before, after: sha256 }, change };
  });
}

async function seal(
  engine: Engine,
  { home, vault }: BatchPlace,
  { batch, part, sql }: { batch: BatchRow; part: SealedPart; sql: string },
): Promise<{ sha256: string; key: string; version: number }> {
  const version = (part === 'names' ? batch.names_version : batch.faults_version) + 1;
  const path = join(batchesFolder(home), sealedFileName(batch.id, part, version));
  const subject = sealSubject(batch.id, part);
  // What a deletion that failed left; no row names it.
  rmSync(path, { force: true });
  const { sha256, key } = await writeSealedPart(engine, sql, { path, subject });
  return { sha256, key: vault.wrap(key, subject), version };
}

function count(engine: Engine, plain: string, isDeleted: string): Promise<{ deleted: number; left: number }> {
  return engine.row(
    `select count(*) filter (${isDeleted}) as deleted, count(*) filter (not (${isDeleted})) as left
    from read_parquet(${sqlText(plain)})`,
  );
}

/** As a proof names a wrapped key. */
export function hashOf(wrappedKey: string): string {
  return createHash('sha256').update(wrappedKey).digest('hex');
}
