import { type Figures, sumFigures } from './figures.ts';
import { groupRows } from './group-rows.ts';
import { FLOW_KINDS, type NumberKinds } from './number-kinds.ts';
import type { VintageIndex } from './vintage-index.ts';

/** All flows between states in one year or in all, with their totals. */
export interface Overview {
  vintage: number;
  rounded_to: number | null;
  kinds: NumberKinds;
  year: number | null;
  years: readonly number[];
  flows: ({ origin: string; destination: string } & Figures)[];
  totals: Figures;
  by_year: ({ year: number } & Figures)[];
}

/** @param year null for all years together */
export function overview(index: VintageIndex, year: number | null): Overview {
  const rows = year === null ? index.flows : (index.flowsOfYear.get(year) ?? []);
  const corridors = groupRows(rows, row => `${row.origin}>${row.destination}`);
  const { id, rounded_to } = index.tables.vintage;
  return {
    ...{ vintage: id, rounded_to, kinds: FLOW_KINDS, year, years: index.years },
    flows: [...corridors.values()].map(flows => ({
      origin: flows[0]?.origin ?? '',
      destination: flows[0]?.destination ?? '',
      ...sumFigures(flows),
    })),
    totals: sumFigures(rows),
    by_year: index.years.map(each => ({ year: each, ...sumFigures(index.flowsOfYear.get(each) ?? []) })),
  };
}
