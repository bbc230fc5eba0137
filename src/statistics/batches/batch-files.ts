import type { Home } from '../../store/home.ts';
import type { BatchPlace } from './batch-place.ts';
import type { Seal } from './sealed-file.ts';

/** What is sealed of a batch. */
export type SealedPart = 'names' | 'faults';

/** The folder of the accepted batches' files. */
export function batchesFolder(home: Home): string {
  return home.path('statistics', 'batches');
}

/** File of a batch's slips without names and documents. */
export function rowsFile(batch: string): string {
  return `${batch}.parquet`;
}

/** File of a batch's sealed names or faults; each time that they are written anew it gets another name. */
export function sealedFileName(batch: string, part: SealedPart, version: number): string {
  return version === 1 ? `${batch}.${part}` : `${batch}.${version}.${part}`;
}

/** File of the persons that were known when a deletion took their names. */
export function knownPersonsFile(deletion: string): string {
  return `${deletion}.persons.parquet`;
}

/** What a sealed file is, and what its key is wrapped for. */
export function sealSubject(batch: string, part: SealedPart): string {
  return `${part} of ${batch}`;
}

export function unwrapSeal(
  { vault }: Pick<BatchPlace, 'vault'>,
  of: { batch: string; part: SealedPart; key: string },
): Seal {
  const subject = sealSubject(of.batch, of.part);
  return { key: vault.unwrap(of.key, subject), subject };
}
