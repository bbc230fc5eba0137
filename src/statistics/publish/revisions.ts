import type { ComparedCell, RevisionTriangle } from '../runs/vintage-view.ts';
import { cellKey, compareCells } from './cell.ts';
import { toDigits } from './digits.ts';
import type { VintageIndex } from './vintage-index.ts';

/** United counts of two vintages beside each other, in every cell that either has; classes left out. */
export function compareVintages(from: VintageIndex, to: VintageIndex): ComparedCell[] {
  const cells = new Map<string, ComparedCell>();
  for (const [figure, { flows }] of [
    ['united_from', from],
    ['united_to', to],
  ] as const) {
    for (const { origin, destination, year, classes, united } of flows) {
      const key = cellKey({ origin, destination, year, classes }, []);
      const cell = cells.get(key) ?? { origin, destination, year, united_from: 0, united_to: 0, difference: 0 };
      cells.set(key, { ...cell, [figure]: united });
    }
  }
  return [...cells.values()]
    .map(cell => ({ ...cell, difference: cell.united_to - cell.united_from }))
    .sort((a, b) => compareCells({ ...a, classes: {} }, { ...b, classes: {} }, []));
}

/** How far a vintage moved the figures of an earlier one. */
export interface RevisionSize {
  /** Cells that both could have: of the years of both. */
  cells: number;
  /** Mean absolute revision, in moves; null without cells. */
  mar: number | null;
  /** Σ |later − earlier| / Σ later; null where the later sums to nothing. */
  rmar: number | null;
}

/**
 * Mean absolute revision and its relative form (ESS quality indicator A6) of united counts, over cells of the years that both vintages
 * have, cells that are zero in both left out:
 *
 *   MAR = Σ |later − earlier| / n        RMAR = Σ |later − earlier| / Σ later
 */
export function revisionSize(earlier: VintageIndex, later: VintageIndex): RevisionSize {
  const years = new Set(earlier.years);
  const cells = compareVintages(earlier, later).filter(({ year }) => years.has(year) && later.years.includes(year));
  const moved = cells.reduce((sum, { difference }) => sum + Math.abs(difference), 0);
  const total = cells.reduce((sum, { united_to }) => sum + united_to, 0);
  return {
    cells: cells.length,
    mar: cells.length === 0 ? null : toDigits(moved / cells.length, 2),
    rmar: total === 0 ? null : toDigits(moved / total, 5),
  };
}

/**
 * The united counts of one corridor, year by year, in each vintage: down a column a vintage, along a row its revisions.
 *
 * @param vintages in order of publication
 */
export function revisionTriangle(
  vintages: readonly VintageIndex[],
  { origin, destination }: { origin: string; destination: string },
): RevisionTriangle {
  const columns = vintages.map(index => ({
    years: new Set(index.years),
    united: new Map(index.corridor(origin, destination).flows.map(({ year, united }) => [year, united])),
  }));
  const years = [...new Set(vintages.flatMap(index => index.years))].sort((a, b) => a - b);
  return {
    vintages: vintages.map(index => index.tables.vintage.id),
    years: years.map(year => ({
      year,
      values: columns.map(column => (column.years.has(year) ? (column.united.get(year) ?? 0) : null)),
    })),
  };
}
