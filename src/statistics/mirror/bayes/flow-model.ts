import type { Side } from '../mirror-table.ts';
import type { LogDensity } from '../sampler/log-density.ts';
import type { Random } from '../sampler/random.ts';
import type { FlowPanel, PanelReport } from './flow-panel.ts';

/** A model of true flows, as a sampler and its readers see it. */
export interface FlowModel extends LogDensity {
  /** Names of the parameters that `record` gives, in their order. */
  readonly parameterNames: readonly string[];
  /** Which parameter is the share that an office registers on a side; −1 where all is registered by definition. */
  readonly shares: readonly OfficeShare[];
  /** Where a chain may start: likely values, spread over what the data leave open. */
  start(random: Random): Float64Array;
  /** What a position means. */
  record(position: Float64Array, random: Random, draw: FlowDraw): void;
}

/** The share of an office's flows on one side that its reports hold. */
export interface OfficeShare {
  office: string;
  side: Side;
  parameter: number;
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

/** The shares of all offices that report, each by its latest report: classes may differ by year. */
export function officeShares(panel: FlowPanel, parameterOf: (report: PanelReport) => number): OfficeShare[] {
  const latest = new Map<string, { year: number; share: OfficeShare }>();
  for (const report of panel.reports) {
    const { office, side } = report;
    const year = panel.cells[report.cell]?.year ?? 0;
    const key = `${side} ${office}`;
    if ((latest.get(key)?.year ?? Number.NEGATIVE_INFINITY) > year) continue;
    latest.set(key, { year, share: { office, side, parameter: parameterOf(report) } });
  }
  return [...latest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { share }]) => share);
}
