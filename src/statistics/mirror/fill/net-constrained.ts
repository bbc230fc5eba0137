import { checkTable, type Filling, sum, type Table, unsolvable } from './log-linear.ts';

const MOST_ITERATIONS = 100_000;

/**
 * A table that meets the net migration of every state and keeps the associations of another, where only balances are known.
 *
 *   y_ij = a_i m_ij / a_j,   (Σ_j m_ij / a_j) a_i² + net_i a_i − Σ_j a_j m_ji = 0   in turns,   net = arrivals − departures
 *
 * The entropy form: of all tables y ≥ 0 with these balances it minimises Σ y log(y/m) − y + m. m: an earlier table with an empty diagonal;
 * results in its unit, modelled. Swapping the labels of states swaps the result; turning all balances and the table round turns it round.
 *
 * Assumes that m holds except for what the balances say; the least change, not the likeliest history. Fails, and refuses, where the
 * balances do not add up to 0, or the zeros of m leave no way to bring them about.
 *
 * Source: Plane 1981 (information-theoretic adjustment to net flows).
 */
export function fitNetConstrained(prior: Table, net: readonly number[]): Filling {
  const n = net.length;
  checkTable(prior, n, n);
  const scale = Math.max(sum(prior.map(sum)), 1e-300);
  if (!net.every(Number.isFinite) || Math.abs(sum(net)) > 1e-9 * (scale + sum(net.map(Math.abs))))
    throw unsolvable(`balances add up to ${sum(net)}, expected 0`, { net });
  const factors = new Array<number>(n).fill(1);
  const at = (i: number, j: number): number => (i === j ? 0 : (prior[i]?.[j] ?? 0));
  const flow = (i: number, j: number): number => ((factors[i] ?? 1) * at(i, j)) / (factors[j] ?? 1);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    for (let i = 0; i < n; i++) factors[i] = positiveRoot(i);
    const error =
      Math.max(
        ...net.map((target, i) => Math.abs(net.reduce((total, _, j) => total + flow(j, i) - flow(i, j), 0) - target)),
      ) / scale;
    if (Number.isNaN(error) || factors.some(factor => !(factor > 1e-100 && factor < 1e100))) break;
    if (error < 1e-12)
      return { table: net.map((_, i) => net.map((__, j) => flow(i, j))), iterations: iteration, error };
  }
  throw unsolvable('no table with these zeros has these balances', { net });

  function positiveRoot(i: number): number {
    let [out, into] = [0, 0];
    for (let j = 0; j < n; j++) {
      out += at(i, j) / (factors[j] ?? 1);
      into += (factors[j] ?? 1) * at(j, i);
    }
    const balance = net[i] ?? 0;
    if (out === 0) return into === 0 ? (factors[i] ?? 1) : balance > 0 ? into / balance : 0;
    const root = Math.sqrt(balance * balance + 4 * out * into);
    // Of the two forms of the root the one without a difference of near numbers.
    return balance > 0 ? (2 * into) / (balance + root) : (root - balance) / (2 * out);
  }
}

/** The distance that the form minimises: Σ y log(y/m) − y + m, 0 log 0 being 0. */
export function relativeEntropy(table: Table, prior: Table): number {
  return sum(
    table.map((row, i) =>
      sum(
        row.map(
          (value, j) => (value > 0 ? value * Math.log(value / (prior[i]?.[j] ?? 0)) - value : 0) + (prior[i]?.[j] ?? 0),
        ),
      ),
    ),
  );
}
