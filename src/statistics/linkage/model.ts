import { COMPARISONS } from './comparisons.ts';

/**
 * A linkage model in the sense of Fellegi and Sunter: for each level of each comparison the probability `m` among slips of one person
 * and `u` among slips of two. The weight of a pair is log2(λ/(1−λ)) + Σ log2(m/u), in bits; nulls add nothing. The comparisons are
 * taken as independent given the truth; where they are not (families), weights come out too sure of themselves.
 */
export interface LinkageModel {
  format: 'saldo-linkage-model';
  version: 1;
  /** Share of all possible pairs of slips that are of one person. */
  match_share: number;
  /** Weight in bits from which two slips are one person. */
  cut_off: number;
  comparisons: { name: string; levels: { name: string; m: number; u: number }[] }[];
}

/** Bits from which a pair counts as one person unless the user says otherwise. */
export const DEFAULT_CUT_OFF = 0;

/** Slips that a smaller input is taken for at the start: two namesakes in a file of ten are not yet one person. */
const LEAST_SLIPS = 200;

/** Bits above the cut-off from which a pair is beyond doubt. */
export const FIRM = 8;

/** The model before any data are seen: each slip is expected to have two others of its person. */
export function startingModel(slips: number): LinkageModel {
  return {
    format: 'saldo-linkage-model',
    version: 1,
    match_share: 2 / Math.max(slips, LEAST_SLIPS),
    cut_off: DEFAULT_CUT_OFF,
    comparisons: COMPARISONS.map(({ name, levels }) => ({
      name,
      levels: levels.map(({ name, m, u }) => ({ name, m, u })),
    })),
  };
}

/** log2 of the prior odds, the weight of a pair before any evidence. */
export function priorWeight({ match_share: share }: LinkageModel): number {
  return Math.log2(share / (1 - share));
}

/** Weight in bits of every level of the comparison at a place. */
export function levelWeights(model: LinkageModel, place: number): number[] {
  return levelsAt(model, place).map(({ m, u }) => Math.log2(m / u));
}

export function levelsAt(model: LinkageModel, place: number): LinkageModel['comparisons'][number]['levels'] {
  const comparison = model.comparisons[place];
  if (comparison === undefined) throw new Error(`model without comparison ${place}`);
  return comparison.levels;
}
