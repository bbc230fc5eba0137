import { SaldoError } from '../../../common/saldo-error.ts';

/** A square or oblong table, row by row: origins down, destinations across. */
export type Table = readonly (readonly number[])[];

export interface Filling {
  table: number[][];
  iterations: number;
  /** Largest departure of a margin from its target, relative to the total. */
  error: number;
}

const MOST_ITERATIONS = 100_000;
const TOLERANCE = 1e-10;

/**
 * A table that meets its row and column totals and keeps the associations of another: iterative proportional fitting, the log-linear model
 * with offset.
 *
 *   log y_ij = log α_i + log β_j + log m_ij,   α_i = row_i / Σ_j β_j m_ij,   β_j = column_j / Σ_i α_i m_ij   in turns
 *
 * m: the offset, such as an earlier table (0 where no move can be); totals and results in one unit, such as persons a year. Modelled.
 * Multiplying the offset by a constant, or a row or column of it, changes nothing.
 *
 * Assumes that the associations (odds ratios) of m still hold. Fails, and refuses, where the totals differ in sum, and where the zeros of m
 * leave no table with these totals (the turns do not settle).
 *
 * Source: Deming and Stephan 1940; for migration Willekens 1999, Raymer 2007.
 */
export function fitLogLinear(offset: Table, rows: readonly number[], columns: readonly number[]): Filling {
  checkTable(offset, rows.length, columns.length);
  checkTotals(rows, columns);
  const total = sum(rows);
  const table = offset.map(row => [...row]);
  if (total === 0) return { table: table.map(row => row.map(() => 0)), iterations: 0, error: 0 };
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    scaleRows(table, rows);
    scaleColumns(table, columns);
    const error = Math.max(...table.map((row, i) => Math.abs(sum(row) - (rows[i] ?? 0)))) / total;
    if (error < TOLERANCE && marginsMet(table, columns, total)) return { table, iterations: iteration, error };
  }
  throw unsolvable('no table with these zeros has these totals', { rows, columns });
}

/** Refuses tables of another shape, and negative or missing values. */
export function checkTable(table: Table, rows: number, columns: number): void {
  const shaped = table.length === rows && table.every(row => row.length === columns);
  if (!shaped) throw unsolvable(`a table of ${table.length} rows does not fit ${rows} by ${columns}`, {});
  if (!table.every(row => row.every(value => Number.isFinite(value) && value >= 0)))
    throw unsolvable('a table with negative or missing values', {});
}

export function unsolvable(message: string, details: Record<string, unknown>): SaldoError {
  return new SaldoError('not_identified', `the table cannot be filled: ${message}`, details);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkTotals(rows: readonly number[], columns: readonly number[]): void {
  const all = [...rows, ...columns];
  if (!all.every(value => Number.isFinite(value) && value >= 0))
    throw unsolvable('negative or missing totals', { rows, columns });
  const [down, across] = [sum(rows), sum(columns)];
  if (Math.abs(down - across) > 1e-9 * Math.max(down, across, 1))
    throw unsolvable(`row totals add up to ${down}, column totals to ${across}`, { rows, columns });
}

function scaleRows(table: number[][], rows: readonly number[]): void {
  for (const [i, row] of table.entries()) {
    const now = sum(row);
    const factor = now > 0 ? (rows[i] ?? 0) / now : 0;
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) * factor;
  }
}

function scaleColumns(table: number[][], columns: readonly number[]): void {
  for (const [j, target] of columns.entries()) {
    const now = table.reduce((total, row) => total + (row[j] ?? 0), 0);
    const factor = now > 0 ? target / now : 0;
    for (const row of table) row[j] = (row[j] ?? 0) * factor;
  }
}

function marginsMet(table: readonly (readonly number[])[], columns: readonly number[], total: number): boolean {
  return columns.every((target, j) => {
    const now = table.reduce((part, row) => part + (row[j] ?? 0), 0);
    return Math.abs(now - target) <= 1e-8 * total;
  });
}
