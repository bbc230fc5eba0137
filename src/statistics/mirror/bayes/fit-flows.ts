import { availableParallelism } from 'node:os';
import { SaldoError } from '../../../common/saldo-error.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import type { Factor } from '../fit/factor-table.ts';
import type { MirrorCell } from '../mirror-table.ts';
import type { ChainDraws } from './chain.ts';
import { type FlowPanel, type HeldOut, layOutPanel } from './flow-panel.ts';
import { type FlowModelName, makeFlowModel } from './models.ts';
import {
  energyFraction,
  type FlowSummary,
  type ParameterSummary,
  summariseFlows,
  summariseParameters,
} from './posterior.ts';
import { checkReports, type PredictiveCheck } from './predictive-check.ts';
import { sampleChains } from './sample-chains.ts';
import { type SamplerFigures, samplerWarnings } from './sampler-warnings.ts';

/**
 * Mean chance of acceptance that step sizes aim at. Where the data hardly tell an accuracy from the flows' own innovations, the posterior
 * narrows towards 0: at 0.8 trajectories diverge there, at 0.95 hardly one in two hundred, and the same time gave more effective samples.
 */
const ACCEPTANCE = 0.95;

export interface FlowRequest {
  model: FlowModelName;
  benchmark: string;
  chains: number;
  warmup: number;
  samples: number;
  seed: number;
  heldOut?: HeldOut;
  progress?: (share: number) => void;
}

export interface FlowDiagnostics {
  model: FlowModelName;
  benchmark: string;
  cells: number;
  reports: number;
  sampler: SamplerFigures;
  /** Reports counted anew by the model, against the reports themselves. */
  predictive_check: { arrivals: PredictiveCheck | null; departures: PredictiveCheck | null };
  held_out: PredictiveCheck | null;
  /** What a reader must know before use. */
  warnings: Worded[];
}

export interface FlowFit {
  panel: FlowPanel;
  parameters: ParameterSummary[];
  flows: FlowSummary[];
  factors: Factor[];
  diagnostics: FlowDiagnostics;
}

/**
 * Samples a model of the true flows and sums its posterior up.
 *
 * @throws SaldoError `not_identified` where the table lacks what the model needs, or the benchmark, or every report is 0
 */
export async function fitFlows(cells: readonly MirrorCell[], request: FlowRequest): Promise<FlowFit> {
  const { model: name, benchmark, chains, warmup, samples, seed } = request;
  const panel = layOutPanel(cells, request.heldOut);
  refuseUntold(panel, benchmark);
  const model = makeFlowModel(name, panel, benchmark);
  const began = performance.now();
  const cpuBegan = process.cpuUsage();
  const requests = Array.from({ length: chains }, (_, chain) => ({
    model: name,
    panel,
    benchmark,
    warmup,
    samples,
    seed,
    chain,
    acceptance: ACCEPTANCE,
  }));
  const draws = await sampleChains(requests, request.progress);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBegan);
  const parameters = summariseParameters(draws, model.parameterNames);
  const flows = summariseFlows(draws, cells.length);
  const factors = model.shares.map(({ office, side, parameter }): Factor => {
    const share = parameters[parameter];
    // The share's quantiles turn round as it is inverted.
    return share === undefined
      ? { office, side, factor: 1, low95: 1, high95: 1 }
      : { office, side, factor: 1 / share.q500, low95: 1 / share.q975, high95: 1 / share.q025 };
  });
  const sampler = {
    chains,
    warmup,
    samples,
    seed,
    threads: Math.min(chains, availableParallelism()),
    seconds,
    cpu_seconds: (user + system) / 1e6,
    divergences: draws.reduce((sum, { divergences }) => sum + divergences, 0),
    cut: draws.reduce((sum, { cut }) => sum + cut, 0),
    step_sizes: draws.map(({ stepSize }) => stepSize),
    mean_steps: draws.map(({ meanSteps }) => meanSteps),
    energy_fractions: draws.map(({ energies }) => energyFraction(energies)),
    worst_rhat: Math.max(...parameters.map(({ rhat }) => rhat), ...flows.map(({ rhat }) => rhat)),
    least_ess: Math.min(...parameters.map(({ ess }) => ess)),
    least_ess_tail: Math.min(...parameters.map(({ ess_tail: tail }) => tail)),
    least_flow_ess: Math.min(...flows.map(({ ess }) => ess)),
  };
  return {
    panel,
    parameters,
    flows,
    factors,
    diagnostics: {
      model: name,
      benchmark,
      cells: cells.length,
      reports: panel.reports.length,
      sampler,
      predictive_check: checksBySide(panel, draws),
      held_out: checkReports(panel, draws, ({ held }) => held),
      warnings: samplerWarnings(sampler, panel, benchmark),
    },
  };
}

function refuseUntold({ cells, reports }: FlowPanel, benchmark: string): void {
  if (!cells.some(({ destination }) => destination === benchmark)) {
    const states = [...new Set(cells.map(({ destination }) => destination))].sort().join(', ');
    const message = `the flows cannot be told: nobody moves to the benchmark ${benchmark}; expected one of ${states}`;
    throw new SaldoError('not_identified', message, { reason: 'benchmark', benchmark });
  }
  if (!reports.some(({ count }) => count > 0))
    throw new SaldoError('not_identified', 'the flows cannot be told: every report is 0; expected some above 0', {
      reason: 'zeros',
    });
}

function checksBySide(panel: FlowPanel, draws: readonly ChainDraws[]): FlowDiagnostics['predictive_check'] {
  return {
    arrivals: checkReports(panel, draws, ({ side, held }) => side === 'arrivals' && !held),
    departures: checkReports(panel, draws, ({ side, held }) => side === 'departures' && !held),
  };
}
