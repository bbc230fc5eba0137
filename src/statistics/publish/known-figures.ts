import type { FlowRow } from '../accounts/account-tables.ts';
import type { Figures } from './figures.ts';

/** Figures of which null says that the office which would know sent no slips: not a nought. */
export type KnownFigures = { readonly [Figure in keyof Figures]: number | null };

export type KnownFlow = Omit<FlowRow, keyof Figures> & KnownFigures;

/** What the slips of these offices can tell of a flow: arrivals are the destination's to report, departures the origin's, moves both offices'. */
export function knownFlow(row: FlowRow, offices: readonly string[]): KnownFlow {
  const [leaves, arrives] = [offices.includes(row.origin), offices.includes(row.destination)];
  return {
    ...row,
    united: leaves && arrives ? row.united : null,
    arrivals_reported: arrives ? row.arrivals_reported : null,
    departures_reported: leaves ? row.departures_reported : null,
  };
}
