/** What a filter keeps per report: state before it, its error and variance. */
const REPORT_FIELDS = 9;
/** What it keeps per year: state before the year. */
const YEAR_FIELDS = 5;

/**
 * The likelihood of one corridor's reports with all its flows integrated out, and its gradient.
 *
 *   y_t = φ y_{t−1} + c + d_t + η_t,   η ~ N(0, q),   y_0 = 0 (the first year has no lag),   c ~ N(c0, r)
 *   m   = y_t + bias + ε,              ε ~ N(0, h)    for each report's log rate m
 *
 * A Kalman filter with the state (y, c), reports one by one, and its adjoint run backwards (the derivative of every step by hand). Exact:
 * neither the flows nor the corridor's level is sampled, and the innovations may be as small as they like. `draw` samples the flows
 * afterwards, backwards from the last year.
 *
 * Source: Durbin and Koopman 2012, chapters 4 and 6 (univariate treatment); Frühwirth-Schnatter 1994 (backward sampling).
 */
export class CorridorFilter {
  /** In: intercepts d_t by cell; report rates less bias, and error variances, by report. */
  readonly intercepts: Float64Array;
  readonly rates: Float64Array;
  readonly variances: Float64Array;
  /** Out: derivatives by the same. */
  readonly interceptAdjoints: Float64Array;
  readonly rateAdjoints: Float64Array;
  readonly varianceAdjoints: Float64Array;
  /** Out: derivatives of the last corridor by φ, q, c0 and r. */
  lagAdjoint = 0;
  innovationAdjoint = 0;
  levelAdjoint = 0;
  levelVarianceAdjoint = 0;
  /** Reports of each cell: from `reportStarts[cell]` to the next. */
  readonly #reportStarts: Int32Array;
  readonly #years: Float64Array;
  readonly #trace: Float64Array;

  constructor(cells: number, reports: number, reportStarts: Int32Array) {
    [this.intercepts, this.interceptAdjoints] = [new Float64Array(cells), new Float64Array(cells)];
    [this.rates, this.rateAdjoints] = [new Float64Array(reports), new Float64Array(reports)];
    [this.variances, this.varianceAdjoints] = [new Float64Array(reports), new Float64Array(reports)];
    this.#reportStarts = reportStarts;
    this.#years = new Float64Array(cells * YEAR_FIELDS);
    this.#trace = new Float64Array(reports * REPORT_FIELDS);
  }

  /** Log likelihood of the corridor whose cells run from `from` to before `to`; all derivatives are left in the fields. */
  evaluate(from: number, to: number, lag: number, innovation: number, level: number, levelVariance: number): number {
    const logLikelihood = this.#forward(from, to, lag, innovation, level, levelVariance);
    this.#backward(from, to, lag);
    return logLikelihood;
  }

  #forward(from: number, to: number, lag: number, innovation: number, level: number, levelVariance: number): number {
    const { intercepts, rates, variances } = this;
    const years = this.#years;
    const trace = this.#trace;
    const starts = this.#reportStarts;
    let a1 = 0;
    let a2 = level;
    let p11 = 0;
    let p12 = 0;
    let p22 = levelVariance;
    let squares = 0;
    let logDeterminant = 0;
    let determinant = 1;
    for (let t = from; t < to; t++) {
      const year = t * YEAR_FIELDS;
      years[year] = a1;
      years[year + 1] = p11;
      years[year + 2] = p12;
      a1 = lag * a1 + a2 + (intercepts[t] as number);
      p11 = lag * lag * p11 + 2 * lag * p12 + p22 + innovation;
      p12 = lag * p12 + p22;
      const end = starts[t + 1] as number;
      for (let k = starts[t] as number; k < end; k++) {
        const h = variances[k] as number;
        const v = (rates[k] as number) - a1;
        const f = p11 + h;
        const inverse = 1 / f;
        const at = k * REPORT_FIELDS;
        trace[at] = v;
        trace[at + 1] = inverse;
        trace[at + 2] = p11;
        trace[at + 3] = p12;
        determinant *= f;
        squares += v * v * inverse;
        const gain1 = p11 * inverse;
        const gain2 = p12 * inverse;
        a1 += gain1 * v;
        a2 += gain2 * v;
        p22 -= gain2 * p12;
        p12 = gain2 * h;
        p11 = gain1 * h;
      }
      // One logarithm for many variances, before their product runs out of the machine's numbers.
      if (determinant < 1e-200 || determinant > 1e200) {
        logDeterminant += Math.log(determinant);
        determinant = 1;
      }
      // The state after the year's reports, from which `draw` goes back.
      years[year + 3] = a2;
      years[year + 4] = p22;
    }
    this.#last = [a1, a2, p11, p12, p22];
    return -0.5 * (logDeterminant + Math.log(determinant) + squares);
  }

  #last: [number, number, number, number, number] = [0, 0, 0, 0, 0];

  #backward(from: number, to: number, lag: number): void {
    const { interceptAdjoints, rateAdjoints, variances, varianceAdjoints } = this;
    const years = this.#years;
    const trace = this.#trace;
    const starts = this.#reportStarts;
    let a1 = 0;
    let a2 = 0;
    let b11 = 0;
    let b12 = 0;
    let b22 = 0;
    let lagAdjoint = 0;
    let innovationAdjoint = 0;
    for (let t = to - 1; t >= from; t--) {
      for (let k = (starts[t + 1] as number) - 1; k >= (starts[t] as number); k--) {
        const at = k * REPORT_FIELDS;
        const v = trace[at] as number;
        const inverse = trace[at + 1] as number;
        const p11 = trace[at + 2] as number;
        const p12 = trace[at + 3] as number;
        const h = variances[k] as number;
        const u = v * inverse;
        const error = (a1 * p11 + a2 * p12) * inverse - u;
        const variance =
          -inverse * ((a1 * p11 + a2 * p12) * u + (b11 * p11 + b12 * p12) * h * inverse - b22 * p12 * p12 * inverse) -
          0.5 * inverse +
          0.5 * u * u;
        varianceAdjoints[k] = (b11 * p11 + b12 * p12) * inverse + variance;
        rateAdjoints[k] = error;
        const before11 = b11 * h * inverse + a1 * u + variance;
        b12 = b12 * h * inverse + a2 * u - 2 * b22 * p12 * inverse;
        b11 = before11;
        a1 -= error;
      }
      const year = t * YEAR_FIELDS;
      const p11 = years[year + 1] as number;
      const p12 = years[year + 2] as number;
      interceptAdjoints[t] = a1;
      innovationAdjoint += b11;
      lagAdjoint += a1 * (years[year] as number) + b11 * (2 * lag * p11 + 2 * p12) + b12 * p12;
      a2 += a1;
      a1 *= lag;
      b22 += b11 + b12;
      b12 = 2 * lag * b11 + lag * b12;
      b11 *= lag * lag;
    }
    this.lagAdjoint = lagAdjoint;
    this.innovationAdjoint = innovationAdjoint;
    this.levelAdjoint = a2;
    this.levelVarianceAdjoint = b22;
  }

  /**
   * Draws the corridor's flows given its reports: the means given all reports, and a random deviation from them (its mirror image about the
   * means is a draw alike). `normal` gives standard normal numbers.
   */
  draw(
    from: number,
    to: number,
    {
      lag,
      innovation,
      level,
      levelVariance,
    }: { lag: number; innovation: number; level: number; levelVariance: number },
    normal: () => number,
    means: Float64Array,
    deviations: Float64Array,
  ): void {
    this.#forward(from, to, lag, innovation, level, levelVariance);
    const years = this.#years;
    const [a1, a2, p11, p12, p22] = this.#last;
    // The level first, then the last flow given the level, then back year by year.
    const levelMean = a2;
    const levelDeviation = Math.sqrt(Math.max(p22, 0)) * normal();
    const slope = p22 > 0 ? p12 / p22 : 0;
    let mean = a1;
    let deviation = slope * levelDeviation + Math.sqrt(Math.max(p11 - slope * p12, 0)) * normal();
    means[to - 1] = mean;
    deviations[to - 1] = deviation;
    for (let t = to - 1; t > from; t--) {
      const next = t * YEAR_FIELDS;
      // State of year t − 1 after its reports.
      const f1 = years[next] as number;
      const g11 = years[next + 1] as number;
      const g12 = years[next + 2] as number;
      const f2 = years[(t - 1) * YEAR_FIELDS + 3] as number;
      const g22 = years[(t - 1) * YEAR_FIELDS + 4] as number;
      const given = g22 > 0 ? g12 / g22 : 0;
      const spread = Math.max(g11 - given * g12, 0);
      const forecast = lag * lag * spread + innovation;
      const gain = forecast > 0 ? (spread * lag) / forecast : 0;
      const conditional = f1 + given * (levelMean - f2);
      const intercept = this.intercepts[t] as number;
      const meanBefore = conditional + gain * (mean - lag * conditional - levelMean - intercept);
      const shift = given * levelDeviation;
      deviation =
        shift +
        gain * (deviation - lag * shift - levelDeviation) +
        Math.sqrt(Math.max(spread - gain * lag * spread, 0)) * normal();
      mean = meanBefore;
      means[t - 1] = mean;
      deviations[t - 1] = deviation;
    }
  }
}
