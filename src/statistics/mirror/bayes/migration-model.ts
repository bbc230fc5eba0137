import type { Random } from '../sampler/random.ts';
import { UNDERCOUNT_PRIORS } from './beta-priors.ts';
import { CorridorFilter } from './corridor-filter.ts';
import { type FlowDraw, type FlowModel, type OfficeShare, officeShares } from './flow-model.ts';
import type { FlowPanel } from './flow-panel.ts';

/** Places of the shared coordinates. */
const SIGMA = 0;
const BETA = 2;
const LEVEL = 5;
const LAG = 6;
const INNOVATION = 7;
const LEVEL_SPREAD = 8;
const LAG_SPREAD = 9;
const LAMBDA = 10;
const SHARED = 14;
const COVARIATES = 3;

/**
 * The true flow by two offices' reports: the model of MigMod.
 *
 *   z      ~ Poisson(exp μ)                                     each report of arrivals or departures, persons a year
 *   μ      ~ N(y_ijt + log λ, σ)                                λ: share registered, by class and direction; σ by accuracy class
 *   y_ijt  = ψ0_ij + ψ1_ij y_ij,t−1 + x′β + σ_y e               y: log of the true flow; the first year has no lag term
 *   ψ0_ij  ~ N(ψ_c0, s0),   ψ1_ij ~ N(ψ_c1, s1)                 x: standardised logs of both populations and of the distance
 *
 * Priors: σ ~ t⁺(2.5, 0, 25); β ~ N(0, 5); ψ_c0 ~ N(0, 3); ψ_c1 ~ N(0, 0.1) within (0, 1); σ_y ~ N⁺(0, 5); s0 ~ N⁺(0, 3); s1 ~ N⁺(0, 1);
 * λ by experts (`beta-priors.ts`). The benchmark's arrivals have λ = 1. Low and medium undercount share one λ a direction, low and medium
 * accuracy one σ. Missing reports are integrated out through y.
 *
 * The flows y and the levels ψ0 are integrated out exactly (`corridor-filter.ts`) and drawn afterwards; sampled are the shared parameters,
 * μ = log(z + ½) + h / √(z + 1) by h, and ψ1_ij = ψ_c1 + s1 q by q.
 *
 * Assumes that an office is like its class, that classes and shares never change, and Poisson counts. Fails where an office is far from
 * its class; flows come out nearly flat in time, the first year a little low (it has no lag term). See the pooled model.
 *
 * Source: the Stan program of MigMod (Wiśniowski and others), restated; Raymer and others 2013.
 */
export class MigrationModel implements FlowModel {
  readonly dimension: number;
  readonly denseDimension = SHARED;
  readonly parameterNames: readonly string[];
  readonly shares: readonly OfficeShare[];
  readonly #panel: FlowPanel;
  readonly #filter: CorridorFilter;
  readonly #corridors: number;
  /** Of each report that the model sees. */
  readonly #counts: Float64Array;
  readonly #offsets: Float64Array;
  readonly #scales: Float64Array;
  /** Number of the λ, −1 for the benchmark's arrivals; number of the σ. */
  readonly #lambda: Int8Array;
  readonly #sigma: Int8Array;
  /** The same for all reports, held out ones too. */
  readonly #allLambda: Int8Array;
  readonly #allSigma: Int8Array;
  readonly #shared = new Float64Array(SHARED);

  constructor(panel: FlowPanel, benchmark: string) {
    const seen = panel.reports.filter(({ held }) => !held);
    const lambdaOf = ({ side, office, undercount }: FlowPanel['reports'][number]): number =>
      side === 'arrivals' && office === benchmark
        ? -1
        : (side === 'arrivals' ? 0 : 2) + (undercount === 'high' ? 1 : 0);
    const sigmaOf = ({ accuracy }: FlowPanel['reports'][number]): number => (accuracy === 'high' ? 1 : 0);
    this.#panel = panel;
    this.#corridors = panel.corridorStarts.length - 1;
    this.dimension = SHARED + this.#corridors + seen.length;
    this.parameterNames = [
      'sigma_low_medium',
      'sigma_high',
      'beta_pop_origin',
      'beta_pop_destination',
      'beta_distance',
      'psi_c0',
      'psi_c1',
      'sigma_y',
      's0',
      's1',
      ...UNDERCOUNT_PRIORS.map(({ name }) => name),
    ];
    this.shares = officeShares(panel, report => (lambdaOf(report) < 0 ? -1 : LAMBDA + lambdaOf(report)));
    this.#counts = Float64Array.from(seen, ({ count }) => count);
    this.#offsets = this.#counts.map(count => Math.log(count + 0.5));
    this.#scales = this.#counts.map(count => 1 / Math.sqrt(count + 1));
    this.#lambda = Int8Array.from(seen, lambdaOf);
    this.#sigma = Int8Array.from(seen, sigmaOf);
    this.#allLambda = Int8Array.from(panel.reports, lambdaOf);
    this.#allSigma = Int8Array.from(panel.reports, sigmaOf);
    const starts = new Int32Array(panel.cells.length + 1);
    for (const { cell } of seen) starts[cell + 1] = (starts[cell + 1] as number) + 1;
    for (let at = 0; at < panel.cells.length; at++)
      starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
    this.#filter = new CorridorFilter(panel.cells.length, seen.length, starts);
  }

  evaluate(position: Float64Array, gradient: Float64Array): number {
    gradient.fill(0);
    let total = this.#priors(position, gradient);
    total += this.#measurements(position, gradient);
    const shared = this.#shared;
    const filter = this.#filter;
    const starts = this.#panel.corridorStarts;
    this.#setIntercepts();
    const innovation = (shared[INNOVATION] as number) ** 2;
    const levelVariance = (shared[LEVEL_SPREAD] as number) ** 2;
    const spread = shared[LAG_SPREAD] as number;
    const psi = shared[LAG] as number;
    let [byLag, byInnovation, byLevel, byLevelVariance, bySpread] = [0, 0, 0, 0, 0];
    for (let c = 0; c < this.#corridors; c++) {
      const q = position[SHARED + c] as number;
      total += filter.evaluate(
        starts[c] as number,
        starts[c + 1] as number,
        psi + spread * q,
        innovation,
        shared[LEVEL] as number,
        levelVariance,
      );
      byLag += filter.lagAdjoint;
      bySpread += filter.lagAdjoint * q;
      byInnovation += filter.innovationAdjoint;
      byLevel += filter.levelAdjoint;
      byLevelVariance += filter.levelVarianceAdjoint;
      gradient[SHARED + c] = (gradient[SHARED + c] as number) + filter.lagAdjoint * spread;
    }
    gradient[LAG] = (gradient[LAG] as number) + byLag * psi * (1 - psi);
    gradient[LAG_SPREAD] = (gradient[LAG_SPREAD] as number) + bySpread * spread;
    gradient[INNOVATION] = (gradient[INNOVATION] as number) + 2 * innovation * byInnovation;
    gradient[LEVEL] = (gradient[LEVEL] as number) + byLevel;
    gradient[LEVEL_SPREAD] = (gradient[LEVEL_SPREAD] as number) + 2 * levelVariance * byLevelVariance;
    this.#addCovariateGradient(gradient);
    this.#addReportGradient(gradient);
    return total;
  }

  start(random: Random): Float64Array {
    const position = new Float64Array(this.dimension);
    const mean = this.#offsets.reduce((sum, each) => sum + each, 0) / Math.max(this.#offsets.length, 1);
    const likely = [-0.7, -0.7, 0, 0, 0, mean, -3, -2, 0, -3];
    for (const [at, value] of likely.entries()) position[at] = value + 0.4 * random.normal();
    for (const [at, { a, b }] of UNDERCOUNT_PRIORS.entries())
      position[LAMBDA + at] = Math.log(a / b) + 0.2 * random.normal();
    for (let at = SHARED; at < this.dimension; at++) position[at] = 0.5 * random.normal();
    return position;
  }

  record(position: Float64Array, random: Random, draw: FlowDraw): void {
    const { parameters, flowMeans, flowDeviations, rateMeans, rateDeviations } = draw;
    this.#share(position);
    const shared = this.#shared;
    parameters.set(shared);
    this.#setIntercepts();
    this.#setReports(position);
    const starts = this.#panel.corridorStarts;
    const normal = (): number => random.normal();
    const levels = {
      innovation: (shared[INNOVATION] as number) ** 2,
      level: shared[LEVEL] as number,
      levelVariance: (shared[LEVEL_SPREAD] as number) ** 2,
    };
    for (let c = 0; c < this.#corridors; c++) {
      const lag = (shared[LAG] as number) + (shared[LAG_SPREAD] as number) * (position[SHARED + c] as number);
      this.#filter.draw(
        starts[c] as number,
        starts[c + 1] as number,
        { lag, ...levels },
        normal,
        flowMeans,
        flowDeviations,
      );
    }
    for (const [k, { cell }] of this.#panel.reports.entries()) {
      const lambda = this.#allLambda[k] as number;
      const bias = lambda < 0 ? 0 : Math.log(shared[LAMBDA + lambda] as number);
      rateMeans[k] = (flowMeans[cell] as number) + (flowDeviations[cell] as number) + bias;
      rateDeviations[k] = shared[SIGMA + (this.#allSigma[k] as number)] as number;
    }
  }

  /** Natural scales of the shared coordinates. */
  #share(position: Float64Array): void {
    const shared = this.#shared;
    for (let at = 0; at < SHARED; at++) {
      const value = position[at] as number;
      if (at === LAG || at >= LAMBDA) shared[at] = 1 / (1 + Math.exp(-value));
      else shared[at] = at >= BETA && at <= LEVEL ? value : Math.exp(value);
    }
  }

  #priors(position: Float64Array, gradient: Float64Array): number {
    this.#share(position);
    const shared = this.#shared;
    let total = 0;
    for (let at = SIGMA; at < BETA; at++) {
      const square = (shared[at] as number) ** 2 / (25 * 25 * 2.5);
      total += -1.75 * Math.log1p(square) + (position[at] as number);
      gradient[at] = (-3.5 * square) / (1 + square) + 1;
    }
    for (let at = BETA; at < LEVEL; at++) {
      total -= (position[at] as number) ** 2 / 50;
      gradient[at] = -(position[at] as number) / 25;
    }
    total -= (position[LEVEL] as number) ** 2 / 18;
    gradient[LEVEL] = -(position[LEVEL] as number) / 9;
    const psi = shared[LAG] as number;
    total += -(psi * psi) / 0.02 + logitJacobian(position[LAG] as number);
    gradient[LAG] = (-psi / 0.01) * psi * (1 - psi) + 1 - 2 * psi;
    for (const [at, scale] of [
      [INNOVATION, 5],
      [LEVEL_SPREAD, 3],
      [LAG_SPREAD, 1],
    ] as const) {
      const square = ((shared[at] as number) / scale) ** 2;
      total += -0.5 * square + (position[at] as number);
      gradient[at] = -square + 1;
    }
    for (let at = 0; at < UNDERCOUNT_PRIORS.length; at++) {
      const { a, b } = UNDERCOUNT_PRIORS[at] as { a: number; b: number };
      const value = position[LAMBDA + at] as number;
      total += -a * softplus(-value) - b * softplus(value);
      gradient[LAMBDA + at] = a - (a + b) * (shared[LAMBDA + at] as number);
    }
    for (let at = SHARED; at < SHARED + this.#corridors; at++) {
      total -= 0.5 * (position[at] as number) ** 2;
      gradient[at] = -(position[at] as number);
    }
    return total;
  }

  /** Rates of the reports into the filter, and the Poisson counts' share of the density. */
  #measurements(position: Float64Array, gradient: Float64Array): number {
    const first = SHARED + this.#corridors;
    const { rates, variances } = this.#filter;
    const shared = this.#shared;
    let total = 0;
    for (let k = 0; k < this.#counts.length; k++) {
      const count = this.#counts[k] as number;
      const mu = (this.#offsets[k] as number) + (position[first + k] as number) * (this.#scales[k] as number);
      const rate = Math.exp(mu);
      total += count * mu - rate;
      gradient[first + k] = count - rate;
      const lambda = this.#lambda[k] as number;
      rates[k] = lambda < 0 ? mu : mu - Math.log(shared[LAMBDA + lambda] as number);
      variances[k] = (shared[this.#sigma[k] as number] as number) ** 2;
    }
    return total;
  }

  #setReports(position: Float64Array): void {
    const first = SHARED + this.#corridors;
    const { rates, variances } = this.#filter;
    for (let k = 0; k < this.#counts.length; k++) {
      const lambda = this.#lambda[k] as number;
      const mu = (this.#offsets[k] as number) + (position[first + k] as number) * (this.#scales[k] as number);
      rates[k] = lambda < 0 ? mu : mu - Math.log(this.#shared[LAMBDA + lambda] as number);
      variances[k] = (this.#shared[this.#sigma[k] as number] as number) ** 2;
    }
  }

  #setIntercepts(): void {
    const { intercepts } = this.#filter;
    const { covariates } = this.#panel;
    const [b0, b1, b2] = [
      this.#shared[BETA] as number,
      this.#shared[BETA + 1] as number,
      this.#shared[BETA + 2] as number,
    ];
    for (let t = 0; t < intercepts.length; t++) {
      const at = t * COVARIATES;
      intercepts[t] =
        b0 * (covariates[at] as number) + b1 * (covariates[at + 1] as number) + b2 * (covariates[at + 2] as number);
    }
  }

  #addCovariateGradient(gradient: Float64Array): void {
    const { interceptAdjoints } = this.#filter;
    const { covariates } = this.#panel;
    for (let j = 0; j < COVARIATES; j++) {
      let sum = 0;
      for (let t = 0; t < interceptAdjoints.length; t++)
        sum += (interceptAdjoints[t] as number) * (covariates[t * COVARIATES + j] as number);
      gradient[BETA + j] = (gradient[BETA + j] as number) + sum;
    }
  }

  #addReportGradient(gradient: Float64Array): void {
    const first = SHARED + this.#corridors;
    const { rateAdjoints, varianceAdjoints, variances } = this.#filter;
    const shared = this.#shared;
    for (let k = 0; k < this.#counts.length; k++) {
      const adjoint = rateAdjoints[k] as number;
      gradient[first + k] = ((gradient[first + k] as number) + adjoint) * (this.#scales[k] as number);
      const lambda = this.#lambda[k] as number;
      if (lambda >= 0)
        gradient[LAMBDA + lambda] =
          (gradient[LAMBDA + lambda] as number) - adjoint * (1 - (shared[LAMBDA + lambda] as number));
      const sigma = this.#sigma[k] as number;
      gradient[sigma] = (gradient[sigma] as number) + 2 * (variances[k] as number) * (varianceAdjoints[k] as number);
    }
  }
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Logarithm of p (1 − p) for p = logistic(x). */
function logitJacobian(x: number): number {
  return -softplus(-x) - softplus(x);
}
