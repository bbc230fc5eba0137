import type { Corridor, YearFigures } from '../../api/types.ts';

/** The modelled true flow as a multiple of the united count. */
export interface Modelled {
  low: number;
  middle: number;
  high: number;
}

/**
 * The modelled true flow of a corridor over its united count. Both are of all years together, so that applying it to a year supposes that
 * the offices saw alike in every year; without coverage there is none.
 */
export function modelledOf({ origin, destination, coverage, years }: Corridor): Modelled | undefined {
  const row = coverage.find(
    each => each.origin === origin && each.destination === destination && each.true_flow !== null,
  );
  const united = years.reduce((total, each) => total + (each.united ?? 0), 0);
  if (row === undefined || row.true_flow === null || united === 0) return undefined;
  const { true_flow, true_low95, true_high95 } = row;
  return {
    low: (true_low95 ?? true_flow) / united,
    middle: true_flow / united,
    high: (true_high95 ?? true_flow) / united,
  };
}

/** The highest value of a corridor's lines, the band included. */
export function highestOf(years: readonly YearFigures[], modelled: Modelled | undefined): number {
  const values = years.flatMap(each => [
    (each.united ?? 0) * (modelled?.high ?? 1),
    each.arrivals_reported ?? 0,
    each.departures_reported ?? 0,
  ]);
  return Math.max(0, ...values);
}
