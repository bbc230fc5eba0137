import type { YearFigures } from '../api/types.ts';

type Known = Pick<YearFigures, 'united' | 'arrivals_reported' | 'departures_reported'>;

/** Figures as charts take them, which draw no line of an office that sent no slips; a nought stands in where there is no number. */
export function drawnFigures<Row extends Known>(row: Row): Row & { readonly [Figure in keyof Known]: number } {
  return {
    ...row,
    united: row.united ?? 0,
    arrivals_reported: row.arrivals_reported ?? 0,
    departures_reported: row.departures_reported ?? 0,
  };
}
