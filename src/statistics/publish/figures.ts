import type { FlowRow } from '../accounts/account-tables.ts';

/** The three figures of any set of moves. */
export type Figures = Pick<FlowRow, 'united' | 'arrivals_reported' | 'departures_reported'>;

/** Sums of the figures of rows. */
export function sumFigures(rows: Iterable<Figures>): Figures {
  const sum = { united: 0, arrivals_reported: 0, departures_reported: 0 };
  for (const row of rows) {
    sum.united += row.united;
    sum.arrivals_reported += row.arrivals_reported;
    sum.departures_reported += row.departures_reported;
  }
  return sum;
}
