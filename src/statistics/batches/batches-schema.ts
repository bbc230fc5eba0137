import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { SlipFormat } from '../slips/find-files.ts';

/** Tables of batches and of the deletion of names (`migrations.ts` says what each column means). */
export interface BatchesSchema {
  batch: {
    id: string;
    sequence: Generated<number>;
    file_name: string;
    bytes: number;
    profile: string;
    format: SlipFormat;
    simulated: boolean;
    offices: JSONColumnType<readonly string[]>;
    read: number;
    accepted: number;
    set_aside: number;
    withdrawals: number;
    faults: JSONColumnType<readonly BatchFault[]>;
    first_event: string | null;
    last_registered: string | null;
    rows_sha256: string;
    names_version: number;
    names: number;
    names_sha256: string | null;
    names_key: string | null;
    faults_version: number;
    faults_sha256: string;
    faults_key: string;
    names_deleted_at: string | null;
    accepted_at: Moment;
    accepted_by: string;
  };
  name_deletion: {
    id: string;
    office: string;
    before: string;
    reason: string;
    batches: JSONColumnType<readonly string[]>;
    slips: number;
    proof: JSONColumnType<DeletionProof>;
    known_persons: string | null;
    run: string | null;
    deleted_at: Moment;
    deleted_by: string;
  };
}

/** The faults of one code that do, or do not, set rows aside. What was found is not said: it may be a name. */
export interface BatchFault {
  code: string;
  set_aside: boolean;
  count: number;
  rows: number;
  /** The first of them. */
  example: { row: number; column: string | null; expected: string };
}

/** What shows that names are gone. */
export interface DeletionProof {
  batches: readonly RewrittenBatch[];
  /** Null until it was verified after the deletion. */
  verified: DeletionCheck | null;
}

/** The sealed files of one batch before and after, by SHA-256; null where none is left. */
export interface RewrittenBatch {
  batch: string;
  /** Slips whose names were deleted. */
  slips: number;
  names: { before: string | null; after: string | null };
  faults: { before: string; after: string };
}

export interface DeletionCheck {
  at: string;
  /** Slips of the office and term that still have a name or document in a batch accepted before the deletion; 0 where all is well. */
  names_left: number;
  /** Faulty rows of them that still show what was found; 0 where all is well. */
  texts_left: number;
  /** Sealed files from before that are still in the home; 0 where all is well. */
  files_left: number;
  /** Keys of such files that are still in the store; 0 where all is well. */
  keys_left: number;
}

/** UTC, ISO; the store's clock fills it where a default stands. */
type Moment = ColumnType<string, string | undefined, string>;
