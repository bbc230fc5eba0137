import { SaldoError } from '../../../common/saldo-error.ts';
import { corridorKey, type MirrorCell } from '../mirror-table.ts';
import { fitBinomialFactors } from './binomial-factors.ts';
import { type CrossValidation, crossValidate } from './cross-validation.ts';
import { expectedLogRatio, type FactorFit } from './factor-fit.ts';
import { type Factor, factorTable } from './factor-table.ts';
import { estimateFlows, type FlowEstimate } from './flow-estimates.ts';
import { fitLogFactors } from './log-factors.ts';

export type FactorModel = 'log' | 'binomial';

export interface FactorRequest {
  model: FactorModel;
  /** The office whose arrivals have the factor 1. */
  benchmark: string;
  corridors: boolean;
  seed: number;
}

export interface FactorResult {
  factors: Factor[];
  flows: FlowEstimate[];
  diagnostics: {
    model: FactorModel;
    corridors: boolean;
    benchmark: string;
    cells: number;
    cells_used: number;
    fit: Readonly<Record<string, number>>;
    /** Null where no cell has both sides above 0. */
    cross_validation: CrossValidation | null;
    /** Corridors whose departures and arrivals lie farthest from what the factors say, the farthest first. */
    residual_corridors: CorridorResidual[];
  };
}

/** A corridor's mean log(departures / arrivals) above the fit, over its cells with both sides above 0. */
export interface CorridorResidual {
  origin: string;
  destination: string;
  cells: number;
  mean: number;
}

const MOST_RESIDUALS = 20;

/** Fits the factors of all offices, and says how well they predict cells that they have not seen. */
export function fitFactors(
  cells: readonly MirrorCell[],
  { model, benchmark, corridors, seed }: FactorRequest,
): FactorResult {
  const fitCells = (part: readonly MirrorCell[]): FactorFit =>
    model === 'log' ? fitLogFactors(part, benchmark, { corridors }) : fitBinomialFactors(part, benchmark);
  const fitted = fitCells(cells);
  const factors = factorTable(fitted);
  refuseUnbounded(factors);
  return {
    factors,
    flows: estimateFlows(cells, fitted),
    diagnostics: {
      model,
      corridors,
      benchmark,
      cells: cells.length,
      cells_used: fitted.network.cells.length,
      fit: fitted.summary,
      cross_validation: crossValidate(cells, fitCells, seed),
      residual_corridors: residualCorridors(fitted).slice(0, MOST_RESIDUALS),
    },
  };
}

/** Factors with an interval that reaches so far are not told by the data. */
const WIDEST = 1e6;

function refuseUnbounded(factors: readonly Factor[]): void {
  const open = factors.filter(({ factor, high95 }) => !(high95 / factor < WIDEST));
  if (open.length === 0) return;
  const names = open.map(({ office, side }) => `${side} of ${office}`).join(', ');
  throw new SaldoError(
    'not_identified',
    `the data leave these factors open: ${names}; more years or more offices would tell them`,
    {
      reason: 'unbounded',
      offices: open.map(({ office, side }) => ({ office, side })),
    },
  );
}

function residualCorridors(fitted: FactorFit): CorridorResidual[] {
  const sums = new Map<string, CorridorResidual>();
  for (const { cell, departures, arrivals, receiver, sender } of fitted.network.cells) {
    if (departures === 0 || arrivals === 0) continue;
    const { origin, destination } = cell;
    const key = corridorKey(cell);
    const before = sums.get(key) ?? { origin, destination, cells: 0, mean: 0 };
    const residual = Math.log(departures / arrivals) - expectedLogRatio(fitted.logFactors, { receiver, sender });
    const count = before.cells + 1;
    sums.set(key, { ...before, cells: count, mean: before.mean + (residual - before.mean) / count });
  }
  return [...sums.values()].sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
}
