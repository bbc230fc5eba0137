import { type Figures, sumFigures } from './figures.ts';
import { isKnownWhole, type KnownFigures, knownFlow } from './known-figures.ts';
import { FLOW_KINDS, type NumberKinds } from './number-kinds.ts';
import type { VintageIndex } from './vintage-index.ts';

export interface CorridorFlow extends KnownFigures {
  origin: string;
  destination: string;
}

/** All flows between states in one year or in all, with their totals. */
export interface Overview {
  vintage: number;
  rounded_to: number | null;
  kinds: NumberKinds;
  year: number | null;
  years: readonly number[];
  flows: CorridorFlow[];
  /** What was reported by anybody, and all moves proved. */
  totals: Figures;
  /** Of flows between states that both sent slips alone: here the three figures can be compared. */
  between_offices: { totals: Figures; by_year: readonly ({ year: number } & Figures)[] };
  by_year: readonly ({ year: number } & Figures)[];
}

/** @param year null for all years together */
export function overview(index: VintageIndex, year: number | null): Overview {
  const rows = year === null ? index.flows : (index.flowsOfYear.get(year) ?? []);
  const { id, rounded_to, offices } = index.tables.vintage;
  return {
    ...{ vintage: id, rounded_to, kinds: FLOW_KINDS, year, years: index.years },
    flows: year === null ? allYears(index) : rows.map(row => corridorFlow(row, row, offices)),
    totals: sumFigures(rows),
    between_offices: {
      totals: sumFigures(rows.filter(row => isKnownWhole(row, offices))),
      by_year: index.byYearBetweenOffices,
    },
    by_year: index.byYear,
  };
}

function allYears({ corridors, tables }: VintageIndex): CorridorFlow[] {
  const { offices } = tables.vintage;
  return corridors.map(corridor => corridorFlow(corridor, sumFigures(corridor.rows.flows), offices));
}

function corridorFlow(
  { origin, destination }: { origin: string; destination: string },
  { united, arrivals_reported, departures_reported }: Figures,
  offices: readonly string[],
): CorridorFlow {
  return knownFlow({ origin, destination, united, arrivals_reported, departures_reported }, offices);
}
