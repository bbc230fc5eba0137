import type { Random } from '../sampler/random.ts';
import { UNDERCOUNT_PRIORS } from './beta-priors.ts';
import { type FlowDraw, type FlowModel, type OfficeShare, officeShares } from './flow-model.ts';
import type { FlowPanel, PanelReport } from './flow-panel.ts';
import { type CorridorProcess, StationaryFilter } from './stationary-filter.ts';

const BETA = 2;
const LEVEL = 5;
const PERSISTENCE = 6;
const PROCESS_SPREAD = 7;
const LEVEL_SPREAD = 8;
const ARRIVALS_SPREAD = 9;
const DEPARTURES_SPREAD = 10;
const SHARE_SPREAD = 11;
const ACCURACY_SPREAD = 13;
const LAMBDA = 14;
const SHARED = 18;
const COVARIATES = 3;

/** Scales of the half-normal priors of standard deviations, by coordinate. */
const SPREADS: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 1],
  [PROCESS_SPREAD, 1],
  [LEVEL_SPREAD, 3],
  [ARRIVALS_SPREAD, 1],
  [DEPARTURES_SPREAD, 1],
  [SHARE_SPREAD, 1],
  [SHARE_SPREAD + 1, 1],
  [ACCURACY_SPREAD, 0.5],
];

/**
 * The true flow by two offices' reports, every office with habits of its own.
 *
 *   z      ~ Poisson(exp μ)                            each report, persons a year
 *   μ      ~ N(y_ijt + b_os + v_ijs, σ_os)             o: the office, s: arrivals or departures
 *   b_os   ~ N(log λ[class, s], τ_s)                   log of the share that the office registers, pooled within its class; may exceed 0
 *   log σ_os ~ N(log σ[accuracy class], ω)             its accuracy, pooled too
 *   v_ijs  ~ N(0, κ_s)                                 what a side keeps above it in a corridor in all years
 *   y_ijt  = c_ij + x′β + w_ijt,   c ~ N(ψ, s0)
 *   w      first-order autoregression φ, standard deviation s_w in every year, the first too
 *
 * Priors: λ by experts (`beta-priors.ts`), σ ~ N⁺(0, 1), τ, κ ~ N⁺(0, 1), ω ~ N⁺(0, 0.5), s_w ~ N⁺(0, 1), s0 ~ N⁺(0, 3), φ ~ Beta(2, 2),
 * β ~ N(0, 5), ψ ~ N(0, 3). The benchmark's arrivals have b = 0. Integrated out exactly: w, c, v (`stationary-filter.ts`).
 *
 * Assumes habits that do not change over the years, and errors of one year that do not touch the next beyond v. Fails where an office
 * changes its rules within the table (give the years before and after as two tables), and tells little of offices without any
 * counterpart: their shares rest on their class.
 *
 * Source: own; the parts are those of Raymer and others 2013 and of multilevel models (Gelman and Hill 2007).
 */
export class PooledModel implements FlowModel {
  readonly dimension: number;
  readonly denseDimension: number;
  readonly parameterNames: readonly string[];
  readonly shares: readonly OfficeShare[];
  readonly #panel: FlowPanel;
  readonly #filter: StationaryFilter;
  readonly #corridors: number;
  /** Places of shares and accuracies by office and side. */
  readonly #office: number;
  readonly #accuracy: number;
  readonly #first: number;
  readonly #officeLambda: Int8Array;
  readonly #officeSigma: Int8Array;
  readonly #counts: Float64Array;
  readonly #offsets: Float64Array;
  readonly #scales: Float64Array;
  readonly #reportCell: Int32Array;
  /** Number of the report's office and side, and −1 instead for the share of the benchmark's arrivals. */
  readonly #reportOffice: Int32Array;
  readonly #fixed: number;
  readonly #allOffice: Int32Array;
  readonly #known: Float64Array;
  readonly #natural: Float64Array;
  readonly #process: CorridorProcess = {
    persistence: 0,
    variance: 1,
    level: 0,
    levelVariance: 1,
    arrivalsVariance: 1,
    departuresVariance: 1,
  };

  constructor(panel: FlowPanel, benchmark: string) {
    const seen = panel.reports.filter(({ held }) => !held);
    const shares = officeShares(panel, () => 0);
    const numbers = new Map(shares.map(({ office, side }, at) => [`${side} ${office}`, at]));
    const numberOf = ({ office, side }: PanelReport): number => numbers.get(`${side} ${office}`) ?? 0;
    const k = shares.length;
    this.#panel = panel;
    this.#corridors = panel.corridorStarts.length - 1;
    this.#office = SHARED;
    this.#accuracy = SHARED + k;
    this.#first = SHARED + 2 * k;
    this.denseDimension = this.#first;
    this.dimension = this.#first + seen.length;
    this.#fixed = numbers.get(`arrivals ${benchmark}`) ?? -1;
    const classes = new Map(panel.reports.map(report => [numberOf(report), report]));
    this.#officeLambda = Int8Array.from(shares, (_, at) => {
      const { side, undercount } = classes.get(at) as PanelReport;
      return (side === 'arrivals' ? 0 : 2) + (undercount === 'high' ? 1 : 0);
    });
    this.#officeSigma = Int8Array.from(shares, (_, at) => (classes.get(at)?.accuracy === 'high' ? 1 : 0));
    this.shares = shares.map(({ office, side }, at) => ({
      office,
      side,
      parameter: at === this.#fixed ? -1 : SHARED + at,
    }));
    this.parameterNames = [
      'sigma_low_medium',
      'sigma_high',
      'beta_pop_origin',
      'beta_pop_destination',
      'beta_distance',
      'psi',
      'phi',
      's_w',
      's0',
      'kappa_arrivals',
      'kappa_departures',
      'tau_arrivals',
      'tau_departures',
      'omega',
      ...UNDERCOUNT_PRIORS.map(({ name }) => name),
      ...shares.map(({ office, side }) => `share_${side}_${office}`),
      ...shares.map(({ office, side }) => `sigma_${side}_${office}`),
    ];
    this.#counts = Float64Array.from(seen, ({ count }) => count);
    this.#offsets = this.#counts.map(count => Math.log(count + 0.5));
    this.#scales = this.#counts.map(count => 1 / Math.sqrt(count + 1));
    this.#reportCell = Int32Array.from(seen, ({ cell }) => cell);
    this.#reportOffice = Int32Array.from(seen, numberOf);
    this.#allOffice = Int32Array.from(panel.reports, numberOf);
    this.#known = new Float64Array(panel.cells.length);
    this.#natural = new Float64Array(this.#first);
    const starts = new Int32Array(panel.cells.length + 1);
    for (const { cell } of seen) starts[cell + 1] = (starts[cell + 1] as number) + 1;
    for (let at = 0; at < panel.cells.length; at++)
      starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
    this.#filter = new StationaryFilter(
      panel.cells.length,
      starts,
      Int8Array.from(seen, ({ side }) => (side === 'arrivals' ? 1 : 2)),
    );
  }

  evaluate(position: Float64Array, gradient: Float64Array): number {
    gradient.fill(0);
    let total =
      this.#priors(position, gradient) + this.#offices(position, gradient) + this.#measurements(position, gradient);
    const natural = this.#natural;
    const filter = this.#filter;
    const starts = this.#panel.corridorStarts;
    const process = this.#setProcess();
    const { adjoint } = filter;
    let [persistence, variance, level, levelVariance, arrivals, departures] = [0, 0, 0, 0, 0, 0];
    for (let c = 0; c < this.#corridors; c++) {
      total += filter.evaluate(starts[c] as number, starts[c + 1] as number, process);
      persistence += adjoint.persistence;
      variance += adjoint.variance;
      level += adjoint.level;
      levelVariance += adjoint.levelVariance;
      arrivals += adjoint.arrivalsVariance;
      departures += adjoint.departuresVariance;
    }
    const phi = natural[PERSISTENCE] as number;
    gradient[PERSISTENCE] = (gradient[PERSISTENCE] as number) + persistence * phi * (1 - phi);
    gradient[PROCESS_SPREAD] = (gradient[PROCESS_SPREAD] as number) + 2 * variance * process.variance;
    gradient[LEVEL] = (gradient[LEVEL] as number) + level;
    gradient[LEVEL_SPREAD] = (gradient[LEVEL_SPREAD] as number) + 2 * levelVariance * process.levelVariance;
    gradient[ARRIVALS_SPREAD] = (gradient[ARRIVALS_SPREAD] as number) + 2 * arrivals * process.arrivalsVariance;
    gradient[DEPARTURES_SPREAD] = (gradient[DEPARTURES_SPREAD] as number) + 2 * departures * process.departuresVariance;
    this.#addReportGradient(gradient);
    return total;
  }

  start(random: Random): Float64Array {
    const position = new Float64Array(this.dimension);
    const mean = this.#offsets.reduce((sum, each) => sum + each, 0) / Math.max(this.#offsets.length, 1);
    const likely = [-1, -1.5, 0, 0, 0, mean + 0.3, 1, -1, 0, -1, -1, -0.5, -0.5, -1];
    for (const [at, value] of likely.entries()) position[at] = value + 0.3 * random.normal();
    for (const [at, { a, b }] of UNDERCOUNT_PRIORS.entries())
      position[LAMBDA + at] = Math.log(a / b) + 0.2 * random.normal();
    for (let at = 0; at < this.#officeLambda.length; at++) {
      position[this.#office + at] = -0.4 + 0.3 * random.normal();
      position[this.#accuracy + at] = -1 + 0.3 * random.normal();
    }
    for (let at = this.#first; at < this.dimension; at++) position[at] = 0.5 * random.normal();
    return position;
  }

  record(position: Float64Array, random: Random, draw: FlowDraw): void {
    const { parameters, flowMeans, flowDeviations, rateMeans, rateDeviations } = draw;
    const natural = this.#natural;
    this.#share(position);
    this.#setRates(position);
    parameters.set(natural);
    const process = this.#setProcess();
    const starts = this.#panel.corridorStarts;
    const cells = this.#panel.cells.length;
    const [processMeans, processDeviations] = [new Float64Array(cells), new Float64Array(cells)];
    const out = { means: flowMeans, deviations: flowDeviations, processMeans, processDeviations };
    const constants = new Float64Array(2 * cells);
    for (let c = 0; c < this.#corridors; c++) {
      const [from, to] = [starts[c] as number, starts[c + 1] as number];
      const [aMean, aDeviation, dMean, dDeviation] = this.#filter.draw(from, to, process, () => random.normal(), out);
      for (let t = from; t < to; t++) {
        constants[2 * t] = aMean + aDeviation;
        constants[2 * t + 1] = dMean + dDeviation;
        flowMeans[t] = (flowMeans[t] as number) + (this.#known[t] as number);
      }
    }
    for (const [k, { cell, side }] of this.#panel.reports.entries()) {
      const office = this.#allOffice[k] as number;
      const bias = office === this.#fixed ? 0 : (position[this.#office + office] as number);
      const constant = constants[2 * cell + (side === 'arrivals' ? 0 : 1)] as number;
      rateMeans[k] =
        (processMeans[cell] as number) +
        (processDeviations[cell] as number) +
        constant +
        (this.#known[cell] as number) +
        bias;
      rateDeviations[k] = natural[this.#accuracy + office] as number;
    }
  }

  #share(position: Float64Array): void {
    const natural = this.#natural;
    for (let at = 0; at < this.#first; at++) {
      const value = position[at] as number;
      if (at === PERSISTENCE || (at >= LAMBDA && at < SHARED)) natural[at] = 1 / (1 + Math.exp(-value));
      else natural[at] = at >= BETA && at <= LEVEL ? value : Math.exp(value);
    }
    if (this.#fixed >= 0) natural[this.#office + this.#fixed] = 1;
  }

  #setProcess(): CorridorProcess {
    const natural = this.#natural;
    const process = this.#process;
    process.persistence = natural[PERSISTENCE] as number;
    process.variance = (natural[PROCESS_SPREAD] as number) ** 2;
    process.level = natural[LEVEL] as number;
    process.levelVariance = (natural[LEVEL_SPREAD] as number) ** 2;
    process.arrivalsVariance = (natural[ARRIVALS_SPREAD] as number) ** 2;
    process.departuresVariance = (natural[DEPARTURES_SPREAD] as number) ** 2;
    return process;
  }

  #priors(position: Float64Array, gradient: Float64Array): number {
    this.#share(position);
    const natural = this.#natural;
    let total = 0;
    for (const [at, scale] of SPREADS) {
      const square = ((natural[at] as number) / scale) ** 2;
      total += -0.5 * square + (position[at] as number);
      gradient[at] = 1 - square;
    }
    for (let at = BETA; at < LEVEL; at++) {
      total -= (position[at] as number) ** 2 / 50;
      gradient[at] = -(position[at] as number) / 25;
    }
    total -= (position[LEVEL] as number) ** 2 / 18;
    gradient[LEVEL] = -(position[LEVEL] as number) / 9;
    total += this.#beta(position, gradient, PERSISTENCE, 2, 2);
    for (let at = 0; at < UNDERCOUNT_PRIORS.length; at++) {
      const { a, b } = UNDERCOUNT_PRIORS[at] as { a: number; b: number };
      total += this.#beta(position, gradient, LAMBDA + at, a, b);
    }
    return total;
  }

  #beta(position: Float64Array, gradient: Float64Array, at: number, a: number, b: number): number {
    const value = position[at] as number;
    gradient[at] = a - (a + b) * (this.#natural[at] as number);
    return -a * softplus(-value) - b * softplus(value);
  }

  /** Shares and accuracies of the offices about those of their classes. */
  #offices(position: Float64Array, gradient: Float64Array): number {
    const natural = this.#natural;
    let total = 0;
    for (let o = 0; o < this.#officeLambda.length; o++) {
      const lambda = LAMBDA + (this.#officeLambda[o] as number);
      const spread = SHARE_SPREAD + ((this.#officeLambda[o] as number) < 2 ? 0 : 1);
      const at = this.#office + o;
      if (o === this.#fixed) {
        // Nothing rests on this coordinate; it needs a distribution all the same.
        total -= 0.5 * (position[at] as number) ** 2;
        gradient[at] = -(position[at] as number);
      } else {
        const tau = natural[spread] as number;
        const p = natural[lambda] as number;
        const z = ((position[at] as number) - Math.log(p)) / tau;
        total -= 0.5 * z * z + Math.log(tau);
        gradient[at] = -z / tau;
        gradient[lambda] = (gradient[lambda] as number) + (z / tau) * (1 - p);
        gradient[spread] = (gradient[spread] as number) + z * z - 1;
      }
      const own = this.#accuracy + o;
      const sigma = this.#officeSigma[o] as number;
      const omega = natural[ACCURACY_SPREAD] as number;
      const e = ((position[own] as number) - (position[sigma] as number)) / omega;
      total -= 0.5 * e * e + Math.log(omega);
      gradient[own] = -e / omega;
      gradient[sigma] = (gradient[sigma] as number) + e / omega;
      gradient[ACCURACY_SPREAD] = (gradient[ACCURACY_SPREAD] as number) + e * e - 1;
    }
    return total;
  }

  #measurements(position: Float64Array, gradient: Float64Array): number {
    this.#setRates(position);
    let total = 0;
    for (let k = 0; k < this.#counts.length; k++) {
      const mu = (this.#offsets[k] as number) + (position[this.#first + k] as number) * (this.#scales[k] as number);
      const rate = Math.exp(mu);
      const count = this.#counts[k] as number;
      total += count * mu - rate;
      gradient[this.#first + k] = count - rate;
    }
    return total;
  }

  #setRates(position: Float64Array): void {
    const { covariates } = this.#panel;
    const known = this.#known;
    const [b0, b1, b2] = [position[BETA] as number, position[BETA + 1] as number, position[BETA + 2] as number];
    for (let t = 0; t < known.length; t++) {
      const at = t * COVARIATES;
      known[t] =
        b0 * (covariates[at] as number) + b1 * (covariates[at + 1] as number) + b2 * (covariates[at + 2] as number);
    }
    const { rates, variances } = this.#filter;
    for (let k = 0; k < this.#counts.length; k++) {
      const office = this.#reportOffice[k] as number;
      const bias = office === this.#fixed ? 0 : (position[this.#office + office] as number);
      const mu = (this.#offsets[k] as number) + (position[this.#first + k] as number) * (this.#scales[k] as number);
      rates[k] = mu - bias - (known[this.#reportCell[k] as number] as number);
      variances[k] = (this.#natural[this.#accuracy + office] as number) ** 2;
    }
  }

  #addReportGradient(gradient: Float64Array): void {
    const { rateAdjoints, varianceAdjoints, variances } = this.#filter;
    const { covariates } = this.#panel;
    let [b0, b1, b2] = [0, 0, 0];
    for (let k = 0; k < this.#counts.length; k++) {
      const adjoint = rateAdjoints[k] as number;
      const office = this.#reportOffice[k] as number;
      const at = (this.#reportCell[k] as number) * COVARIATES;
      gradient[this.#first + k] = ((gradient[this.#first + k] as number) + adjoint) * (this.#scales[k] as number);
      if (office !== this.#fixed)
        gradient[this.#office + office] = (gradient[this.#office + office] as number) - adjoint;
      const own = this.#accuracy + office;
      gradient[own] = (gradient[own] as number) + 2 * (variances[k] as number) * (varianceAdjoints[k] as number);
      b0 -= adjoint * (covariates[at] as number);
      b1 -= adjoint * (covariates[at + 1] as number);
      b2 -= adjoint * (covariates[at + 2] as number);
    }
    gradient[BETA] = (gradient[BETA] as number) + b0;
    gradient[BETA + 1] = (gradient[BETA + 1] as number) + b1;
    gradient[BETA + 2] = (gradient[BETA + 2] as number) + b2;
  }
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
