import type { Step } from '../../../common/steps.ts';
import type { CoverageRow, FlowRow, GapRow } from '../account-tables.ts';

/** How an account was made: parameters, inputs by hash, what became of the slips. */
export interface ReportedRun {
  /** Length of stay from which a stay abroad is a move, in months. */
  threshold: number;
  /** Months in which an arrival must follow a departure. */
  lapse: number;
  /** Rows read; read = accepted + set aside. */
  read: number;
  accepted: number;
  setAside: number;
  persons: number;
  moves: number;
  firstYear: number;
  lastYear: number;
  /** The states whose offices' slips were loaded, ISO 3166-1 alpha-2. */
  offices: readonly string[];
  inputs: readonly { path: string; sha256: string; rows: number }[];
  codeVersion: string;
  verdicts: readonly { verdict: string; count: number }[];
  /** True where the slips come from a simulated world: nobody moved. */
  simulated: boolean;
  steps: readonly Step[];
}

/** All that a report shows; the tables may hold classes, over which the report sums. */
export interface ReportedAccount {
  flows: readonly FlowRow[];
  gaps: readonly GapRow[];
  coverage: readonly CoverageRow[];
  run: ReportedRun;
}
