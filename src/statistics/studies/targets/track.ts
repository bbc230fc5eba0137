import type { Range } from '../../../common/range.ts';
import { exactly, plus } from '../../../common/range.ts';
import { studentT, upperTail } from '../../mirror/fit/student-t.ts';
import { type ActualYear, SERIES, SERIES_KINDS, type SeriesName } from './actuals.ts';
import { normalShare } from './normal.ts';
import type { TargetPlan } from './plan.ts';

/** A series of the plan's years, and how it stands beside the plan. Persons. */
export interface TrackedSeries {
  by: SeriesName;
  kind: ActualYear['kind'];
  sources: string[];
  years: { year: number; balance: Range; cumulative: Range; planned: number; gap: number; kind: ActualYear['kind'] }[];
  /** Years of the plan without a figure. */
  missing: number[];
  total: Range;
  /** A year, by the years that are known; and what each of the others needs. */
  pace: number | null;
  neededPace: number | null;
  /** Whether the figures themselves reach the plan; null while years are missing. */
  reached: boolean | null;
  /** Chance of the plan being reached: from errors of the years independent of each other to errors that are all the same. Modelled. */
  probability: { low: number; high: number } | null;
  /** What the whole period comes to if the pace stays; null where nothing is missing, or too little is known. Modelled. */
  outlook: Range | null;
}

export interface TrackedPlan {
  plan: TargetPlan;
  series: TrackedSeries[];
}

const FEWEST_YEARS = 3;
/** Of a normal 95 % interval, standard errors from bound to bound. */
const INTERVAL = 3.919928;

/**
 * A plan of net migration against what happened, by each way of counting.
 *
 * Formulas: gap_t = cumulative actual − cumulative plan; needed pace = (plan − cumulative) / years left. Chance of reaching the plan:
 * the total is normal around its figure, its standard error from the years' 95 % intervals, √Σ s² if the years' errors are independent and Σ s
 * if they are all the same; both are told. Years to come: the mean of the n known years y with Student's t of n − 1 degrees of freedom,
 * variance s_y² (m + m² / n) for m years.
 * Source: cumulative comparison with a linear pace; predictive distribution of a normal sample (Box and Tiao, Bayesian Inference, 1973).
 * Units: persons. Figures without an interval have no chance once all years are known: they reach the plan or do not.
 * Assumes: the pace stays; years differ at random. Known years before the plan count for the pace too.
 * Fails: fewer than three known years, or years that are all alike, give no chance for years to come. A break in a series passes for a change.
 */
export function trackPlan(plan: TargetPlan, actuals: readonly ActualYear[]): TrackedPlan {
  const series = SERIES.flatMap(by => {
    const known = actuals.filter(actual => actual.by === by).sort((a, b) => a.year - b.year);
    return known.length === 0 ? [] : [trackSeries(plan, by, known)];
  });
  return { plan, series };
}

function trackSeries(plan: TargetPlan, by: SeriesName, known: readonly ActualYear[]): TrackedSeries {
  const { firstYear, lastYear } = plan;
  const inside = known.filter(({ year }) => year >= firstYear && year <= lastYear);
  const missing = plan.years.map(({ year }) => year).filter(year => !inside.some(actual => actual.year === year));
  let cumulative = exactly(0);
  let planned = 0;
  const years: TrackedSeries['years'] = [];
  for (const { year, balance: part } of plan.years) {
    const actual = inside.find(each => each.year === year);
    if (actual === undefined) continue;
    cumulative = plus(cumulative, actual.balance);
    planned += part;
    years.push({
      year,
      balance: actual.balance,
      cumulative,
      planned,
      gap: cumulative.value - planned,
      kind: actual.kind,
    });
  }
  const left = plan.balance - cumulative.value;
  return {
    ...{ by, kind: kindOf(by, inside), years, missing, total: cumulative },
    sources: [...new Set(known.map(({ source }) => source).filter(source => source !== ''))],
    pace: inside.length > 0 ? cumulative.value / inside.length : null,
    neededPace: missing.length > 0 ? left / missing.length : null,
    reached: missing.length > 0 ? null : cumulative.value >= plan.balance,
    ...chances(plan, { known, inside, missing: missing.length, total: cumulative }),
  };
}

/** A series with one modelled year is modelled. */
function kindOf(by: SeriesName, inside: readonly ActualYear[]): ActualYear['kind'] {
  return inside.some(({ kind }) => kind === 'modelled') ? 'modelled' : (inside[0]?.kind ?? SERIES_KINDS[by]);
}

interface Standing {
  known: readonly ActualYear[];
  inside: readonly ActualYear[];
  missing: number;
  total: Range;
}

function chances(plan: TargetPlan, standing: Standing): Pick<TrackedSeries, 'probability' | 'outlook'> {
  const { inside, missing, total } = standing;
  const errors = inside.map(({ balance }) => (balance.high - balance.low) / INTERVAL);
  const independent = Math.hypot(...errors);
  const same = errors.reduce((sum, each) => sum + each, 0);
  if (missing === 0) {
    if (same === 0) return { probability: null, outlook: null };
    const shares = [independent, same].map(error => normalShare((total.value - plan.balance) / error));
    return { probability: { low: Math.min(...shares), high: Math.max(...shares) }, outlook: null };
  }
  const ahead = yearsAhead(standing);
  if (ahead === null) return { probability: null, outlook: null };
  const value = total.value + ahead.mean;
  const shares = [independent, same].map(error => {
    const t = (value - plan.balance) / Math.hypot(error, ahead.error);
    return t < 0 ? upperTail(-t, ahead.df) : 1 - upperTail(t, ahead.df);
  });
  const half = studentT(0.95, ahead.df) * Math.hypot(same, ahead.error);
  return {
    probability: { low: Math.min(...shares), high: Math.max(...shares) },
    outlook: { low: value - half, value, high: value + half },
  };
}

/** The years that are not known yet, together: their mean and its predictive error. */
function yearsAhead({ known, missing }: Standing): { mean: number; error: number; df: number } | null {
  const n = known.length;
  if (n < FEWEST_YEARS) return null;
  const mean = known.reduce((sum, { balance }) => sum + balance.value, 0) / n;
  const variance = known.reduce((sum, { balance }) => sum + (balance.value - mean) ** 2, 0) / (n - 1);
  if (variance === 0) return null;
  return { mean: missing * mean, error: Math.sqrt(variance * (missing + missing ** 2 / n)), df: n - 1 };
}
