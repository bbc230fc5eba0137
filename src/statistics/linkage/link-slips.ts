import type { Steps } from '../../common/steps.ts';
import type { Engine } from '../../engine/engine.ts';
import { type BlockedPairs, comparePairs } from './candidate-pairs.ts';
import { buildIdentity } from './identity.ts';
import type { LinkageModel } from './model.ts';
import { formPersons, type PersonCount } from './persons.ts';
import { trainModel } from './train.ts';

export interface Linkage extends PersonCount {
  model: LinkageModel;
  blocks: readonly BlockedPairs[];
  /** Expected share of the accepted pairs that are of one person, by the model's own probabilities. */
  precision: number;
  /** Expected share of the pairs of one person, among those compared, that were accepted. */
  recall: number;
}

export interface LinkageOptions {
  steps: Steps;
  /** A model to use as it is; without it, one is learned from the slips. */
  model?: LinkageModel;
}

/**
 * Links the slips of the table `slip` to persons. Reads `slip` and `judged`; leaves `identity`, `pair`, `bridge` and `person`. The same
 * slips give the same persons, whatever the order of the files and of the threads: every number that decides is a count or is computed
 * within one row.
 */
export async function linkSlips(
  engine: Engine,
  slips: number,
  { steps, model: given }: LinkageOptions,
): Promise<Linkage> {
  await steps.count('names to comparison keys', () => buildIdentity(engine));
  const model =
    given ??
    (await steps.run(
      'learning the weights',
      () => trainModel(engine),
      ({ comparisons }) => comparisons.length,
    ));
  const blocks = await steps.run(
    'comparing pairs',
    () => comparePairs(engine, model),
    rules => rules.reduce((sum, { pairs }) => sum + pairs, 0),
  );
  const count = await steps.run(
    'forming persons',
    () => formPersons(engine, model, slips),
    ({ persons }) => persons,
  );
  return { model, blocks, ...count, ...(await expectedErrors(engine, model)) };
}

async function expectedErrors(
  engine: Engine,
  { cut_off: cutOff }: LinkageModel,
): Promise<{ precision: number; recall: number }> {
  const chance = 'round(1000000 / (1 + exp2(-weight)))::bigint';
  const { accepted, right, all } = await engine.row<Record<'accepted' | 'right' | 'all', number>>(`
    select count(*) filter (weight >= ${cutOff}) as accepted, coalesce(sum(chance) filter (weight >= ${cutOff}), 0) / 1e6 as right,
      coalesce(sum(chance), 0) / 1e6 as "all" from (select weight, ${chance.replace('exp2(-weight)', 'pow(2, -greatest(-60, least(60, weight)))')} as chance from pair)`);
  return { precision: accepted === 0 ? 1 : right / accepted, recall: all === 0 ? 1 : right / all };
}
