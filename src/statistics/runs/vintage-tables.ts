import type { AccountTables } from '../accounts/account-tables.ts';
import type { Class } from '../accounts/parameters.ts';

/** A published result of one run. Its counts are those of the tables beside it: exact, or rounded where `rounded_to` says so. */
export interface Vintage {
  id: number;
  run: string;
  label: string | null;
  published_at: string;
  /** When the public got it; null while only statisticians see it. */
  released_at: string | null;
  simulated: boolean;
  parameters: { threshold: number; lapse: number; by: readonly Class[] };
  slips: number;
  persons: number;
  moves: number;
  first_year: number | null;
  last_year: number | null;
  offices: readonly string[];
  /** SHA-256 over the tables as this viewer sees them. */
  fingerprint: string;
  /** Base of the public's rounding; null where figures are exact. */
  rounded_to: number | null;
}

/** Whether one vintage can be read as a revision of the other: the same threshold and lapse, and both of simulated slips or neither. */
export function areComparable(a: Vintage, b: Vintage): boolean {
  return (
    a.parameters.threshold === b.parameters.threshold &&
    a.parameters.lapse === b.parameters.lapse &&
    a.simulated === b.simulated
  );
}

/** Accepted slips of one office with one verdict. */
export interface VerdictRow {
  office: string;
  verdict: string;
  count: number;
}

/** How long after the event an office registers, by kind of slip. */
export interface TimelinessRow {
  office: string;
  kind: 'arrival' | 'departure';
  slips: number;
  /** Slips that name the day of the event. */
  dated: number;
  /** Days from event to registration; null where none is dated. */
  median_days: number | null;
  p90_days: number | null;
}

/** All that is published of one vintage. */
export interface VintageTables extends AccountTables {
  readonly vintage: Vintage;
  readonly verdicts: readonly VerdictRow[];
  readonly timeliness: readonly TimelinessRow[];
  /** Precision and recall that the linkage expects of itself; coverage is corrected by them. */
  readonly linkage: { readonly precision: number; readonly recall: number };
}
