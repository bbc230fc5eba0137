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
    fault_offices: JSONColumnType<readonly string[]>;
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
    /** Null of batches accepted before this was counted. */
    against_earlier: JSONColumnType<AgainstEarlier | null>;
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

/** What the slips of a batch did to those that stood: counts of slips; new + replacing + same are those accepted. */
export interface AgainstEarlier {
  new: number;
  replacing: number;
  same: number;
  withdrawing: number;
}

/** What shows that names are gone. */
export interface DeletionProof {
  batches: readonly RewrittenBatch[];
  /** Null until it was verified after the deletion. */
  verified: DeletionCheck | null;
}

/** One batch of which something was deleted. */
export interface RewrittenBatch {
  batch: string;
  /** Slips whose names were deleted. */
  slips: number;
  /** Faults of which what was found, and the record, were deleted. */
  texts: number;
  names: RewrittenFile | null;
  faults: RewrittenFile | null;
}

/** A sealed file that was written anew, by SHA-256. */
export interface RewrittenFile {
  before: string;
  /** Null where nothing was left to keep. */
  after: string | null;
  /** SHA-256 of the wrapped key that opened it before. */
  key_before: string;
}

/** What was looked for after a deletion; all is well where every count is 0. */
export interface DeletionCheck {
  at: string;
  /** Slips of the office and term, in batches accepted before the deletion, that have a name or document. */
  names_left: number;
  /** Faulty rows of the office and term, or of nobody known, that show what was found. */
  texts_left: number;
  /** Sealed files from before that are in the home. */
  files_left: number;
  /** Keys of such files that are in the store. */
  keys_left: number;
}

/** UTC, ISO; the store's clock fills it where a default stands. */
type Moment = ColumnType<string, string | undefined, string>;
