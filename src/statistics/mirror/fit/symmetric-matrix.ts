/** A square matrix of size n, row by row in one array. */
export type Matrix = Float64Array;

/**
 * The lower factor L of a positive definite matrix, A = L Lᵀ (Cholesky); null where A is not positive definite in the machine's numbers.
 */
export function cholesky(matrix: Matrix, n: number): Matrix | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[i * n + k] ?? 0) * (factor[j * n + k] ?? 0);
      if (i !== j) factor[i * n + j] = sum / (factor[j * n + j] ?? 1);
      else if (sum > 1e-12 * Math.abs(matrix[i * n + i] ?? 0)) factor[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/** Solves A x = b from the factor of A. */
export function solveFactored(factor: Matrix, n: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * n + i] ?? 1);
  }
  return x;
}

/** The inverse of A from its factor. */
export function invertFactored(factor: Matrix, n: number): Matrix {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const solved = solveFactored(factor, n, unit);
    for (let row = 0; row < n; row++) inverse[row * n + column] = solved[row] ?? 0;
  }
  return inverse;
}

/** The logarithm of A's determinant from its factor. */
export function logDeterminant(factor: Matrix, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(factor[i * n + i] ?? 1);
  return 2 * sum;
}
