import { cholesky } from '../fit/symmetric-matrix.ts';
import type { Random } from './random.ts';

/**
 * The metric of a Hamiltonian sampler: momenta p ~ N(0, Σ⁻¹), velocity Σ p. Σ is the covariance of the first `dense` coordinates, and the
 * variances of the others.
 */
export class Metric {
  readonly dimension: number;
  readonly dense: number;
  readonly #covariance: Float64Array;
  #factor: Float64Array;
  readonly #variance: Float64Array;
  readonly #deviation: Float64Array;

  constructor(dimension: number, dense: number) {
    this.dimension = dimension;
    this.dense = dense;
    this.#covariance = new Float64Array(dense * dense);
    for (let i = 0; i < dense; i++) this.#covariance[i * dense + i] = 1;
    this.#factor = Float64Array.from(this.#covariance);
    this.#variance = new Float64Array(dimension).fill(1);
    this.#deviation = new Float64Array(dimension).fill(1);
  }

  /** Takes moments over from an estimate. A covariance that is not positive definite is left out, its diagonal kept. */
  set(covariance: Float64Array, variance: Float64Array): void {
    const n = this.dense;
    let factor = cholesky(covariance, n);
    this.#covariance.set(covariance);
    if (factor === null) {
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) this.#covariance[i * n + j] = 0;
      factor = cholesky(this.#covariance, n) ?? this.#factor;
    }
    this.#factor = factor;
    this.#variance.set(variance);
    for (let i = 0; i < this.dimension; i++) this.#deviation[i] = Math.sqrt(variance[i] as number);
  }

  drawMomentum(random: Random, momentum: Float64Array): void {
    const n = this.dense;
    for (let i = 0; i < this.dimension; i++) momentum[i] = random.normal();
    // p = L⁻ᵀ ξ has the covariance (L Lᵀ)⁻¹.
    for (let i = n - 1; i >= 0; i--) {
      let sum = momentum[i] as number;
      for (let k = i + 1; k < n; k++) sum -= (this.#factor[k * n + i] as number) * (momentum[k] as number);
      momentum[i] = sum / (this.#factor[i * n + i] as number);
    }
    for (let i = n; i < this.dimension; i++) momentum[i] = (momentum[i] as number) / (this.#deviation[i] as number);
  }

  /** Writes Σ p. */
  velocity(momentum: Float64Array, out: Float64Array): void {
    const n = this.dense;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (this.#covariance[i * n + k] as number) * (momentum[k] as number);
      out[i] = sum;
    }
    for (let i = n; i < this.dimension; i++) out[i] = (this.#variance[i] as number) * (momentum[i] as number);
  }
}
