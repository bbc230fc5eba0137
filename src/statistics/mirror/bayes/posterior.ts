import { convergence, quantile } from '../sampler/diagnostics.ts';
import type { ChainDraws } from './chain.ts';

/** A parameter's posterior, and whether the chains agree on it. */
export interface ParameterSummary {
  parameter: string;
  mean: number;
  sd: number;
  q025: number;
  q500: number;
  q975: number;
  rhat: number;
  /** For the middle, and for the 5 % and 95 % quantiles. */
  ess: number;
  ess_tail: number;
}

/** A cell's posterior on the logarithmic scale. */
export interface FlowSummary {
  mean: number;
  sd: number;
  /** At the shares of `FLOW_QUANTILES`. */
  quantiles: readonly number[];
  rhat: number;
  ess: number;
}

/** Ends of the 95, 90, 80 and 50 % intervals, and the median. */
export const FLOW_QUANTILES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

export function summariseParameters(chains: readonly ChainDraws[], names: readonly string[]): ParameterSummary[] {
  return names.map((parameter, at) => {
    const drawn = chains.map(({ parameters }) => column(parameters, at, names.length));
    const sorted = Float64Array.from(drawn.flatMap(chain => [...chain])).sort();
    const { rhat, essBulk, essTail } = convergence(drawn);
    const [mean, sd] = momentsOf(sorted);
    const [q025 = 0, q500 = 0, q975 = 0] = [0.025, 0.5, 0.975].map(share => quantile(sorted, share));
    return { parameter, mean, sd, q025, q500, q975, rhat, ess: essBulk, ess_tail: essTail };
  });
}

/**
 * Each cell's log flow. Its mean is that of the means given all that was sampled, which wavers less than the draws' own; quantiles and
 * spread are of the draws and their mirror images.
 */
export function summariseFlows(chains: readonly ChainDraws[], cells: number): FlowSummary[] {
  return Array.from({ length: cells }, (_, at) => {
    const means = chains.map(({ flowMeans }) => column(flowMeans, at, cells));
    const deviations = chains.map(({ flowDeviations }) => column(flowDeviations, at, cells));
    const drawn = means.map((chain, k) => chain.map((value, s) => value + (deviations[k]?.[s] ?? 0)));
    const mirrored = means.map((chain, k) => chain.map((value, s) => value - (deviations[k]?.[s] ?? 0)));
    const sorted = Float64Array.from([...drawn, ...mirrored].flatMap(chain => [...chain])).sort();
    const [mean, sd] = momentsOf(sorted);
    const { rhat, essBulk } = convergence(drawn);
    return { mean, sd, quantiles: FLOW_QUANTILES.map(share => quantile(sorted, share)), rhat, ess: essBulk };
  });
}

/** Fraction of missing information by the energies of a chain: below 0.3 the sampler hardly reaches all levels (Betancourt 2016). */
export function energyFraction(energies: Float64Array): number {
  const [, sd] = momentsOf(energies);
  let changes = 0;
  for (let i = 1; i < energies.length; i++) changes += ((energies[i] as number) - (energies[i - 1] as number)) ** 2;
  return sd > 0 ? changes / ((energies.length - 1) * sd * sd) : 1;
}

function column(rows: Float64Array | Float32Array, at: number, width: number): Float64Array {
  return Float64Array.from({ length: rows.length / width }, (_, row) => rows[row * width + at] as number);
}

function momentsOf(values: Float64Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / Math.max(values.length - 1, 1))];
}
