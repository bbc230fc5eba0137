import type { Cause, Side } from '../../common/causes.ts';

/**
 * The tables of an account as they leave it: rows of `flows.csv`, `gaps.csv` and `coverage.csv`. States are ISO 3166-1 alpha-2, `ZZ`
 * where a slip names none; counts are whole persons' moves or slips; years are those of the event.
 */

/** One corridor in one year; with `--by` one class of it, whose columns stand in `classes`. */
export interface FlowRow {
  origin: string;
  destination: string;
  year: number;
  classes: Readonly<Record<string, string>>;
  /** Linked: moves with an arrival slip. */
  united: number;
  /** Reported by the destination's office. */
  arrivals_reported: number;
  /** Reported by the origin's office. */
  departures_reported: number;
}

/** Signed count of one cause: `reported − united = Σ count` in every corridor, year, side (and class). */
export interface GapRow {
  origin: string;
  destination: string;
  year: number;
  classes: Readonly<Record<string, string>>;
  side: Side;
  cause: Cause;
  count: number;
}

/** How much of a corridor one office sees, measured by the other office's slips; all years together. */
export interface CoverageRow {
  office: string;
  side: Side;
  origin: string;
  destination: string;
  /** This office's slips of the corridor that stand for moves; of departures: that may. */
  own: number;
  /** The other office's. */
  other: number;
  /** Moves that both have. */
  matched: number;
  /** Modelled: share of the departures without an arrival whose people did leave, 0 to 1; null where every departure has an arrival. */
  genuine: number | null;
  /** Null where too few people are seen again to tell. */
  genuine_low95: number | null;
  genuine_high95: number | null;
  /** Modelled: matched / genuine ones of other, matched corrected for linkage error, 0 to 1; null where the other office has none. */
  coverage: number | null;
  low95: number | null;
  high95: number | null;
  /** Modelled: the moves of the corridor, by Chapman's estimate, with its interval. */
  true_flow: number | null;
  true_low95: number | null;
  true_high95: number | null;
}

/** The tables of an account together. */
export interface AccountTables {
  flows: readonly FlowRow[];
  gaps: readonly GapRow[];
  coverage: readonly CoverageRow[];
}
