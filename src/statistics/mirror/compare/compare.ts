import { cellKey, type MirrorCell } from '../mirror-table.ts';
import { asymmetry } from './asymmetry.ts';

/** Both sides of a corridor in a year. Reported, in persons; null where an office says nothing. */
export interface CorridorComparison {
  origin: string;
  destination: string;
  /** The year, or the last of a period. */
  year: number;
  /** The first year, where it is a period. */
  first_year?: number;
  departures: number | null;
  arrivals: number | null;
  /** arrivals − departures */
  gap: number | null;
}

/** The balance of `a` with `b` by either office, in persons. */
export interface PairComparison {
  a: string;
  b: string;
  year: number;
  first_year?: number;
  /** By the office of `a`: its arrivals from `b` less its departures to `b`. */
  balance_a: number | null;
  /** By the office of `b`: its departures to `a` less its arrivals from `a`. */
  balance_b: number | null;
  /** balance_b − balance_a */
  difference: number | null;
  /** What each corridor adds to the difference: departures − arrivals, from b to a and from a to b. */
  parts: [number | null, number | null];
  /** By place of arrival: arrivals at `a` less arrivals at `b`, each by its own office. */
  balance_by_arrivals: number | null;
}

export interface Comparison {
  corridors: CorridorComparison[];
  pairs: PairComparison[];
}

/**
 * Sets both offices' figures side by side. In every pair, difference = the sum of its two parts exactly:
 *
 *   balance_b − balance_a = (D_ba − A_ab) − (A_ba − D_ab) = (D_ba − A_ba) + (D_ab − A_ab)
 *
 * where A is what the destination's office reports as arrivals and D what the origin's reports as departures. `a` comes before `b` in the
 * alphabet of codes. Whatever needs a figure that nobody reports is null.
 */
export function compareTables(cells: readonly MirrorCell[]): Comparison {
  const byKey = new Map(cells.map(cell => [cellKey(cell), cell]));
  const pairs = cells.flatMap(cell => {
    const [a, b] = cell.origin < cell.destination ? [cell.origin, cell.destination] : [cell.destination, cell.origin];
    const back = byKey.get(cellKey({ ...cell, origin: cell.destination, destination: cell.origin }));
    // A pair with both corridors stands once: with the corridor that leads from a.
    if (back !== undefined && cell.origin !== a) return [];
    const [out, into] = cell.origin === a ? [cell, back] : [back, cell];
    return [comparePair(a, b, out, into)];
  });
  return { corridors: cells.map(compareCorridor), pairs: pairs.sort(byPlace) };
}

/** Corridor, figures, flags and the two measures of asymmetry, as `corridors.csv` holds them. */
export const CORRIDOR_COLUMNS = [
  'origin',
  'destination',
  'first_year',
  'year',
  'departures',
  'arrivals',
  'gap',
  'asymmetry_index',
  'ratio',
  'departures_flags',
  'arrivals_flags',
] as const;

export function corridorRows(cells: readonly MirrorCell[]): (string | number | null)[][] {
  return cells.map(cell => {
    const { gap } = compareCorridor(cell);
    const { index, ratio } = asymmetry(cell.departures, cell.arrivals);
    const { origin, destination, firstYear, year, departures, arrivals, departuresFlags, arrivalsFlags } = cell;
    return [
      origin,
      destination,
      firstYear,
      year,
      departures,
      arrivals,
      gap,
      index,
      ratio,
      departuresFlags,
      arrivalsFlags,
    ];
  });
}

function compareCorridor({
  origin,
  destination,
  year,
  firstYear,
  departures,
  arrivals,
}: MirrorCell): CorridorComparison {
  const gap = minus(arrivals, departures);
  return { origin, destination, year, ...period(year, firstYear), departures, arrivals, gap };
}

function comparePair(a: string, b: string, out: MirrorCell | undefined, into: MirrorCell | undefined): PairComparison {
  const { year, firstYear } = out ?? into ?? { year: 0, firstYear: 0 };
  const [arrivalsA, departuresB] = [into?.arrivals ?? null, into?.departures ?? null];
  const [departuresA, arrivalsB] = [out?.departures ?? null, out?.arrivals ?? null];
  const balanceA = minus(arrivalsA, departuresA);
  const balanceB = minus(departuresB, arrivalsB);
  return {
    a,
    b,
    year,
    ...period(year, firstYear),
    balance_a: balanceA,
    balance_b: balanceB,
    difference: minus(balanceB, balanceA),
    parts: [minus(departuresB, arrivalsA), minus(departuresA, arrivalsB)],
    balance_by_arrivals: minus(arrivalsA, arrivalsB),
  };
}

function period(year: number, firstYear: number): { first_year?: number } {
  return firstYear === year ? {} : { first_year: firstYear };
}

function minus(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left - right;
}

function byPlace(one: PairComparison, other: PairComparison): number {
  if (one.a !== other.a) return one.a < other.a ? -1 : 1;
  if (one.b !== other.b) return one.b < other.b ? -1 : 1;
  return one.year - other.year;
}
