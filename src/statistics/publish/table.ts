import type { Cell as Value } from '../../engine/engine.ts';
import type { CoverageRow, GapRow } from '../accounts/account-tables.ts';
import type { Class } from '../accounts/parameters.ts';
import type { KnownFlow } from './known-figures.ts';

/** A published table as columns and rows, for the formats that have nothing else. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly Value[]>;
}

export const TABLE_NAMES = ['flows', 'gaps', 'coverage'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export interface TableColumn {
  readonly name: string;
  readonly type: 'text' | 'whole' | 'number';
}

const CORRIDOR: readonly TableColumn[] = [text('origin'), text('destination')];

/** The columns of `flows.csv`, in its order. */
export function flowTable(rows: readonly KnownFlow[], by: readonly Class[]): Table {
  return {
    name: 'flows',
    columns: [
      ...[...CORRIDOR, whole('year'), ...by.map(text)],
      ...[whole('united'), whole('arrivals_reported'), whole('departures_reported')],
    ],
    rows: mapRows(rows, row => [...cellOf(row, by), row.united, row.arrivals_reported, row.departures_reported]),
  };
}

/** The columns of `gaps.csv`, in its order. */
export function gapTable(rows: readonly GapRow[], by: readonly Class[]): Table {
  return {
    name: 'gaps',
    columns: [...CORRIDOR, whole('year'), ...by.map(text), text('side'), text('cause'), whole('count')],
    rows: mapRows(rows, row => [...cellOf(row, by), row.side, row.cause, row.count]),
  };
}

/** The columns of `coverage.csv`, in its order. */
export function coverageTable(rows: readonly CoverageRow[]): Table {
  const columns: readonly TableColumn[] = [
    ...[text('office'), text('side'), ...CORRIDOR, whole('own'), whole('other'), whole('matched')],
    ...['genuine', 'genuine_low95', 'genuine_high95'].map(number),
    ...['coverage', 'low95', 'high95', 'true_flow', 'true_low95', 'true_high95'].map(number),
  ];
  const names = columns.map(({ name }) => name as keyof CoverageRow);
  return { name: 'coverage', columns, rows: mapRows(rows, row => names.map(name => row[name])) };
}

function cellOf({ origin, destination, year, classes }: KnownFlow | GapRow, by: readonly Class[]): Value[] {
  return [origin, destination, year, ...by.map(name => classes[name] ?? '')];
}

/** Rows are made while they are read, so that a long table never stands in memory twice. */
function mapRows<Row>(rows: readonly Row[], of: (row: Row) => readonly Value[]): Iterable<readonly Value[]> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield of(row);
    },
  };
}

function text(name: string): TableColumn {
  return { name, type: 'text' };
}

function whole(name: string): TableColumn {
  return { name, type: 'whole' };
}

function number(name: string): TableColumn {
  return { name, type: 'number' };
}
