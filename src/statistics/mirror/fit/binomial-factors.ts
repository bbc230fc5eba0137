import type { MirrorCell } from '../mirror-table.ts';
import { expectedLogRatio, type FactorFit, normalEquations } from './factor-fit.ts';
import { type FactorNetwork, factorNetwork, notIdentified } from './factor-network.ts';
import { cholesky, invertFactored, type Matrix, solveFactored } from './symmetric-matrix.ts';

/**
 * Correction factors of offices, weighted by counts.
 *
 *   E_ijt | E_ijt + I_ijt ~ Binomial(p),   logit p = log a_j − log b_i,   a of the benchmark = 1
 *
 * The form of Bradley and Terry: an office that reports less than another of the same movers loses. Fitted by Newton's steps; intervals by
 * Student's t with the quasi-binomial dispersion (Pearson's χ² / df), which is far above 1 because offices differ by more than chance.
 * Cells with both sides reported, their sum above 0; a 0 on one side counts.
 *
 * Assumes what the log form assumes, but that the largest cells err least. Fails, and refuses, where an office or a group of offices
 * never reports anything that its partners do (its factor would be infinite; condition of Ford 1957).
 *
 * Source: Bradley and Terry 1952; quasi-likelihood: Wedderburn 1974.
 */
export function fitBinomialFactors(cells: readonly MirrorCell[], benchmark: string): FactorFit {
  const network = factorNetwork(cells, benchmark, ({ departures, arrivals }) => departures + arrivals > 0);
  refuseInfinite(network);
  const n = network.offices.length;
  const { logFactors, matrix } = newton(network, n);
  const factor = cholesky(matrix, n);
  if (factor === null) throw notIdentified('singular', 'the cells do not tell all factors', 'more cells', {});
  const df = network.cells.length - n;
  const pearson = network.cells.reduce((sum, cell) => {
    const trials = cell.departures + cell.arrivals;
    const p = logistic(expectedLogRatio(logFactors, cell));
    return sum + (cell.departures - trials * p) ** 2 / (trials * p * (1 - p));
  }, 0);
  const dispersion = pearson / df;
  return {
    network,
    logFactors,
    covariance: invertFactored(factor, n).map(each => each * Math.max(dispersion, 1)),
    df,
    varianceOf: (departures, arrivals, logRatio) => {
      const p = logistic(logRatio);
      return Math.max(dispersion, 1) / (Math.max(departures + arrivals, 1) * p * (1 - p));
    },
    corridorEffects: new Map(),
    summary: { dispersion, df },
  };
}

function newton(network: FactorNetwork, n: number): { logFactors: Float64Array; matrix: Matrix } {
  let logFactors = new Float64Array(n);
  for (let step = 0; step < 200; step++) {
    const rows = network.cells.map(({ departures, arrivals, receiver, sender }) => {
      const eta = expectedLogRatio(logFactors, { receiver, sender });
      const p = logistic(eta);
      const weight = Math.max((departures + arrivals) * p * (1 - p), 1e-12);
      return { receiver, sender, weight, value: eta + (departures - (departures + arrivals) * p) / weight };
    });
    const { matrix, right } = normalEquations(rows, n);
    const factor = cholesky(matrix, n);
    if (factor === null) break;
    const next = solveFactored(factor, n, right);
    // A step beyond a factor of e² at once overshoots; the direction is right.
    const far = next.reduce((most, each, at) => Math.max(most, Math.abs(each - (logFactors[at] ?? 0))), 0);
    const share = far > 2 ? 2 / far : 1;
    logFactors = logFactors.map((each, at) => each + share * ((next[at] ?? 0) - each));
    if (far < 1e-10) return { logFactors, matrix };
  }
  throw notIdentified('no_convergence', 'the count-weighted fit does not settle', 'the log form, or other cells', {});
}

/** Every factor must be reachable from the benchmark's both along cells with departures and against cells with arrivals, and back. */
function refuseInfinite({ offices, cells }: FactorNetwork): void {
  const edges = cells.flatMap(({ departures, arrivals, receiver, sender }) => [
    ...(departures > 0 ? [{ from: sender, to: receiver }] : []),
    ...(arrivals > 0 ? [{ from: receiver, to: sender }] : []),
  ]);
  const reach = (turned: boolean): Set<number> => {
    const reached = new Set([-1]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of edges) if (reached.has(turned ? to : from)) reached.add(turned ? from : to);
    }
    return reached;
  };
  const [along, against] = [reach(false), reach(true)];
  const infinite = offices.filter((_, at) => !along.has(at) || !against.has(at));
  if (infinite.length === 0) return;
  const names = infinite.map(({ office, side }) => `${side} of ${office}`).join(', ');
  throw notIdentified(
    'infinite',
    `nothing is ever reported on one side of the ${names}, so a factor would be infinite or 0`,
    'without them',
    { offices: infinite },
  );
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
