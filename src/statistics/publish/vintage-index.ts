import type { CoverageRow, FlowRow, GapRow } from '../accounts/account-tables.ts';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { sumFlows, sumGaps } from './cell.ts';
import { type Figures, sumFigures } from './figures.ts';
import { groupRows } from './group-rows.ts';
import { isKnownWhole } from './known-figures.ts';

/** One corridor's rows in all years, without classes. */
export interface CorridorRows {
  readonly flows: readonly FlowRow[];
  readonly gaps: readonly GapRow[];
  readonly coverage: readonly CoverageRow[];
}

/** A vintage made ready to be asked: built once, so that an answer reads only its own rows. */
export interface VintageIndex {
  readonly tables: VintageTables;
  /** Without classes, in order of their cells. */
  readonly flows: readonly FlowRow[];
  readonly gaps: readonly GapRow[];
  /** Every year from the first to the last. */
  readonly years: readonly number[];
  readonly flowsOfYear: ReadonlyMap<number, readonly FlowRow[]>;
  /** All corridors together, every year. */
  readonly byYear: readonly ({ readonly year: number } & Figures)[];
  /** The same, of corridors between states that both sent slips. */
  readonly byYearBetweenOffices: readonly ({ readonly year: number } & Figures)[];
  corridor(origin: string, destination: string): CorridorRows;
  readonly corridors: readonly { readonly origin: string; readonly destination: string; readonly rows: CorridorRows }[];
}

export function indexVintage(tables: VintageTables): VintageIndex {
  const isSplit = tables.vintage.parameters.by.length > 0;
  const flows = isSplit ? sumFlows(tables.flows, []) : tables.flows;
  const gaps = isSplit ? sumGaps(tables.gaps, []) : tables.gaps;
  const [flowsOf, gapsOf, coverageOf] = [
    groupRows(flows, pairKey),
    groupRows(gaps, pairKey),
    groupRows(tables.coverage, pairKey),
  ];
  const rowsAt = (key: string): CorridorRows => ({
    flows: flowsOf.get(key) ?? [],
    gaps: gapsOf.get(key) ?? [],
    coverage: coverageOf.get(key) ?? [],
  });
  const years = yearsBetween(flows.map(({ year }) => year));
  const flowsOfYear = new Map(
    [...groupRows(flows, ({ year }) => String(year))].map(([year, rows]) => [Number(year), rows]),
  );
  return {
    ...{ tables, flows, gaps },
    ...{ years, flowsOfYear },
    byYear: years.map(year => ({ year, ...sumFigures(flowsOfYear.get(year) ?? []) })),
    byYearBetweenOffices: years.map(year => ({
      year,
      ...sumFigures((flowsOfYear.get(year) ?? []).filter(row => isKnownWhole(row, tables.vintage.offices))),
    })),
    corridor: (origin, destination) => rowsAt(pairKey({ origin, destination })),
    corridors: [...flowsOf].map(([key, [first]]) => ({
      origin: first?.origin ?? '',
      destination: first?.destination ?? '',
      rows: rowsAt(key),
    })),
  };
}

function pairKey({ origin, destination }: { origin: string; destination: string }): string {
  return `${origin}>${destination}`;
}

function yearsBetween(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [9999, 0]);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
