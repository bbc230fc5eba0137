import { corridorKey, type MirrorCell } from '../mirror-table.ts';
import type { FactorFit } from './factor-fit.ts';
import { studentT } from './student-t.ts';

/** What both offices report of a cell, and what a model makes of it. */
export interface FlowEstimate {
  origin: string;
  destination: string;
  year: number;
  /** Reported. */
  arrivals_reported: number | null;
  departures_reported: number | null;
  /** Modelled, with its 95 % interval; null where the model says nothing. */
  estimate: number | null;
  low95: number | null;
  high95: number | null;
  /** `modelled` where there is an estimate, else `reported`. */
  kind: 'modelled' | 'reported';
}

/** Upper end of a 95 % interval of a Poisson mean of which 0 was counted: −log 0.025. */
const ABOVE_NOTHING = 3.689;

/**
 * The flow of each cell by corrected reports.
 *
 *   both sides   √(a_j I · b_i E), error variance s²/4 and that of the mean of the two factors
 *   one side     a_j I or b_i E,   error variance s²/2 and that of the factor
 *
 * A known corridor effect is shared by both sides: a figure that stands alone moves by half of it.
 * s²: the variance of log(E/I) about the fit, taken to come from both offices alike and independently. The interval is Student's on the
 * logarithm. A side with 0 is left aside where the other is above 0; where nothing else is said the estimate is 0, and the interval reaches
 * up to the factor times 3.689 (the upper end for a Poisson mean of which 0 was counted). Cells of offices without a factor have none.
 */
export function estimateFlows(cells: readonly MirrorCell[], fit: FactorFit): FlowEstimate[] {
  const t = studentT(0.95, fit.df);
  const numbers = new Map(fit.network.offices.map(({ office, side }, at) => [`${side} ${office}`, at]));
  numbers.set(`arrivals ${fit.network.benchmark}`, -1);
  return cells.map(cell => {
    const { origin, destination, year, arrivals, departures } = cell;
    const reported = { origin, destination, year, arrivals_reported: arrivals, departures_reported: departures };
    const modelled = estimateCell(cell, fit, numbers, t);
    if (modelled === null) return { ...reported, estimate: null, low95: null, high95: null, kind: 'reported' };
    return { ...reported, ...modelled, kind: 'modelled' };
  });
}

/** How many times an estimate the end of its interval may be. */
const WIDEST = 1e9;

type Modelled = Pick<FlowEstimate, 'estimate' | 'low95' | 'high95'>;

function estimateCell(
  cell: MirrorCell,
  fit: FactorFit,
  numbers: ReadonlyMap<string, number>,
  t: number,
): Modelled | null {
  const receiver = numbers.get(`arrivals ${cell.destination}`);
  const sender = numbers.get(`departures ${cell.origin}`);
  const usable = [
    { value: cell.arrivals, number: receiver },
    { value: cell.departures, number: sender },
  ].flatMap(({ value, number }) => (value === null || number === undefined ? [] : [{ value, number }]));
  const above = usable.filter(({ value }) => value > 0);
  const used = above.length > 0 ? above : usable.slice(0, 1);
  const [first, second] = used;
  if (first === undefined) return null;
  const variance = (one: number, other: number): number =>
    one < 0 || other < 0 ? 0 : (fit.covariance[one * fit.network.offices.length + other] ?? 0);
  const logFactor = (number: number): number => (number < 0 ? 0 : (fit.logFactors[number] ?? 0));
  const noise = fit.varianceOf(
    cell.departures ?? first.value,
    cell.arrivals ?? first.value,
    logFactor(receiver ?? -1) - logFactor(sender ?? -1),
  );
  const own = variance(first.number, first.number);
  const error =
    second === undefined
      ? noise / 2 + own
      : noise / 4 + (own + variance(second.number, second.number) + 2 * variance(first.number, second.number)) / 4;
  const spread = Math.exp(t * Math.sqrt(error));
  // An interval without an end says nothing.
  if (!(spread < WIDEST)) return null;
  if (first.value === 0)
    return { estimate: 0, low95: 0, high95: ABOVE_NOTHING * Math.exp(logFactor(first.number)) * spread };
  const effect = second === undefined ? (fit.corridorEffects.get(corridorKey(cell)) ?? 0) / 2 : 0;
  const logs = used.map(
    ({ value, number }) => Math.log(value) + logFactor(number) + (value === cell.arrivals ? effect : -effect),
  );
  const estimate = Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length);
  return { estimate, low95: estimate / spread, high95: estimate * spread };
}
