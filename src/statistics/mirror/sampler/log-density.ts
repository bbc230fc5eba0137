/** A distribution known up to a constant, on unbounded coordinates. */
export interface LogDensity {
  readonly dimension: number;
  /** Coordinates from 0 up to here get a dense mass matrix, the others a diagonal one. */
  readonly denseDimension: number;
  /** The logarithm of the density at a position; its gradient is written into `gradient`. Not finite where the density is 0. */
  evaluate(position: Float64Array, gradient: Float64Array): number;
}
