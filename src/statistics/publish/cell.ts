import type { FlowRow, GapRow } from '../accounts/account-tables.ts';

/** A corridor in one year, and in one class where tables are split. */
export type Cell = Pick<FlowRow, 'origin' | 'destination' | 'year' | 'classes'>;

/** The cell's key in a table split by `by`: equal for equal cells, whatever other classes a row bears. */
export function cellKey({ origin, destination, year, classes }: Cell, by: readonly string[]): string {
  let key = `${origin} ${destination} ${year}`;
  for (const name of by) key += `\n${classes[name] ?? ''}`;
  return key;
}

/** The cell's identity, without anything that changes between vintages. */
export function cellId({ origin, destination, year, classes }: Cell, by: readonly string[]): (string | number)[] {
  return [origin, destination, year, ...by.flatMap(name => [name, classes[name] ?? ''])];
}

/** Flows in order of their cells, summed over the classes that `by` leaves out. */
export function sumFlows(rows: readonly FlowRow[], by: readonly string[]): FlowRow[] {
  const sums = new Map<string, FlowRow>();
  for (const row of rows) {
    const key = cellKey(row, by);
    const sum = sums.get(key);
    if (sum === undefined) {
      const { united, arrivals_reported, departures_reported } = row;
      sums.set(key, { ...coarseCell(row, by), united, arrivals_reported, departures_reported });
    } else {
      sum.united += row.united;
      sum.arrivals_reported += row.arrivals_reported;
      sum.departures_reported += row.departures_reported;
    }
  }
  return [...sums.values()].sort((a, b) => compareCells(a, b, by));
}

/** Gaps in order of their cells, summed over the classes that `by` leaves out; causes that come to nothing are left out. */
export function sumGaps(rows: readonly GapRow[], by: readonly string[]): GapRow[] {
  const sums = new Map<string, GapRow>();
  for (const row of rows) {
    const { side, cause, count } = row;
    const key = `${cellKey(row, by)}\n${side} ${cause}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...coarseCell(row, by), side, cause, count });
    else sum.count += count;
  }
  return [...sums.values()].filter(row => row.count !== 0).sort((a, b) => compareGaps(a, b, by));
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
