import type { FlowRow, GapRow } from '../accounts/account-tables.ts';

/** A corridor in one year, and in one class where tables are split. */
export type Cell = Pick<FlowRow, 'origin' | 'destination' | 'year' | 'classes'>;

/** The cell's key in a table split by `by`: equal for equal cells, whatever other classes a row bears. */
export function cellKey({ origin, destination, year, classes }: Cell, by: readonly string[]): string {
  let key = `${origin} ${destination} ${year}`;
  for (const name of by) key += `\n${classes[name] ?? ''}`;
  return key;
}

/** Flows in order of their cells, summed over the classes that `by` leaves out. */
export function sumFlows(rows: readonly FlowRow[], by: readonly string[]): FlowRow[] {
  const coarse = rows.map(row => {
    const { united, arrivals_reported, departures_reported } = row;
    return { ...coarseCell(row, by), united, arrivals_reported, departures_reported };
  });
  return mergeRows(
    coarse,
    (a, b) => compareCells(a, b, by),
    (sum, row) => {
      sum.united += row.united;
      sum.arrivals_reported += row.arrivals_reported;
      sum.departures_reported += row.departures_reported;
    },
  );
}

/** Gaps in order of their cells, summed over the classes that `by` leaves out; causes that come to nothing are left out. */
export function sumGaps(rows: readonly GapRow[], by: readonly string[]): GapRow[] {
  const coarse = rows.map(row => {
    const { side, cause, count } = row;
    return { ...coarseCell(row, by), side, cause, count };
  });
  const sums = mergeRows(
    coarse,
    (a, b) => compareGaps(a, b, by),
    (sum, row) => {
      sum.count += row.count;
    },
  );
  return sums.filter(({ count }) => count !== 0);
}

/** Sorts rows and makes one of those that compare as equal. */
function mergeRows<Row>(rows: Row[], compare: (a: Row, b: Row) => number, add: (sum: Row, row: Row) => void): Row[] {
  const merged: Row[] = [];
  for (const row of rows.sort(compare)) {
    const last = merged.at(-1);
    if (last !== undefined && compare(last, row) === 0) add(last, row);
    else merged.push(row);
  }
  return merged;
}

/** Order of cells in every table: corridor, year, classes. */
export function compareCells(a: Cell, b: Cell, by: readonly string[]): number {
  const order = compareTexts(a.origin, b.origin) || compareTexts(a.destination, b.destination) || a.year - b.year;
  if (order !== 0) return order;
  for (const name of by) {
    const ofClass = compareTexts(a.classes[name] ?? '', b.classes[name] ?? '');
    if (ofClass !== 0) return ofClass;
  }
  return 0;
}

/** Order of gaps: that of their cells, then side and cause. */
export function compareGaps(a: GapRow, b: GapRow, by: readonly string[]): number {
  return compareCells(a, b, by) || compareTexts(a.side, b.side) || compareTexts(a.cause, b.cause);
}

/** Order of code units, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function coarseCell({ origin, destination, year, classes }: Cell, by: readonly string[]): Cell {
  const kept: Record<string, string> = {};
  for (const name of by) kept[name] = classes[name] ?? '';
  return { origin, destination, year, classes: kept };
}
