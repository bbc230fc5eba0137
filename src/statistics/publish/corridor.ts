import type { CoverageRow, FlowRow, GapRow } from '../accounts/account-tables.ts';
import { type Figures, sumFigures } from './figures.ts';
import { type KnownFigures, knownFlow } from './known-figures.ts';
import { COVERAGE_KINDS, FLOW_KINDS, GAP_KINDS, type NumberKinds } from './number-kinds.ts';
import type { VintageIndex } from './vintage-index.ts';

export interface YearFigures extends KnownFigures {
  year: number;
}

/**
 * What the destination gains from the origin, all years together, by each account of it; below zero where it loses, null where an office
 * that the account needs sent no slips.
 */
export interface Balance {
  united: number | null;
  /** Both offices' own arrivals, as reported. */
  by_arrivals: number | null;
  /** The origin's office: departures to the destination less arrivals from it. */
  by_origin_office: number | null;
  /** The destination's office: arrivals from the origin less departures to it. */
  by_destination_office: number | null;
}

/** One corridor year by year: the two offices' figures, the united one, and why they differ. */
export interface Corridor {
  vintage: number;
  rounded_to: number | null;
  kinds: NumberKinds;
  origin: string;
  destination: string;
  /** Every year of the vintage, zeros included. */
  years: YearFigures[];
  causes: Pick<GapRow, 'year' | 'side' | 'cause' | 'count'>[];
  coverage: readonly CoverageRow[];
  /** The same years of the corridor from destination to origin. */
  opposite: YearFigures[];
  balance: Balance;
}

export function corridor(index: VintageIndex, origin: string, destination: string): Corridor {
  const [there, back] = [index.corridor(origin, destination), index.corridor(destination, origin)];
  const { id, rounded_to, offices } = index.tables.vintage;
  const [out, into] = [
    { origin, destination },
    { origin: destination, destination: origin },
  ];
  return {
    ...{ vintage: id, rounded_to, kinds: { ...FLOW_KINDS, ...GAP_KINDS, ...COVERAGE_KINDS }, origin, destination },
    years: everyYear(index.years, there.flows, row => knownFlow({ ...row, ...out }, offices)),
    causes: there.gaps.map(({ year, side, cause, count }) => ({ year, side, cause, count })),
    coverage: there.coverage,
    opposite: everyYear(index.years, back.flows, row => knownFlow({ ...row, ...into }, offices)),
    balance: balance(
      knownFlow({ ...out, ...sumFigures(there.flows) }, offices),
      knownFlow({ ...into, ...sumFigures(back.flows) }, offices),
    ),
  };
}

function everyYear(
  years: readonly number[],
  flows: readonly FlowRow[],
  known: (figures: Figures) => KnownFigures,
): YearFigures[] {
  const flowOf = new Map(flows.map(flow => [flow.year, flow]));
  return years.map(year => {
    const flow = flowOf.get(year);
    const { united, arrivals_reported, departures_reported } = known(sumFigures(flow === undefined ? [] : [flow]));
    return { year, united, arrivals_reported, departures_reported };
  });
}

function balance(there: KnownFigures, back: KnownFigures): Balance {
  return {
    united: less(there.united, back.united),
    by_arrivals: less(there.arrivals_reported, back.arrivals_reported),
    by_origin_office: less(there.departures_reported, back.arrivals_reported),
    by_destination_office: less(there.arrivals_reported, back.departures_reported),
  };
}

function less(gained: number | null, lost: number | null): number | null {
  return gained === null || lost === null ? null : gained - lost;
}
