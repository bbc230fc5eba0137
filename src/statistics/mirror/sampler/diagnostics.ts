/** How well the chains of a quantity have mixed. */
export interface Convergence {
  /** Rank-normalised split R-hat, the larger of the bulk's and the folded one's; 1 where chains agree. */
  rhat: number;
  /** Effective sample size for the middle of the distribution. */
  essBulk: number;
  /** The same for its 5 % and 95 % quantiles, the smaller. */
  essTail: number;
}

/**
 * R-hat and effective sample sizes of a quantity drawn by several chains.
 *
 * Chains are split in halves; draws are replaced by normal scores of their ranks; autocorrelations are summed by Geyer's initial monotone
 * sequence. A quantity that never changes has R-hat 1 and counts every draw.
 *
 * Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021.
 *
 * @param chains draws of each chain, of one length, at least four
 */
export function convergence(chains: readonly Float64Array[]): Convergence {
  const halves = chains.flatMap(chain => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });
  const all = chains.reduce((count, chain) => count + chain.length, 0);
  const sorted = Float64Array.from(halves.flatMap(half => [...half])).sort();
  if ((sorted[0] ?? 0) === (sorted.at(-1) ?? 0)) return { rhat: 1, essBulk: all, essTail: all };
  const scores = normalScores(halves);
  const median = quantile(sorted, 0.5);
  const folded = normalScores(halves.map(half => half.map(value => Math.abs(value - median))));
  const [low, high] = [quantile(sorted, 0.05), quantile(sorted, 0.95)];
  return {
    rhat: Math.max(splitRhat(scores), splitRhat(folded)),
    essBulk: effectiveSize(scores),
    essTail: Math.min(
      effectiveSize(halves.map(half => half.map(value => (value <= low ? 1 : 0)))),
      effectiveSize(halves.map(half => half.map(value => (value <= high ? 1 : 0)))),
    ),
  };
}

/** A quantile of sorted values, between them by a straight line. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const [below = 0, above = below] = [sorted[low], sorted[Math.min(low + 1, sorted.length - 1)]];
  return below + (above - below) * (at - low);
}

/** Effective sample size of the mean of chains as they stand. */
export function effectiveSize(chains: readonly Float64Array[]): number {
  const n = chains[0]?.length ?? 0;
  const m = chains.length;
  const means = chains.map(mean);
  const variances = chains.map(
    (chain, at) => chain.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0) / (n - 1),
  );
  const within = mean(variances);
  if (!(within > 0)) return n * m;
  const total = (within * (n - 1)) / n + (m > 1 ? varianceOf(means) : 0);
  const correlation = (lag: number): number => {
    let sum = 0;
    for (const [at, chain] of chains.entries()) {
      const centre = means[at] ?? 0;
      let products = 0;
      for (let i = 0; i + lag < n; i++)
        products += ((chain[i] as number) - centre) * ((chain[i + lag] as number) - centre);
      sum += products / n;
    }
    return 1 - (within - sum / m) / total;
  };
  let pair = 1 + correlation(1);
  let before = pair;
  let sum = pair;
  for (let lag = 2; lag + 1 < n; lag += 2) {
    pair = correlation(lag) + correlation(lag + 1);
    if (!(pair > 0)) break;
    before = Math.min(before, pair);
    sum += before;
  }
  const time = Math.max(-1 + 2 * sum, 1 / Math.log10(Math.max(n * m, 10)));
  return (n * m) / time;
}

function splitRhat(chains: readonly Float64Array[]): number {
  const n = chains[0]?.length ?? 0;
  const means = chains.map(mean);
  const within = mean(
    chains.map((chain, at) => chain.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0) / (n - 1)),
  );
  if (!(within > 0)) return 1;
  return Math.sqrt((n - 1) / n + varianceOf(means) / within);
}

/** Normal scores of the ranks over all chains, ties sharing their mean rank. */
function normalScores(chains: readonly Float64Array[]): Float64Array[] {
  const n = chains[0]?.length ?? 0;
  const values = Float64Array.from(chains.flatMap(chain => [...chain]));
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const scores = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    const rank = (start + 1 + end) / 2;
    const score = normalQuantile((rank - 0.375) / (values.length + 0.25));
    for (let at = start; at < end; at++) scores[order[at] as number] = score;
    start = end;
  }
  return chains.map((_, at) => scores.subarray(at * n, (at + 1) * n));
}

/** The quantile of the standard normal distribution. Source: Wichura 1988 is finer; Acklam's form errs by less than 1.2e-9. */
export function normalQuantile(p: number): number {
  const tail = (q: number): number =>
    (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 0.97575) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

function varianceOf(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
