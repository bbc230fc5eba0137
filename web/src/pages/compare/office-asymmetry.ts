import type { MirrorCorridorYear } from '../../api/mirror.ts';

/** What an office counts beside what its partners count of the same flows, over all directions that both sides report. */
export interface OfficeSides {
  office: string;
  /** Directions with both sides. */
  cells: number;
  own: number;
  others: number;
  /** (own − others) / their mean, −2 to 2. */
  index: number;
}

/** The offices of the corridors with both sides, those that count fewest beside their partners first. */
export function officesByAsymmetry(corridors: readonly MirrorCorridorYear[]): OfficeSides[] {
  const sums = new Map<string, { cells: number; own: number; others: number }>();
  const add = (office: string, own: number, others: number): void => {
    const before = sums.get(office) ?? { cells: 0, own: 0, others: 0 };
    sums.set(office, { cells: before.cells + 1, own: before.own + own, others: before.others + others });
  };
  for (const { origin, destination, departures, arrivals } of corridors) {
    if (departures === null || arrivals === null) continue;
    add(origin, departures, arrivals);
    add(destination, arrivals, departures);
  }
  return [...sums]
    .filter(([, { own, others }]) => own + others > 0)
    .map(([office, sum]) => ({ office, ...sum, index: (2 * (sum.own - sum.others)) / (sum.own + sum.others) }))
    .toSorted((one, other) => one.index - other.index);
}
