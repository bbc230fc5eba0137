import { checkTable, fitLogLinear, sum, type Table, unsolvable } from './log-linear.ts';

/** Stocks by birthplace (rows) and residence (columns) at two dates, and what happened between them by residence. */
export interface Stocks {
  start: Table;
  end: Table;
  births: readonly number[];
  deaths: readonly number[];
}

/** How many of those who could have stayed did: as many as can be, or as many as chance has it, or a mix. */
export type Stayers = 'minimum' | 'independence' | { minimum: number };

/** Weight of the minimum in the mix of Azose and Raftery 2019. */
export const PSEUDO_BAYES = 0.87;

/**
 * Flows between two dates from stocks by birthplace, closed demographic accounting.
 *
 *   1. scale the native-born so that Σ change of stocks = Σ (births − deaths), half on either date
 *   2. take births from the natives at the end, and deaths from the start in proportion
 *   3. bring the totals of each birthplace together: half the difference at either date, residences kept
 *   4. for each birthplace b a table start → end of residence: stayers min(start, end), the rest by quasi-independence with an empty
 *      diagonal (minimum), or plain independence
 *   5. sum over b; the diagonal is no move
 *
 * Returns moves by origin and destination, one transition a person over the span. Modelled, and a lower or an upper bound of churn rather
 * than an interval; both ways give the same balances. A mix is `minimum · w + independence · (1 − w)`.
 *
 * Assumes that nobody enters or leaves the states given, that birthplaces are told alike at both dates, and that deaths do not depend on
 * the birthplace. Fails where stocks of a birthplace vanish (refused), and is misled by changes of borders or of definitions between the
 * dates: for the states of the CIS it disagrees in sign with both offices.
 *
 * Source: Abel 2013; Abel and Cohen 2019; mix: Azose and Raftery 2019.
 */
export function flowsFromStocks(stocks: Stocks, stayers: Stayers): number[][] {
  if (typeof stayers === 'object') {
    const [low, high] = [flowsFromStocks(stocks, 'minimum'), flowsFromStocks(stocks, 'independence')];
    return low.map((row, i) =>
      row.map((value, j) => stayers.minimum * value + (1 - stayers.minimum) * (high[i]?.[j] ?? 0)),
    );
  }
  const n = stocks.births.length;
  checkTable(stocks.start, n, n);
  checkTable(stocks.end, n, n);
  const [start, end] = sameBirthplaces(...withoutVitalEvents(closed(stocks)));
  const flows = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const [b, before] of start.entries()) {
    const moved = stayers === 'minimum' ? fewestMoves(before, end[b] ?? []) : independentMoves(before, end[b] ?? []);
    for (const [i, row] of moved.entries())
      for (const [j, value] of row.entries()) if (i !== j && flows[i]) flows[i][j] = (flows[i][j] ?? 0) + value;
  }
  return flows;
}

/** Arrivals less departures of each state. */
export function netOf(flows: Table): number[] {
  return flows.map((row, i) => sum(flows.map(other => other[i] ?? 0)) - sum(row));
}

function closed({ start, end, births, deaths }: Stocks): Stocks {
  const change = sum(end.map(sum)) - sum(start.map(sum));
  const excess = change - (sum(births) - sum(deaths));
  const natives = (table: Table): number => sum(table.map((row, b) => row[b] ?? 0));
  const scaled = (table: Table, by: number): number[][] => {
    const factor = natives(table) > 0 ? 1 + by / natives(table) : 1;
    return table.map((row, b) => row.map((value, r) => (b === r ? value * factor : value)));
  };
  return { start: scaled(start, excess / 2), end: scaled(end, -excess / 2), births, deaths };
}

function withoutVitalEvents({ start, end, births, deaths }: Stocks): [number[][], number[][]] {
  const living = start.map(row =>
    row.map((value, residence) => {
      const present = sum(start.map(other => other[residence] ?? 0));
      return present > 0 ? value * (1 - (deaths[residence] ?? 0) / present) : value;
    }),
  );
  const born = end.map((row, b) => row.map((value, r) => (b === r ? value - (births[b] ?? 0) : value)));
  if (living.some(row => row.some(value => value < 0))) throw unsolvable('more deaths than people', { deaths });
  return [living, born.some((row, b) => (row[b] ?? 0) < 0) ? spreadBirths(end, births) : born];
}

/** Where natives are fewer than the births, births come off all birthplaces of the residence in proportion. */
function spreadBirths(end: Table, births: readonly number[]): number[][] {
  const columns = births.map((count, r) => sum(end.map(row => row[r] ?? 0)) - count);
  if (columns.some(value => value < 0)) throw unsolvable('more births than people', { births });
  const total = sum(end.map(sum));
  const rows = end.map(row => (sum(row) * sum(columns)) / total);
  return fitLogLinear(end, rows, columns).table;
}

function sameBirthplaces(start: Table, end: Table): [number[][], number[][]] {
  const rows = start.map((row, b) => (sum(row) + sum(end[b] ?? [])) / 2);
  const columnsOf = (table: Table): number[] => table.map((_, r) => sum(table.map(row => row[r] ?? 0)));
  return [balanced(start, rows, columnsOf(start)), balanced(end, rows, columnsOf(end))];
}

/** The residences of both dates may differ in sum by rounding alone: the accounts are closed. */
function balanced(table: Table, rows: readonly number[], columns: readonly number[]): number[][] {
  const share = sum(rows) / Math.max(sum(columns), 1e-300);
  return fitLogLinear(
    table,
    rows,
    columns.map(value => value * share),
  ).table;
}

function fewestMoves(before: readonly number[], after: readonly number[]): number[][] {
  const stay = before.map((value, r) => Math.min(value, after[r] ?? 0));
  const leave = before.map((value, r) => Math.max(0, value - (stay[r] ?? 0)));
  const come = after.map((value, r) => Math.max(0, value - (stay[r] ?? 0)));
  if (sum(leave) < 1e-9 * Math.max(1, sum(before))) return before.map(() => before.map(() => 0));
  const share = sum(leave) / sum(come);
  const apart = before.map((_, i) => before.map((__, j) => (i === j ? 0 : 1)));
  return fitLogLinear(
    apart,
    leave,
    come.map(value => value * share),
  ).table;
}

function independentMoves(before: readonly number[], after: readonly number[]): number[][] {
  const total = sum(before);
  return before.map(left => after.map(right => (total > 0 ? (left * right) / total : 0)));
}
