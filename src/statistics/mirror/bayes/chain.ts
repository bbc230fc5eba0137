import { DualAveraging, Moments, windowEnds } from '../sampler/adaptation.ts';
import { Metric } from '../sampler/metric.ts';
import { Nuts } from '../sampler/nuts.ts';
import { Random } from '../sampler/random.ts';
import { emptyDraw, type FlowDraw, type FlowModel } from './flow-model.ts';
import type { FlowPanel } from './flow-panel.ts';
import { type FlowModelName, makeFlowModel } from './models.ts';
import { logPoissonLognormal } from './poisson-lognormal.ts';

export interface ChainRequest {
  model: FlowModelName;
  panel: FlowPanel;
  benchmark: string;
  warmup: number;
  samples: number;
  seed: number;
  /** From 0. */
  chain: number;
  /** Mean chance of acceptance that the step size aims at. */
  acceptance: number;
}

/** What a chain leaves: rows are samples, one after another. */
export interface ChainDraws {
  parameters: Float64Array;
  flowMeans: Float32Array;
  flowDeviations: Float32Array;
  /** Of each report: share of counts drawn anew that lie below it, and that equal it; log of its mean predictive probability. */
  below: Float64Array;
  equal: Float64Array;
  logPredictive: Float64Array;
  energies: Float64Array;
  divergences: number;
  /** Trajectories that were cut at the greatest depth. */
  cut: number;
  stepSize: number;
  meanSteps: number;
  seconds: { warmup: number; sampling: number };
}

const MOST_DEPTH = 10;

/** Warms a chain up and samples it. `progress` hears the share done now and then. */
export function runChain(request: ChainRequest, progress: (share: number) => void = () => {}): ChainDraws {
  const { panel, warmup, samples, seed, chain } = request;
  const model = makeFlowModel(request.model, panel, request.benchmark);
  const random = new Random(seed, chain);
  const metric = new Metric(model.dimension, model.denseDimension);
  const sampler = new Nuts(model, metric, random, model.start(random), MOST_DEPTH);
  const tell = (done: number): void => {
    if (done % Math.max(1, Math.floor((warmup + samples) / 100)) === 0) progress(done / (warmup + samples));
  };
  const began = performance.now();
  warmUp(sampler, model, metric, { warmup, acceptance: request.acceptance, tell });
  const warm = performance.now();
  const sampled = sample(sampler, model, random, request, tell);
  const ended = performance.now();
  return {
    ...sampled,
    stepSize: sampler.stepSize,
    seconds: { warmup: (warm - began) / 1000, sampling: (ended - warm) / 1000 },
  };
}

function warmUp(
  sampler: Nuts,
  model: FlowModel,
  metric: Metric,
  { warmup, acceptance, tell }: { warmup: number; acceptance: number; tell: (done: number) => void },
): void {
  const steps = new DualAveraging(acceptance);
  const moments = new Moments(model.dimension, model.denseDimension);
  const ends = windowEnds(warmup);
  const first = ends.length > 0 ? Math.min(75, Math.floor(0.15 * warmup)) : warmup;
  const covariance = new Float64Array(model.denseDimension ** 2);
  const variance = new Float64Array(model.dimension);
  sampler.findStepSize();
  steps.restart(sampler.stepSize);
  for (let at = 0; at < warmup; at++) {
    const transition = sampler.transition();
    sampler.stepSize = steps.learn(transition.acceptance);
    if (at >= first) moments.add(sampler.position);
    if (ends.includes(at + 1)) {
      moments.write(covariance, variance);
      metric.set(covariance, variance);
      moments.restart();
      sampler.findStepSize();
      steps.restart(sampler.stepSize);
    }
    tell(at + 1);
  }
  if (warmup > 0) sampler.stepSize = steps.average;
}

function sample(
  sampler: Nuts,
  model: FlowModel,
  random: Random,
  { panel, samples, warmup }: ChainRequest,
  tell: (done: number) => void,
): Omit<ChainDraws, 'stepSize' | 'seconds'> {
  const [p, n, m] = [model.parameterNames.length, panel.cells.length, panel.reports.length];
  const draw = emptyDraw(p, n, m);
  const draws = {
    parameters: new Float64Array(samples * p),
    flowMeans: new Float32Array(samples * n),
    flowDeviations: new Float32Array(samples * n),
    below: new Float64Array(m),
    equal: new Float64Array(m),
    logPredictive: new Float64Array(m).fill(Number.NEGATIVE_INFINITY),
    energies: new Float64Array(samples),
    divergences: 0,
    cut: 0,
    meanSteps: 0,
  };
  for (let at = 0; at < samples; at++) {
    const transition = sampler.transition();
    draws.energies[at] = transition.energy;
    draws.divergences += transition.divergent ? 1 : 0;
    draws.cut += transition.depth === MOST_DEPTH ? 1 : 0;
    draws.meanSteps += transition.steps / samples;
    model.record(sampler.position, random, draw);
    draws.parameters.set(draw.parameters, at * p);
    draws.flowMeans.set(draw.flowMeans, at * n);
    draws.flowDeviations.set(draw.flowDeviations, at * n);
    predict(panel, draw, random, draws);
    tell(warmup + at + 1);
  }
  for (let k = 0; k < m; k++) {
    draws.below[k] = (draws.below[k] as number) / samples;
    draws.equal[k] = (draws.equal[k] as number) / samples;
    draws.logPredictive[k] = (draws.logPredictive[k] as number) - Math.log(samples);
  }
  return draws;
}

/** Counts every report anew, and takes the probability of those held out. */
function predict(
  { reports }: FlowPanel,
  { rateMeans, rateDeviations }: FlowDraw,
  random: Random,
  { below, equal, logPredictive }: Pick<ChainDraws, 'below' | 'equal' | 'logPredictive'>,
): void {
  for (let k = 0; k < reports.length; k++) {
    const { count, held } = reports[k] as FlowPanel['reports'][number];
    const [mean, deviation] = [rateMeans[k] as number, rateDeviations[k] as number];
    const anew = random.poisson(Math.exp(Math.min(mean + deviation * random.normal(), 30)));
    if (anew < count) below[k] = (below[k] as number) + 1;
    else if (anew === count) equal[k] = (equal[k] as number) + 1;
    if (held) logPredictive[k] = logAdd(logPredictive[k] as number, logPoissonLognormal(count, mean, deviation));
  }
}

function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
