import type { LogDensity } from '../sampler/log-density.ts';
import type { Random } from '../sampler/random.ts';

/** A model of true flows, as a sampler and its readers see it. */
export interface FlowModel extends LogDensity {
  /** Names of the parameters that `record` gives, in their order. */
  readonly parameterNames: readonly string[];
  /** Where a chain may start: likely values, spread over what the data leave open. */
  start(random: Random): Float64Array;
  /** What a position means. */
  record(position: Float64Array, random: Random, draw: FlowDraw): void;
}

/** One draw of a model, on natural scales. */
export interface FlowDraw {
  parameters: Float64Array;
  /** Mean of each cell's log flow given all that was sampled. */
  flowMeans: Float64Array;
  /** A random departure from it: `mean + deviation` and `mean − deviation` are draws alike. */
  flowDeviations: Float64Array;
  /** Of each report, seen or held out: mean and standard deviation of the log rate at which it would be counted anew. */
  rateMeans: Float64Array;
  rateDeviations: Float64Array;
}

export function emptyDraw(parameters: number, cells: number, reports: number): FlowDraw {
  return {
    parameters: new Float64Array(parameters),
    flowMeans: new Float64Array(cells),
    flowDeviations: new Float64Array(cells),
    rateMeans: new Float64Array(reports),
    rateDeviations: new Float64Array(reports),
  };
}
