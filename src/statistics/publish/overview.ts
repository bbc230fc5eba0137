import { type Figures, sumFigures } from './figures.ts';
import { FLOW_KINDS, type NumberKinds } from './number-kinds.ts';
import type { VintageIndex } from './vintage-index.ts';

export interface CorridorFlow extends Figures {
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
  totals: Figures;
  by_year: readonly ({ year: number } & Figures)[];
}

/** @param year null for all years together */
export function overview(index: VintageIndex, year: number | null): Overview {
  const rows = year === null ? index.flows : (index.flowsOfYear.get(year) ?? []);
  const { id, rounded_to } = index.tables.vintage;
  return {
    ...{ vintage: id, rounded_to, kinds: FLOW_KINDS, year, years: index.years },
    flows: year === null ? allYears(index) : rows.map(row => corridorFlow(row, row)),
    totals: sumFigures(rows),
    by_year: index.byYear,
  };
}

function allYears({ corridors }: VintageIndex): CorridorFlow[] {
  return corridors.map(corridor => corridorFlow(corridor, sumFigures(corridor.rows.flows)));
}

function corridorFlow(
  { origin, destination }: { origin: string; destination: string },
  { united, arrivals_reported, departures_reported }: Figures,
): CorridorFlow {
  return { origin, destination, united, arrivals_reported, departures_reported };
}
