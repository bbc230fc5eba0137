import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { SaldoError } from '../../../common/saldo-error.ts';
import { studentT } from '../../mirror/fit/student-t.ts';
import { cholesky, invertFactored } from '../../mirror/fit/symmetric-matrix.ts';

export const PARAMETERS = ['a1', 'alpha1', 'a2', 'alpha2', 'mu2', 'lambda2', 'c'] as const;
export type ParameterName = (typeof PARAMETERS)[number];

export interface ProfilePoint {
  /** Middle of the age group, years. */
  age: number;
  /** Share of all migrants by year of age, or a rate. */
  rate: number;
}

export interface FittedParameter {
  parameter: ParameterName;
  value: number;
  /** 95 %; null where the profile does not tell the parameter. */
  low95: number | null;
  high95: number | null;
  identified: boolean;
}

/** A model age profile. Modelled. */
export interface ProfileFit {
  kind: 'modelled';
  parameters: FittedParameter[];
  /** The curve at each age with its 95 % interval, which does not need every parameter to be identified. */
  points: { age: number; observed: number; fitted: number; low95: number; high95: number }[];
  r2: number;
  /** Of the starts, how many ended at the best fit, and how many were tried. */
  agreed: number;
  starts: number;
  /** Age from 15 on at which most move by the curve; null where the profile does not tell a peak of labour ages. */
  peak: number | null;
}

/** Ages at which the labour peak may begin, and how steep childhood falls: the corners that starts are taken from. */
const STARTS = [15, 20, 25, 30].flatMap(mu2 =>
  [0.05, 0.15].flatMap(alpha1 => [0.1, 0.4].map(lambda2 => ({ mu2, alpha1, lambda2 }))),
);

/**
 * The age profile of migrants by the model of Rogers and Castro, seven parameters.
 *
 * Formula: m(x) = a1 exp(−α1 x) + a2 exp(−α2 (x − μ2) − exp(−λ2 (x − μ2))) + c: children who go with parents, the peak of labour ages, a level.
 * Source: Rogers and Castro, Model Migration Schedules, 1981. Least squares by Levenberg and Marquardt (ml-levenberg-marquardt) with the exact
 * derivatives, all but μ2 on the logarithmic scale, from 16 starts; the best counts.
 * Units: x in years, m a rate or a share a year of age.
 * Assumes: errors alike at every age. No peak of retirement or of the oldest.
 * Interval: from the curvature at the best fit, Student's t; on the logarithmic scale, so that parameters stay above 0. The curve's is cut off at 0.
 * Fails: where the profile does not tell parameters apart (without children a1 and α1 are anything). Such a parameter is said to be not
 * identified and has no interval: its relative standard error exceeds 1, or the curvature is singular without it.
 *
 * @throws SaldoError `not_identified` for fewer than ten ages, negative rates or no migrants
 */
export function fitRogersCastro(points: readonly ProfilePoint[]): ProfileFit {
  const usable = [...points].sort((a, b) => a.age - b.age);
  if (
    usable.length < 10 ||
    usable.some(({ age, rate }) => !(age >= 0 && age < 130 && rate >= 0 && Number.isFinite(rate)))
  )
    throw new SaldoError(
      'not_identified',
      `an age profile of ${usable.length} ages; expected ten or more, rates of 0 or more`,
    );
  const scale = Math.max(...usable.map(({ rate }) => rate));
  if (scale === 0) throw new SaldoError('not_identified', 'an age profile without a migrant');
  const data = { x: usable.map(({ age }) => age), y: usable.map(({ rate }) => rate / scale) };
  const fits = STARTS.map(start => fitFrom(data, start)).filter(fit => Number.isFinite(fit.error));
  const [best] = fits.toSorted((a, b) => a.error - b.error);
  if (best === undefined) throw new SaldoError('not_identified', 'an age profile that no start comes near');
  const agreed = fits.filter(fit => fit.error <= best.error * 1.001 + 1e-14).length;
  return { ...told(best, data, scale), agreed, starts: STARTS.length };
}

/** The curve itself. */
export function rogersCastro(parameters: Readonly<Record<ParameterName, number>>, age: number): number {
  const { a1, alpha1, a2, alpha2, mu2, lambda2, c } = parameters;
  const from = age - mu2;
  return a1 * Math.exp(-alpha1 * age) + a2 * Math.exp(-alpha2 * from - Math.exp(-lambda2 * from)) + c;
}

interface Data {
  x: number[];
  y: number[];
}

interface Fit {
  /** Logarithms of all but μ2, in the order of the names. */
  values: number[];
  error: number;
}

const MU2 = PARAMETERS.indexOf('mu2');
/** On the logarithmic scale; what lies beyond is nothing, or a wall. */
const LOWEST = [-20, -7, -20, -7, 0, -5, -20];
const HIGHEST = [3, 1.5, 5, 1.5, 60, 2, 3];

function fitFrom(data: Data, { mu2, alpha1, lambda2 }: (typeof STARTS)[number]): Fit {
  const initialValues = [
    Math.log(0.5),
    Math.log(alpha1),
    Math.log(1.5),
    Math.log(0.1),
    mu2,
    Math.log(lambda2),
    Math.log(0.05),
  ];
  try {
    const found = levenbergMarquardt(data, curveOf, {
      ...{ initialValues, jacobianFunction: gradientOf, damping: 1e-2, maxIterations: 120 },
      ...{ errorTolerance: 0, improvementThreshold: 1e-12, minValues: LOWEST, maxValues: HIGHEST },
    });
    const values = [...found.parameterValues];
    return { values, error: sumOfSquares(values, data) };
  } catch {
    // A start from which the normal equations become singular; others do not.
    return { values: initialValues, error: Number.POSITIVE_INFINITY };
  }
}

function plain(values: readonly number[]): Record<ParameterName, number> {
  return Object.fromEntries(
    PARAMETERS.map((name, at) => [name, at === MU2 ? (values[at] ?? 0) : Math.exp(values[at] ?? 0)]),
  ) as Record<ParameterName, number>;
}

function curveOf(values: ArrayLike<number>): (age: number) => number {
  const parameters = plain(Array.from(values));
  return age => rogersCastro(parameters, age);
}

function gradientOf(values: ArrayLike<number>): (age: number) => number[] {
  const { a1, alpha1, a2, alpha2, mu2, lambda2, c } = plain(Array.from(values));
  return age => {
    const from = age - mu2;
    const steep = Math.exp(-lambda2 * from);
    const child = a1 * Math.exp(-alpha1 * age);
    const labour = a2 * Math.exp(-alpha2 * from - steep);
    return [
      ...[child, -alpha1 * age * child],
      ...[labour, -alpha2 * from * labour, labour * (alpha2 - lambda2 * steep), labour * lambda2 * from * steep],
      c,
    ].map(each => (Number.isFinite(each) ? each : 0));
  };
}

function sumOfSquares(values: readonly number[], { x, y }: Data): number {
  const curve = curveOf(values);
  return x.reduce((sum, age, at) => sum + (curve(age) - (y[at] ?? 0)) ** 2, 0);
}

function told({ values, error }: Fit, data: Data, scale: number): Omit<ProfileFit, 'agreed' | 'starts'> {
  const df = data.x.length - PARAMETERS.length;
  const variance = error / df;
  const t = studentT(0.95, df);
  const { covariance, known } = covarianceOf(values, data, variance);
  const scaled = { ...plain(values) };
  const parameters = PARAMETERS.map((parameter, at): FittedParameter => {
    const unit = parameter === 'a1' || parameter === 'a2' || parameter === 'c' ? scale : 1;
    scaled[parameter] *= unit;
    const value = scaled[parameter];
    const spread = Math.sqrt(Math.max(0, covariance(at, at)));
    const identified = known[at] === true && spread <= (at === MU2 ? 10 : 1);
    const bounds =
      at === MU2
        ? [value - t * spread, value + t * spread]
        : [value * Math.exp(-t * spread), value * Math.exp(t * spread)];
    const [low95 = 0, high95 = 0] = bounds;
    return { parameter, value, identified, low95: identified ? low95 : null, high95: identified ? high95 : null };
  });
  const gradient = gradientOf(values);
  const curve = curveOf(values);
  const points = data.x.map((age, at) => {
    const slope = gradient(age);
    let square = 0;
    for (const [i, one] of slope.entries())
      for (const [j, other] of slope.entries()) square += one * other * covariance(i, j);
    const half = t * Math.sqrt(Math.max(0, square)) * scale;
    const fitted = curve(age) * scale;
    return {
      age,
      observed: (data.y[at] ?? 0) * scale,
      fitted,
      low95: Math.max(0, fitted - half),
      high95: fitted + half,
    };
  });
  const mean = data.y.reduce((sum, each) => sum + each, 0) / data.y.length;
  const all = data.y.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const ages = Array.from({ length: 451 }, (_, at) => 15 + at / 10);
  const isTold = parameters.some(({ parameter, identified }) => parameter === 'mu2' && identified);
  const peak = isTold ? ages.reduce((top, age) => (curve(age) > curve(top) ? age : top), 15) : null;
  return { kind: 'modelled', parameters, points, r2: all > 0 ? 1 - error / all : 0, peak };
}

/** Parameters without which the curvature is not singular; those left out have no error of their own. */
function covarianceOf(
  values: readonly number[],
  { x }: Data,
  variance: number,
): { covariance: (i: number, j: number) => number; known: boolean[] } {
  const gradients = x.map(gradientOf(values));
  const product = (i: number, j: number) =>
    gradients.reduce((sum, slope) => sum + (slope[i] ?? 0) * (slope[j] ?? 0), 0);
  const kept: number[] = [];
  for (const at of PARAMETERS.keys()) if (factorOf([...kept, at], product) !== null) kept.push(at);
  const factor = factorOf(kept, product);
  const inverse = factor === null ? new Float64Array() : invertFactored(factor, kept.length);
  const place = new Map(kept.map((at, index) => [at, index]));
  return {
    known: PARAMETERS.map((_, at) => place.has(at)),
    covariance: (i, j) => {
      const [row, column] = [place.get(i), place.get(j)];
      return row === undefined || column === undefined ? 0 : variance * (inverse[row * kept.length + column] ?? 0);
    },
  };
}

function factorOf(chosen: readonly number[], product: (i: number, j: number) => number): Float64Array | null {
  const n = chosen.length;
  return cholesky(
    Float64Array.from({ length: n * n }, (_, at) => product(chosen[Math.floor(at / n)] ?? 0, chosen[at % n] ?? 0)),
    n,
  );
}
