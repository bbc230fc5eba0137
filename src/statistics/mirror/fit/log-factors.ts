import { corridorKey, type MirrorCell } from '../mirror-table.ts';
import { expectedLogRatio, type FactorFit, normalEquations } from './factor-fit.ts';
import { factorNetwork, notIdentified } from './factor-network.ts';
import { cholesky, invertFactored, logDeterminant, solveFactored } from './symmetric-matrix.ts';

/**
 * Correction factors of offices, log form.
 *
 *   log(E_ijt / I_ijt) = log a_j − log b_i + e        minimise Σ e²,  a of the benchmark = 1
 *
 * E, I: departures by the origin's and arrivals by the destination's office (persons, any period); a_j multiplies the arrivals that j
 * reports, b_i the departures that i reports. Plain, unweighted, over cells with both sides above 0; intervals by Student's t with the
 * residual variance. Multiplying all of one office's figures on one side by c divides its factor by c and changes no other.
 *
 * Assumes factors that do not change over the years, errors alike in all corridors, large and small, and a benchmark that misses
 * nobody: all factors are relative to it. Fails, and refuses, where the network of cells does not tell all factors (`factorNetwork`). A
 * few very small cells weigh as much as the large ones: see the count-weighted form. The additive textbook form
 * Σ (a_j I − b_i E)² with one factor pinned is not offered: shrinking all other factors shrinks its sum, so that it collapses (the tests
 * show it).
 *
 * Source: the form of Poulain 1993 and of de Beer and others 2010, made free of scale by logarithms.
 */
export function fitLogFactors(
  cells: readonly MirrorCell[],
  benchmark: string,
  options: { corridors?: boolean } = {},
): FactorFit {
  const network = factorNetwork(cells, benchmark, ({ departures, arrivals }) => departures > 0 && arrivals > 0);
  const n = network.offices.length;
  const rows = network.cells.map(({ cell, departures, arrivals, receiver, sender }) => ({
    corridor: corridorKey(cell),
    receiver,
    sender,
    value: Math.log(departures / arrivals),
    weight: 1,
  }));
  if (options.corridors) return fitWithCorridors(network, rows);
  const { matrix, right } = normalEquations(rows, n);
  const factor = cholesky(matrix, n);
  if (factor === null) throw notIdentified('singular', 'the cells do not tell all factors', 'more cells', {});
  const logFactors = solveFactored(factor, n, right);
  const squares = rows.reduce((sum, row) => sum + (row.value - expectedLogRatio(logFactors, row)) ** 2, 0);
  const df = rows.length - n;
  const variance = squares / df;
  const mean = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  const total = rows.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  return {
    network,
    logFactors,
    covariance: invertFactored(factor, n).map(each => each * variance),
    df,
    varianceOf: () => variance,
    corridorEffects: new Map(),
    summary: { residual_sd: Math.sqrt(variance), df, r_squared: total > 0 ? 1 - squares / total : 1 },
  };
}

interface CorridorRow {
  corridor: string;
  receiver: number;
  sender: number;
  value: number;
}

/**
 * The same with an effect of each corridor, u_ij ~ N(0, τ²), that stays over the years: log(E/I) = log a − log b + u + e. As the factors
 * are alike in all years of a corridor, its mean tells all: its variance is τ² + σ²/n. σ² from within the corridors, τ² by restricted
 * maximum likelihood (golden section on τ/σ). The effects are the best linear predictions.
 */
function fitWithCorridors(network: FactorFit['network'], rows: readonly CorridorRow[]): FactorFit {
  const n = network.offices.length;
  const groups = new Map<string, CorridorRow[]>();
  for (const row of rows) groups.set(row.corridor, [...(groups.get(row.corridor) ?? []), row]);
  const means = [...groups.values()].map(group => ({
    receiver: group[0]?.receiver ?? -1,
    sender: group[0]?.sender ?? -1,
    count: group.length,
    value: group.reduce((sum, { value }) => sum + value, 0) / group.length,
    group,
  }));
  const withinDf = rows.length - means.length;
  if (withinDf < 1 || means.length <= n)
    throw notIdentified(
      'too_few_cells',
      `${means.length} corridors over ${rows.length} cells tell no corridor effects`,
      'more years and corridors, or no --corridors',
      {},
    );
  const within = means.reduce(
    (sum, { value, group }) => sum + group.reduce((part, row) => part + (row.value - value) ** 2, 0),
    0,
  );
  const noise = Math.max(within / withinDf, 1e-12);
  const solve = (between: number) => {
    const weighted = means.map(mean => ({ ...mean, weight: 1 / (between + noise / mean.count) }));
    const { matrix, right } = normalEquations(weighted, n);
    const factor = cholesky(matrix, n);
    if (factor === null) throw notIdentified('singular', 'the corridors do not tell all factors', 'more corridors', {});
    const logFactors = solveFactored(factor, n, right);
    const fitLoss = weighted.reduce(
      (sum, row) => sum + row.weight * (row.value - expectedLogRatio(logFactors, row)) ** 2 - Math.log(row.weight),
      0,
    );
    return { loss: fitLoss + logDeterminant(factor, n), logFactors, factor };
  };
  const ratio = goldenSection(each => solve(noise * each ** 2).loss, 0, 20);
  const between = noise * ratio ** 2;
  const { logFactors, factor } = solve(between);
  const df = means.length - n;
  return {
    network,
    logFactors,
    covariance: invertFactored(factor, n),
    df,
    varianceOf: () => between + noise,
    corridorEffects: new Map(
      means.map(mean => [
        mean.group[0]?.corridor ?? '',
        ((mean.value - expectedLogRatio(logFactors, mean)) * between) / (between + noise / mean.count),
      ]),
    ),
    summary: {
      residual_sd: Math.sqrt(between + noise),
      df,
      corridor_sd: Math.sqrt(between),
      within_corridor_sd: Math.sqrt(noise),
      corridor_share: between / (between + noise),
    },
  };
}

function goldenSection(loss: (at: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let step = 0; step < 80; step++) {
    const [one, other] = [high - golden * (high - low), low + golden * (high - low)];
    if (loss(one) < loss(other)) high = other;
    else low = one;
  }
  return (low + high) / 2;
}
