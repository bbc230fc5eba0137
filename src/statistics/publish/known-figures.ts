import type { FlowRow } from '../accounts/account-tables.ts';
import type { Figures } from './figures.ts';

/** Figures of which null says that the office which would know sent no slips: not a nought. */
export type KnownFigures = { readonly [Figure in keyof Figures]: number | null };

export type KnownFlow = Omit<FlowRow, keyof Figures> & KnownFigures;

type Ends = Pick<FlowRow, 'origin' | 'destination'>;

/** What the slips of these offices can tell of a flow: arrivals are the destination's to report, departures the origin's, moves both offices'. */
export function knownFlow<Row extends Ends & Figures>(
  row: Row,
  offices: readonly string[],
): Omit<Row, keyof Figures> & KnownFigures {
  const [leaves, arrives] = [offices.includes(row.origin), offices.includes(row.destination)];
  return {
    ...row,
    united: leaves && arrives ? row.united : null,
    arrivals_reported: arrives ? row.arrivals_reported : null,
    departures_reported: leaves ? row.departures_reported : null,
  };
}

/** Whether both states of a flow sent slips, so that all its figures are known. */
export function isKnownWhole({ origin, destination }: Ends, offices: readonly string[]): boolean {
  return offices.includes(origin) && offices.includes(destination);
}
