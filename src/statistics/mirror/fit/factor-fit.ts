import type { FactorNetwork } from './factor-network.ts';
import type { Matrix } from './symmetric-matrix.ts';

/** Fitted factors on the logarithmic scale. */
export interface FactorFit {
  network: FactorNetwork;
  /** Logarithm of each factor, in the network's order. */
  logFactors: Float64Array;
  /** Covariance of `logFactors`. */
  covariance: Matrix;
  /** Degrees of freedom of the residual variance. */
  df: number;
  /** Variance of a cell's log(departures / arrivals) about the fit. */
  varianceOf(departures: number, arrivals: number, logRatio: number): number;
  /** What a corridor's log(departures / arrivals) keeps above the fit in all years; empty without corridor effects. */
  corridorEffects: ReadonlyMap<string, number>;
  /** What the model says of its own fit. */
  summary: Readonly<Record<string, number>>;
}

/** Part of the normal equations that two factors of a cell add: information on (log a − log b). */
export function normalEquations(
  rows: readonly { receiver: number; sender: number; value: number; weight: number }[],
  n: number,
): { matrix: Matrix; right: Float64Array } {
  const matrix = new Float64Array(n * n);
  const right = new Float64Array(n);
  const add = (array: Float64Array, at: number, amount: number): void => {
    array[at] = (array[at] ?? 0) + amount;
  };
  for (const { receiver, sender, value, weight } of rows) {
    if (receiver >= 0) {
      add(matrix, receiver * n + receiver, weight);
      add(right, receiver, weight * value);
    }
    if (sender >= 0) {
      add(matrix, sender * n + sender, weight);
      add(right, sender, -weight * value);
    }
    if (receiver >= 0 && sender >= 0) {
      add(matrix, receiver * n + sender, -weight);
      add(matrix, sender * n + receiver, -weight);
    }
  }
  return { matrix, right };
}

/** log a − log b of a cell: what the fit expects of log(departures / arrivals). */
export function expectedLogRatio(
  logFactors: Float64Array,
  { receiver, sender }: { receiver: number; sender: number },
): number {
  return (receiver < 0 ? 0 : (logFactors[receiver] ?? 0)) - (sender < 0 ? 0 : (logFactors[sender] ?? 0));
}
