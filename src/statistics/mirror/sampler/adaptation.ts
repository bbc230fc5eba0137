/** Finds the step size at which trajectories are accepted with a given chance. Source: Hoffman and Gelman 2014, dual averaging of Nesterov. */
export class DualAveraging {
  readonly #target: number;
  #centre = 0;
  #count = 0;
  #error = 0;
  #logAverage = 0;

  constructor(target: number) {
    this.#target = target;
  }

  restart(stepSize: number): void {
    this.#centre = Math.log(10 * stepSize);
    this.#count = 0;
    this.#error = 0;
    this.#logAverage = 0;
  }

  /** The step size to go on with, after a transition with this mean chance of acceptance. */
  learn(acceptance: number): number {
    this.#count++;
    const weight = 1 / (this.#count + 10);
    this.#error = (1 - weight) * this.#error + weight * (this.#target - Math.min(1, acceptance));
    const log = this.#centre - (Math.sqrt(this.#count) / 0.05) * this.#error;
    const share = this.#count ** -0.75;
    this.#logAverage = share * log + (1 - share) * this.#logAverage;
    return Math.exp(log);
  }

  get average(): number {
    return Math.exp(this.#logAverage);
  }
}

/** Means and covariances of positions as they pass (Welford). Shrunk to 1 with the weight of five draws: the scale that coordinates are made for. */
export class Moments {
  readonly #dense: number;
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;
  readonly #products: Float64Array;
  readonly #delta: Float64Array;
  #count = 0;

  constructor(dimension: number, dense: number) {
    this.#dense = dense;
    this.#mean = new Float64Array(dimension);
    this.#squares = new Float64Array(dimension);
    this.#delta = new Float64Array(dimension);
    this.#products = new Float64Array(dense * dense);
  }

  restart(): void {
    this.#count = 0;
    this.#mean.fill(0);
    this.#squares.fill(0);
    this.#products.fill(0);
  }

  add(position: Float64Array): void {
    this.#count++;
    const n = this.#dense;
    for (let i = 0; i < position.length; i++) {
      const delta = (position[i] as number) - (this.#mean[i] as number);
      this.#delta[i] = delta;
      this.#mean[i] = (this.#mean[i] as number) + delta / this.#count;
      this.#squares[i] = (this.#squares[i] as number) + delta * ((position[i] as number) - (this.#mean[i] as number));
    }
    const share = (this.#count - 1) / this.#count;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        this.#products[i * n + j] =
          (this.#products[i * n + j] as number) + share * (this.#delta[i] as number) * (this.#delta[j] as number);
  }

  /** Writes the shrunk covariance of the dense part and all variances. */
  write(covariance: Float64Array, variance: Float64Array): void {
    const n = this.#dense;
    const count = Math.max(this.#count, 2);
    const shrink = count / (count + 5);
    for (let i = 0; i < variance.length; i++)
      variance[i] = (shrink * (this.#squares[i] as number)) / (count - 1) + (1 - shrink);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        covariance[i * n + j] =
          (shrink * (this.#products[i * n + j] as number)) / (count - 1) + (i === j ? (1 - shrink) * 0.01 : 0);
  }
}

/** The transitions of a warm-up after which the metric is taken over: windows that double, between a first and a last part without. */
export function windowEnds(warmup: number): number[] {
  if (warmup < 20) return [];
  const first = warmup >= 150 ? 75 : Math.floor(0.15 * warmup);
  const last = warmup >= 150 ? 50 : Math.floor(0.1 * warmup);
  const ends: number[] = [];
  let size = warmup >= 150 ? 25 : Math.max(1, warmup - first - last);
  for (let end = first; end < warmup - last; size *= 2) {
    // A window that would leave too little for the next takes it in.
    end = end + 3 * size > warmup - last ? warmup - last : end + size;
    ends.push(end);
  }
  return ends;
}
