import { SaldoError } from '../../common/saldo-error.ts';

/** After how many months of stay somebody counts as a migrant. */
export type MinimumStay = number | 'permanent';

/** Published tables of multipliers, and the exponential form. */
export const DURATION_METHODS = ['imem', 'expert', 'poisson', 'mixture', 'exponential'] as const;
export type DurationMethod = (typeof DURATION_METHODS)[number];

/** Multipliers to 12 months at 0, 3, 6 and 12 months and for permanent moves. */
const PUBLISHED: Readonly<
  Record<Exclude<DurationMethod, 'exponential'>, readonly [number, number, number, number, number]>
> = {
  imem: [0.53, 0.63, 0.73, 1, 2.26],
  expert: [0.51, 0.61, 0.81, 1, 1.61],
  poisson: [0.79, 0.84, 0.89, 1, 2.61],
  mixture: [0.51, 0.64, 0.71, 1, 1.8],
};
const PUBLISHED_STAYS = [0, 3, 6, 12];

/** Ends of stays, a year: the rate at which the exponential form meets the published 0.79 at 0 months. */
const RATE = 0.236;

/**
 * By how much a flow reported under a minimum stay is multiplied to compare with one under 12 months.
 *
 *   published    R(d) from the table; between its months by a straight line; permanent has its own value
 *   exponential  R(d) = exp(−μ (12 − d) / 12), μ = 0.236 a year, d in months
 *
 * Below 12 months more people count than under 12, so R < 1. Assumes that stays end alike in every corridor, sex and age: it says nothing
 * of an office's habits, and must not be used where dates of stays are at hand. The exponential form fails for permanent moves (a share of
 * the stays never ends), and so has none; above 12 months the tables give nothing but the permanent value.
 *
 * Source: the tables of IMEM (Raymer and others 2013) and Willekens 2019; exponential durations: Nowok and Willekens 2011.
 *
 * @throws SaldoError `invalid_option` for a stay that the method has no multiplier for
 */
export function durationMultiplier(stay: MinimumStay, method: DurationMethod): number {
  if (method === 'exponential') {
    if (stay === 'permanent' || !(stay >= 0 && stay <= 60)) throw noMultiplier(stay, method);
    return Math.exp((-RATE * (12 - stay)) / 12);
  }
  const values = PUBLISHED[method];
  if (stay === 'permanent') return values[4];
  const above = PUBLISHED_STAYS.findIndex(months => months >= stay);
  if (!(stay >= 0) || above < 0) throw noMultiplier(stay, method);
  const [high = 12, low = 0] = [PUBLISHED_STAYS[above], PUBLISHED_STAYS[Math.max(0, above - 1)]];
  const [atHigh = 1, atLow = 1] = [values[above], values[Math.max(0, above - 1)]];
  return high === low ? atHigh : atLow + ((atHigh - atLow) * (stay - low)) / (high - low);
}

/** A flow under one minimum stay, brought to another. */
export function harmonise(flow: number, from: MinimumStay, to: MinimumStay, method: DurationMethod): number {
  return (flow * durationMultiplier(from, method)) / durationMultiplier(to, method);
}

function noMultiplier(stay: MinimumStay, method: DurationMethod): SaldoError {
  return new SaldoError(
    'invalid_option',
    `no multiplier of the ${method} form for a minimum stay of ${stay}; expected 0 to 12 months or permanent`,
    { stay, method },
  );
}
