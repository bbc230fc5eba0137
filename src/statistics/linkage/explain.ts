import type { Engine } from '../../engine/engine.ts';
import { COMPARISONS } from './comparisons.ts';
import { type LinkageModel, levelsAt, priorWeight } from './model.ts';
import { contradictionOf, levelsSql } from './pair-sql.ts';

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

/** The weight of two slips, comparison by comparison; `identity` must be there. */
export async function explainPair(engine: Engine, model: LinkageModel, a: number, b: number): Promise<Explanation> {
  const levels = await engine.row<Record<string, number>>(
    levelsSql(`identity l join identity r on l.n = ${Math.min(a, b)} and r.n = ${Math.max(a, b)}`),
  );
  const steps = COMPARISONS.map((_, place) => weightStep(model, place, levels));
  const taken = contradictionOf(levels);
  if (taken)
    steps.push({ comparison: 'contradiction', level: taken.reason, m: null, u: null, bits: -taken.bits, rarity: 0 });
  const prior = priorWeight(model);
  const weight = steps.reduce((sum, { bits }) => sum + bits, prior);
  return { prior, steps, weight, probability: 1 / (1 + 2 ** -weight) };
}

function weightStep(model: LinkageModel, place: number, levels: Record<string, number>): WeightStep {
  const comparison = COMPARISONS[place];
  const at = levels[`level_${place}`] ?? -1;
  const level = comparison?.levels[at];
  const learned = levelsAt(model, place);
  const chances = learned[at];
  if (comparison === undefined || level === undefined || chances === undefined) {
    return { comparison: comparison?.name ?? '', level: null, m: null, u: null, bits: 0, rarity: 0 };
  }
  const average = -Math.log2(learned[0]?.u ?? 1);
  const rarity = comparison.rarity === undefined ? 0 : level.rarity * ((levels[`bits_${place}`] ?? average) - average);
  const { m, u } = chances;
  return { comparison: comparison.name, level: level.name, m, u, bits: Math.log2(m / u) + rarity, rarity };
}
