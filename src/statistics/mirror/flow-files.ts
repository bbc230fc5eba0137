import type { FlowFit } from './bayes/fit-flows.ts';
import { FLOW_QUANTILES } from './bayes/posterior.ts';
import type { Factor } from './fit/factor-table.ts';
import type { FlowEstimate } from './fit/flow-estimates.ts';
import { csvText } from './tables/csv-records.ts';

/** `factors.csv` of every model. */
export function factorsText(factors: readonly Factor[]): string {
  return csvText(
    ['office', 'side', 'factor', 'low95', 'high95'],
    factors.map(({ office, side, factor, low95, high95 }) => [office, side, factor, low95, high95]),
  );
}

/** A sampled model's flows in persons: posterior medians and 95 % intervals. */
export function sampledFlows({ panel, flows }: FlowFit): FlowEstimate[] {
  return panel.cells.map(({ origin, destination, year, arrivals, departures }, at) => {
    const person = (share: (typeof FLOW_QUANTILES)[number]): number =>
      Math.exp(flows[at]?.quantiles[FLOW_QUANTILES.indexOf(share)] ?? 0);
    return {
      origin,
      destination,
      year,
      arrivals_reported: arrivals,
      departures_reported: departures,
      estimate: person(0.5),
      low95: person(0.025),
      high95: person(0.975),
      kind: 'modelled',
    };
  });
}

/** The tables of a sampled model; `posterior.csv` is on the logarithmic scale, `flows.csv` in persons. */
export function flowFiles({ panel, parameters, flows, factors, diagnostics }: FlowFit): Record<string, string> {
  const at = (share: (typeof FLOW_QUANTILES)[number]): number => FLOW_QUANTILES.indexOf(share);
  const rows = panel.cells.map((cell, k) => {
    const flow = flows[k];
    const log = (share: (typeof FLOW_QUANTILES)[number]): number => flow?.quantiles[at(share)] ?? 0;
    return { cell, flow, log, persons: (share: (typeof FLOW_QUANTILES)[number]) => Math.exp(log(share)) };
  });
  return {
    'factors.csv': factorsText(factors),
    'flows.csv': csvText(
      [
        'origin',
        'destination',
        'year',
        'arrivals_reported',
        'departures_reported',
        'estimate',
        'low95',
        'high95',
        'kind',
        'low80',
        'high80',
        'low50',
        'high50',
      ],
      rows.map(({ cell: { origin, destination, year, arrivals, departures }, persons }) => [
        origin,
        destination,
        year,
        arrivals,
        departures,
        persons(0.5),
        persons(0.025),
        persons(0.975),
        'modelled',
        persons(0.1),
        persons(0.9),
        persons(0.25),
        persons(0.75),
      ]),
    ),
    'posterior.csv': csvText(
      ['origin', 'destination', 'year', 'log_flow_mean', 'log_flow_sd', 'q05', 'q50', 'q95'],
      rows.map(({ cell: { origin, destination, year }, flow, log }) => [
        origin,
        destination,
        year,
        flow?.mean ?? null,
        flow?.sd ?? null,
        log(0.05),
        log(0.5),
        log(0.95),
      ]),
    ),
    'parameters.csv': csvText(
      ['parameter', 'mean', 'sd', 'rhat', 'ess', 'ess_tail', 'q025', 'q500', 'q975'],
      parameters.map(p => [p.parameter, p.mean, p.sd, p.rhat, p.ess, p.ess_tail, p.q025, p.q500, p.q975]),
    ),
    'diagnostics.json': `${JSON.stringify(diagnostics, null, 2)}\n`,
  };
}
