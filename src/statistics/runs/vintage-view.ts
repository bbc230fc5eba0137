import type { Actor } from '../../common/access.ts';
import type { Vintage } from './vintage-tables.ts';
import type { Visible } from './vintages.ts';

/** One cell in two vintages. */
export interface ComparedCell {
  origin: string;
  destination: string;
  year: number;
  united_from: number;
  united_to: number;
  difference: number;
}

/** United counts of a corridor, year by year, in each vintage. */
export interface RevisionTriangle {
  vintages: readonly number[];
  /** Null where a vintage does not reach the year. */
  years: readonly { year: number; values: readonly (number | null)[] }[];
}

/** Vintages as somebody sees them: exact for statisticians, rounded for the public. */
export interface VintageView {
  readonly visible: Visible;
  vintage(exact: Vintage): Promise<Vintage>;
  compare(from: number, to: number): Promise<readonly ComparedCell[]>;
  /** @param vintages in order of publication */
  triangle(vintages: readonly number[], corridor: { origin: string; destination: string }): Promise<RevisionTriangle>;
  /** A count that stands in no table of the vintage; `name` tells it from all others. */
  count(name: readonly string[], exact: number): number;
}

/** What decides how somebody sees vintages, and whether one may be released; `publish` provides it. */
export interface VintageViews {
  viewOf(actor: Actor): VintageView;
  /**
   * Told before a vintage is released.
   *
   * @throws SaldoError or HttpProblem where it may not be
   */
  checkRelease(vintage: number, given: { force: boolean }): Promise<void>;
  /** Told when a vintage was published or released: what was known of which there are counts no more. */
  changed(): void;
}
