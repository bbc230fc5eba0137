import type { Kysely } from 'kysely';
import { SaldoError } from '../../common/saldo-error.ts';
import type { SlipFormat } from '../slips/find-files.ts';
import { batchesFolder, knownPersonsFile, rowsFile, sealedFileName, unwrapSeal } from './batch-files.ts';
import type { BatchPlace } from './batch-place.ts';
import type { BatchesSchema, BatchFault } from './batches-schema.ts';
import { findKnownPersons } from './sweep-batches.ts';

/**
 * Batches named so that another process can read them: plain values, paths and the keys of the names. Told from process to process, never
 * written.
 */
export interface BatchesToRead {
  /** In order of acceptance. */
  readonly batches: readonly BatchToRead[];
  /** File of the persons that were known when names were deleted; null where none were. */
  readonly knownPersons: string | null;
}

export interface BatchToRead {
  readonly id: string;
  readonly fileName: string;
  readonly format: SlipFormat;
  readonly profile: string;
  readonly simulated: boolean;
  readonly read: number;
  readonly accepted: number;
  readonly faults: readonly BatchFault[];
  /** Parquet file of the slips without names. */
  readonly rows: string;
  /** The sealed names, and the key in base64; null where there are none. */
  readonly names: { path: string; key: string; subject: string } | null;
}

/** @throws SaldoError `unknown_batch`, `wrong_names_key` */
export async function batchesToRead(place: BatchPlace, ids: readonly string[]): Promise<BatchesToRead> {
  const rows = ids.length === 0 ? [] : await rowsOf(place.db, ids);
  const unknown = ids.filter(id => !rows.some(row => row.id === id));
  if (unknown.length > 0)
    throw new SaldoError('unknown_batch', `there is no such batch: ${unknown.join(', ')}`, { unknown });
  const folder = (name: string): string => `${batchesFolder(place.home)}/${name}`;
  const known = await findKnownPersons(place.db);
  return {
    knownPersons: known ? folder(knownPersonsFile(known)) : null,
    batches: rows.map(row => ({
      ...{ id: row.id, fileName: row.file_name, format: row.format, profile: row.profile, simulated: row.simulated },
      ...{ read: row.read, accepted: row.accepted, faults: row.faults },
      rows: folder(rowsFile(row.id)),
      names: row.names_key === null ? null : sealedNames(place, row, folder),
    })),
  };
}

function rowsOf(db: Kysely<BatchesSchema>, ids: readonly string[]) {
  return db.selectFrom('batch').selectAll().where('id', 'in', ids).orderBy('sequence').execute();
}

function sealedNames(
  place: BatchPlace,
  row: { id: string; names_version: number; names_key: string | null },
  folder: (name: string) => string,
): BatchToRead['names'] {
  const { key, subject } = unwrapSeal(place, { batch: row.id, part: 'names', key: row.names_key ?? '' });
  const path = folder(sealedFileName(row.id, 'names', row.names_version));
  return { path, key: key.toString('base64'), subject };
}
