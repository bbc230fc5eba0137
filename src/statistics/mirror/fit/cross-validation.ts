import { SaldoError } from '../../../common/saldo-error.ts';
import { corridorKey, type MirrorCell } from '../mirror-table.ts';
import { expectedLogRatio, type FactorFit } from './factor-fit.ts';

/** Errors of log(departures / arrivals) in cells that the fit did not see: root mean squares. */
export interface CrossValidation {
  folds: number;
  /** Cells predicted. */
  cells: number;
  /** Random cells left out. */
  rmse: number;
  /** The same cells by nothing but the mean of the others. */
  rmse_without_model: number;
  /** Whole corridors left out. */
  rmse_whole_corridors: number | null;
}

const FOLDS = 10;

/**
 * Error out of sample: leaves out a tenth of the two-sided cells at a time (or of the corridors), fits on the others and predicts. A cell
 * whose office has no factor without it is predicted by the mean of the others. The split is drawn from the seed. Null where
 * no cell has both sides above 0.
 */
export function crossValidate(
  cells: readonly MirrorCell[],
  fitCells: (cells: readonly MirrorCell[]) => FactorFit,
  seed = 1,
): CrossValidation | null {
  const used = cells.filter(({ departures, arrivals }) => (departures ?? 0) > 0 && (arrivals ?? 0) > 0);
  if (used.length === 0) return null;
  const random = splitmix(seed);
  const byCell = used.map(() => Math.floor(random() * FOLDS));
  const corridors = new Map([...new Set(used.map(corridorKey))].map(key => [key, Math.floor(random() * FOLDS)]));
  const single = leaveOut(used, at => byCell[at] ?? 0, fitCells);
  const whole = leaveOut(used, at => corridors.get(corridorKey(used[at] as MirrorCell)) ?? 0, fitCells);
  return {
    folds: FOLDS,
    cells: used.length,
    rmse: single.model,
    rmse_without_model: single.constant,
    rmse_whole_corridors: corridors.size > FOLDS ? whole.model : null,
  };
}

function leaveOut(
  cells: readonly MirrorCell[],
  foldOf: (at: number) => number,
  fitCells: (cells: readonly MirrorCell[]) => FactorFit,
) {
  let [model, constant] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = cells.filter((_, at) => foldOf(at) !== fold);
    const mean = seen.reduce((sum, cell) => sum + logRatio(cell), 0) / Math.max(seen.length, 1);
    const predict = predictor(fitOrNothing(seen, fitCells), mean);
    for (const [at, cell] of cells.entries()) {
      if (foldOf(at) !== fold) continue;
      model += (logRatio(cell) - predict(cell)) ** 2;
      constant += (logRatio(cell) - mean) ** 2;
    }
  }
  return { model: Math.sqrt(model / cells.length), constant: Math.sqrt(constant / cells.length) };
}

/** What is left when a fold is out may not tell the factors: then the fold is predicted by the mean. */
function fitOrNothing(
  cells: readonly MirrorCell[],
  fitCells: (cells: readonly MirrorCell[]) => FactorFit,
): FactorFit | undefined {
  try {
    return fitCells(cells);
  } catch (error) {
    if (error instanceof SaldoError && error.code === 'not_identified') return undefined;
    throw error;
  }
}

function predictor(fitted: FactorFit | undefined, mean: number): (cell: MirrorCell) => number {
  if (fitted === undefined) return () => mean;
  const numbers = new Map(fitted.network.offices.map(({ office, side }, at) => [`${side} ${office}`, at]));
  numbers.set(`arrivals ${fitted.network.benchmark}`, -1);
  return cell => {
    const receiver = numbers.get(`arrivals ${cell.destination}`);
    const sender = numbers.get(`departures ${cell.origin}`);
    return receiver === undefined || sender === undefined
      ? mean
      : expectedLogRatio(fitted.logFactors, { receiver, sender }) +
          (fitted.corridorEffects.get(corridorKey(cell)) ?? 0);
  };
}

function logRatio({ departures, arrivals }: MirrorCell): number {
  return Math.log((departures ?? 1) / (arrivals ?? 1));
}

/** Numbers in [0, 1) from a seed (SplitMix32). */
export function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
