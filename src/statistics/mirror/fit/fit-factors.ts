import type { MirrorCell } from '../mirror-table.ts';
import { fitBinomialFactors } from './binomial-factors.ts';
import { type CrossValidation, crossValidate } from './cross-validation.ts';
import type { FactorFit } from './factor-fit.ts';
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
    cross_validation: CrossValidation;
  };
}

/** Fits the factors of all offices, and says how well they predict cells that they have not seen. */
export function fitFactors(
  cells: readonly MirrorCell[],
  { model, benchmark, corridors, seed }: FactorRequest,
): FactorResult {
  const fitCells = (part: readonly MirrorCell[]): FactorFit =>
    model === 'log' ? fitLogFactors(part, benchmark, { corridors }) : fitBinomialFactors(part, benchmark);
  const fitted = fitCells(cells);
  return {
    factors: factorTable(fitted),
    flows: estimateFlows(cells, fitted),
    diagnostics: {
      model,
      corridors,
      benchmark,
      cells: cells.length,
      cells_used: fitted.network.cells.length,
      fit: fitted.summary,
      cross_validation: crossValidate(cells, fitCells, seed),
    },
  };
}
