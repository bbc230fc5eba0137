import type { CoverageRow, FlowRow, GapRow } from '../accounts/account-tables.ts';
import { type Figures, sumFigures } from './figures.ts';
import { COVERAGE_KINDS, FLOW_KINDS, GAP_KINDS, type NumberKinds } from './number-kinds.ts';
import type { VintageIndex } from './vintage-index.ts';

export interface YearFigures extends Figures {
  year: number;
}

/** What the destination gains from the origin, all years together, by each account of it; below zero where it loses. */
export interface Balance {
  united: number;
  /** Both offices' own arrivals, as reported. */
  by_arrivals: number;
  /** The origin's office: departures to the destination less arrivals from it. */
  by_origin_office: number;
  /** The destination's office: arrivals from the origin less departures to it. */
  by_destination_office: number;
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
  const { id, rounded_to } = index.tables.vintage;
  return {
    ...{ vintage: id, rounded_to, kinds: { ...FLOW_KINDS, ...GAP_KINDS, ...COVERAGE_KINDS }, origin, destination },
    years: everyYear(index.years, there.flows),
    causes: there.gaps.map(({ year, side, cause, count }) => ({ year, side, cause, count })),
    coverage: there.coverage,
    opposite: everyYear(index.years, back.flows),
    balance: balance(sumFigures(there.flows), sumFigures(back.flows)),
  };
}

function everyYear(years: readonly number[], flows: readonly FlowRow[]): YearFigures[] {
  const flowOf = new Map(flows.map(flow => [flow.year, flow]));
  return years.map(year => {
    const flow = flowOf.get(year);
    return { year, ...sumFigures(flow === undefined ? [] : [flow]) };
  });
}

function balance(there: Figures, back: Figures): Balance {
  return {
    united: there.united - back.united,
    by_arrivals: there.arrivals_reported - back.arrivals_reported,
    by_origin_office: there.departures_reported - back.arrivals_reported,
    by_destination_office: there.arrivals_reported - back.departures_reported,
  };
}
