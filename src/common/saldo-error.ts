/**
 * Faults of use: what somebody asked for cannot be done. Each has a code from this one list, the exit code of the command that meets
 * it, and details for programs. Faults of data are values (`fault.ts`), bugs are bare errors.
 */
const EXIT_CODES = {
  /** A path that is not there or may not be read. */
  unreadable_input: 2,
  /** A file that holds no slips: wrong columns, wrong format, broken. */
  not_a_slip_file: 2,
  /** A folder without any slip file, or files without any row. */
  no_slips: 2,
  /** Slips were read, but none could be accepted. */
  nothing_accounted: 2,
  /** A profile, model or judgements file that does not follow its format. */
  invalid_file: 2,
  /** A file that holds no table of flows: wrong columns, wrong format, broken. */
  not_a_table: 2,
  /** A model whose parameters the data at hand cannot tell. */
  not_identified: 2,
  /** An option outside its range. */
  invalid_option: 2,
  /** A slip that is not among the accepted ones. */
  unknown_slip: 2,
  /** The output folder cannot be written. */
  unwritable_output: 2,
  /** The engine failed on a query; the cause carries its message. */
  engine_failed: 2,
  /** The work does not fit into the memory that the process may take. */
  memory_too_small: 2,
  /** The store's folder cannot be opened, or its server cannot be reached. */
  store_unavailable: 2,
  /** The store or the home was changed by a newer version of Saldo. */
  store_newer: 2,
  store_older: 2,
  /** A folder given as a home that holds something else. */
  not_a_home: 2,
  /** A place for a home or a backup that holds something already. */
  not_empty: 2,
  /** Another process holds the home. */
  home_in_use: 2,
  /** An address with which somebody signs in already. */
  person_exists: 2,
  /** A port that another program listens at, or that may not be listened at. */
  address_in_use: 2,
  /** A run that is not there. */
  unknown_run: 2,
  /** A run that has ended already. */
  run_ended: 2,
  /** A run's process failed; the message says why. */
  run_failed: 2,
  /** A vintage that differs by too few slips from one that is released. */
  too_close: 2,
  /** A vintage that is not there, or that the viewer may not see. */
  unknown_vintage: 2,
  /** A file with slips of offices that its giver does not act for. */
  office_not_held: 2,
  /** A proposal for the register of acts that is not there. */
  unknown_proposal: 2,
  /** A proposal about which somebody has decided already. */
  proposal_reviewed: 2,
  /** A proposal that its proposer wants to review. */
  own_proposal: 2,
  /** A batch or upload that is not there. */
  unknown_batch: 2,
  /** Slips whose names are to be deleted before any run has linked them. */
  not_linked: 2,
  /** A key that was wrapped with another names key than the home's. */
  wrong_names_key: 2,
  /** A sealed file that its key does not open, or of which bytes were changed or lost. */
  sealed_file_damaged: 2,
} as const;

export type SaldoErrorCode = keyof typeof EXIT_CODES;

export class SaldoError extends Error {
  readonly code: SaldoErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param message lower case: what is wrong, where, the value found, what was expected
   */
  constructor(code: SaldoErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SaldoError';
    this.code = code;
    this.details = details;
  }

  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}
