import { fitFlows } from '../bayes/fit-flows.ts';
import type { FlowModelName } from '../bayes/models.ts';
import { type FactorModel, fitFactors } from '../fit/fit-factors.ts';
import { sampledFlows } from '../flow-files.ts';
import type { MirrorCell } from '../mirror-table.ts';
import type { MirrorFit } from './mirror-schemas.ts';

/** What a fit is asked for. */
export type FitRequest =
  | { model: FactorModel; benchmark: string; corridors: boolean }
  | { model: FlowModelName; benchmark: string; chains: number; warmup: number; samples: number; seed: number };

/** Performs any fit and gives it in the form of the API. */
export async function performFit(
  cells: readonly MirrorCell[],
  request: FitRequest,
  progress: (share: number) => void,
): Promise<MirrorFit> {
  if ('corridors' in request) {
    const { factors, flows, diagnostics } = fitFactors(cells, { ...request, seed: 1 });
    return {
      ...{ model: request.model, benchmark: request.benchmark, corridor_effects: request.corridors },
      ...{ factors, flows, cells: diagnostics.cells, cells_used: diagnostics.cells_used },
      prediction: diagnostics.cross_validation,
      residual_corridors: diagnostics.residual_corridors,
      ...{ sampler: null, warnings: [] },
    };
  }
  const fit = await fitFlows(cells, { ...request, progress });
  const { sampler, warnings } = fit.diagnostics;
  const { chains, samples, divergences, worst_rhat, least_ess, seconds } = sampler;
  return {
    ...{ model: request.model, benchmark: request.benchmark, corridor_effects: request.model === 'pooled' },
    ...{ factors: fit.factors, flows: sampledFlows(fit), cells: cells.length, cells_used: cells.length },
    ...{ prediction: null, residual_corridors: [], warnings },
    sampler: { chains, samples, divergences, worst_rhat, least_ess, seconds },
  };
}
