import { COMPARISONS } from './comparisons.ts';
import { type Identity, ROW } from './identity.ts';
import { type LinkageModel, levelsAt, priorWeight } from './model.ts';
import { compare, contradictionOf, WeighedComparison } from './pair-weigher.ts';

/** One step of a pair's weight: what was compared, how far it agreed, and the bits it added or took. */
export interface WeightStep {
  comparison: string;
  /** Level of agreement, or `null` where one slip has nothing to compare. */
  level: string | null;
  m: number | null;
  u: number | null;
  bits: number;
  /** Bits of these that come from the rarity of the shared term. */
  rarity: number;
}

export interface Explanation {
  /** Bits before any evidence. */
  prior: number;
  steps: readonly WeightStep[];
  weight: number;
  /** Chance of one person, by the model. */
  probability: number;
}

/** The weight of two slips, comparison by comparison. */
export function explainPair(identity: Identity, model: LinkageModel, a: number, b: number): Explanation {
  const [l, r] = [Math.min(a, b) * ROW, Math.max(a, b) * ROW];
  const levels = new Int8Array(COMPARISONS.length);
  compare(identity, l, r, levels);
  const steps = COMPARISONS.map(({ name, levels: named }, place): WeightStep => {
    const at = levels[place] as number;
    const [level, chances] = [named[at], levelsAt(model, place)[at]];
    if (level === undefined || chances === undefined)
      return { comparison: name, level: null, m: null, u: null, bits: 0, rarity: 0 };
    const weighed = new WeighedComparison(identity, model, place);
    const [bits, rarity] = [weighed.bits(l, r, at), weighed.rarity(l, r, at)];
    return { comparison: name, level: level.name, m: chances.m, u: chances.u, bits, rarity };
  });
  const taken = contradictionOf(levels);
  if (taken)
    steps.push({ comparison: 'contradiction', level: taken.reason, m: null, u: null, bits: -taken.bits, rarity: 0 });
  const prior = priorWeight(model);
  const weight = steps.reduce((sum, { bits }) => sum + bits, prior);
  return { prior, steps, weight, probability: 1 / (1 + 2 ** -weight) };
}
