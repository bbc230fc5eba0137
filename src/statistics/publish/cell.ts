import type { FlowRow, GapRow } from '../accounts/account-tables.ts';

/** A corridor in one year, and in one class where tables are split. */
export type Cell = Pick<FlowRow, 'origin' | 'destination' | 'year' | 'classes'>;

/** The cell's key in a table split by `by`: equal for equal cells, whatever other classes a row bears. */
export function cellKey(cell: Cell, by: readonly string[]): string {
  return JSON.stringify(cellId(cell, by));
}

/** The cell's identity, without anything that changes between vintages. */
export function cellId({ origin, destination, year, classes }: Cell, by: readonly string[]): (string | number)[] {
  return [origin, destination, year, ...by.flatMap(name => [name, classes[name] ?? ''])];
}

/** Flows in order of their cells, summed over the classes that `by` leaves out. */
export function sumFlows(rows: readonly FlowRow[], by: readonly string[]): FlowRow[] {
  const sums = new Map<string, FlowRow>();
  for (const row of rows) {
    const sum = sumAt(sums, cellKey(row, by), () => ({
      ...coarseCell(row, by),
      ...{ united: 0, arrivals_reported: 0, departures_reported: 0 },
    }));
    sum.united += row.united;
    sum.arrivals_reported += row.arrivals_reported;
    sum.departures_reported += row.departures_reported;
  }
  return [...sums.values()].sort((a, b) => compareCells(a, b, by));
}

/** Gaps in order of their cells, summed over the classes that `by` leaves out; causes that come to nothing are left out. */
export function sumGaps(rows: readonly GapRow[], by: readonly string[]): GapRow[] {
  const sums = new Map<string, GapRow>();
  for (const row of rows) {
    const { side, cause } = row;
    const sum = sumAt(sums, `${cellKey(row, by)}${side} ${cause}`, () => ({
      ...coarseCell(row, by),
      ...{ side, cause, count: 0 },
    }));
    sum.count += row.count;
  }
  return [...sums.values()].filter(row => row.count !== 0).sort((a, b) => compareGaps(a, b, by));
}

/** Order of cells in every table: corridor, year, classes. */
export function compareCells(a: Cell, b: Cell, by: readonly string[]): number {
  return (
    compareTexts(a.origin, b.origin) ||
    compareTexts(a.destination, b.destination) ||
    a.year - b.year ||
    by.reduce((order, name) => order || compareTexts(a.classes[name] ?? '', b.classes[name] ?? ''), 0)
  );
}

/** Order of gaps: that of their cells, then side and cause. */
export function compareGaps(a: GapRow, b: GapRow, by: readonly string[]): number {
  return compareCells(a, b, by) || compareTexts(a.side, b.side) || compareTexts(a.cause, b.cause);
}

/** Order of code units, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function sumAt<Row>(sums: Map<string, Row>, key: string, first: () => Row): Row {
  const found = sums.get(key);
  if (found !== undefined) return found;
  const row = first();
  sums.set(key, row);
  return row;
}

function coarseCell({ origin, destination, year, classes }: Cell, by: readonly string[]): Cell {
  return { origin, destination, year, classes: Object.fromEntries(by.map(name => [name, classes[name] ?? ''])) };
}
