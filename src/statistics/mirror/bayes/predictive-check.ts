import type { ChainDraws } from './chain.ts';
import type { FlowPanel, PanelReport } from './flow-panel.ts';

/** How a model's own predictions of reports compare with the reports. */
export interface PredictiveCheck {
  reports: number;
  /** Share of reports within the central intervals of what the model predicts for them. */
  within_50: number;
  within_80: number;
  within_95: number;
  /** Mean log predictive probability of a report; held out reports only. */
  mean_log_predictive?: number;
}

/**
 * Checks reports against counts drawn anew: the share that falls into the central 50, 80 and 95 %. A report equal to some of the counts
 * stands in their middle. A good model has the shares of their names; larger ones mean that intervals are too wide.
 */
export function checkReports(
  panel: FlowPanel,
  chains: readonly ChainDraws[],
  wanted: (report: PanelReport) => boolean,
): PredictiveCheck | null {
  const chosen = panel.reports.flatMap((report, at) => (wanted(report) ? [{ report, at }] : []));
  if (chosen.length === 0) return null;
  const places = chosen.map(({ at }) => {
    const mean = (pick: (draws: ChainDraws) => Float64Array): number =>
      chains.reduce((sum, draws) => sum + (pick(draws)[at] ?? 0), 0) / chains.length;
    return mean(({ below }) => below) + mean(({ equal }) => equal) / 2;
  });
  const within = (share: number): number =>
    places.filter(place => Math.abs(place - 0.5) <= share / 2).length / places.length;
  const check = { reports: chosen.length, within_50: within(0.5), within_80: within(0.8), within_95: within(0.95) };
  if (!chosen.every(({ report }) => report.held)) return check;
  const logs = chosen.map(({ at }) => logMean(chains.map(({ logPredictive }) => logPredictive[at] ?? 0)));
  return { ...check, mean_log_predictive: logs.reduce((sum, each) => sum + each, 0) / logs.length };
}

function logMean(logs: readonly number[]): number {
  const high = Math.max(...logs);
  return high + Math.log(logs.reduce((sum, each) => sum + Math.exp(each - high), 0) / logs.length);
}
