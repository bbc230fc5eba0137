import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { sqlText } from '../../engine/sql.ts';
import type { BatchRow } from './batch.ts';
import { batchesFolder, rowsFile, type SealedPart, sealedFileName, unwrapSeal } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';
import { unsealFile } from './sealed-file.ts';

/** Whose names go: those of slips that an office registered before a day. */
export interface DeletedTerm {
  readonly office: string;
  /** ISO day. */
  readonly before: string;
}

/** Does work on an opened sealed part of a batch; in the open it stands in the engine's working folder while that lasts. */
export async function withOpened<Result>(
  engine: Engine,
  place: BatchPlace,
  { batch, part }: { batch: BatchRow; part: SealedPart },
  work: (plain: string) => Promise<Result>,
): Promise<Result> {
  const plain = join(engine.workFolder, `opened_${part}.parquet`);
  const [key, version] =
    part === 'names' ? [batch.names_key ?? '', batch.names_version] : [batch.faults_key, batch.faults_version];
  const sealed = join(batchesFolder(place.home), sealedFileName(batch.id, part, version));
  try {
    await unsealFile(sealed, plain, unwrapSeal(place, { batch: batch.id, part, key }));
    return await work(plain);
  } finally {
    rmSync(plain, { force: true });
  }
}

/** SQL of whether a row of the opened names belongs to the term, by the batch's open slips. */
export function isDeletedName({ home }: BatchPlace, batch: string, { office, before }: DeletedTerm): string {
  const rows = join(batchesFolder(home), rowsFile(batch));
  return `row in (select row from read_parquet(${sqlText(rows)}) where office = ${sqlText(office)} and registered_on < date ${sqlText(before)})`;
}

/** SQL of whether a row of the opened faults belongs to the term, or cannot be told not to, and shows what was found. */
export function isDeletedText({ office, before }: DeletedTerm): string {
  return `(coalesce(office = ${sqlText(office)}, true) and coalesce(registered_on < date ${sqlText(before)}, true)
    and (found is not null or record is not null))`;
}

/** Whether a batch can hold slips or faulty rows of an office. */
export function concerns(batch: BatchRow, office: string): boolean {
  return batch.offices.includes(office) || batch.fault_offices.includes(office);
}
