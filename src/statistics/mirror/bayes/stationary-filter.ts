/** Kept per report: error, inverse variance, the three gains before division. */
const REPORT_FIELDS = 5;
/** Kept per year: the state (3) and its covariance (6) after the year's reports; then w and its three covariances before the year. */
const YEAR_FIELDS = 13;

/** The stationary process of a corridor and the spread of its constants. */
export interface CorridorProcess {
  /** Autocorrelation of a year with the next, 0 to 1. */
  persistence: number;
  /** Variance of the process in any year. */
  variance: number;
  level: number;
  levelVariance: number;
  /** Variances of what a corridor's arrivals, and its departures, keep above the office's share in all years. */
  arrivalsVariance: number;
  departuresVariance: number;
}

/**
 * The likelihood of one corridor's reports with its flows, level and lasting errors integrated out, and its gradient.
 *
 *   w_t = φ w_{t−1} + η_t,  w_1 ~ N(0, ω),  η ~ N(0, ω (1 − φ²))               ω a variance: stationary from the first year on
 *   arrivals    m = w_t + A + ε,   departures  m = w_t + D + ε,   ε ~ N(0, h)
 *   A = c + v_a,  D = c + v_d,     c ~ N(c0, r),  v ~ N(0, κ)
 *
 * A Kalman filter with the state (w, A, D), reports one by one, and its adjoint by hand; then backward draws. The rates m come less what is
 * known of them (covariates, shares of the offices).
 *
 * Source: as `corridor-filter.ts`.
 */
export class StationaryFilter {
  readonly rates: Float64Array;
  readonly variances: Float64Array;
  readonly rateAdjoints: Float64Array;
  readonly varianceAdjoints: Float64Array;
  /** Derivatives of the last corridor. */
  readonly adjoint: Record<keyof CorridorProcess, number> = {
    persistence: 0,
    variance: 0,
    level: 0,
    levelVariance: 0,
    arrivalsVariance: 0,
    departuresVariance: 0,
  };
  readonly #reportStarts: Int32Array;
  /** 1 for arrivals, 2 for departures: the place of the report's constant in the state. */
  readonly #constants: Int8Array;
  readonly #years: Float64Array;
  readonly #trace: Float64Array;

  constructor(cells: number, reportStarts: Int32Array, constants: Int8Array) {
    const reports = constants.length;
    [this.rates, this.rateAdjoints] = [new Float64Array(reports), new Float64Array(reports)];
    [this.variances, this.varianceAdjoints] = [new Float64Array(reports), new Float64Array(reports)];
    this.#reportStarts = reportStarts;
    this.#constants = constants;
    this.#years = new Float64Array(cells * YEAR_FIELDS);
    this.#trace = new Float64Array(reports * REPORT_FIELDS);
  }

  evaluate(from: number, to: number, process: CorridorProcess): number {
    const logLikelihood = this.#forward(from, to, process);
    this.#backward(from, to, process);
    return logLikelihood;
  }

  #forward(from: number, to: number, process: CorridorProcess): number {
    const { persistence, variance, level, levelVariance } = process;
    const { rates, variances } = this;
    const years = this.#years;
    const trace = this.#trace;
    const starts = this.#reportStarts;
    const innovation = variance * (1 - persistence * persistence);
    let w = 0;
    let a = level;
    let d = level;
    let pww = variance;
    let pwa = 0;
    let pwd = 0;
    let paa = levelVariance + process.arrivalsVariance;
    const padStart = levelVariance;
    let pad = padStart;
    let pdd = levelVariance + process.departuresVariance;
    let squares = 0;
    let logDeterminant = 0;
    let determinant = 1;
    for (let t = from; t < to; t++) {
      const year = t * YEAR_FIELDS;
      years[year + 9] = w;
      years[year + 10] = pww;
      years[year + 11] = pwa;
      years[year + 12] = pwd;
      if (t > from) {
        w *= persistence;
        pww = persistence * persistence * pww + innovation;
        pwa *= persistence;
        pwd *= persistence;
      }
      const end = starts[t + 1] as number;
      for (let k = starts[t] as number; k < end; k++) {
        const arrivals = this.#constants[k] === 1;
        const gw = pww + (arrivals ? pwa : pwd);
        const ga = pwa + (arrivals ? paa : pad);
        const gd = pwd + (arrivals ? pad : pdd);
        const f = gw + (arrivals ? ga : gd) + (variances[k] as number);
        const inverse = 1 / f;
        const v = (rates[k] as number) - w - (arrivals ? a : d);
        const at = k * REPORT_FIELDS;
        trace[at] = v;
        trace[at + 1] = inverse;
        trace[at + 2] = gw;
        trace[at + 3] = ga;
        trace[at + 4] = gd;
        determinant *= f;
        squares += v * v * inverse;
        const u = v * inverse;
        w += gw * u;
        a += ga * u;
        d += gd * u;
        pww -= gw * gw * inverse;
        pwa -= gw * ga * inverse;
        pwd -= gw * gd * inverse;
        paa -= ga * ga * inverse;
        pad -= ga * gd * inverse;
        pdd -= gd * gd * inverse;
      }
      if (determinant < 1e-200 || determinant > 1e200) {
        logDeterminant += Math.log(determinant);
        determinant = 1;
      }
      years[year] = w;
      years[year + 1] = a;
      years[year + 2] = d;
      years[year + 3] = pww;
      years[year + 4] = pwa;
      years[year + 5] = pwd;
      years[year + 6] = paa;
      years[year + 7] = pad;
      years[year + 8] = pdd;
    }
    return -0.5 * (logDeterminant + Math.log(determinant) + squares);
  }

  /** Adjoints of a symmetric covariance count each of its entries once, so that those off the diagonal stand for two. */
  #backward(from: number, to: number, { persistence, variance }: CorridorProcess): void {
    const years = this.#years;
    const trace = this.#trace;
    const starts = this.#reportStarts;
    let sw = 0;
    let sa = 0;
    let sd = 0;
    let bww = 0;
    let bwa = 0;
    let bwd = 0;
    let baa = 0;
    let bad = 0;
    let bdd = 0;
    let byPersistence = 0;
    let byInnovation = 0;
    for (let t = to - 1; t >= from; t--) {
      for (let k = (starts[t + 1] as number) - 1; k >= (starts[t] as number); k--) {
        const arrivals = this.#constants[k] === 1;
        const at = k * REPORT_FIELDS;
        const v = trace[at] as number;
        const inverse = trace[at + 1] as number;
        const gw = trace[at + 2] as number;
        const ga = trace[at + 3] as number;
        const gd = trace[at + 4] as number;
        const u = v * inverse;
        const along = (sw * gw + sa * ga + sd * gd) * inverse;
        const error = along - u;
        const bgw = (bww * gw + bwa * ga + bwd * gd) * inverse;
        const bga = (bwa * gw + baa * ga + bad * gd) * inverse;
        const bgd = (bwd * gw + bad * ga + bdd * gd) * inverse;
        const byVariance = -along * u + (gw * bgw + ga * bga + gd * bgd) * inverse - 0.5 * inverse + 0.5 * u * u;
        // Half of the gains' adjoints, as they come twice into the symmetric covariance.
        const hw = 0.5 * sw * u - bgw;
        const ha = 0.5 * sa * u - bga;
        const hd = 0.5 * sd * u - bgd;
        this.varianceAdjoints[k] = byVariance;
        this.rateAdjoints[k] = error;
        sw -= error;
        bww += 2 * hw + byVariance;
        if (arrivals) {
          sa -= error;
          bwa += hw + ha + byVariance;
          baa += 2 * ha + byVariance;
          bwd += hd;
          bad += hd;
        } else {
          sd -= error;
          bwd += hw + hd + byVariance;
          bdd += 2 * hd + byVariance;
          bwa += ha;
          bad += ha;
        }
      }
      if (t === from) break;
      const year = t * YEAR_FIELDS;
      const [w, pww, pwa, pwd] = [
        years[year + 9] as number,
        years[year + 10] as number,
        years[year + 11] as number,
        years[year + 12] as number,
      ];
      byPersistence += sw * w + 2 * persistence * bww * pww + 2 * (bwa * pwa + bwd * pwd);
      byInnovation += bww;
      sw *= persistence;
      bww *= persistence * persistence;
      bwa *= persistence;
      bwd *= persistence;
    }
    const { adjoint } = this;
    adjoint.persistence = byPersistence - 2 * persistence * variance * byInnovation;
    adjoint.variance = bww + byInnovation * (1 - persistence * persistence);
    adjoint.level = sa + sd;
    adjoint.levelVariance = baa + bdd + 2 * bad;
    adjoint.arrivalsVariance = baa;
    adjoint.departuresVariance = bdd;
  }

  /**
   * Draws w + c of each year, and the corridor's A and D: means given the reports, and a deviation whose mirror image is a draw alike.
   *
   * @returns mean and deviation of A, of D
   */
  draw(
    from: number,
    to: number,
    process: CorridorProcess,
    normal: () => number,
    out: { means: Float64Array; deviations: Float64Array; processMeans: Float64Array; processDeviations: Float64Array },
  ): [number, number, number, number] {
    this.#forward(from, to, process);
    const years = this.#years;
    const { persistence, variance, level, levelVariance, arrivalsVariance, departuresVariance } = process;
    const innovation = variance * (1 - persistence * persistence);
    const last = (to - 1) * YEAR_FIELDS;
    const [aMean, dMean] = [years[last + 1] as number, years[last + 2] as number];
    const [paa, pad, pdd] = [years[last + 6] as number, years[last + 7] as number, years[last + 8] as number];
    const aDeviation = Math.sqrt(Math.max(paa, 0)) * normal();
    const slope = paa > 0 ? pad / paa : 0;
    const dDeviation = slope * aDeviation + Math.sqrt(Math.max(pdd - slope * pad, 0)) * normal();
    // The level given both constants.
    const weights = [1 / levelVariance, 1 / arrivalsVariance, 1 / departuresVariance] as const;
    const precision = weights[0] + weights[1] + weights[2];
    const levelMean = (weights[0] * level + weights[1] * aMean + weights[2] * dMean) / precision;
    const levelDeviation =
      (weights[1] * aDeviation + weights[2] * dDeviation) / precision + normal() / Math.sqrt(precision);
    let mean = 0;
    let deviation = 0;
    for (let t = to - 1; t >= from; t--) {
      const year = t * YEAR_FIELDS;
      const [pwa, pwd] = [years[year + 4] as number, years[year + 5] as number];
      const [qaa, qad, qdd] = [years[year + 6] as number, years[year + 7] as number, years[year + 8] as number];
      const determinant = qaa * qdd - qad * qad;
      const byA = determinant > 0 ? (pwa * qdd - pwd * qad) / determinant : 0;
      const byD = determinant > 0 ? (pwd * qaa - pwa * qad) / determinant : 0;
      const spread = Math.max((years[year + 3] as number) - byA * pwa - byD * pwd, 0);
      const here =
        (years[year] as number) +
        byA * (aMean - (years[year + 1] as number)) +
        byD * (dMean - (years[year + 2] as number));
      const shift = byA * aDeviation + byD * dDeviation;
      if (t === to - 1) {
        mean = here;
        deviation = shift + Math.sqrt(spread) * normal();
      } else {
        const forecast = persistence * persistence * spread + innovation;
        const gain = forecast > 0 ? (spread * persistence) / forecast : 0;
        mean = here + gain * (mean - persistence * here);
        deviation =
          shift +
          gain * (deviation - persistence * shift) +
          Math.sqrt(Math.max(spread * (1 - gain * persistence), 0)) * normal();
      }
      out.processMeans[t] = mean;
      out.processDeviations[t] = deviation;
      out.means[t] = mean + levelMean;
      out.deviations[t] = deviation + levelDeviation;
    }
    return [aMean, aDeviation, dMean, dDeviation];
  }
}
